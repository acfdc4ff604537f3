/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "core/foyer-random.h"
#include "core/foyer-text.h"
#include "protocol/foyer-json-scan-private.h"
#include "protocol/foyer-protocol-error.h"

typedef struct {
  JsonNode   *node;
  const char *name;              /* NULL: an item of an array */
  gsize       index;
} Level;

struct _FoyerJson {
  JsonNode *root;
  Level     levels[FOYER_JSON_DEPTH_MAX + 2];
  guint     n_levels;
  GError   *failure;
};

/**
 * foyer_json_parse:
 * @text: (array length=length) (nullable): any bytes
 * @length: how many
 * @error: return location for an error
 *
 * Reads a JSON object that came from outside. Beyond RFC 8259 it is refused when it has
 * more than 1 MiB, more than 16 levels, a name twice in an object, U+0000, a lone surrogate,
 * a number beyond 2^53, with an exponent or with more than six decimals, or anything but an
 * object.
 *
 * Returns: (transfer full): the object, or %NULL with %FOYER_PROTOCOL_ERROR_SYNTAX or
 *   %FOYER_PROTOCOL_ERROR_TOO_LARGE
 */
FoyerJson *
foyer_json_parse (const char  *text,
                  gsize        length,
                  GError     **error)
{
  g_autoptr(FoyerJson) self = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  /* an empty GBytes has no address */
  if (!foyer_json_scan (text != NULL ? text : "", length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX, "%s", local->message);
      return NULL;
    }

  self = g_new0 (FoyerJson, 1);
  self->root = json_parser_steal_root (parser);
  if (self->root == NULL || !JSON_NODE_HOLDS_OBJECT (self->root))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX,
                           "not an object");
      return NULL;
    }
  self->levels[0].node = self->root;
  self->n_levels = 1;

  return g_steal_pointer (&self);
}

/**
 * foyer_json_free:
 * @self: (transfer full): an object
 *
 * Frees an object.
 */
void
foyer_json_free (FoyerJson *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->root, json_node_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

static char *
format_path (FoyerJson  *self,
             const char *name)
{
  g_autoptr(GString) path = g_string_new (NULL);

  for (guint i = 1; i < self->n_levels; i++)
    if (self->levels[i].name == NULL)
      g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", self->levels[i].index);
    else
      g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->levels[i].name);
  if (name != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * foyer_json_fail:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @format: what is wrong, for logs
 * @...: what @format wants
 *
 * Says that a value breaks a rule. Only the first failure counts.
 */
void
foyer_json_fail (FoyerJson  *self,
                 const char *name,
                 const char *format,
                 ...)
{
  g_autofree char *path = NULL;
  g_autofree char *reason = NULL;
  va_list args;

  g_return_if_fail (self != NULL);

  if (self->failure != NULL)
    return;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  path = format_path (self, name);
  self->failure = g_error_new (FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID,
                               "%s: %s", *path == '\0' ? "the document" : path, reason);
}

/**
 * foyer_json_failed:
 * @self: an object
 *
 * Returns: whether something was not as it must be
 */
gboolean
foyer_json_failed (FoyerJson *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->failure != NULL;
}

/**
 * foyer_json_finish:
 * @self: an object
 * @error: return location for an error
 *
 * Tells the first failure.
 *
 * Returns: whether all was as it must be, else %FOYER_PROTOCOL_ERROR_INVALID
 */
gboolean
foyer_json_finish (FoyerJson  *self,
                   GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));

  return FALSE;
}

static JsonNode *
look (FoyerJson  *self,
      const char *name)
{
  JsonNode *here;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->failure != NULL)
    return NULL;
  here = self->levels[self->n_levels - 1].node;
  if (name == NULL)
    return here;
  if (!JSON_NODE_HOLDS_OBJECT (here))
    {
      foyer_json_fail (self, NULL, "is not an object");
      return NULL;
    }
  return json_object_get_member (json_node_get_object (here), name);
}

static JsonNode *
demand (FoyerJson  *self,
        const char *name)
{
  JsonNode *node = look (self, name);

  if (node == NULL)
    foyer_json_fail (self, name, "is missing");

  return node;
}

/**
 * foyer_json_has:
 * @self: an object
 * @name: a member of where @self stands
 *
 * Returns: whether the member is there, be it null
 */
gboolean
foyer_json_has (FoyerJson  *self,
                const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return look (self, name) != NULL;
}

/**
 * foyer_json_is_null:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Returns: whether the value is there and null
 */
gboolean
foyer_json_is_null (FoyerJson  *self,
                    const char *name)
{
  JsonNode *node = look (self, name);

  return node != NULL && JSON_NODE_HOLDS_NULL (node);
}

static void
push (FoyerJson  *self,
      JsonNode   *node,
      const char *name,
      gsize       index)
{
  g_assert (self->n_levels < G_N_ELEMENTS (self->levels));

  self->levels[self->n_levels++] = (Level) { node, name, index };
}

/**
 * foyer_json_enter_object:
 * @self: an object
 * @name: a member of where @self stands; must live until it is left
 *
 * Goes into a member that is an object.
 *
 * Returns: whether it is one; then leave it with [method@Json.leave]
 */
gboolean
foyer_json_enter_object (FoyerJson  *self,
                         const char *name)
{
  JsonNode *node = demand (self, name);

  g_return_val_if_fail (name != NULL, FALSE);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      foyer_json_fail (self, name, "is not an object");
      return FALSE;
    }
  push (self, node, name, 0);

  return TRUE;
}

/**
 * foyer_json_enter_array:
 * @self: an object
 * @name: a member of where @self stands; must live until it is left
 * @max_items: the most items
 * @n_items: (out): how many there are, 0 on failure
 *
 * Goes into a member that is an array.
 *
 * Returns: whether it is one; then leave it with [method@Json.leave]
 */
gboolean
foyer_json_enter_array (FoyerJson  *self,
                        const char *name,
                        gsize       max_items,
                        gsize      *n_items)
{
  JsonNode *node = demand (self, name);

  g_return_val_if_fail (name != NULL, FALSE);

  *n_items = 0;
  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      foyer_json_fail (self, name, "is not an array");
      return FALSE;
    }
  if (json_array_get_length (json_node_get_array (node)) > max_items)
    {
      foyer_json_fail (self, name, "has more than %" G_GSIZE_FORMAT " items", max_items);
      return FALSE;
    }
  push (self, node, name, 0);
  *n_items = json_array_get_length (json_node_get_array (node));

  return TRUE;
}

/**
 * foyer_json_enter_item:
 * @self: an object that stands at an array
 * @index: less than the number of items
 *
 * Goes into an item.
 *
 * Returns: whether nothing failed before; then leave it with [method@Json.leave]
 */
gboolean
foyer_json_enter_item (FoyerJson *self,
                       gsize      index)
{
  JsonNode *here = look (self, NULL);

  if (here == NULL)
    return FALSE;
  g_return_val_if_fail (JSON_NODE_HOLDS_ARRAY (here), FALSE);
  g_return_val_if_fail (index < json_array_get_length (json_node_get_array (here)), FALSE);

  push (self, json_array_get_element (json_node_get_array (here), (guint) index), NULL, index);

  return TRUE;
}

/**
 * foyer_json_leave:
 * @self: an object
 *
 * Goes back to where it stood before it entered.
 */
void
foyer_json_leave (FoyerJson *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_levels > 1);

  self->n_levels--;
}

/**
 * foyer_json_count:
 * @self: an object
 *
 * Returns: how many members the object has where @self stands, 0 if it is none
 */
gsize
foyer_json_count (FoyerJson *self)
{
  JsonNode *node = look (self, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
           ? json_object_get_size (json_node_get_object (node))
           : 0;
}

static JsonNode *
demand_value (FoyerJson  *self,
              const char *name,
              GType       type,
              const char *what)
{
  JsonNode *node = demand (self, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    {
      foyer_json_fail (self, name, "is not %s", what);
      return NULL;
    }

  return node;
}

/**
 * foyer_json_bool:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Returns: true or false, %FALSE on failure
 */
gboolean
foyer_json_bool (FoyerJson  *self,
                 const char *name)
{
  JsonNode *node = demand_value (self, name, G_TYPE_BOOLEAN, "true or false");

  return node != NULL && json_node_get_boolean (node);
}

/**
 * foyer_json_int:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @min: the smallest number
 * @max: the largest number
 *
 * Returns: a whole number, written without decimals; @min on failure
 */
gint64
foyer_json_int (FoyerJson  *self,
                const char *name,
                gint64      min,
                gint64      max)
{
  JsonNode *node = demand_value (self, name, G_TYPE_INT64, "a whole number");
  gint64 value;

  if (node == NULL)
    return min;
  value = json_node_get_int (node);
  if (value < min || value > max)
    {
      foyer_json_fail (self, name,
                       "is not from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
      return min;
    }

  return value;
}

/**
 * foyer_json_degrees:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @most: 90 or 180
 *
 * Reads a coordinate, which may have up to six decimals.
 *
 * Returns: millionths of a degree, 0 on failure
 */
int
foyer_json_degrees (FoyerJson  *self,
                    const char *name,
                    int         most)
{
  JsonNode *node = demand (self, name);
  double degrees;

  if (node == NULL)
    return 0;
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 &&
       json_node_get_value_type (node) != G_TYPE_DOUBLE))
    {
      foyer_json_fail (self, name, "is not a number of degrees");
      return 0;
    }
  degrees = json_node_get_double (node);
  if (!(degrees >= -most && degrees <= most))
    {
      foyer_json_fail (self, name, "is not from -%d to %d degrees", most, most);
      return 0;
    }

  /* Exact: six decimals and three digits are far from the ends of a double. */
  return (int) lround (degrees * 1e6);
}

/**
 * foyer_json_text:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Reads a text that is for programs. It may be anything in UTF-8; what people see is read
 * by [method@Json.name] and its kin.
 *
 * Returns: (transfer none): the text, as long as @self lives; "" on failure
 */
const char *
foyer_json_text (FoyerJson  *self,
                 const char *name)
{
  JsonNode *node = demand_value (self, name, G_TYPE_STRING, "a text");

  return node != NULL ? json_node_get_string (node) : "";
}

typedef char *(*CleanFunc) (const char  *text,
                            const char  *field,
                            gsize        max_chars,
                            GError     **error);

/* Whoever signs a text cleans it before; what would have to be cleaned now is refused, since
 * others show the signed bytes. */
static char *
read_clean (FoyerJson  *self,
            const char *name,
            gsize       max_chars,
            CleanFunc   clean)
{
  const char *text = foyer_json_text (self, name);
  g_autoptr(GError) local = NULL;
  g_autofree char *cleaned = NULL;

  if (self->failure != NULL)
    return NULL;
  cleaned = clean (text, "the text", max_chars, &local);
  if (cleaned == NULL)
    foyer_json_fail (self, name, "%s", local->message);
  else if (g_strcmp0 (cleaned, text) != 0)
    foyer_json_fail (self, name, "is not composed (NFC), or has blanks at its ends");

  return self->failure == NULL ? g_steal_pointer (&cleaned) : NULL;
}

/**
 * foyer_json_name:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @max_chars: the longest text
 *
 * Reads one line that says something, clean as [func@text_clean_name] leaves it.
 *
 * Returns: (transfer full) (nullable): the text, %NULL on failure
 */
char *
foyer_json_name (FoyerJson  *self,
                 const char *name,
                 gsize       max_chars)
{
  return read_clean (self, name, max_chars, foyer_text_clean_name);
}

/**
 * foyer_json_line:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @max_chars: the longest text
 *
 * Reads one line, clean as [func@text_clean_line] leaves it; it may be empty.
 *
 * Returns: (transfer full) (nullable): the text, %NULL on failure
 */
char *
foyer_json_line (FoyerJson  *self,
                 const char *name,
                 gsize       max_chars)
{
  return read_clean (self, name, max_chars, foyer_text_clean_line);
}

/**
 * foyer_json_block:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 * @max_chars: the longest text
 *
 * Reads lines, clean as [func@text_clean_block] leaves them; there may be none.
 *
 * Returns: (transfer full) (nullable): the text, %NULL on failure
 */
char *
foyer_json_block (FoyerJson  *self,
                  const char *name,
                  gsize       max_chars)
{
  return read_clean (self, name, max_chars, foyer_text_clean_block);
}

/**
 * foyer_json_id:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Reads the id of something that travels: a UUID of version 4, in lower case, since one of
 * version 7 would tell when it was made.
 *
 * Returns: (transfer full) (nullable): the id, %NULL on failure
 */
char *
foyer_json_id (FoyerJson  *self,
               const char *name)
{
  const char *text = foyer_json_text (self, name);

  if (self->failure == NULL && (!foyer_id_is_valid (text) || text[14] != '4'))
    foyer_json_fail (self, name, "is not a UUID of version 4 in lower case");

  return self->failure == NULL ? g_strdup (text) : NULL;
}

/**
 * foyer_json_day:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Returns: a day written as "2026-11-26", %FOYER_DAY_NONE on failure
 */
FoyerDay
foyer_json_day (FoyerJson  *self,
                const char *name)
{
  const char *text = foyer_json_text (self, name);
  FoyerDay day = FOYER_DAY_NONE;

  if (self->failure == NULL && !foyer_day_parse (text, &day, NULL))
    {
      foyer_json_fail (self, name, "is not a day");
      return FOYER_DAY_NONE;
    }

  return day;
}

/**
 * foyer_json_instant:
 * @self: an object
 * @name: (nullable): a member of where @self stands, or %NULL for that itself
 *
 * Returns: UTC milliseconds of the years 1970 to 9999, 0 on failure
 */
gint64
foyer_json_instant (FoyerJson  *self,
                    const char *name)
{
  return foyer_json_int (self, name, 0, G_GINT64_CONSTANT (253402300799999));
}

/**
 * foyer_json_rev:
 * @self: an object
 *
 * Returns: the member "rev" of where @self stands, which counts from 1
 */
gint64
foyer_json_rev (FoyerJson *self)
{
  return foyer_json_int (self, "rev", 1, G_GINT64_CONSTANT (1) << 53);
}
