/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/* "5 of 8 free", "Mornings only", "Full", "Closed". Returns: (transfer full) */
char *foyer_seat_words_free (const FoyerAvailability *availability);

G_END_DECLS
