/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-month-layout.h"

static FoyerDay
day (const char *text)
{
  FoyerDay parsed;

  g_assert_true (foyer_day_parse (text, &parsed, NULL));

  return parsed;
}

static void
assert_day (FoyerDay    actual,
            const char *expected)
{
  char text[FOYER_DAY_TEXT_SIZE];

  g_assert_cmpstr (foyer_day_format (actual, text), ==, expected);
}

static void
test_first_cell (void)
{
  static const struct { const char *month; int weekday; const char *first; } table[] = {
    { "2026-11-26", 1, "2026-10-26" },      /* begins on a Sunday: six weeks are needed */
    { "2026-11-01", 7, "2026-11-01" },      /* the same month where weeks begin on Sunday */
    { "2026-11-30", 6, "2026-10-31" },      /* and on Saturday */
    { "2027-02-14", 1, "2027-02-01" },      /* four weeks exactly */
    { "2028-02-29", 1, "2028-01-31" },
    { "2027-01-01", 1, "2026-12-28" },
    { "2026-12-31", 1, "2026-11-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    assert_day (foyer_month_layout_first_cell (day (table[i].month), table[i].weekday), table[i].first);
}

static void
test_first_cell_holds_month (void)
{
  for (int year = 1999; year < 2030; year++)
    for (int month = 1; month <= 12; month++)
      for (int weekday = 1; weekday <= 7; weekday++)
        {
          FoyerDay first = foyer_day_new (year, month, 1);
          FoyerDay cell = foyer_month_layout_first_cell (first, weekday);

          g_assert_cmpint (foyer_day_get_weekday (cell), ==, weekday);
          g_assert_cmpint (cell, <=, first);
          g_assert_cmpint (first - cell, <, 7);
          g_assert_cmpint (cell + FOYER_MONTH_CELLS, >=, foyer_day_add_months (first, 1));
        }
}

static void
test_week_number (void)
{
  static const struct { const char *first; int number; } table[] = {
    { "2026-11-23", 48 },
    { "2026-11-22", 48 },                   /* weeks from Sunday: that of their Thursday */
    { "2026-11-21", 48 },                   /* and from Saturday */
    { "2026-12-28", 53 },
    { "2027-01-04", 1 },
    { "2024-12-30", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (foyer_month_layout_week_number (day (table[i].first)), ==, table[i].number);
}

static void
test_move (void)
{
  static const struct { const char *from; FoyerMonthMove move; int weekday; const char *to; } table[] = {
    { "2026-11-30", FOYER_MONTH_MOVE_DAY_ON, 1, "2026-12-01" },
    { "2026-12-01", FOYER_MONTH_MOVE_DAY_BACK, 1, "2026-11-30" },
    { "2026-12-28", FOYER_MONTH_MOVE_WEEK_ON, 1, "2027-01-04" },
    { "2027-01-04", FOYER_MONTH_MOVE_WEEK_BACK, 1, "2026-12-28" },
    { "2026-11-26", FOYER_MONTH_MOVE_WEEK_START, 1, "2026-11-23" },
    { "2026-11-26", FOYER_MONTH_MOVE_WEEK_END, 1, "2026-11-29" },
    { "2026-11-29", FOYER_MONTH_MOVE_WEEK_START, 7, "2026-11-29" },
    { "2026-11-28", FOYER_MONTH_MOVE_WEEK_END, 7, "2026-11-28" },
    { "2027-01-31", FOYER_MONTH_MOVE_MONTH_ON, 1, "2027-02-28" },
    { "2028-03-31", FOYER_MONTH_MOVE_MONTH_BACK, 1, "2028-02-29" },
    { "9999-12-31", FOYER_MONTH_MOVE_DAY_ON, 1, "9999-12-31" },
    { "9999-12-31", FOYER_MONTH_MOVE_MONTH_ON, 1, "9999-12-31" },
    { "1900-01-01", FOYER_MONTH_MOVE_WEEK_BACK, 1, "1900-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    assert_day (foyer_month_layout_move (day (table[i].from), table[i].move, table[i].weekday),
                table[i].to);
}

static void
test_dots (void)
{
  static const struct { int seats, width, columns, rows; } table[] = {
    { 0, 60, 0, 0 },
    { 1, 60, 1, 1 },
    { 3, 60, 3, 1 },
    { 4, 44, 4, 1 },
    { 5, 44, 4, 2 },
    { 5, 56, 5, 1 },
    { 6, 68, 6, 1 },
    { 6, 56, 4, 2 },
    { 8, 44, 4, 2 },
    { 8, 68, 4, 2 },
    { 8, 500, 4, 2 },                       /* never more than six, in rows of one length */
    { 10, 44, 4, 3 },
    { 10, 56, 5, 2 },
    { 10, 68, 5, 2 },
    { 10, 10, 4, 3 },                       /* never fewer than four */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      FoyerDotGrid grid = foyer_month_layout_dots (table[i].seats, table[i].width, 12, 4);

      g_assert_cmpint (grid.n_columns, ==, table[i].columns);
      g_assert_cmpint (grid.n_rows, ==, table[i].rows);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/layout/first-cell", test_first_cell);
  g_test_add_func ("/calendar/layout/first-cell-holds-month", test_first_cell_holds_month);
  g_test_add_func ("/calendar/layout/week-number", test_week_number);
  g_test_add_func ("/calendar/layout/move", test_move);
  g_test_add_func ("/calendar/layout/dots", test_dots);

  return g_test_run ();
}
