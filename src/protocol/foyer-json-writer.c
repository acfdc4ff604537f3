/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-json-writer.h"

#include <stdlib.h>
#include <string.h>

struct _FoyerJsonWriter {
  GString *out;
  guint    depth;
};

/**
 * foyer_json_writer_new:
 *
 * Starts a text.
 *
 * Returns: (transfer full): a writer of nothing yet
 */
FoyerJsonWriter *
foyer_json_writer_new (void)
{
  FoyerJsonWriter *self = g_new0 (FoyerJsonWriter, 1);

  self->out = g_string_sized_new (512);

  return self;
}

/**
 * foyer_json_writer_free:
 * @self: (transfer full): a writer
 *
 * Drops what was written.
 */
void
foyer_json_writer_free (FoyerJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * foyer_json_writer_end:
 * @self: (transfer full): a writer whose value is whole
 *
 * Returns: (transfer full): what was written, without a line feed
 */
GBytes *
foyer_json_writer_end (FoyerJsonWriter *self)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->depth == 0, NULL);

  bytes = g_string_free_to_bytes (self->out);
  g_free (self);

  return bytes;
}

/* "<" is escaped as well, so that a document can stand in an HTML page. */
static void
append_text (GString    *out,
             const char *text)
{
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar ch = (guchar) *p;

      if (ch >= 0x20 && ch != '"' && ch != '\\' && ch != '<')
        continue;
      g_string_append_len (out, start, p - start);
      start = p + 1;
      if (ch == '"' || ch == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) ch);
        }
      else if (ch == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", ch);
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

static void
begin_value (FoyerJsonWriter *self,
             const char      *name)
{
  GString *out = self->out;

  if (out->len > 0 && strchr ("{[", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
  if (name != NULL)
    {
      append_text (out, name);
      g_string_append_c (out, ':');
    }
}

static void
begin_list (FoyerJsonWriter *self,
            const char      *name,
            char             bracket)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
}

static void
end_list (FoyerJsonWriter *self,
          char             bracket)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->depth > 0);

  g_string_append_c (self->out, bracket);
  self->depth--;
}

/**
 * foyer_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): the member, %NULL at the root and in an array
 *
 * Starts an object.
 */
void
foyer_json_writer_begin_object (FoyerJsonWriter *self,
                                const char      *name)
{
  begin_list (self, name, '{');
}

/**
 * foyer_json_writer_end_object:
 * @self: a writer in an object
 *
 * Ends it.
 */
void
foyer_json_writer_end_object (FoyerJsonWriter *self)
{
  end_list (self, '}');
}

/**
 * foyer_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): the member, %NULL at the root and in an array
 *
 * Starts an array.
 */
void
foyer_json_writer_begin_array (FoyerJsonWriter *self,
                               const char      *name)
{
  begin_list (self, name, '[');
}

/**
 * foyer_json_writer_end_array:
 * @self: a writer in an array
 *
 * Ends it.
 */
void
foyer_json_writer_end_array (FoyerJsonWriter *self)
{
  end_list (self, ']');
}

/**
 * foyer_json_writer_add_text:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @text: valid UTF-8
 *
 * Writes a text, escaped after RFC 8259; "<" is escaped too, for HTML.
 */
void
foyer_json_writer_add_text (FoyerJsonWriter *self,
                            const char      *name,
                            const char      *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  begin_value (self, name);
  append_text (self->out, text);
}

/**
 * foyer_json_writer_add_texts:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @texts: (nullable) (array zero-terminated=1): texts of valid UTF-8
 *
 * Writes an array of texts.
 */
void
foyer_json_writer_add_texts (FoyerJsonWriter  *self,
                             const char       *name,
                             char            **texts)
{
  begin_list (self, name, '[');
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    foyer_json_writer_add_text (self, NULL, texts[i]);
  end_list (self, ']');
}

/**
 * foyer_json_writer_add_int:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @value: within 2^53 either way
 *
 * Writes a whole number.
 */
void
foyer_json_writer_add_int (FoyerJsonWriter *self,
                           const char      *name,
                           gint64           value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * foyer_json_writer_add_degrees:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @millionths: of a degree
 *
 * Writes a coordinate in degrees, with six decimals whatever the locale says.
 */
void
foyer_json_writer_add_degrees (FoyerJsonWriter *self,
                               const char      *name,
                               int              millionths)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (millionths >= -180000000 && millionths <= 180000000);

  begin_value (self, name);
  g_string_append_printf (self->out, "%s%d.%06d", millionths < 0 ? "-" : "",
                          abs (millionths) / 1000000, abs (millionths) % 1000000);
}

/**
 * foyer_json_writer_add_bool:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @value: true or false
 *
 * Writes true or false.
 */
void
foyer_json_writer_add_bool (FoyerJsonWriter *self,
                            const char      *name,
                            gboolean         value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * foyer_json_writer_add_null:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 *
 * Writes null.
 */
void
foyer_json_writer_add_null (FoyerJsonWriter *self,
                            const char      *name)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->out, "null");
}

/**
 * foyer_json_writer_add_day:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @day: a valid day
 *
 * Writes a day as "2026-11-26".
 */
void
foyer_json_writer_add_day (FoyerJsonWriter *self,
                           const char      *name,
                           FoyerDay         day)
{
  char text[FOYER_DAY_TEXT_SIZE];

  foyer_json_writer_add_text (self, name, foyer_day_format (day, text));
}

/**
 * foyer_json_writer_add_json:
 * @self: a writer
 * @name: (nullable): the member, %NULL in an array
 * @json: a whole JSON value, such as a stored envelope
 *
 * Writes a value byte for byte.
 */
void
foyer_json_writer_add_json (FoyerJsonWriter *self,
                            const char      *name,
                            GBytes          *json)
{
  gsize size;
  const char *text;

  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  text = g_bytes_get_data (json, &size);
  begin_value (self, name);
  g_string_append_len (self->out, text, (gssize) size);
}
