/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-json-scan-private.h"

#include <string.h>

#include "protocol/foyer-json.h"
#include "protocol/foyer-protocol-error.h"

/* json-glib's strict mode still takes the last of two equal keys, cuts a text at "\u0000",
 * saturates integers, makes 1e999 infinite and nests a thousand deep. So this reads every
 * byte first, after the grammar of RFC 8259, and takes less than it. */

#define INTEGER_MAX (G_GINT64_CONSTANT (1) << 53)
#define DECIMALS_MAX 6

typedef struct {
  const char *text;
  gsize       at;
  gsize       length;
  guint       depth;
  GError    **error;
} Scan;

static gboolean scan_value (Scan *scan);

static gboolean
refuse (Scan       *scan,
        const char *reason)
{
  g_set_error (scan->error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX,
               "byte %" G_GSIZE_FORMAT ": %s", scan->at, reason);
  return FALSE;
}

/* Returns: the next byte, 0 at the end; a NUL byte in the text is refused everywhere */
static char
peek (const Scan *scan)
{
  return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->length && strchr (" \t\r\n", scan->text[scan->at]) != NULL &&
         scan->text[scan->at] != '\0')
    scan->at++;
}

static gboolean
scan_hex (Scan     *scan,
          gunichar *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return refuse (scan, "\\u wants four hexadecimal digits");
      *value = *value << 4 | (gunichar) digit;
      scan->at++;
    }

  return TRUE;
}

static gboolean
scan_unicode_escape (Scan    *scan,
                     GString *decoded)
{
  gunichar ch;

  if (!scan_hex (scan, &ch))
    return FALSE;
  if (ch == 0)
    return refuse (scan, "a text with \\u0000");
  if (ch >= 0xdc00 && ch <= 0xdfff)
    return refuse (scan, "a second surrogate without the first");
  if (ch >= 0xd800 && ch <= 0xdbff)
    {
      gunichar low;

      if (scan->length - scan->at < 6 || strncmp (scan->text + scan->at, "\\u", 2) != 0)
        return refuse (scan, "a first surrogate without the second");
      scan->at += 2;
      if (!scan_hex (scan, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return refuse (scan, "a first surrogate without the second");
      ch = 0x10000 + ((ch - 0xd800) << 10) + (low - 0xdc00);
    }
  if (decoded != NULL)
    g_string_append_unichar (decoded, ch);

  return TRUE;
}

static gboolean
scan_escape (Scan    *scan,
             GString *decoded)
{
  static const char written[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  char ch = peek (scan);
  const char *found = ch == '\0' ? NULL : strchr (written, ch);

  if (ch != 'u' && found == NULL)
    return refuse (scan, "an escape that JSON does not have");
  scan->at++;
  if (ch == 'u')
    return scan_unicode_escape (scan, decoded);
  if (decoded != NULL)
    g_string_append_c (decoded, meant[found - written]);

  return TRUE;
}

static gboolean
scan_string (Scan    *scan,
             GString *decoded)
{
  scan->at++;
  while (scan->at < scan->length)
    {
      guchar ch = (guchar) scan->text[scan->at];

      if (ch < 0x20)
        return refuse (scan, "a control character in a text");
      scan->at++;
      if (ch == '"')
        return TRUE;
      if (ch == '\\')
        {
          if (!scan_escape (scan, decoded))
            return FALSE;
        }
      else if (decoded != NULL)
        g_string_append_c (decoded, (char) ch);
    }

  return refuse (scan, "a text without an end");
}

static gboolean
scan_number (Scan *scan)
{
  gint64 value = 0;
  gsize first;

  if (peek (scan) == '-')
    scan->at++;
  first = scan->at;
  while (g_ascii_isdigit (peek (scan)))
    {
      value = value * 10 + (peek (scan) - '0');
      if (value > INTEGER_MAX)
        return refuse (scan, "a number beyond 2^53");
      scan->at++;
    }
  if (scan->at == first)
    return refuse (scan, "a number without digits");
  if (scan->text[first] == '0' && scan->at - first > 1)
    return refuse (scan, "a number with a leading zero");

  if (peek (scan) == '.')
    {
      first = ++scan->at;
      while (g_ascii_isdigit (peek (scan)))
        scan->at++;
      if (scan->at == first)
        return refuse (scan, "a number without decimals behind its point");
      if (scan->at - first > DECIMALS_MAX)
        return refuse (scan, "a number with more than six decimals");
    }
  if (peek (scan) == 'e' || peek (scan) == 'E')
    return refuse (scan, "a number with an exponent");

  return TRUE;
}

static gboolean
scan_word (Scan       *scan,
           const char *word)
{
  gsize size = strlen (word);

  if (scan->length - scan->at < size || memcmp (scan->text + scan->at, word, size) != 0)
    return refuse (scan, "neither a value nor a word of JSON");
  scan->at += size;

  return TRUE;
}

static gboolean
scan_member (Scan       *scan,
             GHashTable *names)
{
  g_autoptr(GString) name = g_string_new (NULL);

  if (peek (scan) != '"')
    return refuse (scan, "a member without a name");
  if (!scan_string (scan, name))
    return FALSE;
  if (!g_hash_table_add (names, g_string_free (g_steal_pointer (&name), FALSE)))
    return refuse (scan, "a member that is there twice");
  skip_blanks (scan);
  if (peek (scan) != ':')
    return refuse (scan, "a member without a value");
  scan->at++;

  return scan_value (scan);
}

/* Objects and arrays differ in their brackets and in the names. */
static gboolean
scan_list (Scan *scan,
           char  end)
{
  g_autoptr(GHashTable) names = NULL;

  if (++scan->depth > FOYER_JSON_DEPTH_MAX)
    return refuse (scan, "nested too deep");
  if (end == '}')
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scan->at++;
  skip_blanks (scan);
  if (peek (scan) == end)
    {
      scan->at++;
      scan->depth--;
      return TRUE;
    }
  while (TRUE)
    {
      skip_blanks (scan);
      if (!(names != NULL ? scan_member (scan, names) : scan_value (scan)))
        return FALSE;
      skip_blanks (scan);
      if (peek (scan) != ',')
        break;
      scan->at++;
    }
  if (peek (scan) != end)
    return refuse (scan, "a list without an end");
  scan->at++;
  scan->depth--;

  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  skip_blanks (scan);
  switch (peek (scan))
    {
    case '{':
      return scan_list (scan, '}');
    case '[':
      return scan_list (scan, ']');
    case '"':
      return scan_string (scan, NULL);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return scan_number (scan);
    default:
      return refuse (scan, "no value");
    }
}

/* Whether @text is one JSON value of the kind that travels: RFC 8259, UTF-8 without a byte
 * order mark, at most FOYER_JSON_SIZE_MAX bytes and FOYER_JSON_DEPTH_MAX levels, no name
 * twice in an object, no U+0000, whole surrogate pairs, numbers within 2^53 without exponent
 * and with at most six decimals. */
gboolean
foyer_json_scan (const char  *text,
                 gsize        length,
                 GError     **error)
{
  Scan scan = { text, 0, length, 0, error };
  const char *end;

  if (length > FOYER_JSON_SIZE_MAX)
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE,
                   "more than %d bytes of JSON", FOYER_JSON_SIZE_MAX);
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &end))
    {
      scan.at = end - text;
      return refuse (&scan, "not UTF-8");
    }

  if (!scan_value (&scan))
    return FALSE;
  skip_blanks (&scan);
  if (scan.at < length)
    return refuse (&scan, "something behind the end");

  return TRUE;
}
