/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "book.h"

#include <stdio.h>

int
book_day (int year,
          int month,
          int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (int) g_date_get_julian (&date);
}

char *
book_day_text (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}

static int
column_day (sqlite3_stmt *stmt,
            int           column)
{
  int year, month, day;
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return sscanf (text, "%d-%d-%d", &year, &month, &day) == 3 ? book_day (year, month, day) : 0;
}

#define COPY_TEXT(stmt, column, field) \
  g_strlcpy (field, (const char *) sqlite3_column_text (stmt, column), sizeof (field))
#define INT(column) sqlite3_column_int (stmt, column)
#define ID(column) sqlite3_column_int64 (stmt, column)

static void
read_space (Book         *self,
            sqlite3_stmt *stmt)
{
  BookSpace row = { .id = ID (0), .seats = INT (4), .closed_on_holidays = INT (5), .archived = INT (6) != 0 };
  g_auto(GStrv) lines = NULL;

  COPY_TEXT (stmt, 1, row.uid);
  COPY_TEXT (stmt, 2, row.tz);
  COPY_TEXT (stmt, 3, row.postcode);
  COPY_TEXT (stmt, 7, row.shares);
  COPY_TEXT (stmt, 8, row.note);
  lines = g_strsplit ((const char *) sqlite3_column_text (stmt, 9), "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      BookDesk *desk = &row.desks[row.n_desks++];
      char *name;

      g_assert_cmpint (row.n_desks, <=, BOOK_DESKS);
      desk->key = (int) g_ascii_strtoll (lines[i], &name, 10);
      g_strlcpy (desk->name, name + 1, sizeof desk->name);
    }
  g_array_append_val (self->spaces, row);
}

static void
read_last_key (Book         *self,
               sqlite3_stmt *stmt)
{
  book_get_space (self, ID (0))->last_key = INT (1);
}

static void
read_rule (Book         *self,
           sqlite3_stmt *stmt)
{
  BookRule row = { ID (0), ID (1), INT (2), INT (3), INT (4), INT (5), column_day (stmt, 6), column_day (stmt, 7) };

  g_array_append_val (self->rules, row);
}

static void
read_entry (Book         *self,
            sqlite3_stmt *stmt)
{
  BookEntry row = { .id = ID (0), .space = ID (1), .day = column_day (stmt, 2), .start = INT (4), .end = INT (5),
                    .seats = INT (6) };

  COPY_TEXT (stmt, 3, row.mode);
  g_array_append_val (self->entries, row);
}

static void
read_seat (Book         *self,
           sqlite3_stmt *stmt)
{
  BookSeat row = { .id = ID (0), .space = ID (2), .person = ID (3), .day = column_day (stmt, 4), .part = INT (5),
                   .seats = INT (6), .series = ID (8), .price = ID (9), .in_at = ID (10), .forgotten = INT (14) };

  COPY_TEXT (stmt, 1, row.uid);
  COPY_TEXT (stmt, 7, row.state);
  g_array_append_val (self->seats, row);
}

static void
read_series (Book         *self,
             sqlite3_stmt *stmt)
{
  BookSeries row = { .id = ID (0), .space = ID (2), .person = ID (3), .weekdays = INT (4), .every = INT (5),
                     .part = INT (6), .seats = INT (7), .from = column_day (stmt, 8), .until = column_day (stmt, 9) };

  COPY_TEXT (stmt, 1, row.uid);
  g_array_append_val (self->series, row);
}

static void
read_away (Book         *self,
           sqlite3_stmt *stmt)
{
  BookAway row = { ID (0), ID (1), column_day (stmt, 2) };

  g_array_append_val (self->away, row);
}

static void
read_slot (Book         *self,
           sqlite3_stmt *stmt)
{
  BookSlot row = { ID (0), column_day (stmt, 1), INT (2), INT (3), INT (4), INT (5), INT (6), INT (7) };

  g_array_append_val (self->slots, row);
}

static void
read_member (Book         *self,
             sqlite3_stmt *stmt)
{
  BookMember row = { .id = ID (0) };

  COPY_TEXT (stmt, 1, row.uid);
  if (INT (2))
    g_array_append_val (self->members, row);
}

static void
read_waiter (Book         *self,
             sqlite3_stmt *stmt)
{
  BookWaiter row = { .id = ID (0), .space = ID (2), .person = ID (3), .day = column_day (stmt, 4), .part = INT (5),
                     .seats = INT (6), .until = ID (8) };

  COPY_TEXT (stmt, 1, row.uid);
  COPY_TEXT (stmt, 7, row.state);
  g_array_append_val (self->waiters, row);
}

static void
read_wish (Book         *self,
           sqlite3_stmt *stmt)
{
  BookWish row = { ID (0), INT (1), INT (2) };

  /* Where somebody was let in is no wish, and one of nobody neither. */
  if (row.desk != 0 && book_get_seat (self, row.id) != NULL)
    g_array_append_val (self->wishes, row);
}

static void
read_calendar (Book         *self,
               sqlite3_stmt *stmt)
{
  BookCalendar row = { .id = ID (0), .space = ID (2) };

  COPY_TEXT (stmt, 1, row.uid);
  COPY_TEXT (stmt, 3, row.closes);
  COPY_TEXT (stmt, 4, row.name);
  g_array_append_val (self->calendars, row);
}

static void
read_span (Book         *self,
           sqlite3_stmt *stmt)
{
  BookSpan row = { ID (0), column_day (stmt, 1), INT (2), INT (3), INT (4) };

  g_array_append_val (self->spans, row);
}

static void
read_request (Book         *self,
              sqlite3_stmt *stmt)
{
  BookRequest row = { .id = ID (0), .answer_by = ID (1), .rev = ID (2), .taken = INT (4), .left = INT (5) };

  COPY_TEXT (stmt, 3, row.decided);
  COPY_TEXT (stmt, 6, row.key);
  g_array_append_val (self->requests, row);
}

static void
read_publication (Book         *self,
                  sqlite3_stmt *stmt)
{
  BookPublication row = { .id = ID (0), .space = ID (1), .ended = ID (2) != 0 };

  g_array_append_val (self->publications, row);
}

static void
read_told (Book         *self,
           sqlite3_stmt *stmt)
{
  for (guint i = 0; i < self->publications->len; i++)
    {
      BookPublication *row = &g_array_index (self->publications, BookPublication, i);

      if (row->id != ID (0))
        continue;
      row->may_begin = INT (1);
      row->may_end = INT (2);
    }
}

/* Guests are no part of a bill once their days are out of sight. */
static const struct {
  const char *table;             /* (nullable): worked out, so that undo need not bring it back */
  const char *sql;
  void      (*read) (Book         *self,
                     sqlite3_stmt *stmt);
} readers[] = {
  { "space", "SELECT id, uid, tz, postcode, seats, closed_on_holidays, archived_at, shares, note, desks, name, price_minor,"
             " half_price_minor, about FROM space WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_space },
  { "opening_rule", "SELECT id, space_id, weekdays, start_minute, end_minute, seats, from_day, until_day"
                    " FROM opening_rule WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_rule },
  { "day_exception", "SELECT id, space_id, day, mode, start_minute, end_minute, seats, note"
                     " FROM day_exception WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_entry },
  { "person", "SELECT id, uid, member, name, email, phone FROM person AS p WHERE deleted_at = 0 AND (member = 1"
              " OR EXISTS (SELECT 1 FROM booking WHERE person_id = p.id AND day >= ?1 AND deleted_at = 0)"
              " OR EXISTS (SELECT 1 FROM waiting WHERE person_id = p.id AND day >= ?1 AND deleted_at = 0))"
              " ORDER BY id", read_member },
  { "booking", "SELECT id, uid, space_id, person_id, day, part, seats, state, series_id, price_minor, in_at, out_at,"
               " made_by, currency, forgotten FROM booking WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_seat },
  { "series", "SELECT id, uid, space_id, person_id, weekdays, every_weeks, part, seats, from_day, until_day"
              " FROM series WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_series },
  { "series_away", "SELECT id, series_id, day, booking_id"
                   " FROM series_away WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_away },
  { "waiting", "SELECT id, uid, space_id, person_id, day, part, seats, state, offer_until FROM waiting"
               " WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_waiter },
  { "desk_wish", "SELECT booking_id, desk, pinned, sits FROM desk_wish AS w JOIN booking AS b ON b.id = w.booking_id"
                 " WHERE w.deleted_at = 0 AND b.day >= ?1 ORDER BY booking_id", read_wish },
  { "calendar", "SELECT id, uid, space_id, closes, name, address FROM calendar"
                " WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_calendar },
  { "publication", "SELECT id, space_id, ended_at FROM publication WHERE ?1 <> '' ORDER BY id", read_publication },
  { NULL, "SELECT id, told <> 'tombstone', told <> 'listing' OR EXISTS (SELECT 1 FROM post WHERE body IS NULL"
          " AND kind = 'listing' AND post.space_id = p.space_id) FROM publication AS p WHERE ?1 <> '' ORDER BY id",
    read_told },
  { NULL, "SELECT b.space_id, max (max (desk, sits)) FROM desk_wish JOIN booking AS b ON b.id = booking_id"
          " WHERE ?1 <> '' GROUP BY b.space_id", read_last_key },
  { NULL, "SELECT booking_id, answer_by, r.rev, decided, taken, left, guest_key FROM request AS r JOIN booking AS b"
          " ON b.id = r.booking_id WHERE b.deleted_at = 0 AND b.day >= ?1 ORDER BY booking_id", read_request },
  { NULL, "SELECT calendar_id, day, start_minute, end_minute, busy FROM calendar_span WHERE day >= ?1", read_span },
  { NULL, "SELECT space_id, day, am_cap, pm_cap, start_minute, end_minute, am_shut, pm_shut FROM slot WHERE day >= ?1",
    read_slot },
};

static void
note_row (Book         *self,
          const char   *table,
          sqlite3_stmt *stmt)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i < sqlite3_column_count (stmt); i++)
    {
      const char *value = (const char *) sqlite3_column_text (stmt, i);

      g_string_append_printf (text, "%s|", value != NULL ? value : "-");
    }
  g_hash_table_insert (self->rows, g_strdup_printf ("%s %" G_GINT64_FORMAT, table, (gint64) ID (0)),
                       g_string_free (text, FALSE));
}

static const struct {
  gsize offset;
  guint size;
} arrays[] = {
  { G_STRUCT_OFFSET (Book, spaces), sizeof (BookSpace) },
  { G_STRUCT_OFFSET (Book, rules), sizeof (BookRule) },
  { G_STRUCT_OFFSET (Book, entries), sizeof (BookEntry) },
  { G_STRUCT_OFFSET (Book, seats), sizeof (BookSeat) },
  { G_STRUCT_OFFSET (Book, series), sizeof (BookSeries) },
  { G_STRUCT_OFFSET (Book, away), sizeof (BookAway) },
  { G_STRUCT_OFFSET (Book, slots), sizeof (BookSlot) },
  { G_STRUCT_OFFSET (Book, members), sizeof (BookMember) },
  { G_STRUCT_OFFSET (Book, waiters), sizeof (BookWaiter) },
  { G_STRUCT_OFFSET (Book, wishes), sizeof (BookWish) },
  { G_STRUCT_OFFSET (Book, calendars), sizeof (BookCalendar) },
  { G_STRUCT_OFFSET (Book, spans), sizeof (BookSpan) },
  { G_STRUCT_OFFSET (Book, requests), sizeof (BookRequest) },
  { G_STRUCT_OFFSET (Book, publications), sizeof (BookPublication) },
};

#define ARRAY(book, i) G_STRUCT_MEMBER (GArray *, book, arrays[i].offset)

static Book *
book_new (void)
{
  Book *self = g_new0 (Book, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    ARRAY (self, i) = g_array_new (FALSE, FALSE, arrays[i].size);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

Book *
book_read (sqlite3 *db,
           int      first)
{
  Book *self = book_new ();
  g_autofree char *day = book_day_text (first);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      sqlite3_stmt *stmt;
      int code = sqlite3_prepare_v2 (db, readers[i].sql, -1, &stmt, NULL);

      if (code != SQLITE_OK)
        g_error ("%s: %s", readers[i].sql, sqlite3_errmsg (db));
      sqlite3_bind_text (stmt, 1, day, -1, SQLITE_TRANSIENT);
      while ((code = sqlite3_step (stmt)) == SQLITE_ROW)
        {
          readers[i].read (self, stmt);
          if (readers[i].table != NULL)
            note_row (self, readers[i].table, stmt);
        }
      g_assert_cmpint (code, ==, SQLITE_DONE);
      sqlite3_finalize (stmt);
    }

  return self;
}

Book *
book_copy (const Book *self)
{
  Book *copy = g_new0 (Book, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    ARRAY (copy, i) = g_array_copy (ARRAY (self, i));
  copy->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return copy;
}

void
book_free (Book *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (ARRAY (self, i));
  g_hash_table_unref (self->rows);
  g_free (self);
}

#define PLACE(array, type, i) (&g_array_index (array, type, i))

BookSpace *
book_get_space (const Book *self,
                gint64      id)
{
  for (guint i = 0; i < self->spaces->len; i++)
    if (PLACE (self->spaces, BookSpace, i)->id == id)
      return PLACE (self->spaces, BookSpace, i);

  return NULL;
}

BookSeat *
book_get_seat (const Book *self,
               gint64      id)
{
  for (guint i = 0; i < self->seats->len; i++)
    if (PLACE (self->seats, BookSeat, i)->id == id)
      return PLACE (self->seats, BookSeat, i);

  return NULL;
}

BookSeat *
book_find_seat (const Book *self,
                const char *uid)
{
  for (guint i = 0; i < self->seats->len; i++)
    if (g_str_equal (PLACE (self->seats, BookSeat, i)->uid, uid))
      return PLACE (self->seats, BookSeat, i);

  return NULL;
}

BookSeries *
book_find_series (const Book *self,
                  const char *uid)
{
  for (guint i = 0; i < self->series->len; i++)
    if (g_str_equal (PLACE (self->series, BookSeries, i)->uid, uid))
      return PLACE (self->series, BookSeries, i);

  return NULL;
}

BookRequest *
book_get_request (const Book *self,
                  gint64      booking)
{
  for (guint i = 0; i < self->requests->len; i++)
    if (PLACE (self->requests, BookRequest, i)->id == booking)
      return PLACE (self->requests, BookRequest, i);

  return NULL;
}

BookWish *
book_get_wish (const Book *self,
               gint64      booking)
{
  for (guint i = 0; i < self->wishes->len; i++)
    if (PLACE (self->wishes, BookWish, i)->id == booking)
      return PLACE (self->wishes, BookWish, i);

  return NULL;
}

BookCalendar *
book_get_calendar (const Book *self,
                   gint64      id)
{
  for (guint i = 0; i < self->calendars->len; i++)
    if (PLACE (self->calendars, BookCalendar, i)->id == id)
      return PLACE (self->calendars, BookCalendar, i);

  return NULL;
}
