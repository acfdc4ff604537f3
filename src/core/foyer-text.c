/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-text.h"

#include <string.h>

#include "core/foyer-error.h"

/* Real letters carry at most a handful; piles of them draw over the neighbours. */
#define MARKS_MAX 8

/* Composing makes one character of at most 12 bytes (Unicode 16: three of Kirat Rai), so what is
 * longer than this before is longer than the limit after it. */
#define BYTES_PER_CHAR_MAX 16

typedef enum {
  SHAPE_NAME,
  SHAPE_LINE,
  SHAPE_BLOCK,
} Shape;

static gboolean
is_mark (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return type == G_UNICODE_NON_SPACING_MARK ||
         type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_SPACING_MARK;
}

/* Unicode's Default_Ignorable_Code_Point outside of the format characters, and what is
 * drawn as nothing. */
static gboolean
is_invisible (gunichar ch)
{
  return g_unichar_type (ch) == G_UNICODE_FORMAT ||
         ch == 0x034f || ch == 0x115f || ch == 0x1160 || ch == 0x2800 ||
         ch == 0x3164 || ch == 0xffa0 ||
         (ch >= 0x17b4 && ch <= 0x17b5) ||
         (ch >= 0x180b && ch <= 0x180f) ||
         (ch >= 0xfe00 && ch <= 0xfe0f) ||
         (ch >= 0xe0000 && ch <= 0xe0fff);
}

/* The zero width space is a place to break a line, so it is a blank at an end. */
static gboolean
is_blank (gunichar ch)
{
  return g_unichar_isspace (ch) || ch == 0x200b;
}

/* Bidi_Control of Unicode: they change how the text around them is read. */
static gboolean
is_bidi_control (gunichar ch)
{
  return ch == 0x061c || ch == 0x200e || ch == 0x200f ||
         (ch >= 0x202a && ch <= 0x202e) ||
         (ch >= 0x2066 && ch <= 0x2069);
}

static gboolean
is_noncharacter (gunichar ch)
{
  return (ch & 0xfffe) == 0xfffe || (ch >= 0xfdd0 && ch <= 0xfdef);
}

/* Returns: (nullable): why @ch may not stand in a text */
static const char *
refuse_char (gunichar ch,
             Shape    shape)
{
  if (ch == '\n' && shape == SHAPE_BLOCK)
    return NULL;
  if (g_unichar_type (ch) == G_UNICODE_CONTROL || ch == 0x2028 || ch == 0x2029)
    return "has a control character";
  if (is_bidi_control (ch))
    return "has a character that changes the direction of writing";
  if (ch == 0xfeff || (ch >= 0xfff9 && ch <= 0xfffb) || is_noncharacter (ch) ||
      g_unichar_type (ch) == G_UNICODE_PRIVATE_USE ||
      g_unichar_type (ch) == G_UNICODE_SURROGATE)
    return "has a character that is not for text";
  return NULL;
}

/* What a text view and other systems put between lines, as line feeds and blanks. */
static char *
unify_lines (const char *text,
             gsize       length)
{
  g_autoptr(GString) lines = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\r')
        {
          g_string_append_c (lines, '\n');
          if (i + 1 < length && text[i + 1] == '\n')
            i++;
        }
      else
        g_string_append_c (lines, text[i] == '\t' ? ' ' : text[i]);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && is_blank (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);
  while (*end > *start)
    {
      const char *last = g_utf8_prev_char (*end);

      if (!is_blank (g_utf8_get_char (last)))
        break;
      *end = last;
    }
}

static gboolean
check_chars (const char  *text,
             const char  *field,
             Shape        shape,
             GError     **error)
{
  gboolean visible = FALSE;
  guint n_marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      const char *reason = refuse_char (ch, shape);

      n_marks = is_mark (ch) ? n_marks + 1 : 0;
      if (reason == NULL && n_marks > MARKS_MAX)
        reason = "has a pile of accents";
      if (reason != NULL)
        {
          g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "%s %s", field, reason);
          return FALSE;
        }
      visible |= !is_blank (ch) && !is_invisible (ch) && !is_mark (ch);
    }

  if (!visible && (shape == SHAPE_NAME || *text != '\0'))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "%s is empty", field);
      return FALSE;
    }

  return TRUE;
}

static char *
clean (const char  *text,
       const char  *field,
       gsize        max_chars,
       Shape        shape,
       GError     **error)
{
  const char *start = text;
  const char *end;
  g_autofree char *trimmed = NULL;
  g_autofree char *composed = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (max_chars > 0 && max_chars <= G_MAXINT32, NULL);

  if (!g_utf8_validate (text, -1, &end))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "%s is not valid UTF-8", field);
      return NULL;
    }

  trim (&start, &end);
  /* Before composing, whose time grows with the square of a pile of accents. */
  if ((gsize) (end - start) > max_chars * BYTES_PER_CHAR_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                   "%s has more than %" G_GSIZE_FORMAT " characters", field, max_chars);
      return NULL;
    }

  trimmed = shape == SHAPE_BLOCK ? unify_lines (start, end - start)
                                 : g_strndup (start, end - start);
  if (!check_chars (trimmed, field, shape, error))
    return NULL;

  composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_NFC);
  /* Once more: a mark that Unicode excludes from composing (U+0344) comes out as two. */
  if (!check_chars (composed, field, shape, error))
    return NULL;
  if ((gsize) g_utf8_strlen (composed, -1) > max_chars)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                   "%s has more than %" G_GSIZE_FORMAT " characters", field, max_chars);
      return NULL;
    }

  return g_steal_pointer (&composed);
}

/**
 * foyer_text_clean_name:
 * @text: what was typed; any bytes
 * @field: what the text is, for the message
 * @max_chars: the longest text, in characters after composing
 * @error: return location for an error
 *
 * Cleans one line that must say something.
 *
 * The result is composed (Unicode NFC) and has no blanks at its ends. Refused are control
 * characters, characters with the Bidi_Control property (UAX 9), byte order marks,
 * noncharacters, private use characters, more than 8 combining marks in a row, and a text
 * without a single visible character.
 *
 * Returns: (transfer full): the clean text, or %NULL with %FOYER_ERROR_INVALID
 */
char *
foyer_text_clean_name (const char  *text,
                       const char  *field,
                       gsize        max_chars,
                       GError     **error)
{
  return clean (text, field, max_chars, SHAPE_NAME, error);
}

/**
 * foyer_text_clean_line:
 * @text: what was typed; any bytes
 * @field: what the text is, for the message
 * @max_chars: the longest text, in characters after composing
 * @error: return location for an error
 *
 * Cleans one line as [func@text_clean_name] does, but lets it be empty.
 *
 * Returns: (transfer full): the clean text, or %NULL with %FOYER_ERROR_INVALID
 */
char *
foyer_text_clean_line (const char  *text,
                       const char  *field,
                       gsize        max_chars,
                       GError     **error)
{
  return clean (text, field, max_chars, SHAPE_LINE, error);
}

/**
 * foyer_text_clean_block:
 * @text: what was typed; any bytes
 * @field: what the text is, for the message
 * @max_chars: the longest text, in characters after composing
 * @error: return location for an error
 *
 * Cleans several lines, as [func@text_clean_line] cleans one. Line feeds stay, other
 * line ends become line feeds, and tabulators become blanks.
 *
 * Returns: (transfer full): the clean text, or %NULL with %FOYER_ERROR_INVALID
 */
char *
foyer_text_clean_block (const char  *text,
                        const char  *field,
                        gsize        max_chars,
                        GError     **error)
{
  return clean (text, field, max_chars, SHAPE_BLOCK, error);
}

/**
 * foyer_text_clean_list:
 * @texts: (array zero-terminated=1): what was typed
 * @field: what each text is, for the message
 * @max_texts: the most texts
 * @max_chars: the longest text, in characters after composing
 * @error: return location for an error
 *
 * Cleans words that stand in a row, such as tags. Empty ones and those that fold to an
 * earlier one are left out; the order stays.
 *
 * Returns: (transfer full) (array zero-terminated=1): the clean texts, or %NULL with
 *   %FOYER_ERROR_INVALID
 */
char **
foyer_text_clean_list (const char * const  *texts,
                       const char          *field,
                       gsize                max_texts,
                       gsize                max_chars,
                       GError             **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (texts != NULL, NULL);

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *line = foyer_text_clean_line (texts[i], field, max_chars, error);

      if (line == NULL)
        return NULL;
      if (*line == '\0' || !g_hash_table_add (seen, foyer_text_fold (line)))
        continue;
      if (g_hash_table_size (seen) > max_texts)
        {
          g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                       "%s is given more than %" G_GSIZE_FORMAT " times", field, max_texts);
          return NULL;
        }
      g_strv_builder_take (builder, g_steal_pointer (&line));
    }

  return g_strv_builder_end (builder);
}
