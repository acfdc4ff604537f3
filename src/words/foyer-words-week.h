/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening-sentence.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What is said about the week of a space. As foyer-words.h in everything else. */

/**
 * foyer_words_week:
 * @space: whose week it is
 * @rules: (element-type FoyerOpeningRule): the week, as the store gives it
 * @language: the language of the sentences
 * @today: the business day
 *
 * Says a week: one sentence for all rules that hold from and until the same days, in their order;
 * the last one says what holds on public holidays.
 *
 * Returns: (transfer full) (element-type utf8): the sentences, which Foyer reads back as the same week
 */
GPtrArray *foyer_words_week (const FoyerSpace *space,
                             const GArray     *rules,
                             FoyerLanguage     language,
                             FoyerDay          today);

G_END_DECLS
