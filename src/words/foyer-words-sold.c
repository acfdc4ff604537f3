/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-sold.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words-passes.h"

char *
foyer_words_sold_part (FoyerPart part)
{
  switch (part)
    {
    case FOYER_PART_AM:
      return g_strdup (C_("line of a receipt", "Workspace, morning"));
    case FOYER_PART_PM:
      return g_strdup (C_("line of a receipt", "Workspace, afternoon"));
    case FOYER_PART_FULL:
      return g_strdup (C_("line of a receipt", "Workspace, full day"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
foyer_words_sold_pass (int halves)
{
  FoyerPass pass = { .halves = halves, .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE };

  return halves > 0 ? foyer_words_pass_kind (&pass) : g_strdup (C_("line of a receipt", "Pass for unlimited days"));
}
