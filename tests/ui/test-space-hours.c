/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-axis.h"
#include "ui/spaces/foyer-week-plan.h"

static void
test_include (void)
{
  static const struct { int start, end, first, last; } table[] = {
    { 540, 1080, 420, 1260 },
    { 420, 1260, 420, 1260 },
    { 390, 1080, 360, 1260 },
    { 540, 1261, 420, 1320 },
    { 0, 1440, 0, 1440 },
    { 1, 1439, 0, 1440 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      FoyerHoursAxis axis = FOYER_HOURS_AXIS_USUAL;

      foyer_hours_axis_include (&axis, table[i].start, table[i].end);
      g_assert_cmpint (axis.first, ==, table[i].first);
      g_assert_cmpint (axis.last, ==, table[i].last);
    }
}

static void
test_read (void)
{
  static const struct { double x; int minute; } table[] = {
    { 0, 420 },
    { -50, 420 },
    { 420, 840 },
    { 7, 420 },
    { 8, 435 },
    { 127, 540 },
    { 128, 555 },
    { 840, 1260 },
    { 2000, 1260 },
  };
  FoyerHoursAxis axis = FOYER_HOURS_AXIS_USUAL;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (foyer_hours_axis_read (axis, table[i].x, 840), ==, table[i].minute);
  g_assert_cmpint (foyer_hours_axis_read (axis, 10, 0), ==, 420);
}

/* Where a quarter of an hour is drawn, there it is read. */
static void
test_place_and_read (void)
{
  FoyerHoursAxis axis = { 360, 1440 };

  for (int width = 120; width < 700; width += 37)
    for (int minute = axis.first; minute <= axis.last; minute += FOYER_HOURS_STEP)
      g_assert_cmpint (foyer_hours_axis_read (axis, foyer_hours_axis_place (axis, minute, width), width),
                       ==, minute);
}

static void
test_move (void)
{
  static const struct { int start, end; FoyerHoursEdge edge; int to; int start_after, end_after; gboolean moved; } table[] = {
    { 540, 1080, FOYER_HOURS_START, 555, 555, 1080, TRUE },
    { 540, 1080, FOYER_HOURS_START, 540, 540, 1080, FALSE },
    { 540, 1080, FOYER_HOURS_START, 1200, 1065, 1080, TRUE },
    { 540, 1080, FOYER_HOURS_START, -15, 0, 1080, TRUE },
    { 0, 1080, FOYER_HOURS_START, -15, 0, 1080, FALSE },
    { 540, 1080, FOYER_HOURS_END, 300, 540, 555, TRUE },
    { 540, 1080, FOYER_HOURS_END, 1500, 540, 1440, TRUE },
    { 540, 1440, FOYER_HOURS_END, 1455, 540, 1440, FALSE },
    { 1430, 1440, FOYER_HOURS_END, 1435, 1430, 1440, FALSE },
    { 0, 10, FOYER_HOURS_START, 5, 0, 10, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int start = table[i].start;
      int end = table[i].end;

      g_assert_cmpint (foyer_hours_move (&start, &end, table[i].edge, table[i].to), ==, table[i].moved);
      g_assert_cmpint (start, ==, table[i].start_after);
      g_assert_cmpint (end, ==, table[i].end_after);
    }
}

static GArray *
make_rules (const FoyerOpeningRule *rules,
            gsize                   n_rules)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));

  g_array_append_vals (array, rules, n_rules);

  return array;
}

static void
assert_weekday (GArray  *rules,
                int      weekday,
                gboolean open,
                int      start,
                int      end,
                int      seats)
{
  FoyerWeekdayPlan plan = foyer_week_plan_get (rules, weekday);

  g_assert_cmpint (plan.open, ==, open);
  g_assert_cmpint (plan.start_minute, ==, start);
  g_assert_cmpint (plan.end_minute, ==, end);
  g_assert_cmpint (plan.seats, ==, seats);
}

/* Monday to Wednesday, Wednesday afternoon with fewer seats, and a summer that has dates. */
static const FoyerOpeningRule mixed[] = {
  { 0x7, 540, 780, 8, FOYER_DAY_NONE, FOYER_DAY_NONE },
  { 0x4, 780, 1080, 4, FOYER_DAY_NONE, FOYER_DAY_NONE },
  { 0x7f, 600, 660, 2, 20000, FOYER_DAY_NONE },
};

static void
test_week_get (void)
{
  g_autoptr(GArray) rules = make_rules (mixed, G_N_ELEMENTS (mixed));

  assert_weekday (rules, 1, TRUE, 540, 780, 8);
  assert_weekday (rules, 3, TRUE, 540, 1080, 4);
  assert_weekday (rules, 7, FALSE, 540, 1080, FOYER_SEATS_OF_SPACE);
}

static void
test_week_set (void)
{
  g_autoptr(GArray) rules = make_rules (mixed, G_N_ELEMENTS (mixed));
  FoyerWeekdayPlan plan = { TRUE, 480, 720, 5 };
  const FoyerOpeningRule *dated;

  foyer_week_plan_set (rules, 1, &plan);
  assert_weekday (rules, 1, TRUE, 480, 720, 5);
  assert_weekday (rules, 2, TRUE, 540, 780, 8);
  assert_weekday (rules, 3, TRUE, 540, 1080, 4);
  g_assert_cmpuint (rules->len, ==, 4);

  /* The same hours are one rule. */
  foyer_week_plan_set (rules, 6, &plan);
  g_assert_cmpuint (rules->len, ==, 4);
  assert_weekday (rules, 6, TRUE, 480, 720, 5);

  plan.open = FALSE;
  foyer_week_plan_set (rules, 3, &plan);
  assert_weekday (rules, 3, FALSE, 540, 1080, FOYER_SEATS_OF_SPACE);
  g_assert_cmpuint (rules->len, ==, 3);

  for (int weekday = 1; weekday <= 7; weekday++)
    foyer_week_plan_set (rules, weekday, &plan);
  g_assert_cmpuint (rules->len, ==, 1);
  dated = &g_array_index (rules, FoyerOpeningRule, 0);
  g_assert_cmpint (dated->from, ==, 20000);
  g_assert_cmpuint (dated->weekdays, ==, 0x7f);
}

static void
test_week_new (void)
{
  g_autoptr(GArray) rules = foyer_week_plan_new ();
  g_autoptr(GArray) copy = foyer_week_plan_copy (rules);
  FoyerWeekdayPlan closed = { FALSE, 0, 0, 0 };

  for (int weekday = 1; weekday <= 7; weekday++)
    assert_weekday (rules, weekday, weekday <= 5, 540, 1080, FOYER_SEATS_OF_SPACE);

  foyer_week_plan_set (copy, 1, &closed);
  assert_weekday (rules, 1, TRUE, 540, 1080, FOYER_SEATS_OF_SPACE);
  assert_weekday (copy, 1, FALSE, 540, 1080, FOYER_SEATS_OF_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spaces/hours/include", test_include);
  g_test_add_func ("/spaces/hours/read", test_read);
  g_test_add_func ("/spaces/hours/place-and-read", test_place_and_read);
  g_test_add_func ("/spaces/hours/move", test_move);
  g_test_add_func ("/spaces/week/get", test_week_get);
  g_test_add_func ("/spaces/week/set", test_week_set);
  g_test_add_func ("/spaces/week/new", test_week_new);

  return g_test_run ();
}
