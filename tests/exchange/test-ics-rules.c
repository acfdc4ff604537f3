/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-rule.h"

#include "core/foyer-random.h"

/* Rules of every kind that Foyer reads, made by chance from a seed that is printed, against libical's
 * own iterator: what Foyer finds by looking at each day, libical finds by going from one to the next. */

#define N_RULES 600
#define WINDOW_DAYS 900
#define STEPS 4000000

static const char * const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static int
pick (FoyerRandom *random,
      int          n)
{
  return (int) foyer_random_range (random, 0, (guint32) n);
}

static void
add_numbers (GString     *rule,
             FoyerRandom *random,
             const char  *name,
             int          most,
             gboolean     negative)
{
  const int n = 1 + pick (random, 3);

  g_string_append_printf (rule, ";%s=", name);
  for (int i = 0; i < n; i++)
    {
      int number = 1 + pick (random, most);

      g_string_append_printf (rule, "%s%d", i > 0 ? "," : "", negative && pick (random, 3) == 0 ? -number : number);
    }
}

static void
add_weekdays (GString     *rule,
              FoyerRandom *random,
              int          most)
{
  const int n = 1 + pick (random, 3);
  const int first = pick (random, 7);

  g_string_append (rule, ";BYDAY=");
  for (int i = 0; i < n; i++)
    {
      int position = most > 0 ? pick (random, 2 * most + 1) - most : 0;

      g_string_append (rule, i > 0 ? "," : "");
      if (position != 0)
        g_string_append_printf (rule, "%d", position);
      g_string_append (rule, weekdays[(first + i) % 7]);
    }
}

static char *
make_rule (FoyerRandom *random)
{
  static const char * const names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  const int freq = pick (random, 4);
  g_autoptr(GString) rule = g_string_new (NULL);
  gboolean has_weekdays = FALSE;
  gboolean has_months = FALSE;

  g_string_printf (rule, "FREQ=%s;INTERVAL=%d", names[freq], 1 + pick (random, 4));
  if (pick (random, 3) == 0)
    g_string_append_printf (rule, ";WKST=%s", weekdays[pick (random, 7)]);
  if (pick (random, 4) == 0 || (freq == 3 && pick (random, 2) == 0))
    {
      has_months = TRUE;
      add_numbers (rule, random, "BYMONTH", 12, FALSE);
    }
  /* Where a year has days of its months, libical means those of one month. */
  if (freq != 1 && (freq != 3 || has_months) && pick (random, 3) == 0)
    add_numbers (rule, random, "BYMONTHDAY", 28, TRUE);
  else if (pick (random, 2) == 0)
    {
      has_weekdays = TRUE;
      add_weekdays (rule, random, freq >= 2 ? 4 : 0);
    }
  if (has_weekdays && freq == 2 && pick (random, 3) == 0)
    add_numbers (rule, random, "BYSETPOS", 2, TRUE);

  return g_string_free_and_steal (g_steal_pointer (&rule));
}

static struct icaltimetype
to_ical (FoyerDay day)
{
  struct icaltimetype time = { .is_date = 1 };

  foyer_day_get_ymd (day, &time.year, &time.month, &time.day);

  return time;
}

/* The first day of a rule from @day on, since an event begins with an occurrence; what else programs
 * make of one that does not is their own. FOYER_DAY_NONE for none. */
static FoyerDay
find_start (const char *text,
            FoyerDay    day)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (text), to_ical (day));
  struct icaltimetype next = iterator != NULL ? icalrecur_iterator_next (iterator) : icaltime_null_time ();

  if (iterator != NULL)
    icalrecur_iterator_free (iterator);

  return icaltime_is_null_time (next) ? FOYER_DAY_NONE : foyer_day_new (next.year, next.month, next.day);
}

/* What libical finds after @start, up to @last. */
static GArray *
ask_libical (const char *text,
             FoyerDay    start,
             FoyerDay    last)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  icalrecur_iterator *iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (text), to_ical (start));
  struct icaltimetype next;

  while (iterator != NULL && !icaltime_is_null_time (next = icalrecur_iterator_next (iterator)))
    {
      FoyerDay day = foyer_day_new (next.year, next.month, next.day);

      if (day > last)
        break;
      if (day > start)
        g_array_append_val (days, day);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);

  return days;
}

static void
test_libical (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (20261123);
  const FoyerDay first = foyer_day_new (2024, 1, 1);
  int n_compared = 0;

  for (int i = 0; i < N_RULES; i++)
    {
      g_autofree char *text = make_rule (random);
      const FoyerDay start = find_start (text, first + pick (random, 700));
      const FoyerDay last = start + WINDOW_DAYS;
      const struct icalrecurrencetype recur = icalrecurrencetype_from_string (text);
      g_autoptr(FoyerIcsRule) rule = foyer_ics_rule_new (&recur);
      g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
      g_autoptr(GArray) expected = NULL;
      gint64 steps = STEPS;
      guint n = 0;

      g_test_message ("%d: %s from %d", i, text, start);
      g_assert_nonnull (rule);
      if (start == FOYER_DAY_NONE)
        continue;
      n_compared++;
      expected = ask_libical (text, start, last);
      g_assert_true (foyer_ics_rule_expand (rule, start, start + 1, last, &steps, found));
      for (; n < MIN (found->len, expected->len); n++)
        g_assert_cmpint (g_array_index (found, FoyerDay, n) - start, ==, g_array_index (expected, FoyerDay, n) - start);
      g_assert_cmpuint (found->len, ==, expected->len);
    }
  g_assert_cmpint (n_compared, >, N_RULES / 2);
}

/* Whatever day the window begins on, it has the same days. */
static void
test_windows (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (20261124);
  const FoyerDay start = foyer_day_new (2024, 2, 29);

  for (int i = 0; i < N_RULES / 10; i++)
    {
      g_autofree char *plain = make_rule (random);
      g_autofree char *text = pick (random, 2) == 0 ? g_strdup (plain) : g_strconcat (plain, ";COUNT=40", NULL);
      const struct icalrecurrencetype recur = icalrecurrencetype_from_string (text);
      g_autoptr(FoyerIcsRule) rule = foyer_ics_rule_new (&recur);
      g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
      gint64 steps = STEPS;

      g_test_message ("%s", text);
      g_assert_nonnull (rule);
      g_assert_true (foyer_ics_rule_expand (rule, start, start, start + 2000, &steps, all));
      g_assert_cmpint (g_array_index (all, FoyerDay, 0), ==, start);
      for (FoyerDay from = start; from < start + 2000; from += 97)
        {
          g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
          guint at = 0;

          g_assert_true (foyer_ics_rule_expand (rule, start, from, from + 400, &steps, some));
          for (guint n = 0; n < all->len; n++)
            {
              const FoyerDay day = g_array_index (all, FoyerDay, n);

              if (day >= from && day <= MIN (from + 400, start + 2000))
                g_assert_cmpint (g_array_index (some, FoyerDay, at++), ==, day);
            }
          g_assert_true (at == some->len || g_array_index (some, FoyerDay, at) > start + 2000);
        }
    }
}

static void
test_not_read (void)
{
  static const char * const rules[] = {
    "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=10", "FREQ=HOURLY;INTERVAL=4",
    "FREQ=DAILY;BYHOUR=9,14", "FREQ=DAILY;BYMINUTE=0,30", "FREQ=DAILY;BYSECOND=0",
    "FREQ=DAILY;INTERVAL=401", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=MONTHLY;BYSETPOS=1",
    "FREQ=WEEKLY;BYMONTHDAY=13", "FREQ=MONTHLY;BYYEARDAY=100", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=NEVER", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const struct icalrecurrencetype recur = icalrecurrencetype_from_string (rules[i]);

      g_test_message ("%s", rules[i]);
      g_assert_null (foyer_ics_rule_new (&recur));
    }
}

/* The week of the first day that there is begins before it. */
static void
test_first_week (void)
{
  const struct icalrecurrencetype recur = icalrecurrencetype_from_string ("FREQ=WEEKLY;WKST=WE;COUNT=3");
  g_autoptr(FoyerIcsRule) rule = foyer_ics_rule_new (&recur);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  const FoyerDay start = foyer_day_new (1900, 1, 1);
  gint64 steps = 1000;

  g_assert_true (foyer_ics_rule_expand (rule, start, start, start + 100, &steps, days));
  g_assert_cmpuint (days->len, ==, 3);
}

static void
test_steps (void)
{
  const struct icalrecurrencetype recur = icalrecurrencetype_from_string ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3");
  g_autoptr(FoyerIcsRule) rule = foyer_ics_rule_new (&recur);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  const FoyerDay start = foyer_day_new (1900, 1, 1);
  gint64 steps = 1000;

  g_assert_nonnull (rule);
  g_assert_false (foyer_ics_rule_expand (rule, start, start + 40000, start + 40400, &steps, days));
  g_assert_cmpuint (days->len, ==, 0);
  steps = 100000;
  g_assert_true (foyer_ics_rule_expand (rule, start, start + 40000, start + 40400, &steps, days));
  g_assert_cmpint (steps, >=, 100000 - 40402);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  icalerror_set_errors_are_fatal (0);
  g_test_add_func ("/ics-rules/libical", test_libical);
  g_test_add_func ("/ics-rules/windows", test_windows);
  g_test_add_func ("/ics-rules/not-read", test_not_read);
  g_test_add_func ("/ics-rules/first-week", test_first_week);
  g_test_add_func ("/ics-rules/steps", test_steps);

  return g_test_run ();
}
