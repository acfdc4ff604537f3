/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-cancellation.h"
#include "core/foyer-opening.h"
#include "core/foyer-random.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-erasure-table.h"
#include "storage/travel/foyer-mailbox-table.h"
#include "storage/travel/foyer-post-table.h"
#include "storage/travel/foyer-post-verbs.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-request-table.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-pass-verbs.h"

#define NOTE_MAX 4000

/* What a stranger typed into a field must not keep the request itself from the host. */
static FoyerPerson *
foyer_host_news_get_guest (const FoyerNews *news)
{
  g_autoptr(FoyerPerson) guest = foyer_person_new ();

  if (news->guest == NULL)
    return NULL;

  g_set_str (&guest->name, news->guest->name);
  g_set_str (&guest->email, news->guest->email);
  g_set_str (&guest->phone, news->guest->phone);
  if (foyer_person_check (guest, NULL))
    return g_steal_pointer (&guest);

  g_set_str (&guest->email, "");
  g_set_str (&guest->phone, "");

  return foyer_person_check (guest, NULL) ? g_steal_pointer (&guest) : NULL;
}

/* The same key is the same person. What a guest says of themselves is followed; the record
 * of a member is in the host's hands. */
static gboolean
foyer_host_news_keep_guest (FoyerDb      *db,
                            const char   *key,
                            FoyerPerson  *guest,
                            gint64       *person_id,
                            GError      **error)
{
  g_autoptr(FoyerPersonRow) known = NULL;
  FoyerPersonRow fresh = { 0, guest };

  if (!foyer_guest_key_table_find (db, key, &known, error))
    return FALSE;

  if (known == NULL)
    {
      if (!foyer_person_table_insert (db, &fresh, error))
        return FALSE;
      *person_id = fresh.id;
      foyer_db_note_change (db, FOYER_CHANGE_PEOPLE, NULL);
      return foyer_guest_key_table_put (db, key, fresh.id, error);
    }

  *person_id = known->id;
  if (known->person->is_member
      || (g_str_equal (known->person->name, guest->name)
          && (*guest->email == '\0' || g_str_equal (known->person->email, guest->email))
          && (*guest->phone == '\0' || g_str_equal (known->person->phone, guest->phone))))
    return TRUE;

  g_set_str (&known->person->name, guest->name);
  if (*guest->email != '\0')
    g_set_str (&known->person->email, guest->email);
  if (*guest->phone != '\0')
    g_set_str (&known->person->phone, guest->phone);
  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE, NULL);

  return foyer_person_table_update (db, known, error);
}

/* Whether a request is one that this host can have. */
static gboolean
foyer_host_news_is_sound (const FoyerNews *news)
{
  return foyer_id_is_valid (news->booking) && news->listing != NULL && news->rev >= 1
         && foyer_day_is_valid (news->day) && news->part >= FOYER_PART_AM && news->part <= FOYER_PART_FULL
         && news->seats >= 1 && news->seats <= FOYER_SEATS_MAX
         && (news->note == NULL || g_utf8_strlen (news->note, -1) <= NOTE_MAX);
}

static gboolean
foyer_host_news_keep_request (FoyerDb              *db,
                              const char           *origin,
                              const FoyerNews      *news,
                              const FoyerSpaceRow  *space,
                              FoyerPerson          *guest,
                              gint64                price_minor,
                              GError              **error)
{
  FoyerNewBooking booking = {
    .space_id = space->id,
    .day = news->day,
    .part = news->part,
    .seats = news->seats,
    .state = news->answer_by_ms > foyer_db_now (db) ? FOYER_STATE_REQUESTED : FOYER_STATE_EXPIRED,
    .price_minor = price_minor,
    .currency = space->space->currency,
    .key = "",
    .key_digest = "",
    .by_guest = TRUE,
  };
  gint64 id;

  if (!foyer_act_open_news (db, news->booking, error)
      || !foyer_host_news_keep_guest (db, news->key, guest, &booking.person_id, error)
      || !foyer_booking_table_insert (db, news->booking, &booking, &id, error)
      || !foyer_request_table_insert (db, id, origin, news, error))
    return FALSE;
  /* Written before the guest could hear that the space is gone. */
  if (space->space->archived_ms != 0 && booking.state == FOYER_STATE_REQUESTED
      && !foyer_booking_table_set_state (db, id, FOYER_STATE_DECLINED, -1, -1, error))
    return FALSE;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->space->id);

  return TRUE;
}

static gboolean
foyer_host_news_apply_request (FoyerDb          *db,
                               const char       *origin,
                               const FoyerNews  *news,
                               gboolean         *changed,
                               GError          **error)
{
  g_autoptr(FoyerRequestRow) known = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerPerson) guest = NULL;
  gboolean withdrawn;
  gboolean erased;
  gint64 space_id;
  gint64 price_minor;
  FoyerDay today;

  if (!foyer_host_news_is_sound (news) || (guest = foyer_host_news_get_guest (news)) == NULL)
    return TRUE;
  if (!foyer_request_table_find_uid (db, news->booking, &known, error)
      || !foyer_news_table_is_withdrawn (db, news->booking, news->key, news->rev, &withdrawn, error)
      || !foyer_erasure_log_has (db, news->booking, &erased, error)
      || !foyer_listing_table_find (db, news->listing, &space_id, error))
    return FALSE;
  /* Another key under a known id, or another request of the same: the first one counts. What somebody
   * had asked for who was erased comes again to a restored profile. */
  if (known != NULL || withdrawn || erased || space_id == 0)
    return TRUE;

  if ((space = foyer_space_table_get (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return FALSE;
  if (news->day < today || !foyer_seat_get_price (space->space, news->part, news->seats, &price_minor, NULL))
    return TRUE;

  *changed = TRUE;

  return foyer_host_news_keep_request (db, origin, news, space, guest, price_minor, error);
}

/* ---- taken back ---- */

static gboolean
foyer_host_news_is_late (FoyerDb                *db,
                         const FoyerBookingRow  *row,
                         gint64                  at_ms,
                         gboolean               *late,
                         GError                **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
  GTimeZone *zone;
  int minute;
  int n_days;

  if (space == NULL
      || (zone = foyer_db_get_zone (db, space->space->tz, error)) == NULL
      || !foyer_request_table_get_rule (db, row->id, &minute, &n_days, error))
    return FALSE;
  *late = !foyer_cancellation_is_free (zone, row->booking->day, minute, n_days, at_ms);

  return TRUE;
}

/* Whether the directory had the decision before the guest's letter, which counts on from it. */
static gboolean
foyer_host_news_is_after_decision (const FoyerRequestRow *request,
                                   const FoyerNews       *news)
{
  return request->taken || (*request->decided != '\0' && news->rev > request->rev);
}

/* Only what the guest could have learned of costs them anything. */
static gboolean
foyer_host_news_set_left (FoyerDb                *db,
                          const FoyerRequestRow  *request,
                          const FoyerBookingRow  *row,
                          const FoyerNews        *news,
                          GError                **error)
{
  gboolean late = FALSE;

  if (foyer_booking_state_holds (row->booking->state) && foyer_host_news_is_after_decision (request, news)
      && !foyer_host_news_is_late (db, row, news->at_ms, &late, error))
    return FALSE;

  return foyer_request_table_set_left (db, row->id, late, error);
}

/* To the guest a confirmation that never arrived is none: then a request was withdrawn. */
static gboolean
foyer_host_news_leave (FoyerDb                *db,
                       const FoyerRequestRow  *request,
                       const FoyerBookingRow  *row,
                       const FoyerNews        *news,
                       GError                **error)
{
  gboolean was_confirmed = row->booking->state == FOYER_STATE_CONFIRMED
                           && foyer_host_news_is_after_decision (request, news);
  g_autoptr(FoyerBookingRow) gone = NULL;

  if (!was_confirmed && !foyer_request_table_forget_decided (db, row->id, error))
    return FALSE;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, row->booking->space_id);

  return foyer_act_open_news (db, news->booking, error)
         && foyer_post_table_drop_decisions (db, row->id, error)
         && foyer_host_news_set_left (db, request, row, news, error)
         && foyer_booking_table_set_state (db, row->id,
                                           was_confirmed ? FOYER_STATE_CANCELLED : FOYER_STATE_WITHDRAWN, -1, -1,
                                           error)
         && (gone = foyer_pass_settle (db, foyer_booking_table_get (db, row->id, error), error)) != NULL;
}

static gboolean
foyer_host_news_apply_withdrawal (FoyerDb          *db,
                                  const FoyerNews  *news,
                                  gboolean         *changed,
                                  GError          **error)
{
  g_autoptr(FoyerRequestRow) request = NULL;
  g_autoptr(FoyerBookingRow) row = NULL;

  if (!foyer_request_table_find_uid (db, news->booking, &request, error))
    return FALSE;
  /* Of one that is not here yet the news themselves are kept: it will not come to life. */
  if (request == NULL || !g_str_equal (request->guest_key, news->key))
    return TRUE;
  /* The sequence is shared: a decision that the directory has not taken came second, whatever
   * its revision. */
  if (request->taken && news->rev <= request->rev)
    return TRUE;

  if (!foyer_request_table_raise (db, request->booking_id, news->rev, error)
      || (row = foyer_booking_table_get (db, request->booking_id, error)) == NULL)
    return FALSE;
  /* Whoever came all the same is here; should that prove a mistake, nobody is expected either. */
  if (row->booking->state == FOYER_STATE_CHECKED_IN || row->booking->state == FOYER_STATE_CHECKED_OUT)
    return foyer_host_news_set_left (db, request, row, news, error);
  /* A directory that had the refusal first would have taken no withdrawal. */
  if (row->booking->state != FOYER_STATE_REQUESTED && row->booking->state != FOYER_STATE_CONFIRMED
      && row->booking->state != FOYER_STATE_EXPIRED
      && (row->booking->state != FOYER_STATE_DECLINED || request->taken))
    return foyer_post_table_drop_decisions (db, row->id, error);

  *changed = TRUE;

  return foyer_host_news_leave (db, request, row, news, error);
}

gboolean
foyer_host_news_apply (FoyerDb          *db,
                       const char       *origin,
                       const FoyerNews  *news,
                       gboolean         *changed,
                       GError          **error)
{
  switch (news->kind)
    {
    case FOYER_POST_REQUEST:
      return foyer_host_news_apply_request (db, origin, news, changed, error);

    case FOYER_POST_WITHDRAWAL:
      return foyer_host_news_apply_withdrawal (db, news, changed, error);

    case FOYER_POST_LISTING:
    case FOYER_POST_AVAILABILITY:
    case FOYER_POST_TOMBSTONE:
    case FOYER_POST_DECISION:
    case FOYER_POST_PHOTO:
    default:
      return TRUE;
    }
}

gboolean
foyer_host_news_see_again (FoyerDb          *db,
                           const FoyerNews  *news,
                           GError          **error)
{
  return news->kind != FOYER_POST_REQUEST || foyer_post_table_unpark (db, news->booking, error);
}
