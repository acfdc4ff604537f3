/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "book.h"

#include <string.h>

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

  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "space of %d seats, %d%s, “%s”, “%s”", row->seats, row->closed_on_holidays,
                   row->archived ? ", archived" : "", row->shares, row->note);
  for (int i = 0; i < row->n_desks; i++)
    g_string_append_printf (text, ", %d %s", row->desks[i].key, row->desks[i].name);

  return g_strdup (text->str);
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

  return g_strdup_printf ("seat of %" G_GINT64_FORMAT " on %s: part %d, %d seats, %s%s, price %" G_GINT64_FORMAT
                          ", %s series", row->space, day, row->part, row->seats, row->state,
                          row->forgotten ? " by the house" : "", row->price,
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
tell_waiter (gconstpointer data)
{
  const BookWaiter *row = data;
  g_autofree char *day = book_day_text (row->day);

  return g_strdup_printf ("somebody waits at %" G_GINT64_FORMAT " on %s: part %d, %d seats, %s until %" G_GINT64_FORMAT,
                          row->space, day, row->part, row->seats, row->state, row->until);
}

static char *
tell_wish (gconstpointer data)
{
  const BookWish *row = data;

  return g_strdup_printf ("desk %d%s", row->desk, row->pinned ? ", pinned" : "");
}

static char *
tell_calendar (gconstpointer data)
{
  const BookCalendar *row = data;

  return g_strdup_printf ("calendar of %" G_GINT64_FORMAT ": %s, closes %s", row->space, row->name, row->closes);
}

static char *
tell_request (gconstpointer data)
{
  const BookRequest *row = data;

  return g_strdup_printf ("request, told “%s”%s%s", row->decided, row->taken ? ", taken" : "", row->left ? ", left" : "");
}

static char *
tell_publication (gconstpointer data)
{
  const BookPublication *row = data;

  return g_strdup_printf ("publication of %" G_GINT64_FORMAT "%s", row->space, row->ended ? ", ended" : "");
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
  const struct {
    const char *what;
    GArray     *wanted;
    GArray     *got;
    char *    (*tell) (gconstpointer data);
  } kinds[] = {
    { "spaces", wanted->spaces, got->spaces, tell_space },
    { "rules", wanted->rules, got->rules, tell_rule },
    { "dates", wanted->entries, got->entries, tell_entry },
    { "bookings", wanted->seats, got->seats, tell_seat },
    { "series", wanted->series, got->series, tell_series },
    { "absences", wanted->away, got->away, tell_away },
    { "waiting list", wanted->waiters, got->waiters, tell_waiter },
    { "wishes", wanted->wishes, got->wishes, tell_wish },
    { "calendars", wanted->calendars, got->calendars, tell_calendar },
    { "requests", wanted->requests, got->requests, tell_request },
    { "publications", wanted->publications, got->publications, tell_publication },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char *problem = compare_rows (kinds[i].what, kinds[i].wanted, kinds[i].got, kinds[i].tell);

      if (problem != NULL)
        return problem;
    }

  return NULL;
}
