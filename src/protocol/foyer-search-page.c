/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-search-page.h"

#include <string.h>

#include "protocol/foyer-page.h"

/**
 * foyer_search_page_new:
 * @cursor: (nullable): where the next page begins
 *
 * Returns: (transfer full): a page without results
 */
FoyerSearchPage *
foyer_search_page_new (const char *cursor)
{
  FoyerSearchPage *self = g_new0 (FoyerSearchPage, 1);

  self->cursor = g_strdup (cursor);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_search_result_free);

  return self;
}

/**
 * foyer_search_page_free:
 * @self: (transfer full): a page
 *
 * Frees a page.
 */
void
foyer_search_page_free (FoyerSearchPage *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->cursor);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* By distance, then by id, as the cursor goes on. */
static void
check_order (FoyerSearchPage *self,
             FoyerJson       *json)
{
  const FoyerSearchResult *before, *last;

  if (self->items->len < 2)
    return;
  before = g_ptr_array_index (self->items, self->items->len - 2);
  last = g_ptr_array_index (self->items, self->items->len - 1);
  if (before->distance_m > last->distance_m ||
      (before->distance_m == last->distance_m && strcmp (before->id, last->id) >= 0))
    foyer_json_fail (json, NULL, "is out of order");
}

/**
 * foyer_search_page_parse:
 * @bytes: the whole answer
 * @error: return location for an error
 *
 * Reads a page of a search.
 *
 * Returns: (transfer full): the page, or %NULL with %FOYER_PROTOCOL_ERROR
 */
FoyerSearchPage *
foyer_search_page_parse (GBytes  *bytes,
                         GError **error)
{
  g_autoptr(FoyerSearchPage) self = NULL;
  g_autoptr(FoyerJson) json = NULL;
  gsize n;

  g_return_val_if_fail (bytes != NULL, NULL);

  json = foyer_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (json == NULL)
    return NULL;

  self = foyer_search_page_new (NULL);
  if (!foyer_json_is_null (json, "cursor"))
    {
      self->cursor = g_strdup (foyer_json_text (json, "cursor"));
      if (!foyer_json_failed (json) && !foyer_cursor_is_valid (self->cursor))
        foyer_json_fail (json, "cursor", "is not a cursor");
    }
  if (foyer_json_enter_array (json, "items", FOYER_SEARCH_LIMIT_MAX, &n))
    {
      for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
        {
          FoyerSearchResult *result = foyer_search_result_read (json);

          if (result != NULL)
            g_ptr_array_add (self->items, result);
          check_order (self, json);
          foyer_json_leave (json);
        }
      foyer_json_leave (json);
    }

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_search_page_write:
 * @self: a page
 *
 * Returns: (transfer full): its JSON
 */
GBytes *
foyer_search_page_write (const FoyerSearchPage *self)
{
  FoyerJsonWriter *writer;

  g_return_val_if_fail (self != NULL, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_begin_array (writer, "items");
  for (guint i = 0; i < self->items->len; i++)
    foyer_search_result_write (g_ptr_array_index (self->items, i), writer);
  foyer_json_writer_end_array (writer);
  if (self->cursor != NULL)
    foyer_json_writer_add_text (writer, "cursor", self->cursor);
  else
    foyer_json_writer_add_null (writer, "cursor");
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}
