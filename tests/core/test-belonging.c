/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-belonging.h"

#include <string.h>

#include "core/foyer-random.h"

#define MAX_DAYS 800

enum { MON = 1, TUE = 2, WED = 4, THU = 8, FRI = 16, SAT = 32, SUN = 64 };

typedef struct {
  FoyerDay days[MAX_DAYS];
  gsize    n;
} Days;

static FoyerDay
day (const char *text)
{
  FoyerDay result = FOYER_DAY_NONE;

  g_assert_true (foyer_day_parse (text, &result, NULL));

  return result;
}

/* The days from @first to @last on @weekdays, every so many weeks. */
static void
come (Days       *self,
      const char *first,
      const char *last,
      guint       weekdays,
      int         every)
{
  const FoyerDay start = day (first);

  for (FoyerDay at = start; at <= day (last); at++)
    if ((weekdays & (1u << (foyer_day_get_weekday (at) - 1))) != 0 && (at - start) / 7 % every == 0)
      self->days[self->n++] = at;
}

static FoyerBelonging
ask (const Days *self,
     const char *on)
{
  FoyerBelonging belonging;

  memset (&belonging, 0x55, sizeof belonging);
  foyer_belonging_work_out (&belonging, self->days, self->n, day (on));

  return belonging;
}

static void
test_first_visit (void)
{
  Days days = { { 0 }, 0 };
  FoyerBelonging is = ask (&days, "2026-11-26");

  g_assert_true (is.first_visit);
  g_assert_false (is.here);
  g_assert_cmpint (is.n_days, ==, 0);
  g_assert_cmpint (is.first, ==, FOYER_DAY_NONE);

  come (&days, "2026-11-26", "2026-11-26", THU, 1);
  is = ask (&days, "2026-11-26");
  g_assert_true (is.first_visit && is.here);
  g_assert_cmpint (is.n_days, ==, 1);
  /* The next day, and the day before, which knows nothing of it. */
  g_assert_false (ask (&days, "2026-11-27").first_visit);
  g_assert_true (ask (&days, "2026-11-25").first_visit);
  g_assert_cmpint (ask (&days, "2026-11-25").n_days, ==, 0);
}

static void
test_regular (void)
{
  Days days = { { 0 }, 0 };

  come (&days, "2026-10-22", "2026-11-12", THU, 1);
  g_assert_cmpuint (days.n, ==, 4);
  g_assert_false (ask (&days, "2026-11-18").regular);
  come (&days, "2026-11-19", "2026-11-19", THU, 1);
  g_assert_true (ask (&days, "2026-11-19").regular);
  g_assert_true (ask (&days, "2026-12-30").regular);
  g_assert_false (ask (&days, "2026-12-31").regular);

  /* Five days over five years are no habit; the first and the last of twelve weeks are. */
  days.n = 0;
  come (&days, "2026-06-04", "2026-06-04", THU, 1);
  come (&days, "2026-08-06", "2026-08-20", THU, 1);
  come (&days, "2026-08-26", "2026-08-26", WED, 1);
  g_assert_true (ask (&days, "2026-08-26").regular);
  days.n--;
  come (&days, "2026-08-27", "2026-08-27", THU, 1);
  g_assert_false (ask (&days, "2026-08-27").regular);
}

static void
test_usually (void)
{
  Days days = { { 0 }, 0 };

  come (&days, "2026-09-01", "2026-11-26", TUE | THU, 1);
  g_assert_cmpuint (ask (&days, "2026-11-26").weekdays, ==, TUE | THU);
  g_assert_cmpuint (ask (&days, "2026-11-30").weekdays, ==, TUE | THU);

  /* Every second week is usual, every third is not. */
  days.n = 0;
  come (&days, "2026-09-01", "2026-11-26", TUE, 2);
  come (&days, "2026-11-26", "2026-11-26", THU, 1);
  g_assert_cmpuint (ask (&days, "2026-11-26").weekdays, ==, TUE);
  days.n = 0;
  for (FoyerDay at = day ("2026-09-01"); at <= day ("2026-11-24"); at += 7)
    {
      if ((at - day ("2026-09-01")) / 7 % 3 == 0)
        days.days[days.n++] = at;
      days.days[days.n++] = at + 1;
    }
  g_assert_cmpuint (ask (&days, "2026-11-25").weekdays, ==, WED);

  /* Who is new has a shorter past to look at; two visits are no habit. */
  days.n = 0;
  come (&days, "2026-11-09", "2026-11-20", MON | TUE | FRI, 1);
  g_assert_true (ask (&days, "2026-11-20").regular);
  g_assert_cmpuint (ask (&days, "2026-11-20").weekdays, ==, 0);
  come (&days, "2026-11-23", "2026-11-23", MON, 1);
  g_assert_cmpuint (ask (&days, "2026-11-23").weekdays, ==, MON);

  /* What was before the last twelve weeks is forgotten. */
  days.n = 0;
  come (&days, "2026-01-05", "2026-08-31", MON, 1);
  come (&days, "2026-09-04", "2026-11-27", FRI, 1);
  g_assert_cmpuint (ask (&days, "2026-11-27").weekdays, ==, FRI);
}

static void
test_missed (void)
{
  Days days = { { 0 }, 0 };
  FoyerBelonging is;

  come (&days, "2026-07-07", "2026-09-29", TUE, 1);
  is = ask (&days, "2026-11-09");
  g_assert_true (is.regular);
  g_assert_cmpint (is.weeks_missed, ==, 0);
  is = ask (&days, "2026-11-10");
  g_assert_cmpint (is.weeks_missed, ==, 6);
  g_assert_false (is.regular || is.here);
  g_assert_cmpuint (is.weekdays, ==, 0);
  g_assert_cmpint (ask (&days, "2026-11-16").weeks_missed, ==, 6);
  g_assert_cmpint (ask (&days, "2026-11-17").weeks_missed, ==, 7);
  g_assert_cmpint (ask (&days, "2027-09-27").weeks_missed, ==, 51);
  is = ask (&days, "2027-09-28");
  g_assert_cmpint (is.weeks_missed, ==, 0);
  g_assert_false (is.regular);

  /* The day they are back still knows it, the next one does not. */
  come (&days, "2026-11-17", "2026-11-17", TUE, 1);
  is = ask (&days, "2026-11-17");
  g_assert_true (is.here);
  g_assert_cmpint (is.weeks_missed, ==, 7);
  g_assert_cmpint (ask (&days, "2026-11-18").weeks_missed, ==, 0);

  /* Who came twice is not missed. */
  days.n = 2;
  g_assert_cmpint (ask (&days, "2026-11-10").weeks_missed, ==, 0);
}

static void
test_anniversary (void)
{
  static const struct { const char *on; gboolean come; int years; } cases[] = {
    { "2026-11-30", FALSE, 0 },
    { "2026-12-01", FALSE, 1 },
    { "2026-12-01", TRUE, 1 },
    { "2026-12-03", TRUE, 1 },
    { "2026-12-07", FALSE, 1 },
    { "2026-12-08", FALSE, 0 },
    { "2027-12-02", FALSE, 0 },
  };
  Days days;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      days.n = 0;
      come (&days, "2025-12-01", "2025-12-01", MON, 1);
      come (&days, "2026-09-01", "2026-11-29", TUE, 1);
      if (cases[i].come)
        days.days[days.n++] = day (cases[i].on);
      g_test_message ("%s", cases[i].on);
      g_assert_cmpint (ask (&days, cases[i].on).years, ==, cases[i].years);
    }

  /* Told once: on the first day of that week. */
  days.n = 0;
  come (&days, "2025-12-01", "2025-12-01", MON, 1);
  come (&days, "2026-09-01", "2026-12-03", TUE | THU, 1);
  g_assert_cmpint (ask (&days, "2026-12-01").years, ==, 1);
  g_assert_cmpint (ask (&days, "2026-12-03").years, ==, 0);

  /* Across the end of a year, and from a day that comes every fourth. */
  days.n = 0;
  come (&days, "2024-12-30", "2024-12-30", MON, 1);
  come (&days, "2026-10-01", "2026-12-24", THU, 1);
  g_assert_cmpint (ask (&days, "2027-01-04").years, ==, 2);
  days.n = 0;
  come (&days, "2024-02-29", "2024-02-29", THU, 1);
  come (&days, "2025-11-03", "2026-02-23", MON, 1);
  g_assert_cmpint (ask (&days, "2026-02-27").years, ==, 0);
  g_assert_cmpint (ask (&days, "2026-02-28").years, ==, 2);

  /* Who came once a year ago has no anniversary. */
  days.n = 1;
  g_assert_cmpint (ask (&days, "2026-02-28").years, ==, 0);
}

static void
test_counts (void)
{
  Days days = { { 0 }, 0 };
  FoyerBelonging is;

  come (&days, "2025-12-29", "2026-01-09", MON | FRI, 1);
  is = ask (&days, "2026-01-09");
  g_assert_cmpint (is.n_days, ==, 4);
  g_assert_cmpint (is.n_this_year, ==, 3);
  g_assert_cmpint (is.first, ==, day ("2025-12-29"));
  g_assert_cmpint (is.last, ==, day ("2026-01-09"));
  g_assert_cmpint (ask (&days, "2026-01-08").n_days, ==, 3);
  g_assert_cmpint (ask (&days, "2025-12-31").n_this_year, ==, 1);
}

/* What holds of anybody on any day. */
static void
test_random (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (17);

  for (int run = 0; run < 3000; run++)
    {
      Days days = { { 0 }, 0 };
      const int step = (int) foyer_random_range (random, 2, 40);
      const FoyerDay on = day ("2026-11-26") + (FoyerDay) foyer_random_range (random, 0, 400);
      FoyerBelonging is, later;

      for (FoyerDay at = day ("2024-01-01"); days.n < MAX_DAYS && at < day ("2027-10-01");
           at += (FoyerDay) foyer_random_range (random, 1, step))
        days.days[days.n++] = at;
      foyer_belonging_work_out (&is, days.days, days.n, on);

      g_assert_false (is.regular && is.weeks_missed > 0);
      g_assert_true (is.weekdays == 0 || is.regular);
      g_assert_true (is.weekdays < 128);
      g_assert_true (is.first_visit == (is.n_days - (is.here ? 1 : 0) == 0));
      g_assert_true (is.weeks_missed == 0
                     || (is.weeks_missed >= FOYER_MISSED_WEEKS && is.weeks_missed < FOYER_FORGOTTEN_WEEKS));
      g_assert_cmpint (is.n_this_year, <=, is.n_days);
      /* Days to come change nothing. */
      while (days.n > 0 && days.days[days.n - 1] > on)
        days.n--;
      foyer_belonging_work_out (&later, days.days, days.n, on);
      g_assert_cmpmem (&is, sizeof is, &later, sizeof later);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/belonging/first-visit", test_first_visit);
  g_test_add_func ("/core/belonging/regular", test_regular);
  g_test_add_func ("/core/belonging/usually", test_usually);
  g_test_add_func ("/core/belonging/missed", test_missed);
  g_test_add_func ("/core/belonging/anniversary", test_anniversary);
  g_test_add_func ("/core/belonging/counts", test_counts);
  g_test_add_func ("/core/belonging/random", test_random);

  return g_test_run ();
}
