/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-readings.h"

#include "protocol/foyer-access.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-guest-card.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-request.h"

FoyerEnvelope *
foyer_read_envelope (GBytes  *body,
                     GError **error)
{
  static const char * const parts[] = { "payload", "key", "signature" };
  g_autoptr(FoyerJson) json = foyer_json_parse (g_bytes_get_data (body, NULL), g_bytes_get_size (body), error);
  g_autoptr(FoyerJsonWriter) writer = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (json == NULL)
    return NULL;

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  if (foyer_json_enter_object (json, "envelope"))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          const char *text = foyer_json_text (json, parts[i]);

          foyer_json_writer_add_text (writer, parts[i], text != NULL ? text : "");
        }
      foyer_json_leave (json);
    }
  foyer_json_writer_end_object (writer);
  bytes = foyer_json_writer_end (g_steal_pointer (&writer));
  if (!foyer_json_finish (json, error))
    return NULL;

  return foyer_envelope_verify (bytes, error);
}

FoyerListing *
foyer_read_listing (GBytes      *body,
                    const char  *id,
                    FoyerKey    *key,
                    GError     **error)
{
  g_autoptr(FoyerEnvelope) envelope = foyer_read_envelope (body, error);
  g_autoptr(FoyerListing) listing = NULL;

  if (envelope == NULL || (listing = foyer_listing_parse (envelope, error)) == NULL)
    return NULL;
  if (!g_str_equal (listing->id, id))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID, "another listing");
      return NULL;
    }
  *key = *foyer_envelope_get_key (envelope);

  return g_steal_pointer (&listing);
}

FoyerSeatDays *
foyer_read_seat_days (GBytes          *body,
                      const char      *listing,
                      const FoyerKey  *host,
                      GError         **error)
{
  g_autoptr(FoyerEnvelope) envelope = foyer_read_envelope (body, error);
  g_autoptr(FoyerSeatDays) days = NULL;

  if (envelope == NULL || (days = foyer_seat_days_parse (envelope, error)) == NULL)
    return NULL;
  if (days->type != FOYER_DOCUMENT_AVAILABILITY || !g_str_equal (days->listing, listing)
      || !foyer_key_equal (foyer_envelope_get_key (envelope), host))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID,
                           "the seats of another listing or host");
      return NULL;
    }

  return g_steal_pointer (&days);
}

static gboolean
foyer_read_request_news (FoyerNews     *news,
                         FoyerEnvelope *envelope,
                         const char    *origin,
                         FoyerKeyPair  *pair)
{
  g_autoptr(FoyerRequest) request = foyer_request_parse (envelope, NULL);
  g_autoptr(FoyerGuestCard) card = NULL;
  FoyerSealedAddress address = {
    .type = FOYER_DOCUMENT_REQUEST,
    .sender = *foyer_envelope_get_key (envelope),
    .recipient = *foyer_key_pair_get_key (pair),
  };

  if (request == NULL || !foyer_key_equal (&request->host, &address.recipient)
      || !g_str_equal (request->directory, origin))
    return FALSE;
  address.booking = request->id;
  card = foyer_guest_card_open (request->sealed, pair, &address, NULL);
  if (card == NULL)
    return FALSE;

  news->kind = FOYER_POST_REQUEST;
  g_set_str (&news->booking, request->id);
  news->rev = request->rev;
  g_set_str (&news->listing, request->listing);
  news->day = request->day;
  news->part = request->part;
  news->seats = request->seats;
  news->answer_by_ms = request->answer_by_ms;
  news->guest = foyer_person_new ();
  g_set_str (&news->guest->name, card->name);
  g_set_str (&news->guest->phone, card->phone);
  g_set_str (&news->guest->email, card->email);
  g_strfreev (news->guest->skills);
  news->guest->skills = card->skills != NULL ? g_strdupv (card->skills) : g_new0 (char *, 1);
  g_set_str (&news->note, card->note);
  news->consents = card->consents != NULL ? g_strdupv (card->consents) : g_new0 (char *, 1);

  return TRUE;
}

static gboolean
foyer_read_withdrawal_news (FoyerNews     *news,
                            FoyerEnvelope *envelope)
{
  g_autoptr(FoyerNotice) notice = foyer_notice_parse (envelope, NULL);

  if (notice == NULL || notice->type != FOYER_DOCUMENT_WITHDRAWAL)
    return FALSE;

  news->kind = FOYER_POST_WITHDRAWAL;
  g_set_str (&news->booking, notice->subject);
  news->rev = notice->rev;

  return TRUE;
}

static gboolean
foyer_read_access_news (FoyerNews           *news,
                        const FoyerDecision *decision,
                        FoyerKeyPair        *pair,
                        const FoyerKey      *host)
{
  g_autoptr(FoyerAccess) access = NULL;
  FoyerSealedAddress address = {
    .type = FOYER_DOCUMENT_DECISION,
    .booking = decision->booking,
    .sender = *host,
    .recipient = *foyer_key_pair_get_key (pair),
  };

  access = foyer_access_open (decision->sealed, pair, &address, NULL);
  if (access == NULL)
    return FALSE;

  news->has_access = decision->state == FOYER_STATE_CONFIRMED;
  g_set_str (&news->street, access->address != NULL ? access->address->street : "");
  g_set_str (&news->postcode, access->address != NULL ? access->address->postcode : "");
  g_set_str (&news->city, access->address != NULL ? access->address->city : "");
  g_set_str (&news->door, access->door);
  g_set_str (&news->wifi, access->wifi);
  g_set_str (&news->host_note, access->note);
  g_set_str (&news->ticket, access->ticket);

  return TRUE;
}

static gboolean
foyer_read_decision_news (FoyerNews      *news,
                          FoyerEnvelope  *envelope,
                          FoyerKeyPair   *pair,
                          const FoyerKey *host)
{
  g_autoptr(FoyerDecision) decision = foyer_decision_parse (envelope, NULL);

  if (decision == NULL || !foyer_key_equal (foyer_envelope_get_key (envelope), host))
    return FALSE;
  if (decision->sealed != NULL && !foyer_read_access_news (news, decision, pair, host))
    return FALSE;

  news->kind = FOYER_POST_DECISION;
  g_set_str (&news->booking, decision->booking);
  news->rev = decision->rev;
  news->state = decision->state;

  return TRUE;
}

static gboolean
foyer_read_known_news (FoyerNews      *news,
                       FoyerEnvelope  *envelope,
                       const char     *origin,
                       FoyerKeyPair   *pair,
                       const FoyerKey *host)
{
  FoyerDocumentType type = foyer_envelope_get_type (envelope);

  if (host == NULL && type == FOYER_DOCUMENT_REQUEST)
    return foyer_read_request_news (news, envelope, origin, pair);
  if (host == NULL && type == FOYER_DOCUMENT_WITHDRAWAL)
    return foyer_read_withdrawal_news (news, envelope);
  if (host != NULL && type == FOYER_DOCUMENT_DECISION)
    return foyer_read_decision_news (news, envelope, pair, host);

  return FALSE;
}

FoyerNews *
foyer_read_news (const FoyerPageItem  *item,
                 const char           *origin,
                 FoyerKeyPair         *pair,
                 const FoyerKey       *host,
                 GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(FoyerEnvelope) envelope = foyer_envelope_verify (item->envelope, &local_error);
  FoyerNews *news;

  if (envelope == NULL && !g_error_matches (local_error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  news = foyer_news_new ();
  news->raw = g_bytes_ref (item->envelope);
  g_free (news->digest);
  news->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, item->envelope);
  news->at_ms = item->at_ms;
  if (envelope != NULL)
    {
      char key[FOYER_KEY_TEXT_SIZE];

      g_set_str (&news->key, foyer_key_format (foyer_envelope_get_key (envelope), key));
      news->known = foyer_read_known_news (news, envelope, origin, pair, host);
    }

  return news;
}
