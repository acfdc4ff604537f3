/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include <glib.h>

/* A host's book as it lies in the file, read by statements of its own: nothing here comes from
 * src. Days are GDate's Julian days, 0 for none. */

#define BOOK_DESKS 6

typedef struct {
  int  key;
  char name[24];
} BookDesk;

typedef struct {
  gint64   id;
  char     uid[37];
  char     tz[40];
  char     postcode[12];
  int      seats;
  int      closed_on_holidays;
  int      archived;
  char     shares[80];
  char     note[40];
  int      n_desks;
  BookDesk desks[BOOK_DESKS];
  int      last_key;             /* the highest that a wish has ever held on to */
} BookSpace;

typedef struct {
  gint64 id;
  gint64 space;
  int    weekdays;
  int    start, end;
  int    seats;
  int    from, until;
} BookRule;

typedef struct {
  gint64 id;
  gint64 space;
  int    day;
  char   mode[8];
  int    start, end;
  int    seats;
} BookEntry;

typedef struct {
  gint64 id;
  char   uid[37];
  gint64 space;
  gint64 person;
  int    day;
  int    part;
  int    seats;
  char   state[12];
  int    forgotten;
  gint64 in_at;
  gint64 series;
  gint64 price;
} BookSeat;

typedef struct {
  gint64 id;
  char   uid[37];
  gint64 space;
  gint64 person;
  int    weekdays;
  int    every;
  int    part;
  int    seats;
  int    from, until;
} BookSeries;

typedef struct {
  gint64 id;
  gint64 series;
  int    day;
} BookAway;

typedef struct {
  gint64 space;
  int    day;
  int    am, pm;
  int    start, end;
  int    am_shut, pm_shut;       /* what the rules would open in a half that a calendar closes */
} BookSlot;

typedef struct {
  gint64 id;
  char   uid[37];
  gint64 space;
  gint64 person;
  int    day;
  int    part;
  int    seats;
  char   state[12];
  gint64 until;                  /* of an offer */
} BookWaiter;

typedef struct {
  gint64 id;                     /* of the booking */
  int    desk;                   /* a key */
  int    pinned;
} BookWish;

typedef struct {
  gint64 id;
  char   uid[37];
  gint64 space;
  char   closes[8];
  char   name[40];
} BookCalendar;

typedef struct {
  gint64 calendar;
  int    day;
  int    start, end;
  int    busy;
} BookSpan;

typedef struct {
  gint64 id;                     /* of the booking */
  gint64 answer_by;
  gint64 rev;
  char   decided[12];            /* what the guest was told last */
  int    taken;
  int    left;
  char   key[44];
} BookRequest;

typedef struct {
  gint64 id;
  gint64 space;
  int    ended;
  int    may_begin, may_end;     /* whether an undo may, as far as the directory has heard */
} BookPublication;

typedef struct {
  gint64 id;
  char   uid[37];
} BookMember;

typedef struct {
  GArray     *spaces;
  GArray     *rules;
  GArray     *entries;
  GArray     *seats;
  GArray     *series;
  GArray     *away;
  GArray     *slots;
  GArray     *members;
  GArray     *waiters;
  GArray     *wishes;
  GArray     *calendars;
  GArray     *spans;
  GArray     *requests;
  GArray     *publications;
  GHashTable *rows;              /* "booking 12" → everything that undo has to bring back */
} Book;

/* What lives in the file, without the days before @first. */
Book       *book_read        (sqlite3    *db,
                              int         first);
Book       *book_copy        (const Book *self);
void        book_free        (Book       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

/* (nullable): how two books differ, ids of new rows aside; (transfer full) */
char       *book_compare     (const Book *wanted,
                              const Book *got);

BookSpace   *book_get_space   (const Book *self,
                               gint64      id);
BookSeat    *book_get_seat    (const Book *self,
                               gint64      id);
BookSeat    *book_find_seat   (const Book *self,
                               const char *uid);
BookSeries  *book_find_series (const Book *self,
                               const char *uid);
BookCalendar *book_get_calendar (const Book *self,
                                gint64      id);
BookRequest *book_get_request (const Book *self,
                               gint64      booking);
BookWish    *book_get_wish    (const Book *self,
                               gint64      booking);

int         book_day         (int         year,
                              int         month,
                              int         day);
char       *book_day_text    (int         day);
