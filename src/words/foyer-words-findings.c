/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>

char *
foyer_words_describe_finding (const FoyerFinding *problem)
{
  g_return_val_if_fail (problem != NULL, g_strdup (""));

  switch (problem->kind)
    {
    case FOYER_FINDING_FILE:
      return g_strdup_printf (_("The file is damaged: %s"), problem->detail);
    case FOYER_FINDING_REFERENCE:
      return g_strdup_printf (_("A row refers to one that is not there: %s"), problem->detail);
    case FOYER_FINDING_OVERBOOKED:
      return g_strdup_printf (_("More seats are held than are open: space and day %s"), problem->detail);
    case FOYER_FINDING_SAME_ID:
      return g_strdup_printf (_("Two bookings have the id %s"), problem->detail);
    case FOYER_FINDING_SAME_KEY:
      return g_strdup_printf (_("Two bookings were made under the key %s"), problem->detail);
    case FOYER_FINDING_NO_ARRIVAL:
      return g_strdup_printf (_("Someone is checked in without an arrival: booking %s"), problem->detail);
    case FOYER_FINDING_NO_PERSON:
      return g_strdup_printf (_("A booking has lost its person: %s"), problem->detail);
    case FOYER_FINDING_LAST_VISIT:
      return g_strdup_printf (_("A person’s last visit is not that of the bookings: %s"), problem->detail);
    case FOYER_FINDING_STALE_SEATS:
      return g_strdup_printf (_("The seats of a day are not those of its rules: space and day %s"), problem->detail);
    case FOYER_FINDING_DESK_TWICE:
      return g_strdup_printf (_("A desk is pinned for two at the same time: booking %s"), problem->detail);
    case FOYER_FINDING_PASS:
      return g_strdup_printf (_("A pass has paid for more than it has, or is counted wrongly: %s"), problem->detail);
    case FOYER_FINDING_PASS_VISIT:
      return g_strdup_printf (_("A booking is paid with a pass that is not good for it: %s"), problem->detail);
    case FOYER_FINDING_RECORD:
      return g_strdup_printf (_("Something is noted about somebody who is gone, or a card is noted wrongly: person %s"),
                              problem->detail);
    case FOYER_FINDING_MERGED:
      return g_strdup_printf (_("Something still belongs to a record that went into another: person %s"), problem->detail);
    case FOYER_FINDING_PHOTO:
      return g_strdup_printf (_("A photo is damaged, or one too many: %s"), problem->detail);
    case FOYER_FINDING_RULES:
      return g_strdup_printf (_("The versions of the house rules, or who accepted them, are noted wrongly: %s"),
                              problem->detail);
    case FOYER_FINDING_ACCOUNTS:
      return g_strdup_printf (_("The accounts are not what they were when it was written down: entry %s"), problem->detail);
    case FOYER_FINDING_NUMBERS:
      return g_strdup_printf (_("A number is missing before this document, or its sums are wrong: %s"), problem->detail);
    case FOYER_FINDING_PAYMENT:
      return g_strdup_printf (_("A payment has no receipt, or its parts are not its sum: %s"), problem->detail);
    case FOYER_FINDING_SEED_FILE:
      return g_strdup_printf (_("The file of the profile’s keys is of the wrong size, or others may read it: %s"),
                              problem->detail);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
