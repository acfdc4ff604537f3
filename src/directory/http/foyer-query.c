/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-query.h"

#include <string.h>

#include "protocol/foyer-protocol-error.h"

#define VALUE_MAX 400
#define DECIMALS 6

struct _FoyerQuery {
  GHashTable *values;
};

static gboolean
refuse (GError     **error,
        const char  *name,
        const char  *reason)
{
  g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID, "%s: %s", name, reason);
  return FALSE;
}

/* Returns: (nullable): what a value stands for, "+" being a blank as forms write it */
static char *
decode (const char *text,
        gsize       length)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      int ch = (guchar) text[i];

      if (ch == '+')
        ch = ' ';
      else if (ch == '%')
        {
          if (i + 2 >= length || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2]))
            return NULL;
          ch = g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]);
          i += 2;
        }
      if (ch < ' ' || ch == 0x7f)
        return NULL;
      g_string_append_c (out, (char) ch);
    }
  if (out->len > VALUE_MAX || !g_utf8_validate_len (out->str, out->len, NULL))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
add_pair (FoyerQuery          *self,
          const char          *pair,
          const char * const  *names,
          GError             **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;
  g_autofree char *value = NULL;

  if (name == NULL || !g_strv_contains (names, name))
    return refuse (error, "query", "has a member that is not known here");
  if (g_hash_table_contains (self->values, name))
    return refuse (error, name, "is given twice");
  value = decode (equals + 1, strlen (equals + 1));
  if (value == NULL)
    return refuse (error, name, "is not written as a URL wants it");
  g_hash_table_insert (self->values, g_steal_pointer (&name), g_steal_pointer (&value));

  return TRUE;
}

/**
 * foyer_query_parse:
 * @text: (nullable): what follows the question mark
 * @names: (array zero-terminated=1): what it may have
 * @error: return location for an error
 *
 * Returns: (transfer full): the query, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerQuery *
foyer_query_parse (const char         *text,
                   const char * const *names,
                   GError            **error)
{
  g_autoptr(FoyerQuery) self = g_new0 (FoyerQuery, 1);
  g_auto(GStrv) pairs = NULL;

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (text == NULL || *text == '\0')
    return g_steal_pointer (&self);

  pairs = g_strsplit (text, "&", -1);
  for (gsize i = 0; pairs[i] != NULL; i++)
    if (!add_pair (self, pairs[i], names, error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * foyer_query_free:
 * @self: (transfer full): a query
 *
 * Frees a query.
 */
void
foyer_query_free (FoyerQuery *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

/**
 * foyer_query_get:
 * @self: a query
 * @name: of a value
 *
 * Returns: (nullable): the value, %NULL when it is not given or empty
 */
const char *
foyer_query_get (FoyerQuery *self,
                 const char *name)
{
  const char *value = g_hash_table_lookup (self->values, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * foyer_query_get_int:
 * @self: a query
 * @name: of a value
 * @otherwise: when it is not given
 * @min: the least
 * @max: the most
 * @value: (out): the number
 * @error: return location for an error
 *
 * Returns: whether it is a whole number in range, else %FOYER_PROTOCOL_ERROR_INVALID
 */
gboolean
foyer_query_get_int (FoyerQuery  *self,
                     const char  *name,
                     int          otherwise,
                     int          min,
                     int          max,
                     int         *value,
                     GError     **error)
{
  const char *text = foyer_query_get (self, name);
  gint64 number = otherwise;

  if (text != NULL &&
      (strspn (text, "0123456789") != strlen (text) ||
       !g_ascii_string_to_signed (text, 10, min, max, &number, NULL)))
    return refuse (error, name, "is not a number in its range");
  *value = (int) number;

  return TRUE;
}

/* A coordinate in degrees with up to six decimals; the rest of @at behind it. */
static const char *
take_degrees (const char *at,
              int         most,
              int        *e6)
{
  gboolean negative = *at == '-';
  gint64 value = 0;
  int digits, decimals = 0;

  at += negative ? 1 : 0;
  for (digits = 0; g_ascii_isdigit (*at) && digits < 4; digits++)
    value = value * 10 + (*at++ - '0');
  if (digits == 0 || digits > 3)
    return NULL;
  if (*at == '.')
    {
      at++;
      for (; g_ascii_isdigit (*at) && decimals < DECIMALS; decimals++)
        value = value * 10 + (*at++ - '0');
      if (decimals == 0 || g_ascii_isdigit (*at))
        return NULL;
    }
  for (; decimals < DECIMALS; decimals++)
    value *= 10;
  if (value > (gint64) most * 1000000)
    return NULL;
  *e6 = (int) (negative ? -value : value);

  return at;
}

/**
 * foyer_query_get_point:
 * @self: a query
 * @name: of a value such as "45.76,4.84"
 * @lat_e6: (out): millionths of a degree
 * @lon_e6: (out): millionths of a degree
 * @error: return location for an error
 *
 * Returns: whether it is a point on earth, else %FOYER_PROTOCOL_ERROR_INVALID
 */
gboolean
foyer_query_get_point (FoyerQuery  *self,
                       const char  *name,
                       int         *lat_e6,
                       int         *lon_e6,
                       GError     **error)
{
  const char *at = foyer_query_get (self, name);

  if (at != NULL)
    at = take_degrees (at, 90, lat_e6);
  if (at != NULL)
    at = *at == ',' ? take_degrees (at + 1, 180, lon_e6) : NULL;
  if (at == NULL || *at != '\0')
    return refuse (error, name, "is not a point such as 45.76,4.84");

  return TRUE;
}
