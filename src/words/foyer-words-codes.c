/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-codes.h"

#include <glib/gi18n-lib.h>

#include "paper/foyer-card-sheet.h"

char *
foyer_words_refused_code (const FoyerRefusedCode *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  if (*code->name != '\0')
    return g_strdup (code->name);

  switch (code->kind)
    {
    case FOYER_CODE_TICKET_READ:
      return g_strdup (_("A ticket"));
    case FOYER_CODE_CARD_READ:
      return g_strdup (_("A card"));
    case FOYER_CODE_NONE:
    case FOYER_CODE_UNKNOWN:
    default:
      return g_strdup (_("Unknown code"));
    }
}

const char *
foyer_words_refused_code_reason (const FoyerRefusedCode *code)
{
  static const struct {
    const char *reason;
    const char *words;
  } reasons[] = {
    { "bad-code", NC_("why a code let nobody in", "Not of this place") },
    { "wrong-day", NC_("why a code let nobody in", "For another day") },
    { "past-day", NC_("why a code let nobody in", "For a day that is over") },
    { "already-in", NC_("why a code let nobody in", "Is here already") },
    { "bad-state", NC_("why a code let nobody in", "The booking is not valid any more") },
    { "full", NC_("why a code let nobody in", "No seat was free") },
    { "closed", NC_("why a code let nobody in", "The day was closed") },
    { "not-found", NC_("why a code let nobody in", "For another space") },
    { "over-limit", NC_("why a code let nobody in", "Has all that one person may have") },
  };

  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].reason, code->reason))
      return g_dpgettext2 (NULL, "why a code let nobody in", reasons[i].words);

  return C_("why a code let nobody in", "Was refused");
}

FoyerPaper *
foyer_words_card_sheet (GPtrArray  *people,
                        const char *place)
{
  g_autoptr(FoyerCardSheet) sheet = NULL;

  g_return_val_if_fail (people != NULL && place != NULL, NULL);

  sheet = foyer_card_sheet_new (_("Cards"));
  for (guint i = 0; i < people->len; i++)
    {
      const FoyerPerson *person = people->pdata[i];

      foyer_card_sheet_add (sheet, person->name, place, person->card);
    }

  return FOYER_PAPER (g_steal_pointer (&sheet));
}
