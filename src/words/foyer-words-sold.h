/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-part.h"

G_BEGIN_DECLS

/* What was sold, as receipts and invoices call it. As foyer-words.h in everything else. */

/**
 * foyer_words_sold_part:
 * @part: a part of a day
 *
 * A seat for a part of a day, as a line of a receipt: "Workspace, full day".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_sold_part (FoyerPart part);

/**
 * foyer_words_sold_pass:
 * @halves: how many half days it has, 0 for those of a time
 *
 * A pass, as a line of a receipt: "Carnet of 10 Days".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_sold_pass (int halves);

G_END_DECLS
