/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <locale.h>

#include "ui/foyer-application.h"
#include "words/foyer-words.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(FoyerApplication) application = NULL;

  setlocale (LC_ALL, "");
  foyer_words_init ();

  application = foyer_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
