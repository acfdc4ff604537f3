/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-erasure.h"

G_BEGIN_DECLS

/* What stands instead of the name of somebody who was erased. Translated, not freed. */
const char *foyer_words_erased_member (void);

/**
 * foyer_words_erasure:
 * @receipt: what was done
 *
 * The receipt of an erasure: what was removed, what stays and why. Nothing in it says who it was.
 *
 * Returns: (transfer full): sentences, a line each
 */
char       *foyer_words_erasure       (const FoyerErasure *receipt);

G_END_DECLS
