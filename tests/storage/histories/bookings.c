/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "history-private.h"

/* Who sits where, and who comes. */

const BookMember *
pick_member (History *self)
{
  return &g_array_index (self->book->members, BookMember, pick (self, 0, (int) self->book->members->len));
}

const BookSeat *
pick_seat (History *self)
{
  for (int i = 0; i < 200 && self->book->seats->len > 0; i++)
    {
      const BookSeat *seat = &g_array_index (self->book->seats, BookSeat, pick (self, 0, (int) self->book->seats->len));
      int from_today = seat->day - self->clocks[0].today;

      if (from_today >= -3 && from_today <= (chance (self, 4) ? 400 : 3))
        return seat;
    }

  return NULL;
}

int
index_of_space (History *self,
                gint64   id)
{
  for (int i = 0; i < N_SPACES; i++)
    if (space_at (self, i)->id == id)
      return i;

  g_assert_not_reached ();
}

static void
drop_booking (FoyerBooking *booking)
{
  g_clear_pointer (&booking, foyer_booking_free);
}

/* (nullable) a desk of the space, now and then one that it has not. */
static const char *
wish_for (History *self,
          int      i)
{
  const BookSpace *space = space_at (self, i);

  if (space->n_desks == 0 || chance (self, 12))
    return chance (self, 4) ? "Nowhere" : NULL;

  return space->desks[pick (self, 0, space->n_desks)].name;
}

static const char *
book_with_wish (History                   *self,
                Book                      *want,
                int                        i,
                BookSeat                   seat,
                const FoyerBookingRequest *request)
{
  const BookSpace *space = space_at (self, i);
  BookWish wish = { .pinned = request->pin_desk };
  const char *answer;

  if (request->pin_desk && request->desk == NULL)
    return "invalid";
  if (space->archived)
    return "bad-state";
  answer = model_book (want, self->clocks[i], seat, request->again);
  if (*answer != '\0' || request->desk == NULL)
    return answer;
  if ((wish.desk = model_find_desk (space, request->desk)) == 0)
    return "no-desk";
  if (wish.pinned && model_desk_taken (want, &seat, wish.desk))
    return "desk-taken";
  g_array_append_val (want->wishes, wish);

  return "";
}

const char *
act_book (History *self,
          Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  g_autofree char *name = chance (self, 2) ? new_name (self) : NULL;
  const BookMember *member = pick_member (self);
  BookSeat seat = { .space = space_at (self, i)->id, .person = name == NULL ? member->id : 0,
                    .day = pick_day (self, i), .part = pick (self, 1, 4), .seats = 1 };
  FoyerBookingRequest request = {
    .space_id = space_at (self, i)->uid, .person_id = name == NULL ? member->uid : NULL, .guest_name = name,
    .day = foyer_day_of (seat.day), .part = (FoyerPart) seat.part, .seats = seat.seats, .again = chance (self, 6),
  };

  if (chance (self, 3))
    request.seats = seat.seats = pick (self, 1, 4);
  if (chance (self, 2))
    {
      request.desk = wish_for (self, i);
      request.pin_desk = chance (self, 2);
    }
  say (self, "book part %d of %d at %d for %s", seat.part, seat.day, i, name != NULL ? name : member->uid);
  drop_booking (foyer_profile_book (self->profile, &request));

  return book_with_wish (self, want, i, seat, &request);
}

/* Days that fall out are the same, for the same reasons. */
static const char *
check_skips (History                 *self,
             const FoyerSeriesChange *change,
             GArray                  *skips)
{
  if (change == NULL)
    return "";
  if (change->skipped->len != skips->len)
    return "other days fall out";

  for (guint i = 0; i < skips->len; i++)
    {
      const FoyerSkippedDay *got = &g_array_index (change->skipped, FoyerSkippedDay, i);
      const ModelSkip *wanted = &g_array_index (skips, ModelSkip, i);

      if (got->day != foyer_day_of (wanted->day) || !g_str_equal (foyer_error_get_name (got->reason), wanted->reason))
        return "another day falls out, or for another reason";
    }

  return "";
}

const char *
act_series (History *self,
            Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  int today = self->clocks[i].today;
  const BookMember *member = pick_member (self);
  g_autofree char *name = chance (self, 3) ? new_name (self) : NULL;
  BookSeries series = { .space = space_at (self, i)->id, .person = name == NULL ? member->id : 0,
                        .weekdays = chance (self, 3) ? pick (self, 1, 128) : 1 << pick (self, 0, 7),
                        .every = chance (self, 3) ? pick (self, 1, 5) : 1, .part = pick (self, 1, 4), .seats = 1 };
  int out_first = 0, out_last = 0;
  g_autoptr(FoyerSeriesPlan) plan = g_new0 (FoyerSeriesPlan, 1);
  g_autoptr(FoyerSeriesChange) change = NULL;
  g_autoptr(GArray) skips = g_array_new (FALSE, FALSE, sizeof (ModelSkip));
  FoyerSeriesRequest request;
  const char *answer, *skipped;

  if (chance (self, 2))
    series.from = today + pick (self, chance (self, 8) ? -1 : 0, 30);
  /* Now and then without an end. */
  if (!chance (self, 12))
    series.until = MAX (series.from, today) + pick (self, 0, 70);
  plan->rule = (FoyerSeriesRule) { (guint) series.weekdays, series.every, foyer_day_of (series.from),
                                   foyer_day_of (series.until) };
  plan->part = (FoyerPart) series.part;
  plan->left_out = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));
  plan->not_on_holidays = chance (self, 3);
  if (chance (self, 2))
    {
      FoyerOpeningDates out;

      out_first = today + pick (self, 0, 40);
      out_last = out_first + pick (self, 0, 15);
      out = (FoyerOpeningDates) { .first = foyer_day_of (out_first), .last = foyer_day_of (out_last) };
      g_array_append_val (plan->left_out, out);
    }
  request = (FoyerSeriesRequest) {
    .space_id = space_at (self, i)->uid, .person_id = name == NULL ? member->uid : NULL, .guest_name = name,
    .plan = plan, .seats = 1, .preview = chance (self, 8),
  };
  say (self, "series at %d, weekdays %x every %d, part %d, %d..%d, out %d..%d%s", i, (guint) series.weekdays,
       series.every, series.part, series.from, series.until, out_first, out_last, request.preview ? ", preview" : "");
  change = foyer_profile_book_series (self->profile, &request);
  if (space_at (self, i)->archived)
    return "bad-state";

  answer = model_book_series (want, self->clocks[i], series, plan->not_on_holidays, out_first, out_last, skips);
  skipped = check_skips (self, change, skips);
  if (*skipped != '\0')
    return skipped;

  return request.preview && *answer == '\0' ? "preview" : answer;
}

const char *
act_series_edit (History *self,
                 Book    *want)
{
  static const char * const names[] = {
    [FOYER_SERIES_AWAY] = "away", [FOYER_SERIES_BACK] = "back", [FOYER_SERIES_END] = "end",
  };
  const BookSeries *series;
  FoyerSeriesEdit edit = { .to = chance (self, 5) ? FOYER_SERIES_END : (FoyerSeriesTo) pick (self, 0, 2) };
  int i, today, first, last = 0;
  g_autoptr(FoyerSeriesChange) change = NULL;
  g_autoptr(GArray) skips = g_array_new (FALSE, FALSE, sizeof (ModelSkip));
  const char *answer, *skipped;

  if (self->book->series->len == 0)
    return NULL;
  i = pick (self, 1, 12);
  series = &g_array_index (self->book->series, BookSeries, MAX (0, (int) self->book->series->len - i));
  i = index_of_space (self, series->space);
  today = self->clocks[i].today;
  first = chance (self, 4) ? 0 : today + pick (self, -2, 40);
  if (edit.to != FOYER_SERIES_END && !chance (self, 4))
    last = (first != 0 ? first : today) + pick (self, chance (self, 10) ? -5 : 0, 20);
  edit.series_id = series->uid;
  edit.first = foyer_day_of (first);
  edit.last = foyer_day_of (last);
  edit.preview = chance (self, 8);
  say (self, "%s of series %" G_GINT64_FORMAT ", %d..%d%s", names[edit.to], series->id, first, last,
       edit.preview ? ", preview" : "");
  change = foyer_profile_edit_series (self->profile, &edit);
  if (space_at (self, i)->archived)
    return "bad-state";

  answer = model_edit_series (want, self->clocks[i], series->id, names[edit.to], first, last, skips);
  skipped = check_skips (self, change, skips);
  if (*skipped != '\0')
    return skipped;

  return edit.preview && *answer == '\0' ? "preview" : answer;
}

const char *
act_desk (History *self,
          Book    *want)
{
  const BookSeat *seat = pick_seat (self);
  BookSeat *wanted = seat != NULL ? book_find_seat (want, seat->uid) : NULL;
  int what = pick (self, 0, 8);
  int i = seat != NULL ? index_of_space (self, seat->space) : pick (self, 0, N_SPACES);
  g_autofree char *name = NULL;
  FoyerArrival arrival = { .space_id = space_at (self, i)->uid, .booking_id = seat != NULL ? seat->uid : NULL,
                           .day = FOYER_DAY_NONE };

  if (seat == NULL || what == 0)
    {
      arrival.booking_id = NULL;
      arrival.guest_name = name = new_name (self);
      say (self, "%s walks in at %d", name, i);
      drop_booking (foyer_profile_check_in (self->profile, &arrival));
      if (space_at (self, i)->archived)
        return "bad-state";
      return model_walk_in (want, self->clocks[i], space_at (self, i)->id);
    }

  say (self, "desk %d for booking %" G_GINT64_FORMAT ", %s", what, seat->id, seat->state);
  if (what < 4)
    {
      drop_booking (foyer_profile_check_in (self->profile, &arrival));
      if (space_at (self, i)->archived)
        return "bad-state";
      return model_check_in (wanted, self->clocks[i]);
    }
  if (what < 6)
    {
      drop_booking (foyer_profile_check_out (self->profile, &arrival));
      return model_check_out (wanted);
    }
  drop_booking (foyer_profile_set_state (self->profile, seat->uid,
                                         what == 6 ? FOYER_STATE_CANCELLED : FOYER_STATE_NO_SHOW));

  return what == 6 ? model_cancel (wanted) : model_no_show (wanted, self->clocks[i]);
}

const char *
act_wish (History *self,
          Book    *want)
{
  const BookSeat *seat = pick_seat (self);
  const char *desk;
  gboolean pinned = chance (self, 2);
  g_autoptr(GAsyncResult) result = NULL;

  if (seat == NULL)
    return NULL;
  desk = wish_for (self, index_of_space (self, seat->space));
  say (self, "desk %s for booking %" G_GINT64_FORMAT "%s", desk != NULL ? desk : "of any kind", seat->id,
       pinned ? ", pinned" : "");
  foyer_store_set_desk_async (self->profile->store, seat->uid, desk, pinned, NULL, answer_cb, &result);
  await (&result);
  drop_booking (foyer_store_booking_finish (self->profile->store, result, &self->profile->op, &self->profile->error));

  return model_wish (want, self->clocks[index_of_space (self, seat->space)], book_find_seat (want, seat->uid), desk,
                     pinned);
}
