/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model.h"

#define HALF 780
#define PRICE 1000

int model_easter_off;

/* ---- the calendar ---- */

int
model_weekday (int day)
{
  return (day - 1) % 7;
}

/* Easter Sundays out of a calendar. */
static int
easter (int year)
{
  static const int sundays[][3] = {
    { 2026, 4, 5 }, { 2027, 3, 28 }, { 2028, 4, 16 }, { 2029, 4, 1 }, { 2030, 4, 21 }, { 2031, 4, 13 },
    { 2032, 3, 28 }, { 2033, 4, 17 }, { 2034, 4, 9 }, { 2035, 3, 25 }, { 2036, 4, 13 }, { 2037, 4, 5 },
    { 2038, 4, 25 }, { 2039, 4, 10 }, { 2040, 4, 1 }, { 2041, 4, 21 }, { 2042, 4, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sundays); i++)
    if (sundays[i][0] == year)
      return book_day (year, sundays[i][1], sundays[i][2]) + model_easter_off;

  g_error ("no calendar for %d", year);
}

gboolean
model_is_holiday (const BookSpace *space,
                  int              day)
{
  static const int fixed[] = { 101, 501, 508, 714, 815, 1101, 1111, 1225 };
  gboolean alsace = g_str_has_prefix (space->postcode, "67");
  GDate date;
  int after, month_day;

  if (!g_str_equal (space->tz, "Europe/Paris"))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  month_day = (int) g_date_get_month (&date) * 100 + g_date_get_day (&date);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (month_day == fixed[i])
      return TRUE;
  after = day - easter (g_date_get_year (&date));

  return after == 1 || after == 39 || after == 50 || (alsace && (after == -2 || month_day == 1226));
}

static BookEntry *
find_entry (const Book *book,
            gint64      space,
            int         day)
{
  for (guint i = 0; i < book->entries->len; i++)
    {
      BookEntry *entry = &g_array_index (book->entries, BookEntry, i);

      if (entry->space == space && entry->day == day)
        return entry;
    }

  return NULL;
}

static BookSlot
plan_of_week (const Book      *book,
              const BookSpace *space,
              int              day)
{
  BookSlot plan = { .space = space->id, .day = day };

  for (guint i = 0; i < book->rules->len; i++)
    {
      const BookRule *rule = &g_array_index (book->rules, BookRule, i);
      int seats = rule->seats == -1 ? space->seats : rule->seats;
      gboolean am, pm;

      if (rule->space != space->id || (rule->weekdays >> model_weekday (day) & 1) == 0
          || (rule->from != 0 && day < rule->from) || (rule->until != 0 && day > rule->until))
        continue;

      /* The hours are those of the first half that is open, and of the last. */
      am = rule->start < HALF;
      pm = rule->end > HALF;
      if (am || plan.am == 0)
        plan.start = rule->start;
      if (pm || plan.pm == 0)
        plan.end = rule->end;
      if (am)
        plan.am = seats;
      if (pm)
        plan.pm = seats;
    }

  return plan;
}

static BookSlot
plan_of_entry (const BookSpace *space,
               const BookEntry *entry)
{
  BookSlot plan = { .space = space->id, .day = entry->day };
  int seats = entry->seats == -1 ? space->seats : entry->seats;

  if (!g_str_equal (entry->mode, "open"))
    return plan;
  plan.start = entry->start;
  plan.end = entry->end;
  plan.am = entry->start < HALF ? seats : 0;
  plan.pm = entry->end > HALF ? seats : 0;

  return plan;
}

BookSlot
model_plan (const Book      *book,
            const BookSpace *space,
            int              day)
{
  const BookEntry *entry = find_entry (book, space->id, day);

  if (entry != NULL && !g_str_equal (entry->mode, "rule"))
    return plan_of_entry (space, entry);
  if (space->closed_on_holidays && model_is_holiday (space, day))
    return (BookSlot) { .space = space->id, .day = day };

  return plan_of_week (book, space, day);
}

/* What is past stays as it was written down. */
static BookSlot
plan_from (const Book      *book,
           const BookSpace *space,
           int              day,
           int              today)
{
  if (day >= today)
    return model_plan (book, space, day);
  for (guint i = 0; i < book->slots->len; i++)
    {
      const BookSlot *slot = &g_array_index (book->slots, BookSlot, i);

      if (slot->space == space->id && slot->day == day)
        return *slot;
    }

  return (BookSlot) { .space = space->id, .day = day };
}

static gboolean
same_plan (BookSlot a,
           BookSlot b)
{
  return a.am == b.am && a.pm == b.pm && a.start == b.start && a.end == b.end;
}

/* ---- seats ---- */

static gboolean
holds (const BookSeat *seat)
{
  return g_str_equal (seat->state, "confirmed") || g_str_equal (seat->state, "checked-in")
         || g_str_equal (seat->state, "checked-out");
}

int
model_held (const Book *book,
            gint64      space,
            int         day,
            int         half)
{
  int held = 0;

  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->space == space && seat->day == day && (seat->part & half) && holds (seat))
        held += seat->seats;
    }

  return held;
}

/* Seats held of each space, day and half from @base on: a while of the past, and all that can be
 * booked. */
#define PAST 110
#define DAYS (PAST + MODEL_AHEAD + 64)

typedef int Held[DAYS][2];

static Held *
count_held (const Book *book,
            int         base)
{
  Held *held = g_new0 (Held, book->spaces->len);

  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
      const BookSpace *space = book_get_space (book, seat->space);
      int day = seat->day - base;

      if (space == NULL || !holds (seat) || day < 0 || day >= DAYS)
        continue;
      for (int half = 0; half < 2; half++)
        if (seat->part >> half & 1)
          held[space - (BookSpace *) book->spaces->data][day][half] += seat->seats;
    }

  return held;
}

char *
model_check (const Book       *book,
             const ModelClock *clocks)
{
  int base = clocks[0].today - PAST;
  g_autofree Held *held = count_held (book, base);

  for (guint i = 0; i < book->slots->len; i++)
    {
      const BookSlot *slot = &g_array_index (book->slots, BookSlot, i);
      const BookSpace *space = book_get_space (book, slot->space);
      guint index = (guint) (space - (BookSpace *) book->spaces->data);
      int *seats = held[index][slot->day - base];
      g_autofree char *day = book_day_text (slot->day);

      if (slot->day >= clocks[index].today)
        {
          BookSlot plan = model_plan (book, space, slot->day);

          if (!same_plan (*slot, plan))
            return g_strdup_printf ("%s: wanted %d/%d seats %d-%d, got %d/%d seats %d-%d", day, plan.am, plan.pm,
                                    plan.start, plan.end, slot->am, slot->pm, slot->start, slot->end);
        }
      if (seats[0] > slot->am || seats[1] > slot->pm)
        return g_strdup_printf ("%s is oversold: %d of %d in the morning, %d of %d after", day, seats[0], slot->am,
                                seats[1], slot->pm);
      seats[0] = seats[1] = 0;
    }

  for (guint i = 0; i < book->spaces->len; i++)
    for (int day = 0; day < DAYS; day++)
      if (held[i][day][0] > 0 || held[i][day][1] > 0)
        return g_strdup ("somebody sits where nobody counted seats");

  return NULL;
}

static gboolean
conflicts_at (const Book      *before,
              const Book      *after,
              const BookSpace *space,
              int              day,
              int              today,
              const int        was_held[2],
              const int        held[2])
{
  const BookSpace *old_space = book_get_space (before, space->id);
  BookSlot new = plan_from (after, space, day, today);
  BookSlot old = old_space != NULL ? plan_from (before, old_space, day, today) : new;

  return (held[0] > new.am && (new.am < old.am || held[0] > was_held[0]))
         || (held[1] > new.pm && (new.pm < old.pm || held[1] > was_held[1]));
}

gboolean
model_conflicts (const Book       *before,
                 const Book       *after,
                 const ModelClock *clocks)
{
  int base = clocks[0].today - PAST;
  g_autofree Held *was_held = count_held (before, base);
  g_autofree Held *held = count_held (after, base);

  for (guint i = 0; i < after->spaces->len; i++)
    for (int day = 0; day < DAYS; day++)
      {
        static const int none[2];
        const int *was = i < before->spaces->len ? was_held[i][day] : none;

        if ((held[i][day][0] > 0 || held[i][day][1] > 0)
            && conflicts_at (before, after, &g_array_index (after->spaces, BookSpace, i), base + day,
                             clocks[i].today, was, held[i][day]))
          return TRUE;
      }

  return FALSE;
}

const char *
model_take_seat (Book       *book,
                 ModelClock  clock,
                 BookSeat    seat,
                 gboolean    again)
{
  const BookSpace *space = book_get_space (book, seat.space);
  BookSlot plan = plan_from (book, space, seat.day, clock.today);

  for (guint i = 0; i < book->seats->len && !again && seat.person != 0; i++)
    {
      const BookSeat *other = &g_array_index (book->seats, BookSeat, i);

      if (other->person == seat.person && other->space == seat.space && other->day == seat.day
          && (other->part & seat.part) && holds (other))
        return "already-booked";
    }
  if (plan.am == 0 && plan.pm == 0)
    return "closed";
  if ((seat.part & 1 && model_held (book, seat.space, seat.day, 1) + seat.seats > plan.am)
      || (seat.part & 2 && model_held (book, seat.space, seat.day, 2) + seat.seats > plan.pm))
    return "full";

  seat.id = 0;
  seat.price = (seat.part == 3 ? PRICE : PRICE / 2) * seat.seats;
  if (*seat.state == '\0')
    g_strlcpy (seat.state, "confirmed", sizeof seat.state);
  g_array_append_val (book->seats, seat);

  return "";
}

const char *
model_book (Book       *book,
            ModelClock  clock,
            BookSeat    seat,
            gboolean    again)
{
  if (seat.day < clock.today)
    return "past-day";
  if (seat.day > clock.today + MODEL_AHEAD)
    return "beyond-horizon";

  return model_take_seat (book, clock, seat, again);
}

const char *
model_walk_in (Book       *book,
               ModelClock  clock,
               gint64      space)
{
  BookSlot plan = model_plan (book, book_get_space (book, space), clock.today);
  BookSeat seat = { .space = space, .day = clock.today, .part = 3, .seats = 1, .state = "checked-in" };

  if (plan.pm == 0)
    seat.part = 1;
  else if (plan.am == 0 || clock.minute >= HALF)
    seat.part = 2;

  return model_take_seat (book, clock, seat, TRUE);
}

/* ---- the state table, as it is written ---- */

static void
set_state (BookSeat   *seat,
           const char *state)
{
  g_strlcpy (seat->state, state, sizeof seat->state);
}

const char *
model_check_in (BookSeat   *seat,
                ModelClock  clock)
{
  gboolean confirmed = g_str_equal (seat->state, "confirmed");

  if (g_str_equal (seat->state, "checked-in"))
    return "already-in";
  if (!confirmed && !g_str_equal (seat->state, "checked-out"))
    return "bad-state";
  if (seat->day > clock.today)
    return "wrong-day";
  if (seat->day < clock.today && !confirmed)
    return "past-day";
  set_state (seat, "checked-in");

  return "";
}

const char *
model_check_out (BookSeat *seat)
{
  if (!g_str_equal (seat->state, "checked-in"))
    return "not-in";
  set_state (seat, "checked-out");

  return "";
}

const char *
model_cancel (BookSeat *seat)
{
  if (!g_str_equal (seat->state, "confirmed"))
    return "bad-state";
  set_state (seat, "cancelled");

  return "";
}

const char *
model_no_show (BookSeat   *seat,
               ModelClock  clock)
{
  if (!g_str_equal (seat->state, "confirmed"))
    return "bad-state";
  if (seat->day > clock.today)
    return "wrong-day";
  set_state (seat, "no-show");

  return "";
}

/* ---- openings ---- */

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

static BookEntry
open_entry (const Book      *book,
            const BookSpace *space,
            BookEntry        old,
            int              start,
            int              end,
            int              seats)
{
  BookSlot week = plan_of_week (book, space, old.day);
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

      if (seat->space != space || seat->day != then.day || (seat->part & closing) == 0 || !holds (seat))
        continue;
      if (*model_cancel (seat) != '\0')
        answer = "has-bookings";
    }

  return answer;
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
      BookEntry *there = find_entry (book, space_id, day);
      BookEntry old = { .space = space_id, .day = day, .mode = "rule" };
      BookSlot now = model_plan (book, space, day);
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
          entry = open_entry (book, space, old, start, end, seats);
          /* Nothing new is said of a day that is so by itself. */
          if (g_str_equal (old.mode, "rule") && same_plan (now, plan_of_entry (space, &entry)))
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
      if (cancel && *send_away (book, space_id, model_plan (book, space, day)) != '\0')
        answer = "has-bookings";
    }

  return answer;
}
