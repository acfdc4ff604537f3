/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-decision.h"

/**
 * foyer_decision_new:
 * @booking: the request's id
 * @rev: the next revision
 * @state: where the host puts the booking
 * @sealed: (nullable): a sealed access
 *
 * Returns: (transfer full): the decision
 */
FoyerDecision *
foyer_decision_new (const char        *booking,
                    gint64             rev,
                    FoyerBookingState  state,
                    const char        *sealed)
{
  FoyerDecision *self = g_new0 (FoyerDecision, 1);

  self->booking = g_strdup (booking);
  self->rev = rev;
  self->state = state;
  self->sealed = g_strdup (sealed);

  return self;
}

/**
 * foyer_decision_free:
 * @self: (transfer full): a decision
 *
 * Frees a decision.
 */
void
foyer_decision_free (FoyerDecision *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->booking);
  g_free (self->sealed);
  g_free (self);
}

/* Only the guest asks and withdraws, and nobody says that a request expired. */
static gboolean
is_of_host (FoyerBookingState state)
{
  return state != FOYER_STATE_REQUESTED && state != FOYER_STATE_WITHDRAWN &&
         state != FOYER_STATE_EXPIRED;
}

/**
 * foyer_decision_parse:
 * @envelope: an envelope
 * @error: return location for an error
 *
 * Reads a decision.
 *
 * Returns: (transfer full): the decision, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerDecision *
foyer_decision_parse (FoyerEnvelope  *envelope,
                      GError        **error)
{
  g_autoptr(FoyerDecision) self = NULL;
  g_autoptr(FoyerJson) json = foyer_envelope_read (envelope, FOYER_DOCUMENT_DECISION, error);
  const char *state;

  if (json == NULL)
    return NULL;

  self = g_new0 (FoyerDecision, 1);
  self->booking = foyer_json_id (json, "booking");
  self->rev = foyer_json_rev (json);
  state = foyer_json_text (json, "state");
  if (!foyer_json_failed (json) &&
      (!foyer_booking_state_parse (state, &self->state, NULL) || !is_of_host (self->state)))
    foyer_json_fail (json, "state", "is not for a host to decide");
  if (foyer_json_has (json, "sealed") || self->state == FOYER_STATE_CONFIRMED)
    self->sealed = foyer_sealed_box_read (json, "sealed");

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_decision_sign:
 * @self: a decision
 * @pair: the host's key
 * @error: return location for an error
 *
 * Writes and signs a decision.
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@Decision.parse]
 */
FoyerEnvelope *
foyer_decision_sign (const FoyerDecision  *self,
                     FoyerKeyPair         *pair,
                     GError              **error)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerDecision) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", "decision");
  foyer_json_writer_add_text (writer, "booking", self->booking);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_add_text (writer, "state", foyer_booking_state_get_name (self->state));
  if (self->sealed != NULL)
    foyer_json_writer_add_text (writer, "sealed", self->sealed);
  foyer_json_writer_end_object (writer);
  payload = foyer_json_writer_end (writer);

  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_decision_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}
