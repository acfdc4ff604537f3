/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-belonging.h"
#include "core/foyer-consent.h"

G_BEGIN_DECLS

/**
 * foyer_words_belonging:
 * @belonging: what the days of somebody tell
 *
 * The one thing that a host wants to notice about somebody on a day: "First visit", "One year
 * here", "Back after 7 weeks", "Not seen for 7 weeks" or "Regular".
 *
 * Returns: (transfer full) (nullable): the words; %NULL when there is nothing to notice
 */
char       *foyer_words_belonging      (const FoyerBelonging *belonging);

/**
 * foyer_words_usually:
 * @weekdays: Monday is bit 0
 * @alone: whether it begins with a capital, since nothing stands before it
 *
 * On which days somebody comes: "usually Tuesdays and Thursdays".
 *
 * Returns: (transfer full) (nullable): the words; %NULL for no weekdays
 */
char       *foyer_words_usually        (guint                 weekdays,
                                        gboolean              alone);

/**
 * foyer_words_consent:
 * @consent: a purpose
 *
 * What somebody agrees to, as a title: "Others See the Days They Come".
 *
 * Returns: (transfer none): the words
 */
const char *foyer_words_consent        (FoyerConsent          consent);

G_END_DECLS
