/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-page.h"

#include <string.h>

#include "protocol/foyer-json-writer.h"

static void
item_free (FoyerPageItem *item)
{
  g_bytes_unref (item->envelope);
  g_free (item);
}

/**
 * foyer_cursor_is_valid:
 * @text: (nullable): any text
 *
 * Whether a text can be a cursor or an epoch: opaque, but safe in a URL and in a log.
 *
 * Returns: whether it has 1 to 200 of the characters that a URL never escapes (RFC 3986,
 *   section 2.3)
 */
gboolean
foyer_cursor_is_valid (const char *text)
{
  gsize length = text != NULL ? strnlen (text, FOYER_CURSOR_MAX + 1) : 0;

  if (length == 0 || length > FOYER_CURSOR_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-._~", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * foyer_page_new:
 * @epoch: of the directory
 * @cursor: what to ask for next
 * @more: whether there is more already
 *
 * Returns: (transfer full): a page without items
 */
FoyerPage *
foyer_page_new (const char *epoch,
                const char *cursor,
                gboolean    more)
{
  FoyerPage *self = g_new0 (FoyerPage, 1);

  self->epoch = g_strdup (epoch);
  self->cursor = g_strdup (cursor);
  self->more = more;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);

  return self;
}

/**
 * foyer_page_free:
 * @self: (transfer full): a page
 *
 * Frees a page.
 */
void
foyer_page_free (FoyerPage *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->epoch);
  g_free (self->cursor);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * foyer_page_add:
 * @self: a page
 * @at_ms: when it happened
 * @envelope: an envelope's bytes
 *
 * Adds an item behind the last.
 */
void
foyer_page_add (FoyerPage *self,
                gint64     at_ms,
                GBytes    *envelope)
{
  FoyerPageItem *item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (envelope != NULL);

  item = g_new0 (FoyerPageItem, 1);
  item->at_ms = at_ms;
  item->envelope = g_bytes_ref (envelope);
  g_ptr_array_add (self->items, item);
}

static void
read_item (FoyerPage *self,
           FoyerJson *json)
{
  static const char * const parts[] = { "payload", "key", "signature" };
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) envelope = NULL;
  gint64 at_ms = foyer_json_instant (json, "at");

  if (!foyer_json_enter_object (json, "envelope"))
    return;
  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    foyer_json_writer_add_text (writer, parts[i], foyer_json_text (json, parts[i]));
  foyer_json_writer_end_object (writer);
  envelope = foyer_json_writer_end (writer);
  foyer_json_leave (json);
  foyer_page_add (self, at_ms, envelope);
}

static char *
read_cursor (FoyerJson  *json,
             const char *name)
{
  const char *text = foyer_json_text (json, name);

  if (!foyer_json_failed (json) && !foyer_cursor_is_valid (text))
    foyer_json_fail (json, name, "is not a cursor");

  return g_strdup (text);
}

/**
 * foyer_page_parse:
 * @bytes: the whole answer
 * @error: return location for an error
 *
 * Reads a page. The envelopes in it are taken apart and put together again, which keeps what
 * is signed; the caller verifies each.
 *
 * Returns: (transfer full): the page, or %NULL with %FOYER_PROTOCOL_ERROR
 */
FoyerPage *
foyer_page_parse (GBytes  *bytes,
                  GError **error)
{
  g_autoptr(FoyerPage) self = NULL;
  g_autoptr(FoyerJson) json = NULL;
  gsize n;

  g_return_val_if_fail (bytes != NULL, NULL);

  json = foyer_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (json == NULL)
    return NULL;

  self = foyer_page_new (NULL, NULL, FALSE);
  self->epoch = read_cursor (json, "epoch");
  self->cursor = read_cursor (json, "cursor");
  self->more = foyer_json_bool (json, "more");
  if (foyer_json_enter_array (json, "items", FOYER_PAGE_ITEMS_MAX, &n))
    {
      for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
        {
          read_item (self, json);
          foyer_json_leave (json);
        }
      foyer_json_leave (json);
    }

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_page_write:
 * @self: a page
 *
 * Writes a page; the envelopes are in it byte for byte.
 *
 * Returns: (transfer full): its JSON
 */
GBytes *
foyer_page_write (const FoyerPage *self)
{
  FoyerJsonWriter *writer;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->items->len <= FOYER_PAGE_ITEMS_MAX, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "epoch", self->epoch);
  foyer_json_writer_add_text (writer, "cursor", self->cursor);
  foyer_json_writer_add_bool (writer, "more", self->more);
  foyer_json_writer_begin_array (writer, "items");
  for (guint i = 0; i < self->items->len; i++)
    {
      const FoyerPageItem *item = g_ptr_array_index (self->items, i);

      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_int (writer, "at", item->at_ms);
      foyer_json_writer_add_json (writer, "envelope", item->envelope);
      foyer_json_writer_end_object (writer);
    }
  foyer_json_writer_end_array (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}
