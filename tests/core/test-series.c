/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-series.h"

static FoyerDay
day_of (const char *text)
{
  FoyerDay day = FOYER_DAY_NONE;

  if (text != NULL)
    g_assert_true (foyer_day_parse (text, &day, NULL));

  return day;
}

/* All days of a rule, one behind the other. */
static char *
list (const FoyerSeriesRule *rule)
{
  g_autoptr(GString) days = g_string_new (NULL);
  char text[FOYER_DAY_TEXT_SIZE];

  for (FoyerDay day = foyer_series_rule_next (rule, rule->from - 1); day != FOYER_DAY_NONE;
       day = foyer_series_rule_next (rule, day))
    g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", foyer_day_format (day, text));

  return g_string_free (g_steal_pointer (&days), FALSE);
}

static void
test_days (void)
{
  static const struct {
    guint weekdays;
    int every_weeks;
    const char *from, *until, *days;
  } cases[] = {
    { 0x02, 1, "2026-12-01", "2026-12-22", "2026-12-01 2026-12-08 2026-12-15 2026-12-22" },
    { 0x02, 1, "2026-12-02", "2026-12-21", "2026-12-08 2026-12-15" },
    { 0x02, 2, "2026-12-02", "2027-01-05", "2026-12-08 2026-12-22 2027-01-05" },
    { 0x09, 2, "2026-12-31", "2027-01-14", "2026-12-31 2027-01-11 2027-01-14" },
    /* a series of every other week keeps its beat over the 53rd week of a year */
    { 0x10, 2, "2026-12-18", "2027-01-15", "2026-12-18 2027-01-01 2027-01-15" },
    /* the nights in which clocks change */
    { 0x40, 1, "2027-03-21", "2027-04-04", "2027-03-21 2027-03-28 2027-04-04" },
    { 0x40, 1, "2026-10-18", "2026-11-01", "2026-10-18 2026-10-25 2026-11-01" },
    /* the leap day, and the year that has none */
    { 0x02, 1, "2028-02-22", "2028-03-07", "2028-02-22 2028-02-29 2028-03-07" },
    { 0x7f, 1, "2028-02-28", "2028-03-01", "2028-02-28 2028-02-29 2028-03-01" },
    { 0x7f, 1, "2027-02-28", "2027-03-01", "2027-02-28 2027-03-01" },
    { 0x02, 1, "2026-12-02", "2026-12-07", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerSeriesRule rule = { cases[i].weekdays, cases[i].every_weeks, day_of (cases[i].from), day_of (cases[i].until) };
      g_autofree char *days = NULL;

      g_assert_true (foyer_series_rule_check (&rule, NULL));
      days = list (&rule);
      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

static void
test_no_rule (void)
{
  static const struct {
    guint weekdays;
    int every_weeks;
    const char *from, *until;
  } cases[] = {
    { 0, 1, "2026-12-01", "2026-12-22" },
    { 0x80, 1, "2026-12-01", "2026-12-22" },
    { 0x02, 0, "2026-12-01", "2026-12-22" },
    { 0x02, 53, "2026-12-01", "2026-12-22" },
    { 0x02, 1, "2026-12-02", "2026-12-01" },
    { 0x02, 1, NULL, "2026-12-01" },
    { 0x02, 1, "2026-12-02", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerSeriesRule rule = { cases[i].weekdays, cases[i].every_weeks, day_of (cases[i].from), day_of (cases[i].until) };
      g_autoptr(GError) error = NULL;

      g_assert_false (foyer_series_rule_check (&rule, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_sentences (void)
{
  static const struct {
    const char *sentence;
    guint weekdays;
    FoyerPart part;
    const char *from, *until, *left_out;
    gboolean not_on_holidays;
  } cases[] = {
    { "every Tuesday", 0x02, FOYER_PART_FULL, NULL, NULL, NULL, FALSE },
    { "every Tuesday until June", 0x02, FOYER_PART_FULL, NULL, "2027-06-30", NULL, FALSE },
    { "Tue and Thu mornings", 0x0a, FOYER_PART_AM, NULL, NULL, NULL, FALSE },
    { "every Friday 14-18 from 5 January", 0x10, FOYER_PART_PM, "2027-01-05", NULL, NULL, FALSE },
    { "every Tuesday, not in August", 0x02, FOYER_PART_FULL, NULL, NULL, "2027-08-10", FALSE },
    { "every Tuesday except public holidays", 0x02, FOYER_PART_FULL, NULL, NULL, NULL, TRUE },
    { "tous les mardis jusqu’au 30 juin", 0x02, FOYER_PART_FULL, NULL, "2027-06-30", NULL, FALSE },
    { "chaque mardi et jeudi sauf en août", 0x0a, FOYER_PART_FULL, NULL, NULL, "2027-08-31", FALSE },
    { "les mercredis matin", 0x04, FOYER_PART_AM, NULL, NULL, NULL, FALSE },
    { "tous les jours sauf les jours fériés", 0x7f, FOYER_PART_FULL, NULL, NULL, NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerSeriesPlan) read = foyer_series_plan_read (cases[i].sentence, day_of ("2026-11-26"), 780, &error);
      g_autoptr(FoyerSeriesPlan) plan = NULL;

      g_assert_no_error (error);
      plan = foyer_series_plan_copy (read);
      g_assert_cmpuint (plan->rule.weekdays, ==, cases[i].weekdays);
      g_assert_cmpint (plan->rule.every_weeks, ==, 1);
      g_assert_cmpint (plan->rule.from, ==, day_of (cases[i].from));
      g_assert_cmpint (plan->rule.until, ==, day_of (cases[i].until));
      g_assert_cmpint (plan->part, ==, cases[i].part);
      g_assert_cmpint (plan->not_on_holidays, ==, cases[i].not_on_holidays);
      g_assert_false (foyer_series_plan_leaves_out (plan, day_of ("2027-07-31")));
      if (cases[i].left_out != NULL)
        g_assert_true (foyer_series_plan_leaves_out (plan, day_of (cases[i].left_out)));
    }
}

static void
test_no_sentences (void)
{
  static const char * const sentences[] = {
    "", "Tuesday next", "24 December", "every Tuesday 9-12 and Thursday 14-18", "every Tuesday, 3 seats",
    "every Tuesday but also on 24 December", "2026-02-30", "'; DROP TABLE booking; --", "every every",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read (sentences[i], day_of ("2026-11-26"), 780, &error);

      g_assert_null (plan);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/days", test_days);
  g_test_add_func ("/series/no-rule", test_no_rule);
  g_test_add_func ("/series/sentences", test_sentences);
  g_test_add_func ("/series/no-sentences", test_no_sentences);

  return g_test_run ();
}
