/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include <glib.h>

/* A host's book as it lies in the file, read by statements of its own: nothing here comes from
 * src. Days are GDate's Julian days, 0 for none. */

typedef struct {
  gint64 id;
  char   uid[37];
  char   tz[40];
  char   postcode[12];
  int    seats;
  int    closed_on_holidays;
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
} BookSlot;

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

BookSpace  *book_get_space   (const Book *self,
                              gint64      id);
BookSeat   *book_find_seat   (const Book *self,
                              const char *uid);
BookSeries *book_find_series (const Book *self,
                              const char *uid);

int         book_day         (int         year,
                              int         month,
                              int         day);
char       *book_day_text    (int         day);
