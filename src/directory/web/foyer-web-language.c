/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first is for who asks for none of them. */
static FoyerWebLanguage languages[] = {
  { "en", (locale_t) 0 },
  { "fr", (locale_t) 0 },
};

static const char * const locales[][3] = {
  { "en_GB.UTF-8", "C.UTF-8", "C" },
  { "fr_FR.UTF-8", "fr_FR.utf8", NULL },
};

/* A locale is of a thread here, not of the process: two people read two languages at once.
 * LANGUAGE would go before it, for all of them. */
static gpointer
load (gpointer data)
{
  const char *dir = g_getenv ("FOYER_LOCALE_DIR");

  g_unsetenv ("LANGUAGE");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : FOYER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (locales[i]) && languages[i].locale == (locale_t) 0; j++)
      if (locales[i][j] != NULL)
        languages[i].locale = newlocale (LC_ALL_MASK, locales[i][j], (locale_t) 0);
  for (gsize i = 1; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].locale == (locale_t) 0)
      g_message ("This system has no locale %s; pages in “%s” are not served.", locales[i][0], languages[i].tag);

  return NULL;
}

/**
 * foyer_web_language_init:
 *
 * Loads the languages. Before other threads are started.
 */
void
foyer_web_language_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, load, NULL);
}

/* "fr", "fr-CA;q=0.8", "*": how much a reader wants a language, in thousandths. */
static int
read_wish (const char *range,
           const char *tag,
           gboolean   *star)
{
  gsize length = strcspn (range, "-; \t");
  const char *weight = strstr (range, "q=");
  double quality = weight != NULL ? g_ascii_strtod (weight + 2, NULL) : 1.0;

  *star = length == 1 && *range == '*';
  if (!*star && (length != strlen (tag) || g_ascii_strncasecmp (range, tag, length) != 0))
    return -1;

  return (int) (CLAMP (quality, 0.0, 1.0) * 1000.0);
}

/**
 * foyer_web_language_choose:
 * @accept_language: (nullable): the header (RFC 9110, section 12.5.4)
 *
 * Returns: the language that a reader likes best among those there are
 */
const FoyerWebLanguage *
foyer_web_language_choose (const char *accept_language)
{
  const FoyerWebLanguage *best = &languages[0];
  int best_wish = 0;
  g_auto(GStrv) ranges = NULL;

  if (accept_language == NULL)
    return best;

  ranges = g_strsplit (accept_language, ",", 20);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      int wish = -1, otherwise = 0;

      if (languages[i].locale == (locale_t) 0)
        continue;
      for (gsize j = 0; ranges[j] != NULL; j++)
        {
          gboolean star;
          int one = read_wish (g_strstrip (ranges[j]), languages[i].tag, &star);

          if (star)
            otherwise = MAX (otherwise, one);
          else
            wish = MAX (wish, one);
        }
      if (wish < 0)
        wish = otherwise;
      if (wish > best_wish)
        {
          best = &languages[i];
          best_wish = wish;
        }
    }

  return best;
}
