/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model-private.h"

void
model_clear_week (Book   *book,
                  gint64  space)
{
  for (guint i = book->rules->len; i > 0; i--)
    if (g_array_index (book->rules, BookRule, i - 1).space == space)
      g_array_remove_index (book->rules, i - 1);
}

/* The last rule again says nothing. */
const char *
model_add_rule (Book     *book,
                BookRule  rule)
{
  const BookRule *last = NULL;

  for (guint i = 0; i < book->rules->len; i++)
    if (g_array_index (book->rules, BookRule, i).space == rule.space)
      last = &g_array_index (book->rules, BookRule, i);
  rule.id = 0;
  if (last == NULL || last->weekdays != rule.weekdays || last->start != rule.start || last->end != rule.end
      || last->seats != rule.seats || last->from != rule.from || last->until != rule.until)
    g_array_append_val (book->rules, rule);

  return "";
}

/* Other seats or hours alone do not open what a calendar closes. */
static BookEntry
open_entry (const Book      *book,
            const BookSpace *space,
            BookEntry        old,
            gboolean         keeps,
            int              start,
            int              end,
            int              seats)
{
  BookSlot week = keeps ? model_plan_of_nobody (book, space, old.day) : model_plan_of_week (book, space, old.day);
  BookEntry entry = { .id = old.id, .space = space->id, .day = old.day, .start = 540, .end = 1080, .seats = -1 };

  if (g_str_equal (old.mode, "open"))
    {
      entry = old;
    }
  else if (week.am > 0 || week.pm > 0)
    {
      entry.start = week.start;
      entry.end = week.end;
      if (MAX (week.am, week.pm) != space->seats)
        entry.seats = MAX (week.am, week.pm);
    }
  g_strlcpy (entry.mode, "open", sizeof entry.mode);
  if (start != -1)
    {
      entry.start = start;
      entry.end = end;
    }
  if (seats != -1)
    entry.seats = seats;

  return entry;
}

/* Sends away who expected a half that closes; whoever was here cannot be. */
static const char *
send_away (Book     *book,
           gint64    space,
           BookSlot  then)
{
  int closing = (then.am == 0 ? 1 : 0) | (then.pm == 0 ? 2 : 0);
  const char *answer = "";

  for (guint i = 0; i < book->seats->len; i++)
    {
      BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->space != space || seat->day != then.day || (seat->part & closing) == 0 || !model_holds (seat))
        continue;
      if (*model_cancel (seat) != '\0')
        answer = "has-bookings";
    }

  return answer;
}

static gboolean
is_just_so (BookSlot now,
            BookSlot then)
{
  return now.am == then.am && now.pm == then.pm && now.start == then.start && now.end == then.end;
}

const char *
model_edit_days (Book       *book,
                 ModelClock  clock,
                 gint64      space_id,
                 const char *to,
                 int         first,
                 int         last,
                 int         start,
                 int         end,
                 int         seats,
                 gboolean    cancel)
{
  const BookSpace *space = book_get_space (book, space_id);
  const char *answer = "";

  if (last < clock.today)
    return "past-day";
  if (last > clock.today + MODEL_AHEAD)
    return "beyond-horizon";

  for (int day = MAX (first, clock.today); day <= last; day++)
    {
      BookEntry *there = model_find_entry (book, space_id, day);
      BookEntry old = { .space = space_id, .day = day, .mode = "rule" };
      BookSlot now = model_plan_of_nobody (book, space, day);
      BookEntry entry;

      if (there != NULL)
        old = *there;
      entry = old;
      if (g_str_equal (to, "close") || g_str_equal (to, "rule"))
        {
          g_strlcpy (entry.mode, *to == 'c' ? "closed" : "rule", sizeof entry.mode);
          entry.start = entry.end = entry.seats = 0;
        }
      else if (g_str_equal (to, "open") || ((start != -1 || seats != -1) && (now.am > 0 || now.pm > 0)))
        {
          entry = open_entry (book, space, old, g_str_equal (to, "keep"), start, end, seats);
          /* Nothing new is said of a day that is so by itself. */
          if (g_str_equal (old.mode, "rule") && is_just_so (now, model_plan_of_entry (space, &entry)))
            entry = old;
        }
      if (g_str_equal (entry.mode, old.mode)
          && (!g_str_equal (entry.mode, "open")
              || (entry.start == old.start && entry.end == old.end && entry.seats == old.seats)))
        continue;

      if (there != NULL)
        *there = entry;
      else
        g_array_append_val (book->entries, entry);
      if (cancel && *send_away (book, space_id, model_plan_of_nobody (book, space, day)) != '\0')
        answer = "has-bookings";
    }

  return answer;
}
