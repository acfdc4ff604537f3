/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sim-directory.h"

#include <stdio.h>
#include <string.h>

#include "protocol/foyer-decision.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-request.h"

/* Small, so that pages have successors. */
#define PAGE_ITEMS 3
/* How long a host has at most to answer. */
#define ANSWER_MS (24 * 3600 * G_GINT64_CONSTANT (1000))

typedef struct {
  FoyerKey       to;
  gint64         at_ms;
  FoyerEnvelope *envelope;
} Letter;

struct _SimDirectory {
  guint       epoch;
  gint64      restored_ms;       /* 0: never */
  GHashTable *listings;          /* id → SimListing */
  GHashTable *bookings;          /* id → SimBooking */
  GPtrArray  *letters;           /* of Letter, in their order */
  gboolean    takes_lower_revs;
  char       *complaint;
};

static void
letter_free (gpointer data)
{
  Letter *self = data;

  foyer_envelope_unref (self->envelope);
  g_free (self);
}

static void
booking_free (gpointer data)
{
  SimBooking *self = data;

  g_free (self->id);
  g_free (self->listing);
  g_ptr_array_unref (self->papers);
  g_free (self);
}

static void
listing_free (gpointer data)
{
  SimListing *self = data;

  g_free (self->id);
  g_clear_pointer (&self->envelope, foyer_envelope_unref);
  g_clear_pointer (&self->seats, foyer_envelope_unref);
  g_free (self);
}

SimDirectory *
sim_directory_new (gboolean takes_lower_revs)
{
  SimDirectory *self = g_new0 (SimDirectory, 1);

  self->epoch = 1;
  self->takes_lower_revs = takes_lower_revs;
  self->listings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, listing_free);
  self->bookings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, booking_free);
  self->letters = g_ptr_array_new_with_free_func (letter_free);

  return self;
}

void
sim_directory_free (SimDirectory *self)
{
  g_hash_table_unref (self->listings);
  g_hash_table_unref (self->bookings);
  g_ptr_array_unref (self->letters);
  g_free (self->complaint);
  g_free (self);
}

SimDirectory *
sim_directory_copy (SimDirectory *self)
{
  SimDirectory *copy = sim_directory_new (self->takes_lower_revs);
  GHashTableIter iter;
  SimListing *listing;
  SimBooking *booking;

  copy->epoch = self->epoch;
  copy->restored_ms = self->restored_ms;
  g_hash_table_iter_init (&iter, self->listings);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &listing))
    {
      SimListing *other = g_memdup2 (listing, sizeof *listing);

      other->id = g_strdup (listing->id);
      other->envelope = foyer_envelope_ref (listing->envelope);
      other->seats = listing->seats != NULL ? foyer_envelope_ref (listing->seats) : NULL;
      g_hash_table_insert (copy->listings, other->id, other);
    }
  g_hash_table_iter_init (&iter, self->bookings);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &booking))
    {
      SimBooking *other = g_memdup2 (booking, sizeof *booking);

      other->id = g_strdup (booking->id);
      other->listing = g_strdup (booking->listing);
      other->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_envelope_unref);
      for (guint i = 0; i < booking->papers->len; i++)
        g_ptr_array_add (other->papers, foyer_envelope_ref (booking->papers->pdata[i]));
      g_hash_table_insert (copy->bookings, other->id, other);
    }
  for (guint i = 0; i < self->letters->len; i++)
    {
      Letter *letter = g_memdup2 (self->letters->pdata[i], sizeof *letter);

      foyer_envelope_ref (letter->envelope);
      g_ptr_array_add (copy->letters, letter);
    }

  return copy;
}

void
sim_directory_set_epoch (SimDirectory *self,
                         guint         epoch,
                         gint64        now_ms)
{
  self->epoch = epoch;
  self->restored_ms = now_ms;
}

const char *
sim_directory_get_complaint (SimDirectory *self)
{
  return self->complaint;
}

SimBooking *
sim_directory_find_booking (SimDirectory *self,
                            const char   *id)
{
  return g_hash_table_lookup (self->bookings, id);
}

SimListing *
sim_directory_find_listing (SimDirectory *self,
                            const char   *id)
{
  return g_hash_table_lookup (self->listings, id);
}

GPtrArray *
sim_directory_list_bookings (SimDirectory *self)
{
  return g_hash_table_get_values_as_ptr_array (self->bookings);
}

static FoyerReply *
refuse (FoyerProblemType type)
{
  FoyerProblem *problem = foyer_problem_new (type, NULL, NULL);
  g_autoptr(GBytes) body = foyer_problem_write (problem);
  FoyerReply *reply = foyer_reply_new (problem->status, body);

  foyer_problem_free (problem);

  return reply;
}

static FoyerReply *
accept (gboolean first)
{
  g_autoptr(GBytes) body = g_bytes_new_static ("{\"ok\":true}", strlen ("{\"ok\":true}"));

  return foyer_reply_new (first ? 201 : 200, body);
}

static FoyerReply *
show (FoyerEnvelope *envelope,
      gint64         rev)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autoptr(GBytes) body = NULL;
  FoyerReply *reply;

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_json (writer, "envelope", foyer_envelope_get_bytes (envelope));
  foyer_json_writer_end_object (writer);
  body = foyer_json_writer_end (writer);
  reply = foyer_reply_new (200, body);
  reply->rev = rev;

  return reply;
}

static gboolean
is_same (FoyerEnvelope *a,
         FoyerEnvelope *b)
{
  return a != NULL && memcmp (foyer_envelope_get_digest (a), foyer_envelope_get_digest (b), FOYER_DIGEST_SIZE) == 0;
}

/* Everything that is taken passes here. */
static void
note_rev (SimDirectory *self,
          const char   *what,
          const char   *id,
          gint64        before,
          gint64        after)
{
  if (after <= before && self->complaint == NULL)
    self->complaint = g_strdup_printf ("I7: the %s of %s went from revision %d to %d", what, id, (int) before,
                                       (int) after);
}

static void
deliver (SimDirectory   *self,
         const FoyerKey *to,
         FoyerEnvelope  *envelope,
         gint64          now_ms)
{
  Letter *letter = g_new (Letter, 1);

  *letter = (Letter) { *to, now_ms, foyer_envelope_ref (envelope) };
  g_ptr_array_add (self->letters, letter);
}

static FoyerReply *
put_listing (SimDirectory    *self,
             const FoyerCall *call,
             FoyerEnvelope   *envelope)
{
  g_autoptr(FoyerListing) listing = foyer_listing_parse (envelope, NULL);
  SimListing *known;

  if (listing == NULL)
    return refuse (FOYER_PROBLEM_INVALID);
  known = sim_directory_find_listing (self, listing->id);
  if (known != NULL && !foyer_key_equal (&known->key, foyer_envelope_get_key (envelope)))
    return refuse (FOYER_PROBLEM_TAKEN);
  if (known != NULL && known->live && is_same (known->envelope, envelope))
    return accept (FALSE);
  if (!call->must_be_new && call->if_match == 0)
    return refuse (FOYER_PROBLEM_PRECONDITION_REQUIRED);
  if (call->must_be_new ? known != NULL && known->live : known == NULL || !known->live || known->rev != call->if_match)
    return refuse (FOYER_PROBLEM_PRECONDITION);
  if (known != NULL && listing->rev <= known->rev && !self->takes_lower_revs)
    return refuse (FOYER_PROBLEM_STALE);

  if (known == NULL)
    {
      known = g_new0 (SimListing, 1);
      known->id = g_strdup (listing->id);
      known->key = *foyer_envelope_get_key (envelope);
      g_hash_table_insert (self->listings, known->id, known);
    }
  note_rev (self, "listing", known->id, known->rev, listing->rev);
  g_clear_pointer (&known->envelope, foyer_envelope_unref);
  known->envelope = foyer_envelope_ref (envelope);
  known->rev = listing->rev;
  known->live = TRUE;

  return accept (TRUE);
}

static FoyerReply *
put_seats (SimDirectory  *self,
           FoyerEnvelope *envelope)
{
  g_autoptr(FoyerSeatDays) days = foyer_seat_days_parse (envelope, NULL);
  SimListing *known = days != NULL ? sim_directory_find_listing (self, days->listing) : NULL;

  if (days == NULL)
    return refuse (FOYER_PROBLEM_INVALID);
  if (known == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  if (!foyer_key_equal (&known->key, foyer_envelope_get_key (envelope)))
    return refuse (FOYER_PROBLEM_NOT_YOURS);
  if (!known->live)
    return refuse (FOYER_PROBLEM_GONE);
  if (known->seats != NULL && is_same (known->seats, envelope))
    return accept (FALSE);
  if (days->rev == known->seats_rev && !self->takes_lower_revs)
    return refuse (FOYER_PROBLEM_ID_REUSED);
  if (days->rev < known->seats_rev && !self->takes_lower_revs)
    return refuse (FOYER_PROBLEM_STALE);

  note_rev (self, "availability", known->id, known->seats_rev, days->rev);
  g_clear_pointer (&known->seats, foyer_envelope_unref);
  known->seats = foyer_envelope_ref (envelope);
  known->seats_rev = days->rev;

  return accept (TRUE);
}

static FoyerReply *
bury (SimDirectory  *self,
      FoyerEnvelope *envelope)
{
  g_autoptr(FoyerNotice) notice = foyer_notice_parse (envelope, NULL);
  SimListing *known = notice != NULL ? sim_directory_find_listing (self, notice->subject) : NULL;

  if (notice == NULL)
    return refuse (FOYER_PROBLEM_INVALID);
  if (known == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  if (!foyer_key_equal (&known->key, foyer_envelope_get_key (envelope)))
    return refuse (FOYER_PROBLEM_NOT_YOURS);
  if (!known->live)
    return is_same (known->envelope, envelope) ? accept (FALSE) : refuse (FOYER_PROBLEM_GONE);
  if (notice->rev <= known->rev && !self->takes_lower_revs)
    return refuse (FOYER_PROBLEM_STALE);

  note_rev (self, "listing", known->id, known->rev, notice->rev);
  g_clear_pointer (&known->envelope, foyer_envelope_unref);
  known->envelope = foyer_envelope_ref (envelope);
  known->rev = notice->rev;
  known->live = FALSE;

  return accept (TRUE);
}

/* Whether one of its papers is this one. */
static gboolean
has_paper (SimBooking    *booking,
           FoyerEnvelope *envelope)
{
  for (guint i = 0; i < booking->papers->len; i++)
    if (is_same (booking->papers->pdata[i], envelope))
      return TRUE;

  return FALSE;
}

static FoyerProblemType
check_seats (SimListing         *listing,
             const FoyerRequest *request)
{
  g_autoptr(FoyerSeatDays) days = listing->seats != NULL ? foyer_seat_days_parse (listing->seats, NULL) : NULL;
  const FoyerSeatDay *day;

  if (days == NULL || request->day < days->from || request->day >= days->from + (FoyerDay) days->n_days)
    return FOYER_PROBLEM_CLOSED;
  day = &days->days[request->day - days->from];
  if (!day->open)
    return FOYER_PROBLEM_CLOSED;
  if (((request->part & FOYER_PART_AM) != 0 && day->am < request->seats)
      || ((request->part & FOYER_PART_PM) != 0 && day->pm < request->seats))
    return FOYER_PROBLEM_FULL;

  return FOYER_PROBLEM_UNKNOWN;
}

/* Whether it may have been told of this before its table was restored: then the host answered long ago. */
static gboolean
was_lost (SimDirectory *self,
          gint64        answer_by_ms)
{
  return self->restored_ms != 0 && answer_by_ms <= self->restored_ms + ANSWER_MS;
}

/* What only a fresh request must keep. */
static FoyerProblemType
check_fresh (SimListing         *listing,
             const FoyerRequest *request,
             gint64              now_ms)
{
  if (!listing->live)
    return FOYER_PROBLEM_GONE;
  if (request->answer_by_ms <= now_ms)
    return FOYER_PROBLEM_EXPIRED;

  return check_seats (listing, request);
}

static FoyerReply *
put_request (SimDirectory  *self,
             FoyerEnvelope *envelope,
             gint64         now_ms)
{
  g_autoptr(FoyerRequest) request = foyer_request_parse (envelope, NULL);
  SimListing *listing;
  SimBooking *booking;
  FoyerProblemType problem;

  if (request == NULL || !g_str_equal (request->directory, SIM_ORIGIN))
    return refuse (FOYER_PROBLEM_INVALID);
  booking = sim_directory_find_booking (self, request->id);
  if (booking != NULL)
    return has_paper (booking, envelope) ? accept (FALSE) : refuse (FOYER_PROBLEM_ID_REUSED);
  listing = sim_directory_find_listing (self, request->listing);
  if (listing == NULL || !foyer_key_equal (&listing->key, &request->host))
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  problem = was_lost (self, request->answer_by_ms) ? FOYER_PROBLEM_UNKNOWN
                                                   : check_fresh (listing, request, now_ms);
  if (problem != FOYER_PROBLEM_UNKNOWN)
    return refuse (problem);

  booking = g_new0 (SimBooking, 1);
  booking->id = g_strdup (request->id);
  booking->listing = g_strdup (request->listing);
  booking->guest = *foyer_envelope_get_key (envelope);
  booking->host = request->host;
  booking->day = request->day;
  booking->part = request->part;
  booking->seats = request->seats;
  booking->answer_by_ms = request->answer_by_ms;
  booking->state = FOYER_STATE_REQUESTED;
  booking->rev = request->rev;
  booking->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_envelope_unref);
  g_ptr_array_add (booking->papers, foyer_envelope_ref (envelope));
  g_hash_table_insert (self->bookings, booking->id, booking);
  deliver (self, &booking->host, envelope, now_ms);

  return accept (TRUE);
}

/* A decision or a withdrawal. */
static FoyerReply *
move (SimDirectory      *self,
      const char        *id,
      gint64             rev,
      FoyerBookingState  to,
      gboolean           by_host,
      FoyerEnvelope     *envelope,
      gint64             now_ms)
{
  SimBooking *booking = sim_directory_find_booking (self, id);
  const FoyerKey *sender = foyer_envelope_get_key (envelope);
  FoyerEnvelope *last;
  gboolean lost;

  if (booking == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  if (!foyer_key_equal (by_host ? &booking->host : &booking->guest, sender))
    return refuse (FOYER_PROBLEM_NOT_YOURS);
  if (has_paper (booking, envelope))
    return accept (FALSE);
  /* with the same number the other side was first, or this one says two things */
  last = booking->papers->pdata[booking->papers->len - 1];
  if (rev <= booking->rev && !self->takes_lower_revs)
    return refuse (rev == booking->rev && foyer_key_equal (foyer_envelope_get_key (last), sender)
                   ? FOYER_PROBLEM_ID_REUSED : FOYER_PROBLEM_STALE);
  if (booking->state == FOYER_STATE_REQUESTED && booking->answer_by_ms <= now_ms
      && !was_lost (self, booking->answer_by_ms))
    return refuse (FOYER_PROBLEM_EXPIRED);
  if (!by_host)
    to = booking->state == FOYER_STATE_CONFIRMED ? FOYER_STATE_CANCELLED : FOYER_STATE_WITHDRAWN;
  /* a backup may be older than the confirmation that a host builds on */
  lost = was_lost (self, booking->answer_by_ms) && booking->state == FOYER_STATE_REQUESTED && foyer_booking_state_can (FOYER_STATE_CONFIRMED, to);
  /* a confirmation may be told again with other words */
  if (!foyer_booking_state_can (booking->state, to) && !(by_host && booking->state == to) && !lost)
    return refuse (FOYER_PROBLEM_BAD_STATE);

  note_rev (self, "booking", id, booking->rev, rev);
  booking->state = to;
  booking->rev = rev;
  g_ptr_array_add (booking->papers, foyer_envelope_ref (envelope));
  deliver (self, by_host ? &booking->guest : &booking->host, envelope, now_ms);

  return accept (TRUE);
}

static FoyerReply *
put_decision (SimDirectory  *self,
              FoyerEnvelope *envelope,
              gint64         now_ms)
{
  g_autoptr(FoyerDecision) decision = foyer_decision_parse (envelope, NULL);

  if (decision == NULL)
    return refuse (FOYER_PROBLEM_INVALID);

  return move (self, decision->booking, decision->rev, decision->state, TRUE, envelope, now_ms);
}

static FoyerReply *
put_withdrawal (SimDirectory  *self,
                FoyerEnvelope *envelope,
                gint64         now_ms)
{
  g_autoptr(FoyerNotice) notice = foyer_notice_parse (envelope, NULL);

  if (notice == NULL)
    return refuse (FOYER_PROBLEM_INVALID);

  return move (self, notice->subject, notice->rev, FOYER_STATE_WITHDRAWN, FALSE, envelope, now_ms);
}

static FoyerReply *
put (SimDirectory    *self,
     const FoyerCall *call,
     gint64           now_ms)
{
  g_autoptr(FoyerEnvelope) envelope = foyer_envelope_verify (call->body, NULL);

  if (envelope == NULL)
    return refuse (FOYER_PROBLEM_BAD_SIGNATURE);
  switch (foyer_envelope_get_type (envelope))
    {
    case FOYER_DOCUMENT_LISTING:
      return put_listing (self, call, envelope);
    case FOYER_DOCUMENT_AVAILABILITY:
      return put_seats (self, envelope);
    case FOYER_DOCUMENT_TOMBSTONE:
      return bury (self, envelope);
    case FOYER_DOCUMENT_REQUEST:
      return put_request (self, envelope, now_ms);
    case FOYER_DOCUMENT_DECISION:
      return put_decision (self, envelope, now_ms);
    case FOYER_DOCUMENT_WITHDRAWAL:
      return put_withdrawal (self, envelope, now_ms);
    case FOYER_DOCUMENT_ALLOTMENT:
    case FOYER_DOCUMENT_RECALL:
    case FOYER_DOCUMENT_REPORT:
    case FOYER_DOCUMENT_ERASE:
    case FOYER_DOCUMENT_REKEY:
    default:
      return refuse (FOYER_PROBLEM_UNKNOWN_TYPE);
    }
}

/* A cursor of another epoch is understood as the number it has, as that of a server would be
 * whose table was restored. */
static FoyerReply *
get_inbox (SimDirectory    *self,
           const FoyerCall *call)
{
  const char *after = strstr (call->target, "after=");
  guint from = after != NULL ? (guint) g_ascii_strtoull (after + strlen ("after="), NULL, 10) : 0;
  g_autofree char *epoch = g_strdup_printf ("e%u", self->epoch);
  g_autoptr(FoyerPage) page = foyer_page_new (epoch, "0", FALSE);
  const FoyerKey *key = foyer_key_pair_get_key (call->reader);
  g_autoptr(GBytes) body = NULL;
  guint last = from;

  for (guint i = from; i < self->letters->len && !page->more; i++)
    {
      const Letter *letter = self->letters->pdata[i];

      if (!foyer_key_equal (&letter->to, key))
        continue;
      if (page->items->len == PAGE_ITEMS)
        page->more = TRUE;
      else
        {
          foyer_page_add (page, letter->at_ms, foyer_envelope_get_bytes (letter->envelope));
          last = i + 1;
        }
    }
  g_free (page->cursor);
  page->cursor = g_strdup_printf ("%u", last);
  body = foyer_page_write (page);

  return foyer_reply_new (200, body);
}

static FoyerReply *
get (SimDirectory    *self,
     const FoyerCall *call)
{
  g_autofree char *id = NULL;
  gboolean seats = g_str_has_suffix (call->target, "/availability");
  SimListing *listing;

  if (g_str_has_prefix (call->target, "/v1/inbox"))
    return get_inbox (self, call);
  if (!g_str_has_prefix (call->target, "/v1/listings/"))
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  id = g_strndup (call->target + strlen ("/v1/listings/"), 36);
  listing = sim_directory_find_listing (self, id);
  if (listing == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND);
  if (!listing->live)
    return refuse (FOYER_PROBLEM_GONE);
  if (seats && listing->seats == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND);

  return seats ? show (listing->seats, listing->seats_rev) : show (listing->envelope, listing->rev);
}

FoyerReply *
sim_directory_answer (SimDirectory    *self,
                      const FoyerCall *call,
                      gint64           now_ms)
{
  FoyerReply *reply = call->body != NULL ? put (self, call, now_ms) : get (self, call);

  reply->date_ms = now_ms / 1000 * 1000;

  return reply;
}
