/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/writers/foyer-post-writer.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-opening.h"
#include "core/foyer-random.h"
#include "protocol/foyer-access.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-guest-card.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-request.h"
#include "protocol/foyer-ticket.h"
#include "sync/foyer-sync-error-private.h"
#include "sync/writers/foyer-drafts.h"

/* A listing does not tell its hours. Whoever asks after 18:00 of the eve has the answer by the
 * usual opening, then by the middle and at last by the end of the usual day. */
#define USUAL_OPENING (9 * 60)
#define USUAL_END (18 * 60)

void
foyer_written_clear (FoyerWritten *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
}

const char *
foyer_post_kind_get_name (FoyerPostKind kind)
{
  static const char * const names[] = {
    [FOYER_POST_LISTING] = "listing",
    [FOYER_POST_AVAILABILITY] = "availability",
    [FOYER_POST_TOMBSTONE] = "tombstone",
    [FOYER_POST_REQUEST] = "request",
    [FOYER_POST_DECISION] = "decision",
    [FOYER_POST_WITHDRAWAL] = "withdrawal",
    [FOYER_POST_PHOTO] = "photo",
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

static gboolean
foyer_written_take (FoyerWritten  *self,
                    FoyerEnvelope *envelope)         /* (transfer full) (nullable) */
{
  if (envelope == NULL)
    return FALSE;

  self->body = g_bytes_ref (foyer_envelope_get_bytes (envelope));
  foyer_envelope_unref (envelope);

  return TRUE;
}

static gboolean
foyer_post_write_listing (const FoyerPost  *post,
                          FoyerIdentity    *identity,
                          gint64            now_ms,
                          FoyerWritten     *written,
                          GError          **error)
{
  g_autoptr(FoyerKeyPair) pair = foyer_identity_get_host_key (identity);
  g_autoptr(FoyerListing) listing = foyer_listing_draft (identity, post->space, post->subject, written->rev, now_ms,
                                                         error);

  return listing != NULL && foyer_written_take (written, foyer_listing_sign (listing, pair, error));
}

static gboolean
foyer_post_write_availability (const FoyerPost  *post,
                               FoyerIdentity    *identity,
                               FoyerWritten     *written,
                               GError          **error)
{
  g_autoptr(FoyerKeyPair) pair = foyer_identity_get_host_key (identity);
  g_autoptr(FoyerSeatDays) days = foyer_seat_days_draft (post->space->kind, post->days, post->subject, written->rev,
                                                         error);

  return days != NULL && foyer_written_take (written, foyer_seat_days_sign (days, pair, error));
}

static gboolean
foyer_post_write_notice (const FoyerPost    *post,
                         FoyerDocumentType   type,
                         FoyerKeyPair       *pair,
                         FoyerWritten       *written,
                         GError            **error)
{
  g_autoptr(FoyerNotice) notice = foyer_notice_new (type, post->subject, written->rev);

  return foyer_written_take (written, foyer_notice_sign (notice, pair, error));
}

/* How the guest gets in; told in a confirmation and nowhere else. */
static char *
foyer_post_seal_access (const FoyerPost           *post,
                        FoyerIdentity             *identity,
                        const FoyerSealedAddress  *address,
                        GError                   **error)
{
  g_autoptr(FoyerAccess) access = foyer_access_new ();
  const FoyerSpace *space = post->space;

  if (*space->street != '\0')
    access->address = foyer_address_new (space->street, space->postcode, space->city);
  g_set_str (&access->door, space->door);
  g_set_str (&access->wifi, space->wifi);
  g_set_str (&access->note, space->note);
  g_free (access->ticket);
  access->ticket = foyer_ticket_make (identity, post->booking->id, post->booking->day);

  return foyer_access_seal (access, address, error);
}

static gboolean
foyer_post_write_decision (const FoyerPost  *post,
                           FoyerIdentity    *identity,
                           FoyerWritten     *written,
                           GError          **error)
{
  g_autoptr(FoyerKeyPair) pair = foyer_identity_get_host_key (identity);
  g_autoptr(FoyerDecision) decision = NULL;
  g_autofree char *sealed = NULL;
  FoyerSealedAddress address = {
    .type = FOYER_DOCUMENT_DECISION,
    .booking = post->subject,
    .sender = *foyer_key_pair_get_key (pair),
  };

  if (!foyer_key_parse (post->guest_key, &address.recipient, error))
    return FALSE;
  if (post->booking->state == FOYER_STATE_CONFIRMED)
    {
      sealed = foyer_post_seal_access (post, identity, &address, error);
      if (sealed == NULL)
        return FALSE;
    }
  decision = foyer_decision_new (post->subject, written->rev, post->booking->state, sealed);

  return foyer_written_take (written, foyer_decision_sign (decision, pair, error));
}

static gboolean
foyer_post_write_withdrawal (const FoyerPost  *post,
                             FoyerIdentity    *identity,
                             FoyerWritten     *written,
                             GError          **error)
{
  g_autoptr(FoyerKeyPair) pair = NULL;
  FoyerKey host;

  if (!foyer_key_parse (post->seat->host, &host, error))
    return FALSE;
  pair = foyer_identity_get_guest_key (identity, &host);

  return foyer_post_write_notice (post, FOYER_DOCUMENT_WITHDRAWAL, pair, written, error);
}

/**
 * foyer_post_write:
 * @post: a post without bytes, of any kind but a request or a photo
 * @identity: of the profile
 * @now_ms: the instant, in UTC milliseconds
 * @written: (out caller-allocates): what was written
 * @error: return location for an error
 *
 * Writes, seals and signs a post. Pure, but for the randomness of a sealed box.
 *
 * Returns: whether it could be written; else a %FOYER_ERROR or %FOYER_PROTOCOL_ERROR
 */
gboolean
foyer_post_write (const FoyerPost  *post,
                  FoyerIdentity    *identity,
                  gint64            now_ms,
                  FoyerWritten     *written,
                  GError          **error)
{
  g_autoptr(FoyerKeyPair) pair = NULL;

  g_return_val_if_fail (post->kind != FOYER_POST_REQUEST && post->kind != FOYER_POST_PHOTO, FALSE);

  *written = (FoyerWritten) { .rev = MAX (post->rev, 1) };
  switch (post->kind)
    {
    case FOYER_POST_LISTING:
      return foyer_post_write_listing (post, identity, now_ms, written, error);
    case FOYER_POST_AVAILABILITY:
      return foyer_post_write_availability (post, identity, written, error);
    case FOYER_POST_TOMBSTONE:
      pair = foyer_identity_get_host_key (identity);
      return foyer_post_write_notice (post, FOYER_DOCUMENT_TOMBSTONE, pair, written, error);
    case FOYER_POST_DECISION:
      return foyer_post_write_decision (post, identity, written, error);
    case FOYER_POST_WITHDRAWAL:
      return foyer_post_write_withdrawal (post, identity, written, error);
    case FOYER_POST_REQUEST:
    case FOYER_POST_PHOTO:
    default:
      g_assert_not_reached ();
    }
}

/* Until when the host can answer, or 0 when it is too late to ask. */
static gint64
foyer_post_get_answer_by (const FoyerMySeat *seat,
                          GTimeZone         *zone,
                          gint64             now_ms)
{
  const int minutes[] = {
    seat->part == FOYER_PART_PM ? FOYER_HALF_AT_DEFAULT : USUAL_OPENING,
    FOYER_HALF_AT_DEFAULT,
    USUAL_END,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      gint64 answer_by = foyer_request_answer_by (zone, seat->day, minutes[i], now_ms);

      if (answer_by > now_ms && (seat->part != FOYER_PART_AM || minutes[i] <= FOYER_HALF_AT_DEFAULT))
        return answer_by;
    }

  return 0;
}

static char *
foyer_post_seal_card (const FoyerPost     *post,
                      const FoyerKey      *sender,
                      const FoyerKey      *host,
                      GError             **error)
{
  g_autoptr(FoyerGuestCard) card = foyer_guest_card_new (post->guest->name);
  FoyerSealedAddress address = {
    .type = FOYER_DOCUMENT_REQUEST,
    .booking = post->subject,
    .sender = *sender,
    .recipient = *host,
  };

  g_set_str (&card->phone, post->guest->phone != NULL ? post->guest->phone : "");
  g_set_str (&card->email, post->guest->email != NULL ? post->guest->email : "");
  g_set_str (&card->note, post->note != NULL ? post->note : "");
  g_strfreev (card->skills);
  card->skills = g_strdupv (post->guest->skills);
  g_strfreev (card->consents);
  card->consents = g_strdupv (post->consents);

  return foyer_guest_card_seal (card, &address, error);
}

static gboolean
foyer_post_price (const FoyerPost     *post,
                  const FoyerListing  *listing,
                  gint64              *price_minor,
                  GError             **error)
{
  gint64 one = post->seat->part == FOYER_PART_FULL ? listing->price_minor : listing->half_price_minor;

  if (!g_ascii_isupper (*listing->currency) || one > FOYER_MONEY_MAX / MAX (post->seat->seats, 1))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "a price beyond what can be kept");
      return FALSE;
    }
  *price_minor = one * post->seat->seats;

  return TRUE;
}

static gboolean
foyer_post_check_host (const FoyerPost  *post,
                       const FoyerKey   *host,
                       GError          **error)
{
  FoyerKey pinned;

  if (*post->seat->host == '\0')
    return TRUE;
  if (foyer_key_parse (post->seat->host, &pinned, NULL) && foyer_key_equal (&pinned, host))
    return TRUE;

  g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_CHANGED_KEY, "another host answers as %s",
               post->seat->listing);
  return FALSE;
}

/**
 * foyer_post_write_request:
 * @post: a request without bytes
 * @identity: of the profile
 * @listing: what it asks for, verified and read just now
 * @host: who signed @listing
 * @now_ms: the instant, in UTC milliseconds
 * @written: (out caller-allocates): what was written
 * @error: return location for an error
 *
 * Writes, seals and signs a request. The host must be the one whom the person saw.
 *
 * Returns: whether it could be written; else %FOYER_SYNC_ERROR_CHANGED_KEY, a refusal
 *   ("expired": it is too late to ask), %FOYER_ERROR or %FOYER_PROTOCOL_ERROR
 */
gboolean
foyer_post_write_request (const FoyerPost     *post,
                          FoyerIdentity       *identity,
                          const FoyerListing  *listing,
                          const FoyerKey      *host,
                          gint64               now_ms,
                          FoyerWritten        *written,
                          GError             **error)
{
  g_autoptr(FoyerRequest) request = foyer_request_new ();
  g_autoptr(FoyerKeyPair) pair = foyer_identity_get_guest_key (identity, host);
  g_autoptr(GTimeZone) zone = NULL;

  *written = (FoyerWritten) { .rev = MAX (post->rev, 1) };
  if (!foyer_post_check_host (post, host, error)
      || (zone = foyer_zone_new (listing->tz, error)) == NULL
      || !foyer_post_price (post, listing, &written->facts.price_minor, error))
    return FALSE;

  request->answer_by_ms = foyer_post_get_answer_by (post->seat, zone, now_ms);
  if (request->answer_by_ms == 0)
    {
      g_propagate_error (error, foyer_sync_error_new_refused ("expired", "it is too late to ask"));
      return FALSE;
    }
  request->id = g_strdup (post->subject);
  request->rev = written->rev;
  request->listing = g_strdup (listing->id);
  request->host = *host;
  request->directory = g_strdup (post->origin);
  request->day = post->seat->day;
  request->part = post->seat->part;
  request->seats = post->seat->seats;
  request->sealed = foyer_post_seal_card (post, foyer_key_pair_get_key (pair), host, error);
  if (request->sealed == NULL || !foyer_written_take (written, foyer_request_sign (request, pair, error)))
    return FALSE;

  written->facts.host = foyer_key_format (host, written->host);
  written->facts.name = listing->name;
  written->facts.area = listing->area;
  written->facts.tz = listing->tz;
  written->facts.currency = listing->currency;
  written->facts.cancel_minute = listing->cancel_minute;
  written->facts.cancel_days = listing->cancel_days;
  written->facts.answer_by_ms = request->answer_by_ms;

  return TRUE;
}
