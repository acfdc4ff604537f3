/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>

void
foyer_words_init (void)
{
  const char *dir = g_getenv ("FOYER_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : FOYER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

char *
foyer_words_part (FoyerPart part)
{
  switch (part)
    {
    case FOYER_PART_AM:
      return g_strdup (C_("part of a day", "Morning"));
    case FOYER_PART_PM:
      return g_strdup (C_("part of a day", "Afternoon"));
    case FOYER_PART_FULL:
      return g_strdup (C_("part of a day", "Full day"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
foyer_words_kind (FoyerSpaceKind kind)
{
  switch (kind)
    {
    case FOYER_SPACE_HOME:
      return g_strdup (C_("kind of space", "Home"));
    case FOYER_SPACE_COWORKING:
      return g_strdup (C_("kind of space", "Coworking"));
    case FOYER_SPACE_THIRD_PLACE:
      return g_strdup (C_("kind of space", "Third place"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

FoyerLanguage
foyer_words_language (void)
{
  /* Translators: write fr in French, else en: opening sentences are read in these two alone. */
  return g_str_equal (C_("language of opening sentences", "en"), "fr") ? FOYER_LANGUAGE_FRENCH
                                                                       : FOYER_LANGUAGE_ENGLISH;
}
