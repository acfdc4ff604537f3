/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-search-page.h"

#include "core/foyer-opening.h"
#include "core/foyer-text.h"
#include "protocol/foyer-listing-fields-private.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-tags.h"

/**
 * foyer_search_result_new:
 *
 * Returns: (transfer full): a result without texts
 */
FoyerSearchResult *
foyer_search_result_new (void)
{
  FoyerSearchResult *self = g_new0 (FoyerSearchResult, 1);

  self->week_from = FOYER_DAY_NONE;

  return self;
}

/**
 * foyer_search_result_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
foyer_search_result_free (FoyerSearchResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->area);
  g_strfreev (self->tags);
  g_free (self);
}

static void
read_week (FoyerSearchResult *self,
           FoyerJson         *json)
{
  gsize n;

  if (!foyer_json_enter_array (json, "week", FOYER_SEARCH_WEEK, &n))
    return;
  if (n != FOYER_SEARCH_WEEK)
    foyer_json_fail (json, NULL, "does not have seven days");
  for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
    {
      FoyerDay day = foyer_json_day (json, "day");
      FoyerSeatDay *seats = &self->week[i];

      if (i == 0)
        self->week_from = day;
      else if (!foyer_json_failed (json) && day != self->week_from + (FoyerDay) i)
        foyer_json_fail (json, "day", "is not the day after the one before");
      seats->open = foyer_json_bool (json, "open");
      seats->am = (int) foyer_json_int (json, "am", 0, FOYER_SEATS_MAX);
      seats->pm = (int) foyer_json_int (json, "pm", 0, FOYER_SEATS_MAX);
      if (!seats->open && (seats->am > 0 || seats->pm > 0))
        foyer_json_fail (json, "open", "is false, but there are seats");
      foyer_json_leave (json);
    }
  foyer_json_leave (json);
}

/**
 * foyer_search_result_read:
 * @json: an object that stands at a result
 *
 * Returns: (transfer full) (nullable): the result, %NULL on failure
 */
FoyerSearchResult *
foyer_search_result_read (FoyerJson *json)
{
  g_autoptr(FoyerSearchResult) self = foyer_search_result_new ();
  const char *key = foyer_json_text (json, "key");

  if (!foyer_json_failed (json) && !foyer_key_parse (key, &self->key, NULL))
    foyer_json_fail (json, "key", "is not a key");
  self->id = foyer_json_id (json, "id");
  self->name = foyer_json_name (json, "name", FOYER_NAME_MAX);
  self->kind = foyer_listing_read_kind (json, "kind");
  self->area = foyer_json_name (json, "area", FOYER_AREA_MAX);
  self->lat_e6 = foyer_json_degrees (json, "lat", 90);
  self->lon_e6 = foyer_json_degrees (json, "lon", 180);
  self->distance_m = (int) foyer_json_int (json, "distance_m", 0, FOYER_SEARCH_RADIUS_MAX);
  self->price_minor = foyer_json_int (json, "price_minor", 0, FOYER_MONEY_MAX);
  self->half_price_minor = foyer_json_int (json, "half_price_minor", 0, FOYER_MONEY_MAX);
  foyer_listing_read_currency (json, "currency", self->currency);
  self->seats_left = (int) foyer_json_int (json, "seats_left", 0, FOYER_SEATS_MAX);
  read_week (self, json);
  self->tags = foyer_tags_read (json, "tags");
  self->rev = foyer_json_rev (json);

  return foyer_json_failed (json) ? NULL : g_steal_pointer (&self);
}

/**
 * foyer_search_result_write:
 * @self: a result with a valid @week_from
 * @writer: where to write
 *
 * Writes a result as an item of an array, or as a document of its own.
 */
void
foyer_search_result_write (const FoyerSearchResult *self,
                           FoyerJsonWriter         *writer)
{
  char key[FOYER_KEY_TEXT_SIZE];

  g_return_if_fail (self != NULL);
  g_return_if_fail (foyer_day_is_valid (self->week_from));

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "id", self->id);
  foyer_json_writer_add_text (writer, "key", foyer_key_format (&self->key, key));
  foyer_json_writer_add_text (writer, "name", self->name);
  foyer_json_writer_add_text (writer, "kind", foyer_space_kind_get_name (self->kind));
  foyer_json_writer_add_text (writer, "area", self->area);
  foyer_json_writer_add_degrees (writer, "lat", self->lat_e6);
  foyer_json_writer_add_degrees (writer, "lon", self->lon_e6);
  foyer_json_writer_add_int (writer, "distance_m", self->distance_m);
  foyer_json_writer_add_int (writer, "price_minor", self->price_minor);
  foyer_json_writer_add_int (writer, "half_price_minor", self->half_price_minor);
  foyer_json_writer_add_text (writer, "currency", self->currency);
  foyer_json_writer_add_int (writer, "seats_left", self->seats_left);
  foyer_json_writer_begin_array (writer, "week");
  for (int i = 0; i < FOYER_SEARCH_WEEK; i++)
    {
      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_day (writer, "day", self->week_from + i);
      foyer_json_writer_add_bool (writer, "open", self->week[i].open);
      foyer_json_writer_add_int (writer, "am", self->week[i].am);
      foyer_json_writer_add_int (writer, "pm", self->week[i].pm);
      foyer_json_writer_end_object (writer);
    }
  foyer_json_writer_end_array (writer);
  foyer_json_writer_add_texts (writer, "tags", self->tags);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_end_object (writer);
}
