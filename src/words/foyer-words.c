/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n.h>

void
foyer_words_init (void)
{
  const char *dir = g_getenv ("FOYER_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : FOYER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
