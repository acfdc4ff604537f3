/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model.h"

gboolean model_ignores_absences;

static void
skip (GArray     *skips,
      int         day,
      const char *reason)
{
  ModelSkip it = { .day = day };

  g_strlcpy (it.reason, reason, sizeof it.reason);
  g_array_append_val (skips, it);
}

static int
monday (int day)
{
  return day - model_weekday (day);
}

const char *
model_book_series (Book       *book,
                   ModelClock  clock,
                   BookSeries  series,
                   gboolean    not_on_holidays,
                   int         out_first,
                   int         out_last,
                   GArray     *skips)
{
  static const char * const reasons[] = { "full", "already-booked", "closed" };
  const BookSpace *space = book_get_space (book, series.space);
  BookSeat seat = { .space = series.space, .person = series.person, .part = series.part, .seats = series.seats,
                    .series = 1 };
  int anchor = 0;
  gboolean any = FALSE;

  if (series.from == 0)
    series.from = clock.today;
  if (series.from < clock.today)
    return "past-day";
  if (series.from > clock.today + 366)
    return "beyond-horizon";
  if (series.until == 0 || series.until > clock.today + 366)
    series.until = clock.today + 366;
  if (series.until < series.from)
    return "invalid";

  series.id = 0;
  g_array_append_val (book->series, series);
  for (int day = series.from; day <= series.until; day++)
    {
      const char *answer;

      if ((series.weekdays >> model_weekday (day) & 1) == 0)
        continue;
      if (anchor == 0)
        anchor = monday (day);
      if ((monday (day) - anchor) / 7 % series.every != 0 || (day >= out_first && day <= out_last))
        continue;
      seat.day = day;
      answer = not_on_holidays && model_is_holiday (space, day) ? "closed" : model_take_seat (book, clock, seat, FALSE);
      if (*answer == '\0')
        any = TRUE;
      else
        skip (skips, day, answer);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (reasons) && !any; i++)
    for (guint j = 0; j < skips->len; j++)
      if (g_str_equal (g_array_index (skips, ModelSkip, j).reason, reasons[i]))
        return reasons[i];

  return any ? "" : "invalid";
}

static BookSeries *
get_series (const Book *book,
            gint64      id)
{
  for (guint i = 0; i < book->series->len; i++)
    if (g_array_index (book->series, BookSeries, i).id == id)
      return &g_array_index (book->series, BookSeries, i);

  return NULL;
}

/* How many seats from @first to @last are given free. */
static int
free_days (Book     *book,
           gint64    series,
           int       first,
           int       last,
           gboolean  away)
{
  int n = 0;

  for (int day = first; day <= last; day++)
    for (guint i = 0; i < book->seats->len; i++)
      {
        BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
        BookAway absence = { .series = series, .day = day };

        if (seat->series != series || seat->day != day || !g_str_equal (seat->state, "confirmed"))
          continue;
        n++;
        g_strlcpy (seat->state, "cancelled", sizeof seat->state);
        if (away && !model_ignores_absences)
          g_array_append_val (book->away, absence);
      }

  return n;
}

const char *
model_edit_series (Book       *book,
                   ModelClock  clock,
                   gint64      id,
                   const char *to,
                   int         first,
                   int         last,
                   GArray     *skips)
{
  BookSeries *series = get_series (book, id);
  BookSeat seat = { .space = series->space, .person = series->person, .part = series->part, .seats = series->seats,
                    .series = series->id };
  int n = 0;

  if (last != 0 && first != 0 && last < first)
    return "invalid";
  if (last != 0 && last < clock.today)
    return "past-day";
  first = MAX (first, clock.today);
  if (last == 0 || g_str_equal (to, "end"))
    last = series->until;

  if (g_str_equal (to, "away"))
    return free_days (book, id, first, last, TRUE) > 0 ? "" : "bad-state";

  if (g_str_equal (to, "end"))
    {
      n = free_days (book, id, first, last, FALSE);
      for (guint i = book->away->len; i > 0; i--)
        {
          const BookAway *absence = &g_array_index (book->away, BookAway, i - 1);

          if (absence->series == id && absence->day >= first && absence->day <= last)
            {
              g_array_remove_index (book->away, i - 1);
              n++;
            }
        }
      series->until = MAX (first, series->from) - 1;
      return n > 0 ? "" : "bad-state";
    }

  for (int day = first; day <= last; day++)
    for (guint i = 0; i < book->away->len; i++)
      {
        const BookAway *absence = &g_array_index (book->away, BookAway, i);
        const char *answer;

        if (absence->series != id || absence->day != day)
          continue;
        seat.day = day;
        answer = model_take_seat (book, clock, seat, FALSE);
        if (*answer != '\0')
          {
            skip (skips, day, answer);
            continue;
          }
        n++;
        g_array_remove_index (book->away, i);
        i--;
      }

  return n > 0 || skips->len > 0 ? "" : "bad-state";
}
