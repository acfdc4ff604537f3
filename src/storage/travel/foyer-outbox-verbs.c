/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-photo-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-post-table.h"
#include "storage/travel/foyer-post-verbs.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-request-table.h"
#include "storage/verbs/foyer-opening-verbs.h"

void
foyer_post_free (FoyerPost *post)
{
  g_free (post->origin);
  g_free (post->subject);
  g_clear_pointer (&post->body, g_bytes_unref);
  g_clear_pointer (&post->space, foyer_space_free);
  g_clear_pointer (&post->days, g_array_unref);
  g_clear_pointer (&post->booking, foyer_booking_free);
  g_free (post->guest_key);
  g_clear_pointer (&post->seat, foyer_my_seat_free);
  g_clear_pointer (&post->guest, foyer_person_free);
  g_free (post->note);
  g_strfreev (post->consents);
  g_free (post->sha256);
  g_free (post);
}

/* ---- what there is to write ---- */

static gboolean
foyer_post_fill_days (FoyerPost            *post,
                      FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      GError              **error)
{
  FoyerDay today = foyer_space_row_get_today ((FoyerSpaceRow *) space, db, error);
  int n_days = space->space->kind == FOYER_SPACE_HOME ? FOYER_PUBLIC_DAYS_HOME : FOYER_PUBLIC_DAYS;

  if (today == FOYER_DAY_NONE)
    return FALSE;
  post->days = foyer_opening_verbs_availability (db, space->space->id, today, n_days, error);

  return post->days != NULL
         && foyer_publication_table_set_days (db, space->id, post->origin, today, today + n_days - 1, error);
}

static gboolean
foyer_post_fill_listing (FoyerPost           *post,
                         FoyerDb             *db,
                         const FoyerPostRow  *row,
                         GError             **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
  gint64 rev;

  if (space == NULL
      || !foyer_listing_table_get_rev (db, row->space_id, row->kind == FOYER_POST_AVAILABILITY, &rev, error)
      || (row->kind == FOYER_POST_AVAILABILITY && !foyer_post_fill_days (post, db, space, error)))
    return FALSE;
  post->rev = rev + 1;
  post->space = g_steal_pointer (&space->space);

  return TRUE;
}

static gboolean
foyer_post_fill_decision (FoyerPost           *post,
                          FoyerDb             *db,
                          const FoyerPostRow  *row,
                          GError             **error)
{
  g_autoptr(FoyerBookingRow) booking = foyer_booking_table_get (db, row->booking_id, error);
  g_autoptr(FoyerRequestRow) request = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autofree char *state = NULL;

  if (booking == NULL
      || !foyer_request_table_find (db, row->booking_id, &request, error)
      || (state = foyer_request_table_get_decision (db, row->booking_id, error)) == NULL
      || (space = foyer_space_table_get (db, booking->space_id, error)) == NULL)
    return FALSE;

  foyer_booking_state_parse (state, &booking->booking->state, NULL);
  post->rev = request->rev + 1;
  post->guest_key = g_steal_pointer (&request->guest_key);
  post->booking = g_steal_pointer (&booking->booking);
  post->space = g_steal_pointer (&space->space);

  return TRUE;
}

static gboolean
foyer_post_fill_seat (FoyerPost           *post,
                      FoyerDb             *db,
                      const FoyerPostRow  *row,
                      GError             **error)
{
  g_autoptr(FoyerMySeatRow) seat = foyer_my_seat_table_get (db, row->seat_id, error);

  if (seat == NULL
      || (row->kind == FOYER_POST_REQUEST && !foyer_my_seat_table_read_card (db, row->seat_id, post, error)))
    return FALSE;
  post->rev = seat->seat->rev + 1;
  post->seat = g_steal_pointer (&seat->seat);

  return TRUE;
}

/* It is sent as it is. */
static gboolean
foyer_post_fill_photo (FoyerPost           *post,
                       FoyerDb             *db,
                       const FoyerPostRow  *row,
                       GError             **error)
{
  g_autoptr(FoyerPhotoRow) photo = foyer_photo_table_find (db, row->subject, error);

  if (photo == NULL)
    return FALSE;
  post->sha256 = g_steal_pointer (&photo->photo->sha256);
  post->body = foyer_photo_table_read_bytes (db, post->sha256, error);

  return post->body != NULL;
}

static gboolean
foyer_post_fill (FoyerPost           *post,
                 FoyerDb             *db,
                 const FoyerPostRow  *row,
                 GError             **error)
{
  switch (row->kind)
    {
    case FOYER_POST_DECISION:
      return foyer_post_fill_decision (post, db, row, error);

    case FOYER_POST_REQUEST:
    case FOYER_POST_WITHDRAWAL:
      return foyer_post_fill_seat (post, db, row, error);

    case FOYER_POST_PHOTO:
      return foyer_post_fill_photo (post, db, row, error);

    case FOYER_POST_LISTING:
    case FOYER_POST_AVAILABILITY:
    case FOYER_POST_TOMBSTONE:
    default:
      return foyer_post_fill_listing (post, db, row, error);
    }
}

static FoyerPost *
foyer_outbox_verbs_give (FoyerDb             *db,
                         const FoyerPostRow  *row,
                         GError             **error)
{
  g_autoptr(FoyerPost) post = g_new0 (FoyerPost, 1);

  post->seq = row->seq;
  post->kind = row->kind;
  post->origin = g_strdup (row->origin);
  post->subject = g_strdup (row->subject);
  post->attempts = row->attempts;
  post->rev = row->rev;
  if (row->body != NULL)
    post->body = g_bytes_ref (row->body);
  if (row->space_id != 0
      && !foyer_publication_table_get_rev (db, row->space_id, row->origin, &post->published_rev, error))
    return NULL;
  if (row->body == NULL
      && (!foyer_post_fill (post, db, row, error)
          || (row->given != row->version && !foyer_post_table_give (db, row->seq, error))))
    return NULL;

  return g_steal_pointer (&post);
}

GPtrArray *
foyer_outbox_verbs_list_due (FoyerDb     *db,
                             const char  *origin,
                             gint64       now_ms,
                             guint        limit,
                             gint64      *next_ms,
                             GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_post_free);

  if (transaction == NULL
      || (rows = foyer_post_table_list_due (db, origin, now_ms, limit, error)) == NULL
      || !foyer_post_table_get_next (db, origin, now_ms, next_ms, error))
    return NULL;
  /* What did not fit is due now. */
  if (rows->len == limit)
    *next_ms = now_ms;

  for (guint i = 0; i < rows->len; i++)
    {
      FoyerPost *post = foyer_outbox_verbs_give (db, rows->pdata[i], error);

      if (post == NULL)
        return NULL;
      g_ptr_array_add (posts, post);
    }

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&posts) : NULL;
}

/* ---- written ---- */

static gboolean
foyer_outbox_verbs_note_written (FoyerDb                  *db,
                                 const FoyerPostRow       *post,
                                 gint64                    rev,
                                 GBytes                   *body,
                                 const FoyerListingFacts  *facts,
                                 GError                  **error)
{
  g_autofree char *state = NULL;

  switch (post->kind)
    {
    case FOYER_POST_LISTING:
      return foyer_listing_table_raise (db, post->space_id, FALSE, rev, error)
             && foyer_publication_table_set_told (db, post->space_id, post->origin, "listing", error);

    case FOYER_POST_AVAILABILITY:
      return foyer_listing_table_raise (db, post->space_id, TRUE, rev, error);

    case FOYER_POST_TOMBSTONE:
      return foyer_listing_table_raise (db, post->space_id, FALSE, rev, error)
             && foyer_publication_table_set_told (db, post->space_id, post->origin, "tombstone", error);

    case FOYER_POST_DECISION:
      state = foyer_request_table_get_decision (db, post->booking_id, error);
      return state != NULL && foyer_request_table_set_decided (db, post->booking_id, state, rev, body, error);

    case FOYER_POST_REQUEST:
      return foyer_my_seat_table_set_request (db, post->seat_id, rev, body, facts, error);

    case FOYER_POST_WITHDRAWAL:
    case FOYER_POST_PHOTO:
    default:
      return foyer_my_seat_table_set_withdrawal (db, post->seat_id, rev, body, error);
    }
}

static gboolean
foyer_outbox_verbs_check_pin (FoyerDb                  *db,
                              const FoyerPostRow       *post,
                              const FoyerListingFacts  *facts,
                              GError                  **error)
{
  g_autoptr(FoyerMySeatRow) row = NULL;

  if (post->kind != FOYER_POST_REQUEST || facts == NULL)
    return TRUE;
  if ((row = foyer_my_seat_table_get (db, post->seat_id, error)) == NULL)
    return FALSE;
  if (*row->seat->host != '\0' && g_strcmp0 (row->seat->host, facts->host) != 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the request was meant for another host");
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_outbox_verbs_written (FoyerDb                  *db,
                            gint64                    seq,
                            gint64                    rev,
                            GBytes                   *body,
                            const FoyerListingFacts  *facts,
                            GError                  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPostRow) post = NULL;

  if (transaction == NULL || (post = foyer_post_table_find (db, seq, error)) == NULL)
    return FALSE;
  if (post->body != NULL && post->rev == rev && g_bytes_equal (post->body, body))
    return TRUE;
  if (post->body != NULL || post->given != post->version || post->kind == FOYER_POST_PHOTO)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "it is to say something else by now");
      return FALSE;
    }

  return foyer_outbox_verbs_check_pin (db, post, facts, error)
         && foyer_outbox_verbs_note_written (db, post, rev, body, facts, error)
         && foyer_post_table_write (db, seq, rev, body, error)
         && foyer_transaction_commit (transaction, error);
}

/* ---- answered ---- */

/* A seat that a directory refuses is one only while nobody has answered. */
static gboolean
foyer_outbox_verbs_end_seat (FoyerDb             *db,
                             const FoyerPostRow  *post,
                             const char          *reason,
                             GError             **error)
{
  g_autoptr(FoyerMySeatRow) row = foyer_my_seat_table_get (db, post->seat_id, error);
  gboolean expired = g_str_equal (reason, "expired");
  gboolean waits;

  if (row == NULL || !foyer_post_table_delete (db, post->seq, error))
    return FALSE;
  waits = row->seat->state == FOYER_STATE_REQUESTED || row->seat->state == FOYER_STATE_EXPIRED;
  if (!waits)
    return TRUE;

  return foyer_act_open_news (db, post->subject, error)
         && foyer_my_seat_table_set_state (db, post->seat_id, expired ? FOYER_STATE_EXPIRED : FOYER_STATE_DECLINED,
                                           "host", error)
         && foyer_my_seat_table_set_trouble (db, post->seat_id, reason, error);
}

/* The guest never learned of it and may be elsewhere by now; whoever came all the same is
 * here. */
static gboolean
foyer_outbox_verbs_expire_booking (FoyerDb             *db,
                                   const FoyerPostRow  *post,
                                   GError             **error)
{
  g_autoptr(FoyerBookingRow) row = foyer_booking_table_get (db, post->booking_id, error);
  FoyerBookingState state;

  if (row == NULL || !foyer_post_table_drop_decisions (db, post->booking_id, error))
    return FALSE;
  state = row->booking->state;
  if (state != FOYER_STATE_CONFIRMED && state != FOYER_STATE_REQUESTED && state != FOYER_STATE_DECLINED)
    return TRUE;

  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, row->booking->space_id);

  return foyer_act_open_news (db, post->subject, error)
         && foyer_request_table_forget_decided (db, post->booking_id, error)
         && foyer_booking_table_set_state (db, post->booking_id, FOYER_STATE_EXPIRED, -1, -1, error);
}

static gboolean
foyer_outbox_verbs_taken (FoyerDb             *db,
                          const FoyerPostRow  *post,
                          gint64               rev,
                          GError             **error)
{
  gint64 has = rev > 0 ? rev : post->rev;

  if (!foyer_post_table_delete (db, post->seq, error))
    return FALSE;

  switch (post->kind)
    {
    case FOYER_POST_LISTING:
      return foyer_listing_table_raise (db, post->space_id, FALSE, has, error)
             && foyer_publication_table_set_rev (db, post->space_id, post->origin, has, error)
             && foyer_post_table_unpark_photos (db, post->space_id, post->origin, error);

    case FOYER_POST_AVAILABILITY:
      return foyer_listing_table_raise (db, post->space_id, TRUE, has, error);

    case FOYER_POST_TOMBSTONE:
      return foyer_publication_table_set_rev (db, post->space_id, post->origin, 0, error);

    case FOYER_POST_DECISION:
      return foyer_request_table_set_taken (db, post->booking_id, TRUE, error);

    case FOYER_POST_REQUEST:
      return foyer_my_seat_table_set_trouble (db, post->seat_id, "", error);

    case FOYER_POST_WITHDRAWAL:
    case FOYER_POST_PHOTO:
    default:
      return TRUE;
    }
}

/* Nobody needs a new listing of what ended meanwhile: it is taken down next. */
static gboolean
foyer_outbox_verbs_is_over (FoyerDb             *db,
                            const FoyerPostRow  *post,
                            gboolean            *over,
                            GError             **error)
{
  g_autoptr(FoyerPublicationRow) row = NULL;

  *over = FALSE;
  if (post->kind != FOYER_POST_LISTING && post->kind != FOYER_POST_AVAILABILITY)
    return TRUE;
  if (!foyer_publication_table_find (db, post->space_id, post->origin, &row, error))
    return FALSE;
  *over = row == NULL || row->ended;

  return TRUE;
}

/* Whatever is written from now on has a higher revision than @rev and than these bytes. */
static gboolean
foyer_outbox_verbs_anew (FoyerDb             *db,
                         const FoyerPostRow  *post,
                         gint64               next_ms,
                         gint64               rev,
                         GError             **error)
{
  g_autofree char *state = NULL;
  gboolean raised;
  gboolean over;

  if (!foyer_outbox_verbs_is_over (db, post, &over, error))
    return FALSE;
  if (over)
    return foyer_post_table_delete (db, post->seq, error);

  switch (post->kind)
    {
    case FOYER_POST_LISTING:
    case FOYER_POST_TOMBSTONE:
      raised = foyer_listing_table_raise (db, post->space_id, FALSE, rev, error)
               && foyer_publication_table_set_rev (db, post->space_id, post->origin, rev, error);
      break;

    case FOYER_POST_AVAILABILITY:
      raised = foyer_listing_table_raise (db, post->space_id, TRUE, rev, error);
      break;

    case FOYER_POST_DECISION:
      raised = foyer_request_table_raise (db, post->booking_id, rev, error)
               && (state = foyer_request_table_get_decision (db, post->booking_id, error)) != NULL;
      /* The guest took it back meanwhile: there is nothing to say any more. */
      if (raised && *state == '\0')
        return foyer_post_table_delete (db, post->seq, error);
      break;

    case FOYER_POST_PHOTO:
      return foyer_post_table_postpone (db, post->seq, next_ms, error);

    case FOYER_POST_REQUEST:
    case FOYER_POST_WITHDRAWAL:
    default:
      raised = foyer_my_seat_table_raise (db, post->seat_id, rev, error)
               && foyer_my_seat_table_unset_told (db, post->seat_id, post->kind, error);
      break;
    }

  return raised && foyer_post_table_blank (db, post, next_ms, error);
}

static gboolean
foyer_outbox_verbs_refused (FoyerDb             *db,
                            const FoyerPostRow  *post,
                            gint64               rev,
                            const char          *reason,
                            GError             **error)
{
  /* Only this profile knows the ids and has the keys: another document under one of them is
   * one of its own, from before a restore. */
  gboolean other = g_str_equal (reason, "id-reused") || g_str_equal (reason, "stale");
  gboolean missing = g_str_equal (reason, "not-found") || g_str_equal (reason, "gone");
  gboolean over = g_str_equal (reason, "expired") || g_str_equal (reason, "bad-state");

  switch (post->kind)
    {
    case FOYER_POST_REQUEST:
      return other ? foyer_outbox_verbs_taken (db, post, 0, error)
                   : foyer_outbox_verbs_end_seat (db, post, reason, error);

    case FOYER_POST_DECISION:
      if (g_str_equal (reason, "expired"))
        return foyer_outbox_verbs_expire_booking (db, post, error);
      /* The request was seen again since it was sent: once more. */
      if (missing && post->given != post->version)
        return foyer_post_table_give (db, post->seq, error);
      return other ? foyer_outbox_verbs_anew (db, post, 0, rev, error)
                   : foyer_post_table_park (db, post->seq, reason, error);

    case FOYER_POST_TOMBSTONE:
    case FOYER_POST_WITHDRAWAL:
      if (missing || (over && post->kind == FOYER_POST_WITHDRAWAL))
        return foyer_outbox_verbs_taken (db, post, 0, error);
      return other ? foyer_outbox_verbs_anew (db, post, 0, rev, error)
                   : foyer_post_table_park (db, post->seq, reason, error);

    case FOYER_POST_PHOTO:
      return foyer_post_table_park (db, post->seq, reason, error);

    case FOYER_POST_LISTING:
    case FOYER_POST_AVAILABILITY:
    default:
      return other ? foyer_outbox_verbs_anew (db, post, 0, rev, error)
                   : foyer_post_table_park (db, post->seq, reason, error);
    }
}

gboolean
foyer_outbox_verbs_answered (FoyerDb           *db,
                             gint64             seq,
                             FoyerPostOutcome   outcome,
                             gint64             next_ms,
                             gint64             rev,
                             const char        *reason,
                             GError           **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPostRow) post = NULL;
  gboolean done;

  if (transaction == NULL || (post = foyer_post_table_find (db, seq, error)) == NULL)
    return FALSE;

  switch (outcome)
    {
    case FOYER_POST_TAKEN:
      done = foyer_outbox_verbs_taken (db, post, rev, error);
      break;

    case FOYER_POST_REFUSED:
      done = foyer_outbox_verbs_refused (db, post, rev, reason != NULL ? reason : "refused", error);
      break;

    case FOYER_POST_ANEW:
      done = foyer_outbox_verbs_anew (db, post, next_ms, rev, error);
      break;

    case FOYER_POST_LATER:
    default:
      done = foyer_post_table_postpone (db, seq, next_ms, error)
             && (rev == 0 || post->space_id == 0 || post->kind == FOYER_POST_AVAILABILITY || post->kind == FOYER_POST_PHOTO
                 || foyer_publication_table_set_rev (db, post->space_id, post->origin, rev, error));
      break;
    }

  return done && foyer_transaction_commit (transaction, error);
}

/* ---- another epoch ---- */

static gboolean
foyer_outbox_verbs_repeat_all (FoyerDb        *db,
                               FoyerPostKind   kind,
                               GArray         *ids,          /* (nullable): with @error */
                               GError        **error)
{
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!foyer_post_table_repeat (db, kind, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

gboolean
foyer_outbox_verbs_repeat (FoyerDb     *db,
                           const char  *origin,
                           const char  *host,
                           GError     **error)
{
  const gint64 since_ms = foyer_db_now (db) - G_GINT64_CONSTANT (400) * 24 * 60 * 60 * 1000;
  const FoyerDay first = foyer_my_seat_get_today (db, "") - FOYER_LETTER_DAYS;
  g_autoptr(GArray) first_ids = NULL;
  g_autoptr(GArray) second_ids = NULL;

  if (*host == '\0')
    {
      first_ids = foyer_request_table_list_decided (db, origin, first, error);
      /* What it has of them nobody knows until it is answered. */
      for (guint i = 0; first_ids != NULL && i < first_ids->len; i++)
        if (!foyer_request_table_set_taken (db, g_array_index (first_ids, gint64, i), FALSE, error))
          return FALSE;
      return foyer_publication_table_queue_all (db, origin, since_ms, error)
             && foyer_post_table_queue_photos (db, origin, error)
             && foyer_outbox_verbs_repeat_all (db, FOYER_POST_DECISION, first_ids, error);
    }

  first_ids = foyer_my_seat_table_list_told (db, origin, host, FALSE, first, error);
  if (!foyer_outbox_verbs_repeat_all (db, FOYER_POST_REQUEST, first_ids, error))
    return FALSE;
  second_ids = foyer_my_seat_table_list_told (db, origin, host, TRUE, first, error);

  return foyer_outbox_verbs_repeat_all (db, FOYER_POST_WITHDRAWAL, second_ids, error);
}
