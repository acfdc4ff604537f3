/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-search-words.h"

#include <string.h>

#include "core/foyer-text.h"

/* More words than this say no more. */
#define WORDS_MAX 12
/* A sign is made of so many bytes of a word and what is before it: the start of a word has the
 * sign of the word. */
#define START_BYTES 4

struct _FoyerSearchWords {
  GPtrArray       *needles;              /* as they stand in the text of a listing */
  FoyerSearchSign  sign;
  gboolean         is_vain;
};

/* Returns: (nullable): where the next word of a folded text begins */
static const char *
find_word (const char  *text,
           const char **end)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '\0')
    return NULL;

  *end = text;
  while (**end != '\0' && (g_unichar_isalnum (g_utf8_get_char (*end)) || g_unichar_ismark (g_utf8_get_char (*end))))
    *end = g_utf8_next_char (*end);

  return text;
}

static void
append_words (GString    *words,
              GHashTable *seen,
              const char *text)
{
  g_autofree char *folded = foyer_text_fold (text);
  const char *end = folded;

  for (const char *at = find_word (folded, &end); at != NULL; at = find_word (end, &end))
    {
      char *word = g_strndup (at, (gsize) (end - at));

      if (g_hash_table_contains (seen, word))
        g_free (word);
      else
        {
          g_string_append (words, word);
          g_string_append_c (words, ' ');
          g_hash_table_add (seen, word);
        }
    }
}

char *
foyer_search_words_write (const FoyerListing *listing)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) words = g_string_new (" ");

  append_words (words, seen, listing->name);
  append_words (words, seen, listing->about);
  append_words (words, seen, listing->area);
  for (gsize i = 0; listing->tags != NULL && listing->tags[i] != NULL; i++)
    append_words (words, seen, listing->tags[i]);
  g_string_append_c (words, '\n');
  for (gsize i = 0; listing->tags != NULL && listing->tags[i] != NULL; i++)
    {
      g_autofree char *folded = foyer_text_fold (listing->tags[i]);

      g_string_append_printf (words, "%s\n", folded);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* How a word or a tag begins, with the blank or line end before it; @is_begun when more of it
 * may follow. */
static void
add_sign (FoyerSearchSign *sign,
          const char      *start,
          gsize            length,
          gboolean         is_begun)
{
  guint32 hash = 2166136261u;            /* FNV-1a */

  if (length < 2)
    return;
  sign->bits[4] |= G_GUINT64_CONSTANT (1) << ((guint8) start[1] & 63);
  if (is_begun && length < START_BYTES)
    return;
  for (gsize i = 0; i < MIN (length, START_BYTES); i++)
    hash = (hash ^ (guint8) start[i]) * 16777619u;
  hash ^= hash >> 15;
  sign->bits[(hash >> 6) & 3] |= G_GUINT64_CONSTANT (1) << (hash & 63);
}

FoyerSearchSign
foyer_search_sign_make (const char *words)
{
  FoyerSearchSign sign = { { 0 } };

  for (const char *at = words; *at != '\0' && at[1] != '\0';)
    {
      gsize length = *at == ' ' ? strcspn (at + 1, " \n") : strcspn (at + 1, "\n");

      add_sign (&sign, at, 1 + length, FALSE);
      at += 1 + length;
    }

  return sign;
}

static void
want (FoyerSearchWords *self,
      char              before,
      const char       *text,
      gsize             length,
      gboolean          is_whole)
{
  g_ptr_array_add (self->needles,
                   g_strdup_printf (is_whole ? "%c%.*s%c" : "%c%.*s", before, (int) length, text, before));
  add_sign (&self->sign, self->needles->pdata[self->needles->len - 1], 1 + length, !is_whole);
}

static void
want_words (FoyerSearchWords *self,
            const char       *text)
{
  g_autofree char *folded = foyer_text_fold (text);
  const char *end = folded;
  const char *at = find_word (folded, &end);

  self->is_vain = at == NULL;
  while (at != NULL)
    {
      const char *next_end = end;
      const char *next = self->needles->len + 1 < WORDS_MAX ? find_word (end, &next_end) : NULL;

      want (self, ' ', at, (gsize) (end - at), next != NULL);
      at = next;
      end = next_end;
    }
}

FoyerSearchWords *
foyer_search_words_new (const char *text,
                        const char *tag)
{
  FoyerSearchWords *self = g_new0 (FoyerSearchWords, 1);

  self->needles = g_ptr_array_new_with_free_func (g_free);
  if (text != NULL)
    want_words (self, text);
  if (tag != NULL)
    {
      g_autofree char *folded = foyer_text_fold (tag);

      want (self, '\n', folded, strlen (folded), TRUE);
      self->is_vain = FALSE;
    }

  return self;
}

void
foyer_search_words_free (FoyerSearchWords *self)
{
  g_ptr_array_unref (self->needles);
  g_free (self);
}

gboolean
foyer_search_words_is_vain (const FoyerSearchWords *self)
{
  return self->is_vain;
}

gboolean
foyer_search_words_match (const FoyerSearchWords *self,
                          FoyerSearchSign         sign,
                          const char             *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sign.bits); i++)
    if ((sign.bits[i] & self->sign.bits[i]) != self->sign.bits[i])
      return FALSE;
  for (guint i = 0; i < self->needles->len; i++)
    if (strstr (words, self->needles->pdata[i]) == NULL)
      return FALSE;

  return TRUE;
}
