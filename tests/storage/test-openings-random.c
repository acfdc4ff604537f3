/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A space lives through a random history, and a calendar that keeps one entry a day says the same
 * about every day of it. The seed is the one that GTest prints and --seed repeats. */

#define N_ACTS 100
#define AHEAD 1826                       /* days after today about which something can be said */
#define KEPT 400
#define RULES_MAX 24

typedef struct {
  FoyerOpeningRule  rules[RULES_MAX];
  gsize             n_rules;
  GHashTable       *entries;             /* day → FoyerDayException * that was said about this very date */
  int               seats;
  gboolean          closed_on_holidays;
} Calendar;

typedef struct {
  FoyerProfile *profile;
  FoyerSpace   *space;
  GTimeZone    *zone;
  Calendar      calendar;
  GHashTable   *held;                    /* day → seats, by bookings of full days */
  GHashTable   *past;                    /* day → FoyerDayPlan *, as it was when it became past */
} World;

static const struct {
  const char *name;
  const char *tz;
  const char *postcode;
  const char *now;
} worlds[] = {
  { "strasbourg", "Europe/Paris", "67000", "2026-11-26T09:00:00+01:00" },
  { "lyon-before-a-leap-day", "Europe/Paris", "69003", "2028-02-27T23:00:00+01:00" },
  { "lyon-on-the-night-of-summer-time", "Europe/Paris", "69003", "2027-03-28T03:30:00+02:00" },
  { "lyon-on-the-night-of-winter-time", "Europe/Paris", "69003", "2027-10-31T02:30:00+02:00" },
  { "lyon-at-the-end-of-a-year", "Europe/Paris", "69003", "2026-12-31T23:30:00+01:00" },
  { "saint-denis", "Indian/Reunion", "97400", "2026-12-15T12:00:00+04:00" },
  { "kiritimati", "Pacific/Kiritimati", "", "2026-11-26T02:00:00+14:00" },
  { "pago-pago", "Pacific/Pago_Pago", "", "2026-11-26T23:59:00-11:00" },
  { "lord-howe", "Australia/Lord_Howe", "", "2027-04-04T01:45:00+11:00" },
};

static gpointer
key_of (FoyerDay day)
{
  return GINT_TO_POINTER (day);
}

static Calendar
copy_calendar (const Calendar *self)
{
  Calendar copy = *self;
  GHashTableIter iter;
  gpointer day, entry;

  copy.entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &day, &entry))
    g_hash_table_insert (copy.entries, day, g_memdup2 (entry, sizeof (FoyerDayException)));

  return copy;
}

/* ---- what a day has to be, half by half and rule by rule ---- */

static gboolean
opens_half (const FoyerOpeningRule *rule,
            FoyerDay                day,
            gboolean                pm)
{
  return (rule->weekdays >> (foyer_day_get_weekday (day) - 1) & 1)
         && (rule->from == FOYER_DAY_NONE || day >= rule->from)
         && (rule->until == FOYER_DAY_NONE || day <= rule->until)
         && (pm ? rule->end_minute > 780 : rule->start_minute < 780);
}

static FoyerDayPlan
plan_by_week (const Calendar *self,
              FoyerDay        day)
{
  FoyerDayPlan plan = { 0 };

  for (gsize i = 0; i < self->n_rules; i++)
    {
      const FoyerOpeningRule *rule = &self->rules[i];
      int seats = rule->seats == -1 ? self->seats : rule->seats;
      gboolean am = opens_half (rule, day, FALSE);
      gboolean pm = opens_half (rule, day, TRUE);

      if (am)
        plan.am_seats = seats;
      if (pm)
        plan.pm_seats = seats;
      if (am || (pm && plan.am_seats == 0))
        plan.start_minute = rule->start_minute;
      if (pm || (am && plan.pm_seats == 0))
        plan.end_minute = rule->end_minute;
      plan.open |= am || pm;
    }

  return plan;
}

static FoyerDayPlan
plan_day (World    *world,
          FoyerDay  day)
{
  const Calendar *self = &world->calendar;
  const FoyerDayException *entry = g_hash_table_lookup (self->entries, key_of (day));
  FoyerDayPlan plan = { 0 };
  int seats;

  if (entry == NULL)
    return self->closed_on_holidays && foyer_space_get_holiday (world->space, day) != FOYER_HOLIDAY_NONE
             ? plan : plan_by_week (self, day);
  if (!entry->open)
    return plan;

  seats = entry->seats == -1 ? self->seats : entry->seats;
  plan = (FoyerDayPlan) { TRUE, entry->start_minute, entry->end_minute,
                          entry->start_minute < 780 ? seats : 0, entry->end_minute > 780 ? seats : 0 };

  return plan;
}

static gboolean
same_plan (FoyerDayPlan a,
           FoyerDayPlan b)
{
  return a.open == b.open && a.start_minute == b.start_minute && a.end_minute == b.end_minute
         && a.am_seats == b.am_seats && a.pm_seats == b.pm_seats;
}

/* A day ends at three o'clock by the clock on the wall, also in the nights that move it. */
static FoyerDay
today_of (World *world)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (world->profile->now / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (now, world->zone);

  return foyer_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                        g_date_time_get_day_of_month (local)) - (g_date_time_get_hour (local) < 3);
}

static void
assert_same (World *world)
{
  FoyerDay today = today_of (world);
  FoyerDay first = today - 30;
  g_autoptr(GArray) days = foyer_profile_availability (world->profile, world->space->id, first, 30 + KEPT + 40);
  g_autoptr(GArray) far = foyer_profile_availability (world->profile, world->space->id, today + AHEAD - 60, 61);

  g_assert_no_error (world->profile->error);
  for (guint i = 0; i < days->len + far->len; i++)
    {
      const FoyerAvailability *day = i < days->len ? &g_array_index (days, FoyerAvailability, i)
                                                   : &g_array_index (far, FoyerAvailability, i - days->len);
      const FoyerDayPlan *past = g_hash_table_lookup (world->past, key_of (day->day));
      FoyerDayPlan got = { day->open, day->start_minute, day->end_minute, day->am_seats, day->pm_seats };
      FoyerDayPlan wanted = { 0 };
      char text[FOYER_DAY_TEXT_SIZE];

      if (day->day >= today)
        wanted = plan_day (world, day->day);
      else if (past != NULL)
        wanted = *past;
      if (!wanted.open)
        wanted = (FoyerDayPlan) { 0 };
      if (!same_plan (wanted, got))
        g_test_message ("%s: wanted %d %d-%d %d/%d, got %d %d-%d %d/%d", foyer_day_format (day->day, text), wanted.open,
                        wanted.start_minute, wanted.end_minute, wanted.am_seats, wanted.pm_seats, got.open,
                        got.start_minute, got.end_minute, got.am_seats, got.pm_seats);
      g_assert_true (same_plan (wanted, got));
      g_assert_cmpint (day->am_held, ==, GPOINTER_TO_INT (g_hash_table_lookup (world->held, key_of (day->day))));
      g_assert_cmpint (day->holiday, ==, foyer_space_get_holiday (world->space, day->day));
    }
}

/* ---- acts ---- */

/* Whether nobody loses a seat between @before and the calendar of now. */
static gboolean
keeps_seats (World          *world,
             const Calendar *before)
{
  Calendar after = world->calendar;
  GHashTableIter iter;
  gpointer key, held;
  gboolean kept = TRUE;

  g_hash_table_iter_init (&iter, world->held);
  while (g_hash_table_iter_next (&iter, &key, &held))
    {
      FoyerDay day = GPOINTER_TO_INT (key);
      FoyerDayPlan old, new;

      if (day < today_of (world))
        continue;
      world->calendar = *before;
      old = plan_day (world, day);
      world->calendar = after;
      new = plan_day (world, day);
      kept = kept && !((new.am_seats < old.am_seats && GPOINTER_TO_INT (held) > new.am_seats)
                       || (new.pm_seats < old.pm_seats && GPOINTER_TO_INT (held) > new.pm_seats));
    }

  return kept;
}

/* What was done holds when nobody lost a seat by it; else nothing was done. */
static gboolean
settle (World    *world,
        Calendar  before,
        gboolean  done)
{
  gboolean kept = keeps_seats (world, &before);

  g_assert_cmpint (done, ==, kept);
  if (!done)
    {
      foyer_profile_assert_refused (world->profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
      g_hash_table_unref (world->calendar.entries);
      world->calendar = before;
      return FALSE;
    }
  g_hash_table_unref (before.entries);

  return TRUE;
}

static void
pick_hours (int *start,
            int *end)
{
  static const int starts[] = { 0, 540, 600, 779, 780, 840 };
  static const int ends[] = { 600, 780, 781, 1080, 1439, 1440 };

  do
    {
      *start = starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))];
      *end = ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))];
    }
  while (*start >= *end);
}

static int
pick_seats (void)
{
  return g_test_rand_int_range (0, 3) == 0 ? -1 : g_test_rand_int_range (1, 7);
}

static void
pick_days (World    *world,
           FoyerDay *first,
           FoyerDay *last)
{
  FoyerDay today = today_of (world);
  int n_more = g_test_rand_int_range (0, 20);

  *first = today + (g_test_rand_int_range (0, 8) == 0 ? g_test_rand_int_range (0, AHEAD + 1)
                                                      : g_test_rand_int_range (0, 60));
  *last = MIN (*first + n_more, today + AHEAD);
}

static gboolean
act_week (World *world)
{
  Calendar before = copy_calendar (&world->calendar);
  Calendar *calendar = &world->calendar;
  FoyerOpeningPlan plan = { .rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule)),
                            .dates = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates)) };
  FoyerOpeningRule rule = { .weekdays = (guint) g_test_rand_int_range (1, 128), .seats = pick_seats () };
  gboolean replaces = g_test_rand_int_range (0, 3) == 0;
  gboolean done;

  if (replaces)
    calendar->n_rules = 0;
  pick_hours (&rule.start_minute, &rule.end_minute);
  rule.from = g_test_rand_int_range (0, 2) ? FOYER_DAY_NONE : today_of (world) + g_test_rand_int_range (-30, 90);
  rule.until = g_test_rand_int_range (0, 2) ? FOYER_DAY_NONE
                                            : MAX (rule.from, today_of (world)) + g_test_rand_int_range (0, 400);
  g_array_append_val (plan.rules, rule);
  plan.holidays = (FoyerPlanHolidays) g_test_rand_int_range (0, 3);
  if (calendar->n_rules < RULES_MAX)
    calendar->rules[calendar->n_rules++] = rule;
  else
    g_array_set_size (plan.rules, 0);
  if (plan.holidays != FOYER_PLAN_HOLIDAYS_UNSAID)
    calendar->closed_on_holidays = plan.holidays == FOYER_PLAN_HOLIDAYS_CLOSED;

  done = (replaces ? foyer_profile_set_plan : foyer_profile_add_plan) (world->profile, world->space->id, &plan, NULL);
  g_array_unref (plan.rules);
  g_array_unref (plan.dates);

  return settle (world, before, done);
}

static gboolean
act_space (World *world)
{
  Calendar before = copy_calendar (&world->calendar);
  g_autoptr(FoyerSpace) space = foyer_space_copy (world->space);
  g_autoptr(FoyerSpace) saved = NULL;

  world->calendar.seats = space->seats = g_test_rand_int_range (1, 8);
  world->calendar.closed_on_holidays = space->closed_on_holidays = g_test_rand_int_range (0, 2);
  saved = foyer_profile_save_space (world->profile, space);

  return settle (world, before, saved != NULL);
}

/* What opening makes of a day: what it is already, what was said last, what its week says, or
 * the usual. */
static void
open_day (World               *world,
          FoyerDay             day,
          const FoyerDaysEdit *edit)
{
  FoyerDayException *old = g_hash_table_lookup (world->calendar.entries, key_of (day));
  FoyerDayPlan week = plan_by_week (&world->calendar, day);
  FoyerDayPlan now = plan_day (world, day);
  FoyerDayException entry = { TRUE, 540, 1080, -1 };

  if (old != NULL && old->open)
    entry = *old;
  else if (week.open)
    {
      entry.start_minute = week.start_minute;
      entry.end_minute = week.end_minute;
      if (MAX (week.am_seats, week.pm_seats) != world->calendar.seats)
        entry.seats = MAX (week.am_seats, week.pm_seats);
    }
  if (edit->start_minute != -1)
    {
      entry.start_minute = edit->start_minute;
      entry.end_minute = edit->end_minute;
    }
  if (edit->seats != -1)
    entry.seats = edit->seats;

  g_hash_table_insert (world->calendar.entries, key_of (day), g_memdup2 (&entry, sizeof entry));
  if (old == NULL && same_plan (now, plan_day (world, day)))
    g_hash_table_remove (world->calendar.entries, key_of (day));
}

static gboolean
act_days (World *world)
{
  Calendar before = copy_calendar (&world->calendar);
  FoyerDaysEdit edit = { .to = (int) g_test_rand_int_range (0, 4), .start_minute = -1, .end_minute = -1, .seats = -1 };
  FoyerDayException closed = { 0 };

  pick_days (world, &edit.first, &edit.last);
  if (g_test_rand_int_range (0, 2))
    pick_hours (&edit.start_minute, &edit.end_minute);
  if (g_test_rand_int_range (0, 2))
    edit.seats = g_test_rand_int_range (1, 8);

  for (FoyerDay day = edit.first; day <= edit.last; day++)
    {
      if (edit.to == FOYER_DAYS_CLOSE)
        g_hash_table_insert (world->calendar.entries, key_of (day), g_memdup2 (&closed, sizeof closed));
      else if (edit.to == FOYER_DAYS_BY_RULE)
        g_hash_table_remove (world->calendar.entries, key_of (day));
      else if (edit.to == FOYER_DAYS_OPEN
               || ((edit.start_minute != -1 || edit.seats != -1) && plan_day (world, day).open))
        open_day (world, day, &edit);
    }

  return settle (world, before, foyer_profile_edit_days (world->profile, world->space->id, &edit, NULL));
}

static void
act_book (World *world)
{
  FoyerDay day = today_of (world) + g_test_rand_int_range (0, 40);
  FoyerDayPlan plan = plan_day (world, day);
  int held = GPOINTER_TO_INT (g_hash_table_lookup (world->held, key_of (day)));
  g_autofree char *name = g_strdup_printf ("Guest %d", g_test_rand_int ());
  char text[FOYER_DAY_TEXT_SIZE];
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (world->profile, world->space->id,
                                                             foyer_day_format (day, text), FOYER_PART_FULL, name);

  g_assert_cmpint (booking != NULL, ==, MIN (plan.am_seats, plan.pm_seats) > held);
  g_clear_error (&world->profile->error);
  if (booking != NULL)
    g_hash_table_insert (world->held, key_of (day), GINT_TO_POINTER (held + 1));
}

/* The act that was done last, taken back and nothing else. */
static void
act_and_undo (World *world)
{
  Calendar before = copy_calendar (&world->calendar);
  gboolean done = g_test_rand_int_range (0, 2) ? act_week (world) : act_days (world);
  g_autofree char *undone = NULL;

  if (!done || world->profile->op == 0)
    {
      g_hash_table_unref (before.entries);
      return;
    }
  undone = foyer_profile_undo (world->profile, world->profile->op);
  g_assert_no_error (world->profile->error);
  g_hash_table_unref (world->calendar.entries);
  world->calendar = before;
}

/* Time goes on, over midnights and clocks that change, and what is past stays. */
static void
act_wait (World *world)
{
  FoyerDay before = today_of (world);
  gint64 hours = g_test_rand_int_range (1, 24 * 40);

  world->profile->now += hours * 3600 * 1000 + g_test_rand_int_range (0, 3600 * 1000);
  for (FoyerDay day = before; day < today_of (world); day++)
    {
      FoyerDayPlan plan = plan_day (world, day);

      g_hash_table_insert (world->past, key_of (day), g_memdup2 (&plan, sizeof plan));
    }
  g_assert_true (foyer_profile_close (world->profile));
  g_assert_true (foyer_profile_open (world->profile));
}

static void
test_history (gconstpointer data)
{
  gsize which = GPOINTER_TO_SIZE (data);
  g_autoptr(FoyerProfile) profile = foyer_profile_new (worlds[which].now);
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (worlds[which].tz);
  g_autoptr(GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) past = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GPtrArray) problems = NULL;
  World world = { .profile = profile, .zone = zone, .held = held, .past = past };

  g_set_str (&space->name, "Chez nous");
  g_set_str (&space->tz, worlds[which].tz);
  g_set_str (&space->postcode, worlds[which].postcode);
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 4;
  saved = foyer_profile_save_space (profile, space);
  g_assert_no_error (profile->error);
  world.space = saved;
  world.calendar = (Calendar) { .entries = g_hash_table_new_full (NULL, NULL, NULL, g_free), .seats = 4 };

  for (int i = 0; i < N_ACTS; i++)
    {
      int act = g_test_rand_int_range (0, 20);

      if (act < 3)
        act_week (&world);
      else if (act < 5)
        act_space (&world);
      else if (act < 10)
        act_days (&world);
      else if (act < 14)
        act_book (&world);
      else if (act < 18)
        act_and_undo (&world);
      else
        act_wait (&world);
      assert_same (&world);
    }

  problems = foyer_profile_check (profile);
  g_assert_cmpuint (problems->len, ==, 0);
  g_hash_table_unref (world.calendar.entries);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autofree char *path = g_strconcat ("/storage/openings-random/", worlds[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_history);
    }

  return g_test_run ();
}
