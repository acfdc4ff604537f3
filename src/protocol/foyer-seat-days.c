/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-seat-days.h"

#include "core/foyer-opening.h"
#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

/**
 * foyer_seat_days_new:
 * @type: availability or allotment
 * @listing: whose seats
 *
 * Returns: (transfer full): a record of no days
 */
FoyerSeatDays *
foyer_seat_days_new (FoyerDocumentType  type,
                     const char        *listing)
{
  FoyerSeatDays *self = g_new0 (FoyerSeatDays, 1);

  self->type = type;
  self->listing = g_strdup (listing);
  self->from = FOYER_DAY_NONE;

  return self;
}

/**
 * foyer_seat_days_free:
 * @self: (transfer full): seats
 *
 * Frees a record.
 */
void
foyer_seat_days_free (FoyerSeatDays *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->listing);
  g_free (self);
}

static void
read_day (FoyerJson    *json,
          FoyerSeatDay *day)
{
  if (foyer_json_is_null (json, NULL))
    return;
  day->am = (int) foyer_json_int (json, "am", 0, FOYER_SEATS_MAX);
  day->pm = (int) foyer_json_int (json, "pm", 0, FOYER_SEATS_MAX);
  day->open = TRUE;
}

/**
 * foyer_seat_days_parse:
 * @envelope: an envelope of an availability or an allotment
 * @error: return location for an error
 *
 * Reads the seats of up to 64 days.
 *
 * Returns: (transfer full): the seats, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerSeatDays *
foyer_seat_days_parse (FoyerEnvelope  *envelope,
                       GError        **error)
{
  g_autoptr(FoyerSeatDays) self = NULL;
  g_autoptr(FoyerJson) json = NULL;
  FoyerDocumentType type;
  gsize n;

  g_return_val_if_fail (envelope != NULL, NULL);

  type = foyer_envelope_get_type (envelope) == FOYER_DOCUMENT_ALLOTMENT
           ? FOYER_DOCUMENT_ALLOTMENT
           : FOYER_DOCUMENT_AVAILABILITY;
  json = foyer_envelope_read (envelope, type, error);
  if (json == NULL)
    return NULL;

  self = foyer_seat_days_new (type, NULL);
  self->listing = foyer_json_id (json, "listing");
  self->rev = foyer_json_rev (json);
  self->from = foyer_json_day (json, "from");
  if (foyer_json_enter_array (json, "days", FOYER_HORIZON_DAYS, &n))
    {
      self->n_days = (guint) n;
      for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
        {
          read_day (json, &self->days[i]);
          foyer_json_leave (json);
        }
      foyer_json_leave (json);
    }
  if (!foyer_json_failed (json) && self->n_days > 0 &&
      !foyer_day_is_valid (self->from + (FoyerDay) self->n_days - 1))
    foyer_json_fail (json, "from", "goes on beyond the last day that there is");

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

static GBytes *
write_days (const FoyerSeatDays *self)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", foyer_document_type_get_name (self->type));
  foyer_json_writer_add_text (writer, "listing", self->listing);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_add_day (writer, "from", self->from);
  foyer_json_writer_begin_array (writer, "days");
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].open)
      {
        foyer_json_writer_begin_object (writer, NULL);
        foyer_json_writer_add_int (writer, "am", self->days[i].am);
        foyer_json_writer_add_int (writer, "pm", self->days[i].pm);
        foyer_json_writer_end_object (writer);
      }
    else
      foyer_json_writer_add_null (writer, NULL);
  foyer_json_writer_end_array (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

/**
 * foyer_seat_days_sign:
 * @self: seats from a valid day on
 * @pair: the host's key
 * @error: return location for an error
 *
 * Writes and signs the seats.
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@SeatDays.parse]
 */
FoyerEnvelope *
foyer_seat_days_sign (const FoyerSeatDays  *self,
                      FoyerKeyPair         *pair,
                      GError              **error)
{
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerSeatDays) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->n_days <= FOYER_HORIZON_DAYS, NULL);
  g_return_val_if_fail (foyer_day_is_valid (self->from), NULL);

  payload = write_days (self);
  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_seat_days_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}
