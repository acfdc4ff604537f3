/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-names.h"

#include <string.h>

#include "core/foyer-text.h"

#define LETTERS_LEAST 2

/* The words of a name: what stands between blanks, hyphens and apostrophes. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = foyer_text_fold (text);
  g_auto(GStrv) parts = g_strsplit_set (folded, " -'", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

static gboolean
is_same (const char *one,
         const char *other)
{
  g_autofree char *one_fold = foyer_text_fold (one);
  g_autofree char *other_fold = foyer_text_fold (other);

  return g_str_equal (one_fold, other_fold);
}

char *
foyer_kiosk_names_first (const char *name)
{
  const char *end;

  g_return_val_if_fail (name != NULL, NULL);

  while (*name == ' ')
    name++;
  end = strchr (name, ' ');
  return end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

gboolean
foyer_kiosk_names_enough (const char *typed)
{
  guint n = 0;

  g_return_val_if_fail (typed != NULL, FALSE);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n >= LETTERS_LEAST;
}

gboolean
foyer_kiosk_names_match (const char *name,
                         const char *typed)
{
  g_auto(GStrv) words = NULL;
  g_auto(GStrv) wanted = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  words = split_words (name);
  wanted = split_words (typed);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; words[j] != NULL && !found; j++)
        found = g_str_has_prefix (words[j], wanted[i]);
      if (!found)
        return FALSE;
    }

  return wanted[0] != NULL;
}

gboolean
foyer_kiosk_names_is_same (const char *name,
                           const char *typed)
{
  g_autofree char *cleaned = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  cleaned = g_strstrip (g_strdup (typed));
  return is_same (name, cleaned);
}

/* "D." of "Marie Dupont", "" of "Marie" */
static char *
make_initial (const char *name)
{
  g_autofree char *cleaned = g_strstrip (g_strdup (name));
  const char *last = strrchr (cleaned, ' ');
  char letter[6 + 1] = { 0 };

  if (last == NULL)
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (last + 1)), letter);
  return g_strconcat (" ", letter, ".", NULL);
}

char **
foyer_kiosk_names_label (const char * const *names)
{
  guint n;
  g_auto(GStrv) labels = NULL;

  g_return_val_if_fail (names != NULL, NULL);

  n = g_strv_length ((char **) names);
  labels = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *first = foyer_kiosk_names_first (names[i]);
      g_autofree char *initial = make_initial (names[i]);
      gboolean shared = FALSE;
      gboolean twin = FALSE;

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *other_first = foyer_kiosk_names_first (names[j]);
          g_autofree char *other_initial = make_initial (names[j]);

          if (j == i || !is_same (first, other_first))
            continue;
          shared = TRUE;
          twin = twin || is_same (initial, other_initial);
        }
      labels[i] = twin ? g_strdup ("") : g_strconcat (first, shared ? initial : "", NULL);
    }

  return g_steal_pointer (&labels);
}
