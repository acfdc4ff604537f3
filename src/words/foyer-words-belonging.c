/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-belonging.h"

#include <glib/gi18n-lib.h>

/* From so many weekdays on a list of them says less than a word. */
#define MOST_DAYS 4

char *
foyer_words_belonging (const FoyerBelonging *belonging)
{
  g_return_val_if_fail (belonging != NULL, NULL);

  if (belonging->first_visit)
    return g_strdup (_("First visit"));
  if (belonging->years > 0)
    /* Translators: the anniversary of a first visit; %d are years */
    return g_strdup_printf (ngettext ("One year here", "%d years here", (gulong) belonging->years), belonging->years);
  if (belonging->weeks_missed > 0 && belonging->here)
    /* Translators: who used to come often is here again */
    return g_strdup_printf (ngettext ("Back after %d week", "Back after %d weeks", (gulong) belonging->weeks_missed),
                            belonging->weeks_missed);
  if (belonging->weeks_missed > 0)
    /* Translators: who used to come often does not any more */
    return g_strdup_printf (ngettext ("Not seen for %d week", "Not seen for %d weeks",
                                      (gulong) belonging->weeks_missed),
                            belonging->weeks_missed);
  if (belonging->regular)
    return g_strdup (C_("person", "Regular"));

  return NULL;
}

char *
foyer_words_usually (guint    weekdays,
                     gboolean alone)
{
  static const char * const names[] = {
    NC_("usually", "Mondays"), NC_("usually", "Tuesdays"), NC_("usually", "Wednesdays"), NC_("usually", "Thursdays"),
    NC_("usually", "Fridays"), NC_("usually", "Saturdays"), NC_("usually", "Sundays"),
  };
  int left = __builtin_popcount (weekdays);
  g_autofree char *list = NULL;

  if (left == 0)
    return NULL;

  if (left >= MOST_DAYS)
    list = g_strdup (C_("usually", "on most days"));
  for (gsize i = 0; i < G_N_ELEMENTS (names) && left < MOST_DAYS; i++)
    {
      const char *name = g_dpgettext2 (NULL, "usually", names[i]);
      g_autofree char *before = NULL;

      if ((weekdays & (1u << i)) == 0)
        continue;
      before = g_steal_pointer (&list);
      left--;
      if (before == NULL)
        list = g_strdup (name);
      else
        list = g_strdup_printf (left > 0 ? C_("days of the week", "%s, %s") : C_("days of the week", "%s and %s"),
                                before, name);
    }

  /* Translators: %s are days of the week: "Usually Tuesdays and Thursdays" */
  return g_strdup_printf (alone ? C_("alone", "Usually %s")
                                /* Translators: the same behind another fact: "Here · usually Tuesdays" */
                                : C_("behind a fact", "usually %s"), list);
}

const char *
foyer_words_consent (FoyerConsent consent)
{
  /* Translators: what a member agrees to, each a title */
  static const char * const names[FOYER_CONSENT_COUNT] = {
    [FOYER_CONSENT_SHOW_NAME] = N_("Others See on Which Days They Come"),
    [FOYER_CONSENT_SHOW_SKILLS] = N_("Others See What They Know and Need"),
    [FOYER_CONSENT_NEWSLETTER] = N_("News by E-Mail"),
    [FOYER_CONSENT_PHOTOS] = N_("Photos That Show Them"),
  };

  g_return_val_if_fail ((gsize) consent < G_N_ELEMENTS (names), "");

  return gettext (names[consent]);
}
