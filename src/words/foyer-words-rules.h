/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-rules.h"

G_BEGIN_DECLS

/**
 * foyer_words_rules_accepted:
 * @accepted: what somebody accepted
 *
 * Which house rules somebody accepted, without the space: "Accepted the rules of 3 May 2026", and
 * whether these are in force: "Accepted the rules of 3 May 2026; they have changed since".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_rules_accepted (const FoyerRulesAccepted *accepted);

/**
 * foyer_words_rules_version:
 * @rules: a version of house rules
 *
 * Which version it is: "Version 2, since 3 May 2026", or "No rules since 3 May 2026".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_rules_version  (const FoyerHouseRules    *rules);

G_END_DECLS
