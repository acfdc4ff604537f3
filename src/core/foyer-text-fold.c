/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-text.h"

#include <string.h>

/* A text folded, and, when it is wanted, which bytes of the original each folded byte
 * stands for. */
typedef struct {
  GString *text;
  GArray  *sources;              /* (nullable) (element-type FoyerTextSpan): one per byte */
  gsize    last_base;            /* where the bytes of the last character start in @text */
  gboolean blank_wanted;
} Folding;

/* The next character of any bytes; each byte that is not UTF-8 counts as one U+FFFD. */
static gunichar
next_char (const char **p,
           const char  *end)
{
  gunichar ch;

  if ((guchar) **p < 0x80)
    return (guchar) *(*p)++;

  ch = g_utf8_get_char_validated (*p, end - *p);
  if (ch == (gunichar) -1 || ch == (gunichar) -2)
    {
      (*p)++;
      return 0xfffd;
    }
  *p = g_utf8_next_char (*p);

  return ch;
}

/* Accents, points and the like, which people leave out when they type. Not the vowel
 * signs and voicing marks of scripts that cannot be read without them. */
static gboolean
is_accent (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);
  int class;

  if (type == G_UNICODE_ENCLOSING_MARK)
    return TRUE;
  if (type != G_UNICODE_NON_SPACING_MARK)
    return FALSE;

  class = g_unichar_combining_class (ch);
  return class == 1 || (class >= 10 && class <= 36) || class >= 200 ||
         ch == 0x034f || (ch >= 0xfe00 && ch <= 0xfe0f);
}

/* Blanks, and what joins words: "Jean-Luc" and "Jean Luc" are one name, "l'Hay" is "l Hay". */
static gboolean
separates (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return g_unichar_isspace (ch) ||
         type == G_UNICODE_CONTROL || type == G_UNICODE_DASH_PUNCTUATION ||
         ch == '\'' || ch == '`' || ch == 0x00b4 || ch == 0x02b9 || ch == 0x02bc ||
         ch == 0x2018 || ch == 0x2019 || ch == 0x201b || ch == 0x2032 || ch == 0x2212;
}

/* Letters that Unicode does not take apart, as people without that key write them. */
static const char *
spell_letter (gunichar ch)
{
  switch (ch)
    {
    case 0x00df: return "ss";    /* ß */
    case 0x00e6: return "ae";    /* æ */
    case 0x00f0: return "d";     /* ð */
    case 0x00f8: return "o";     /* ø */
    case 0x00fe: return "th";    /* þ */
    case 0x0111: return "d";     /* đ */
    case 0x0127: return "h";     /* ħ */
    case 0x0131: return "i";     /* ı */
    case 0x0142: return "l";     /* ł */
    case 0x014b: return "n";     /* ŋ */
    case 0x0153: return "oe";    /* œ */
    case 0x0167: return "t";     /* ŧ */
    case 0x03c2: return "σ";     /* ς */
    default:     return NULL;
    }
}

static void
append (Folding    *self,
        const char *bytes,
        gsize       length,
        gsize       start,
        gsize       end)
{
  FoyerTextSpan span = { start, end };

  g_string_append_len (self->text, bytes, length);
  for (gsize i = 0; self->sources != NULL && i < length; i++)
    g_array_append_val (self->sources, span);
}

/* An accent belongs to the letter before it, also where that letter is shown bold. */
static void
extend_last (Folding *self,
             gsize    end)
{
  if (self->sources == NULL)
    return;
  for (gsize i = self->last_base; i < self->sources->len; i++)
    g_array_index (self->sources, FoyerTextSpan, i).end = end;
}

static void
append_letter (Folding  *self,
               gunichar  ch,
               gsize     start,
               gsize     end)
{
  gunichar lower = g_unichar_tolower (ch);
  const char *spelled = spell_letter (lower);
  char bytes[6];

  if (self->blank_wanted && self->text->len > 0)
    append (self, " ", 1, start, start);
  self->blank_wanted = FALSE;

  if (spelled != NULL)
    append (self, spelled, strlen (spelled), start, end);
  else
    append (self, bytes, g_unichar_to_utf8 (lower, bytes), start, end);
}

static void
fold_char (Folding  *self,
           gunichar  ch,
           gsize     start,
           gsize     end)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (ch < 0x80)
    {
      parts[0] = ch;
      n_parts = 1;
    }
  else
    n_parts = g_unichar_fully_decompose (ch, TRUE, parts, G_N_ELEMENTS (parts));

  if (!is_accent (ch))
    self->last_base = self->text->len;
  for (gsize i = 0; i < n_parts; i++)
    {
      if (is_accent (parts[i]))
        extend_last (self, end);
      else if (separates (parts[i]))
        self->blank_wanted = TRUE;
      else if (g_unichar_type (parts[i]) != G_UNICODE_FORMAT)
        append_letter (self, parts[i], start, end);
    }
}

static void
fold (Folding    *self,
      const char *text)
{
  const char *end = text + strlen (text);

  self->text = g_string_sized_new (end - text + 1);
  for (const char *p = text; p < end;)
    {
      gsize start = p - text;
      gunichar ch = next_char (&p, end);

      fold_char (self, ch, start, p - text);
    }
}

/**
 * foyer_text_fold:
 * @text: any bytes; those that are not UTF-8 fold to U+FFFD
 *
 * Brings spellings that people take for the same to one form, for search and for "the
 * same name": lower case, taken apart by Unicode NFKD without accents, letters such as
 * ß, œ and ł spelled out, hyphens, apostrophes and blanks of every kind as single
 * blanks, none at the ends. The time grows with the length of @text alone.
 *
 * Returns: (transfer full): the folded text; folding it again gives the same
 */
char *
foyer_text_fold (const char *text)
{
  Folding folding = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  fold (&folding, text);

  return g_string_free (folding.text, FALSE);
}

/* Adds where @word stands, at starts of words or anywhere; returns whether it does. */
static gboolean
find_word (const Folding *folding,
           const char    *word,
           gboolean       at_start,
           GArray        *spans)
{
  gsize length = strlen (word);
  gboolean found = FALSE;

  for (const char *p = strstr (folding->text->str, word); p != NULL; p = strstr (p + 1, word))
    {
      gsize first = p - folding->text->str;
      FoyerTextSpan span;

      if (at_start && first > 0 && folding->text->str[first - 1] != ' ')
        continue;
      span.start = g_array_index (folding->sources, FoyerTextSpan, first).start;
      span.end = g_array_index (folding->sources, FoyerTextSpan, first + length - 1).end;
      g_array_append_val (spans, span);
      found = TRUE;
    }

  return found;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const FoyerTextSpan *left = a;
  const FoyerTextSpan *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Sorts, and joins those that touch. */
static void
merge_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      FoyerTextSpan *last = &g_array_index (spans, FoyerTextSpan, kept);
      const FoyerTextSpan *next = &g_array_index (spans, FoyerTextSpan, i);

      if (next->start <= last->end)
        last->end = MAX (last->end, next->end);
      else
        g_array_index (spans, FoyerTextSpan, ++kept) = *next;
    }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

/**
 * foyer_text_find:
 * @text: the text that is shown; any bytes
 * @needle: words that were searched
 *
 * Finds where the words of @needle stand in @text when both are folded as by
 * [func@text_fold]: every place where a word starts so, or, when there is none, every
 * place inside words. Spans never split a character, nor one from its accents.
 *
 * Returns: (transfer full) (element-type FoyerTextSpan): in the order of the text,
 *   without overlaps; empty when nothing was found
 */
GArray *
foyer_text_find (const char *text,
                 const char *needle)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (FoyerTextSpan));
  g_autoptr(GArray) sources = g_array_new (FALSE, FALSE, sizeof (FoyerTextSpan));
  Folding folding = { .sources = sources };
  g_autofree char *folded_needle = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (needle != NULL, NULL);

  folded_needle = foyer_text_fold (needle);
  words = g_strsplit (folded_needle, " ", -1);
  fold (&folding, text);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !find_word (&folding, words[i], TRUE, spans))
      find_word (&folding, words[i], FALSE, spans);
  g_string_free (folding.text, TRUE);
  merge_spans (spans);

  return g_steal_pointer (&spans);
}
