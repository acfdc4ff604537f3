/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-request.h"

#include "core/foyer-instant.h"
#include "core/foyer-opening.h"
#include "protocol/foyer-origin.h"

#define ANSWER_MS G_GINT64_CONSTANT (86400000)
#define EVE_MINUTE (18 * 60)

/**
 * foyer_request_new:
 *
 * Returns: (transfer full): a request of the first revision for one seat, all day
 */
FoyerRequest *
foyer_request_new (void)
{
  FoyerRequest *self = g_new0 (FoyerRequest, 1);

  self->rev = 1;
  self->day = FOYER_DAY_NONE;
  self->part = FOYER_PART_FULL;
  self->seats = 1;

  return self;
}

/**
 * foyer_request_free:
 * @self: (transfer full): a request
 *
 * Frees a request.
 */
void
foyer_request_free (FoyerRequest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->listing);
  g_free (self->directory);
  g_free (self->sealed);
  g_free (self);
}

static void
read_host (FoyerRequest *self,
           FoyerJson    *json)
{
  const char *text = foyer_json_text (json, "host");

  if (!foyer_json_failed (json) && !foyer_key_parse (text, &self->host, NULL))
    foyer_json_fail (json, "host", "is not a key");
}

static void
read_directory (FoyerRequest *self,
                FoyerJson    *json)
{
  const char *text = foyer_json_text (json, "directory");

  if (!foyer_json_failed (json) && !foyer_origin_is_valid (text))
    foyer_json_fail (json, "directory", "is not an origin such as https://foyer.example");
  self->directory = g_strdup (text);
}

static void
read_part (FoyerRequest *self,
           FoyerJson    *json)
{
  const char *text = foyer_json_text (json, "part");

  if (!foyer_json_failed (json) && !foyer_part_parse (text, &self->part, NULL))
    foyer_json_fail (json, "part", "is not am, pm or full");
}

/**
 * foyer_request_parse:
 * @envelope: an envelope
 * @error: return location for an error
 *
 * Reads a request. Its guest is the key of @envelope.
 *
 * Returns: (transfer full): the request, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerRequest *
foyer_request_parse (FoyerEnvelope  *envelope,
                     GError        **error)
{
  g_autoptr(FoyerRequest) self = NULL;
  g_autoptr(FoyerJson) json = foyer_envelope_read (envelope, FOYER_DOCUMENT_REQUEST, error);

  if (json == NULL)
    return NULL;

  self = foyer_request_new ();
  self->id = foyer_json_id (json, "id");
  self->rev = foyer_json_rev (json);
  self->listing = foyer_json_id (json, "listing");
  read_host (self, json);
  read_directory (self, json);
  self->day = foyer_json_day (json, "day");
  read_part (self, json);
  self->seats = (int) foyer_json_int (json, "seats", 1, FOYER_SEATS_MAX);
  self->answer_by_ms = foyer_json_instant (json, "answer_by");
  self->sealed = foyer_sealed_box_read (json, "sealed");

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

static GBytes *
write_request (const FoyerRequest *self)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  char key[FOYER_KEY_TEXT_SIZE];

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", "request");
  foyer_json_writer_add_text (writer, "id", self->id);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_add_text (writer, "listing", self->listing);
  foyer_json_writer_add_text (writer, "host", foyer_key_format (&self->host, key));
  foyer_json_writer_add_text (writer, "directory", self->directory);
  foyer_json_writer_add_day (writer, "day", self->day);
  foyer_json_writer_add_text (writer, "part", foyer_part_get_name (self->part));
  foyer_json_writer_add_int (writer, "seats", self->seats);
  foyer_json_writer_add_int (writer, "answer_by", self->answer_by_ms);
  foyer_json_writer_add_text (writer, "sealed", self->sealed);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

/**
 * foyer_request_sign:
 * @self: a request for a valid day
 * @pair: the guest's key
 * @error: return location for an error
 *
 * Writes and signs a request.
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@Request.parse]
 */
FoyerEnvelope *
foyer_request_sign (const FoyerRequest  *self,
                    FoyerKeyPair        *pair,
                    GError             **error)
{
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerRequest) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (foyer_day_is_valid (self->day), NULL);

  payload = write_request (self);
  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_request_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}

/**
 * foyer_request_answer_by:
 * @zone: the zone of the space
 * @day: the day that is asked for
 * @opening_minute: when the space opens for the part that is asked for
 * @asked_ms: when the guest asks, in UTC milliseconds
 *
 * When a request expires: 24 hours after it was asked, or at 18:00 of the day before, whatever
 * comes first. Who asks when that has struck has the answer until the space opens.
 *
 * Returns: the first instant, in UTC milliseconds, at which an answer comes too late; at or
 *   before @asked_ms when the space is open already
 */
gint64
foyer_request_answer_by (GTimeZone *zone,
                         FoyerDay   day,
                         int        opening_minute,
                         gint64     asked_ms)
{
  gint64 last;

  g_return_val_if_fail (zone != NULL, 0);

  last = foyer_instant_at (zone, day - 1, EVE_MINUTE);
  if (asked_ms >= last)
    last = foyer_instant_at (zone, day, opening_minute);

  return MIN (asked_ms + ANSWER_MS, last);
}
