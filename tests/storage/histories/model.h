/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "book.h"

/* What each act has to make of a book, worked out the slow way: day by day and half by half,
 * without a line of src. Each function changes the book and answers "", or answers why the act
 * must be refused; the book is then worth nothing. */

typedef struct {
  int today;
  int minute;                    /* of the day at the desk */
  gint64 now;                    /* UTC milliseconds */
  GTimeZone *zone;
} ModelClock;

/* Where the model itself is made to err, for controls. */
extern gboolean model_ignores_absences;
extern gboolean model_ignores_calendars;
extern gboolean model_offers_backwards;
extern int      model_easter_off;

#define MODEL_AHEAD 1826

typedef struct {
  int  day;
  char reason[16];
} ModelSkip;

BookSlot    model_plan         (const Book       *book,
                                const BookSpace  *space,
                                int               day);
gboolean    model_is_holiday   (const BookSpace  *space,
                                int               day);
int         model_weekday      (int               day);         /* Monday is 0 */
int         model_held         (const Book       *book,
                                gint64            space,
                                int               day,
                                int               half);
gboolean    model_holds        (const BookSeat   *seat);
/* Seats that are offered. */
int         model_kept         (const Book       *book,
                                gint64            space,
                                int               day,
                                int               half);
/* (nullable): what is wrong with the seats that are worked out, or with who sits there;
 * (transfer full) */
char       *model_check        (const Book       *book,
                                const ModelClock *clocks);
/* Whether somebody would lose a seat, or had none. */
gboolean    model_conflicts    (const Book       *before,
                                const Book       *after,
                                const ModelClock *clocks);     /* one for each space */

const char *model_add_rule     (Book             *book,
                                BookRule          rule);
void        model_clear_week   (Book             *book,
                                gint64            space);
const char *model_edit_days    (Book             *book,
                                ModelClock        clock,
                                gint64            space,
                                const char       *to,          /* "keep", "open", "close", "rule" */
                                int               first,
                                int               last,
                                int               start,
                                int               end,
                                int               seats,
                                gboolean          cancel);
/* Takes a seat where there is one, on any day. */
const char *model_take_seat    (Book             *book,
                                ModelClock        clock,
                                BookSeat          seat,
                                gboolean          again);
const char *model_book         (Book             *book,
                                ModelClock        clock,
                                BookSeat          seat,
                                gboolean          again);
const char *model_book_series  (Book             *book,
                                ModelClock        clock,
                                BookSeries        series,
                                gboolean          not_on_holidays,
                                int               out_first,
                                int               out_last,
                                GArray           *skips);
const char *model_edit_series  (Book             *book,
                                ModelClock        clock,
                                gint64            series,
                                const char       *to,          /* "away", "back", "end" */
                                int               first,
                                int               last,
                                GArray           *skips);
const char *model_walk_in      (Book             *book,
                                ModelClock        clock,
                                gint64            space);
const char *model_check_in     (BookSeat         *seat,
                                ModelClock        clock);
const char *model_check_out    (BookSeat         *seat);
/* The day on which people are there at an instant. */
int         model_day_at       (GTimeZone        *zone,
                                gint64            instant);
/* Who came on a day that is over, and was not checked out, has left. */
void        model_close        (Book             *book,
                                const ModelClock *clocks);
const char *model_cancel       (BookSeat         *seat);
const char *model_no_show      (BookSeat         *seat,
                                ModelClock        clock);

/* ---- who waits ---- */

const char *model_wait         (Book             *book,
                                ModelClock        clock,
                                BookWaiter        waiter);
const char *model_answer       (Book             *book,
                                ModelClock        clock,
                                BookWaiter       *waiter,
                                const char       *answer);     /* "offer", "book", "leave" */
/* What follows for those who wait from what became of @before: @looks (nullable), "SPACE DAY", are
 * looked at in any case. Offers that are over lapse. */
void        model_settle       (Book             *book,
                                const Book       *before,
                                const ModelClock *clocks,
                                GHashTable       *looks);
void        model_time         (Book             *book,
                                const ModelClock *clocks);
/* An offer that comes back finds no seat. */
gboolean    model_offer_fails  (const Book       *book,
                                const BookWaiter *waiter,
                                const ModelClock *clocks);

/* ---- what came later: archives, desks, requests ---- */

const char *model_archive      (Book             *book,
                                ModelClock        clock,
                                gint64            space,
                                gboolean          cancel);
gboolean    model_is_expected  (const Book       *book,
                                gint64            space,
                                int               today);
int         model_find_desk    (const BookSpace  *space,
                                const char       *name);       /* its key; 0 */
/* Whether a booking has this desk for its own in one of the halves. */
gboolean    model_desk_taken   (const Book       *book,
                                const BookSeat   *seat,
                                int               desk);
/* Whether somebody has a desk for their own that the space no longer has. */
gboolean    model_lost_pin     (const Book       *book,
                                const BookSpace  *space,
                                int               today);
const char *model_wish         (Book             *book,
                                ModelClock        clock,
                                BookSeat         *seat,
                                const char       *desk,        /* (nullable) */
                                gboolean          pinned);
gboolean    model_is_open      (const Book       *book,
                                ModelClock        clock,
                                const BookSeat   *seat);
const char *model_accept       (Book             *book,
                                ModelClock        clock,
                                BookSeat         *seat);
void        model_withdraw     (Book             *book,
                                BookSeat         *seat);
/* What the guest hears of a booking; "" for nothing. */
const char *model_decision     (const BookSeat    *seat,
                                const BookRequest *request);
