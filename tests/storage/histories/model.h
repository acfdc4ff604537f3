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
} ModelClock;

/* Where the model itself is made to err, for controls. */
extern gboolean model_ignores_absences;
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
const char *model_cancel       (BookSeat         *seat);
const char *model_no_show      (BookSeat         *seat,
                                ModelClock        clock);
