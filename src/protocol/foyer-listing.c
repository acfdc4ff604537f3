/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-listing.h"

#include <string.h>

#include "core/foyer-cancellation.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-opening.h"
#include "core/foyer-text.h"
#include "protocol/foyer-listing-fields-private.h"
#include "protocol/foyer-tags.h"

/**
 * foyer_listing_new:
 *
 * Returns: (transfer full): a listing whose texts are empty and whose numbers are zero
 */
FoyerListing *
foyer_listing_new (void)
{
  FoyerListing *self = g_new0 (FoyerListing, 1);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->about = g_strdup ("");
  self->rules = g_strdup ("");
  self->area = g_strdup ("");
  self->tz = g_strdup ("");
  self->shares = foyer_share_list_new ();

  return self;
}

/**
 * foyer_listing_free:
 * @self: (transfer full): a listing
 *
 * Frees a listing.
 */
void
foyer_listing_free (FoyerListing *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->about);
  g_free (self->rules);
  g_free (self->area);
  g_free (self->tz);
  g_array_unref (self->shares);
  g_strfreev (self->tags);
  g_strfreev (self->languages);
  g_strfreev (self->photos);
  g_clear_pointer (&self->address, foyer_address_free);
  g_free (self);
}

/**
 * foyer_listing_add_share:
 * @self: a listing
 * @label: whom or what it is for
 * @minor: minor units of the listing's currency
 *
 * Adds a part of the price.
 */
void
foyer_listing_add_share (FoyerListing *self,
                         const char   *label,
                         gint64        minor)
{
  g_return_if_fail (self != NULL);

  foyer_share_list_add (self->shares, label, minor);
}

static void
read_shares (FoyerListing *self,
             FoyerJson    *json)
{
  gint64 rest = self->price_minor;
  gsize n;

  if (!foyer_json_enter_array (json, "shares", FOYER_SHARES_MAX, &n))
    return;
  for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
    {
      g_autofree char *label = foyer_json_name (json, "label", FOYER_SHARE_LABEL_MAX);
      gint64 minor = foyer_json_int (json, "minor", 0, FOYER_MONEY_MAX);

      rest -= minor;
      if (rest < 0)
        foyer_json_fail (json, "minor", "makes the shares more than the price");
      if (!foyer_json_failed (json))
        foyer_listing_add_share (self, label, minor);
      foyer_json_leave (json);
    }
  foyer_json_leave (json);
}

static void
read_place (FoyerListing *self,
            FoyerJson    *json)
{
  self->area = foyer_json_name (json, "area", FOYER_AREA_MAX);
  foyer_listing_read_country (json, "country", self->country);
  self->tz = foyer_listing_read_zone (json, "tz");
  self->lat_e6 = foyer_json_degrees (json, "lat", 90);
  self->lon_e6 = foyer_json_degrees (json, "lon", 180);
  self->displaced_m = (int) foyer_json_int (json, "displaced_m", 0, FOYER_DISPLACED_MAX);
  if (foyer_json_has (json, "address"))
    self->address = foyer_address_read (json, "address");
}

static void
read_price (FoyerListing *self,
            FoyerJson    *json)
{
  self->price_minor = foyer_json_int (json, "price_minor", 0, FOYER_MONEY_MAX);
  self->half_price_minor = foyer_json_int (json, "half_price_minor", 0, FOYER_MONEY_MAX);
  foyer_listing_read_currency (json, "currency", self->currency);
  read_shares (self, json);

  if (!foyer_json_enter_object (json, "cancel"))
    return;
  self->cancel_minute = foyer_listing_read_minute (json, "hour");
  self->cancel_days = (int) foyer_json_int (json, "days", 0, FOYER_CANCEL_DAYS_MAX);
  foyer_json_leave (json);
}

/* What only a home must not say. */
static gboolean
check_home (const FoyerListing  *self,
            GError             **error)
{
  if (self->kind != FOYER_SPACE_HOME || (self->address == NULL && self->displaced_m > 0))
    return TRUE;

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_HOME_ADDRESS,
                       "A home's listing tells its address or its exact point");
  return FALSE;
}

/**
 * foyer_listing_parse:
 * @envelope: an envelope
 * @error: return location for an error
 *
 * Reads a listing, whose identity is (key of @envelope, id).
 *
 * Returns: (transfer full): the listing, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID, whose
 *   message names the field, or %FOYER_ERROR_HOME_ADDRESS
 */
FoyerListing *
foyer_listing_parse (FoyerEnvelope  *envelope,
                     GError        **error)
{
  g_autoptr(FoyerListing) self = NULL;
  g_autoptr(FoyerJson) json = foyer_envelope_read (envelope, FOYER_DOCUMENT_LISTING, error);

  if (json == NULL)
    return NULL;

  self = g_new0 (FoyerListing, 1);
  self->shares = foyer_share_list_new ();
  self->id = foyer_json_id (json, "id");
  self->rev = foyer_json_rev (json);
  self->name = foyer_json_name (json, "name", FOYER_NAME_MAX);
  self->kind = foyer_listing_read_kind (json, "kind");
  self->about = foyer_json_block (json, "about", FOYER_ABOUT_MAX);
  self->rules = foyer_json_block (json, "rules", FOYER_RULES_MAX);
  read_place (self, json);
  self->seats = (int) foyer_json_int (json, "seats", 1, FOYER_SEATS_MAX);
  read_price (self, json);
  self->tags = foyer_tags_read (json, "tags");
  self->languages = foyer_listing_read_languages (json, "languages");
  self->photos = foyer_listing_read_photos (json, "photos");
  self->updated_ms = foyer_json_instant (json, "updated");

  if (!foyer_json_finish (json, error) || !check_home (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_price (const FoyerListing *self,
             FoyerJsonWriter    *writer)
{
  char minute[FOYER_MINUTE_TEXT_SIZE];

  foyer_json_writer_add_int (writer, "price_minor", self->price_minor);
  foyer_json_writer_add_int (writer, "half_price_minor", self->half_price_minor);
  foyer_json_writer_add_text (writer, "currency", self->currency);
  foyer_json_writer_begin_array (writer, "shares");
  for (guint i = 0; i < self->shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (self->shares, FoyerShare, i);

      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_text (writer, "label", share->label);
      foyer_json_writer_add_int (writer, "minor", share->minor);
      foyer_json_writer_end_object (writer);
    }
  foyer_json_writer_end_array (writer);
  foyer_json_writer_begin_object (writer, "cancel");
  foyer_json_writer_add_text (writer, "hour", foyer_minute_format (self->cancel_minute, minute));
  foyer_json_writer_add_int (writer, "days", self->cancel_days);
  foyer_json_writer_end_object (writer);
}

static GBytes *
write_listing (const FoyerListing *self)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", "listing");
  foyer_json_writer_add_text (writer, "id", self->id);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_add_text (writer, "name", self->name);
  foyer_json_writer_add_text (writer, "kind", foyer_space_kind_get_name (self->kind));
  foyer_json_writer_add_text (writer, "about", self->about);
  foyer_json_writer_add_text (writer, "rules", self->rules);
  foyer_json_writer_add_text (writer, "area", self->area);
  foyer_json_writer_add_text (writer, "country", self->country);
  foyer_json_writer_add_text (writer, "tz", self->tz);
  foyer_json_writer_add_degrees (writer, "lat", self->lat_e6);
  foyer_json_writer_add_degrees (writer, "lon", self->lon_e6);
  foyer_json_writer_add_int (writer, "displaced_m", self->displaced_m);
  foyer_json_writer_add_int (writer, "seats", self->seats);
  write_price (self, writer);
  foyer_json_writer_add_texts (writer, "tags", self->tags);
  foyer_json_writer_add_texts (writer, "languages", self->languages);
  foyer_json_writer_add_texts (writer, "photos", self->photos);
  if (self->address != NULL)
    foyer_address_write (self->address, writer, "address");
  foyer_json_writer_add_int (writer, "updated", self->updated_ms);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

/**
 * foyer_listing_sign:
 * @self: a listing
 * @pair: the host's key
 * @error: return location for an error
 *
 * Writes and signs a listing. It must keep every rule of [func@Listing.parse].
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@Listing.parse]
 */
FoyerEnvelope *
foyer_listing_sign (const FoyerListing  *self,
                    FoyerKeyPair        *pair,
                    GError             **error)
{
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerListing) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  payload = write_listing (self);
  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_listing_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}
