/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "book.h"

#include <stdio.h>
#include <string.h>

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
  BookSpace row = { .id = ID (0), .seats = INT (4), .closed_on_holidays = INT (5) };

  COPY_TEXT (stmt, 1, row.uid);
  COPY_TEXT (stmt, 2, row.tz);
  COPY_TEXT (stmt, 3, row.postcode);
  g_array_append_val (self->spaces, row);
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
                   .seats = INT (6), .series = ID (8), .price = ID (9) };

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
  BookSlot row = { ID (0), column_day (stmt, 1), INT (2), INT (3), INT (4), INT (5) };

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

/* Guests are no part of a bill once their days are out of sight. */
static const struct {
  const char *table;             /* (nullable): worked out, so that undo need not bring it back */
  const char *sql;
  void      (*read) (Book         *self,
                     sqlite3_stmt *stmt);
} readers[] = {
  { "space", "SELECT id, uid, tz, postcode, seats, closed_on_holidays, name, price_minor, half_price_minor, about"
             " FROM space WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_space },
  { "opening_rule", "SELECT id, space_id, weekdays, start_minute, end_minute, seats, from_day, until_day"
                    " FROM opening_rule WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_rule },
  { "day_exception", "SELECT id, space_id, day, mode, start_minute, end_minute, seats, note"
                     " FROM day_exception WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_entry },
  { "person", "SELECT id, uid, member, name, email, phone FROM person AS p WHERE deleted_at = 0 AND (member = 1"
              " OR EXISTS (SELECT 1 FROM booking WHERE person_id = p.id AND day >= ?1 AND deleted_at = 0))"
              " ORDER BY id", read_member },
  { "booking", "SELECT id, uid, space_id, person_id, day, part, seats, state, series_id, price_minor, in_at, out_at,"
               " made_by, currency FROM booking WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_seat },
  { "series", "SELECT id, uid, space_id, person_id, weekdays, every_weeks, part, seats, from_day, until_day"
              " FROM series WHERE deleted_at = 0 AND ?1 <> '' ORDER BY id", read_series },
  { "series_away", "SELECT id, series_id, day, booking_id"
                   " FROM series_away WHERE deleted_at = 0 AND day >= ?1 ORDER BY id", read_away },
  { NULL, "SELECT space_id, day, am_cap, pm_cap, start_minute, end_minute FROM slot WHERE day >= ?1", read_slot },
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

static Book *
book_new (void)
{
  Book *self = g_new0 (Book, 1);

  self->spaces = g_array_new (FALSE, FALSE, sizeof (BookSpace));
  self->rules = g_array_new (FALSE, FALSE, sizeof (BookRule));
  self->entries = g_array_new (FALSE, FALSE, sizeof (BookEntry));
  self->seats = g_array_new (FALSE, FALSE, sizeof (BookSeat));
  self->series = g_array_new (FALSE, FALSE, sizeof (BookSeries));
  self->away = g_array_new (FALSE, FALSE, sizeof (BookAway));
  self->slots = g_array_new (FALSE, FALSE, sizeof (BookSlot));
  self->members = g_array_new (FALSE, FALSE, sizeof (BookMember));
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

  copy->spaces = g_array_copy (self->spaces);
  copy->rules = g_array_copy (self->rules);
  copy->entries = g_array_copy (self->entries);
  copy->seats = g_array_copy (self->seats);
  copy->series = g_array_copy (self->series);
  copy->away = g_array_copy (self->away);
  copy->slots = g_array_copy (self->slots);
  copy->members = g_array_copy (self->members);
  copy->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return copy;
}

void
book_free (Book *self)
{
  g_array_unref (self->spaces);
  g_array_unref (self->rules);
  g_array_unref (self->entries);
  g_array_unref (self->seats);
  g_array_unref (self->series);
  g_array_unref (self->away);
  g_array_unref (self->slots);
  g_array_unref (self->members);
  g_hash_table_unref (self->rows);
  g_free (self);
}

#define PLACE(array, type, i) (&g_array_index (array, type, i))

/* Each kind of row in words; what is new has the id 0 in what is wanted. */
static char *
tell_rule (gconstpointer data)
{
  const BookRule *row = data;

  return g_strdup_printf ("rule of %" G_GINT64_FORMAT ": %x %d-%d %d %d..%d", row->space, (guint) row->weekdays,
                          row->start, row->end, row->seats, row->from, row->until);
}

static char *
tell_space (gconstpointer data)
{
  const BookSpace *row = data;

  return g_strdup_printf ("space of %d seats, %d", row->seats, row->closed_on_holidays);
}

static char *
tell_entry (gconstpointer data)
{
  const BookEntry *row = data;
  g_autofree char *day = book_day_text (row->day);

  return g_strdup_printf ("%s of %" G_GINT64_FORMAT ": %s %d-%d %d", day, row->space, row->mode, row->start, row->end,
                          row->seats);
}

static char *
tell_seat (gconstpointer data)
{
  const BookSeat *row = data;
  g_autofree char *day = book_day_text (row->day);

  return g_strdup_printf ("seat of %" G_GINT64_FORMAT " on %s: part %d, %d seats, %s, price %" G_GINT64_FORMAT
                          ", %s series", row->space, day, row->part, row->seats, row->state, row->price,
                          row->series != 0 ? "of a" : "of no");
}

static char *
tell_series (gconstpointer data)
{
  const BookSeries *row = data;

  return g_strdup_printf ("series at %" G_GINT64_FORMAT ": %x every %d, part %d, %d seats, %d..%d", row->space,
                          (guint) row->weekdays, row->every, row->part, row->seats, row->from, row->until);
}

static char *
tell_away (gconstpointer data)
{
  const BookAway *row = data;
  g_autofree char *day = book_day_text (row->day);

  return g_strdup_printf ("away on %s from %" G_GINT64_FORMAT, day, row->series);
}

static char *
compare_rows (const char     *what,
              GArray         *wanted,
              GArray         *got,
              char *        (*tell) (gconstpointer data))
{
  gsize size = g_array_get_element_size (wanted);

  for (guint i = 0; i < MAX (wanted->len, got->len); i++)
    {
      if (i < wanted->len && i < got->len && memcmp (wanted->data + i * size, got->data + i * size, size) == 0)
        continue;

      g_autofree char *a = i < wanted->len ? tell (wanted->data + i * size) : g_strdup ("nothing");
      g_autofree char *b = i < got->len ? tell (got->data + i * size) : g_strdup ("nothing");

      if (!g_str_equal (a, b))
        return g_strdup_printf ("%s %u: wanted %s, got %s", what, i, a, b);
      /* The id comes first in each of them. */
      if (*(gint64 *) (wanted->data + i * size) != 0
          && *(gint64 *) (wanted->data + i * size) != *(gint64 *) (got->data + i * size))
        return g_strdup_printf ("%s %u: another row", what, i);
    }

  return NULL;
}

char *
book_compare (const Book *wanted,
              const Book *got)
{
  char *problem = compare_rows ("spaces", wanted->spaces, got->spaces, tell_space);

  if (problem == NULL)
    problem = compare_rows ("rules", wanted->rules, got->rules, tell_rule);
  if (problem == NULL)
    problem = compare_rows ("dates", wanted->entries, got->entries, tell_entry);
  if (problem == NULL)
    problem = compare_rows ("bookings", wanted->seats, got->seats, tell_seat);
  if (problem == NULL)
    problem = compare_rows ("series", wanted->series, got->series, tell_series);
  if (problem == NULL)
    problem = compare_rows ("absences", wanted->away, got->away, tell_away);

  return problem;
}

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
