/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-directory-info.h"

#include <string.h>

#include "core/foyer-money.h"
#include "core/foyer-text.h"
#include "protocol/foyer-envelope.h"
#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-origin.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-seat-days.h"

#define VERSION_MAX 40
#define PHOTO_BYTES 300000
#define OPEN_REQUESTS 5
#define BIG_NUMBER (1024 * 1024 * 1024)

static const char * const moderations[] = {
  [FOYER_MODERATION_OPEN] = "open",
  [FOYER_MODERATION_REVIEWED] = "reviewed",
  [FOYER_MODERATION_INVITED] = "invited",
};

/**
 * foyer_directory_info_new:
 *
 * Returns: (transfer full): the limits of the contract, open, free of charge; without texts
 */
FoyerDirectoryInfo *
foyer_directory_info_new (void)
{
  FoyerDirectoryInfo *self = g_new0 (FoyerDirectoryInfo, 1);

  self->envelope_bytes = FOYER_ENVELOPE_SIZE_MAX;
  self->photo_bytes = PHOTO_BYTES;
  self->open_requests = OPEN_REQUESTS;
  self->horizon_days = FOYER_HORIZON_DAYS;
  self->page_items = FOYER_PAGE_ITEMS_MAX;

  return self;
}

/**
 * foyer_directory_info_free:
 * @self: (transfer full): what a directory says
 *
 * Frees it.
 */
void
foyer_directory_info_free (FoyerDirectoryInfo *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->operator);
  g_free (self->base_url);
  g_free (self->epoch);
  g_free (self->version);
  g_free (self);
}

static char *
read_checked (FoyerJson   *json,
              const char  *name,
              gboolean   (*is_valid) (const char *text),
              const char  *what)
{
  const char *text = foyer_json_text (json, name);

  if (!foyer_json_failed (json) && !is_valid (text))
    foyer_json_fail (json, name, "is not %s", what);

  return g_strdup (text);
}

static FoyerModeration
read_moderation (FoyerJson *json)
{
  const char *text = foyer_json_text (json, "moderation");

  for (gsize i = 0; i < G_N_ELEMENTS (moderations); i++)
    if (strcmp (text, moderations[i]) == 0)
      return (FoyerModeration) i;
  foyer_json_fail (json, "moderation", "is not open, reviewed or invited");

  return FOYER_MODERATION_OPEN;
}

/**
 * foyer_directory_info_parse:
 * @bytes: the whole answer
 * @error: return location for an error
 *
 * Reads what a directory says about itself.
 *
 * Returns: (transfer full): that, or %NULL with %FOYER_PROTOCOL_ERROR
 */
FoyerDirectoryInfo *
foyer_directory_info_parse (GBytes  *bytes,
                            GError **error)
{
  g_autoptr(FoyerDirectoryInfo) self = NULL;
  g_autoptr(FoyerJson) json = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  json = foyer_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (json == NULL)
    return NULL;

  self = g_new0 (FoyerDirectoryInfo, 1);
  self->name = foyer_json_name (json, "name", FOYER_NAME_MAX);
  self->operator = foyer_json_name (json, "operator", FOYER_LINE_MAX);
  self->base_url = read_checked (json, "base_url", foyer_origin_is_valid, "an origin");
  self->epoch = read_checked (json, "epoch", foyer_cursor_is_valid, "an epoch");
  self->version = foyer_json_name (json, "version", VERSION_MAX);
  self->moderation = read_moderation (json);
  if (foyer_json_enter_object (json, "limits"))
    {
      self->envelope_bytes = foyer_json_int (json, "envelope_bytes", 1, BIG_NUMBER);
      self->photo_bytes = foyer_json_int (json, "photo_bytes", 0, BIG_NUMBER);
      self->open_requests = (int) foyer_json_int (json, "open_requests", 0, BIG_NUMBER);
      self->horizon_days = (int) foyer_json_int (json, "horizon_days", 1, FOYER_HORIZON_DAYS);
      self->page_items = (int) foyer_json_int (json, "page_items", 1, FOYER_PAGE_ITEMS_MAX);
      foyer_json_leave (json);
    }
  if (foyer_json_enter_object (json, "fees"))
    {
      self->fee_minor = foyer_json_int (json, "booking_minor", 0, FOYER_MONEY_MAX);
      foyer_json_leave (json);
    }

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_directory_info_write:
 * @self: what a directory says
 *
 * Returns: (transfer full): its JSON
 */
GBytes *
foyer_directory_info_write (const FoyerDirectoryInfo *self)
{
  FoyerJsonWriter *writer;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((gsize) self->moderation < G_N_ELEMENTS (moderations), NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "name", self->name);
  foyer_json_writer_add_text (writer, "operator", self->operator);
  foyer_json_writer_add_text (writer, "base_url", self->base_url);
  foyer_json_writer_add_text (writer, "epoch", self->epoch);
  foyer_json_writer_add_text (writer, "version", self->version);
  foyer_json_writer_add_text (writer, "moderation", moderations[self->moderation]);
  foyer_json_writer_begin_object (writer, "limits");
  foyer_json_writer_add_int (writer, "envelope_bytes", self->envelope_bytes);
  foyer_json_writer_add_int (writer, "photo_bytes", self->photo_bytes);
  foyer_json_writer_add_int (writer, "open_requests", self->open_requests);
  foyer_json_writer_add_int (writer, "horizon_days", self->horizon_days);
  foyer_json_writer_add_int (writer, "page_items", self->page_items);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_begin_object (writer, "fees");
  foyer_json_writer_add_int (writer, "booking_minor", self->fee_minor);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}
