/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-rules.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words.h"

char *
foyer_words_rules_accepted (const FoyerRulesAccepted *accepted)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (accepted != NULL, NULL);

  day = foyer_words_day_with_year (accepted->since);

  /* Translators: what a member did; %s is a day such as "3 May 2026" */
  return g_strdup_printf (accepted->version == accepted->current ? _("Accepted the rules of %s")
                          /* Translators: the same, where the space has other rules now */
                          : _("Accepted the rules of %s; they have changed since"), day);
}

char *
foyer_words_rules_version (const FoyerHouseRules *rules)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  day = foyer_words_day_with_year (rules->since);
  if (*rules->text == '\0')
    /* Translators: of house rules; %s is a day such as "3 May 2026" */
    return g_strdup_printf (_("No rules since %s"), day);

  /* Translators: of house rules; %1$d is the number of the version, %2$s a day such as "3 May 2026" */
  return g_strdup_printf (_("Version %1$d, since %2$s"), rules->version, day);
}
