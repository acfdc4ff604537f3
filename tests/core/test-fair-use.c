/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-fair-use.h"
#include "core/foyer-space.h"

#define N_ROUNDS 20000
#define N_HELD_MAX 12

static FoyerDay
day (const char *text)
{
  FoyerDay parsed;

  g_assert_true (foyer_day_parse (text, &parsed, NULL));

  return parsed;
}

static void
assert_over (const FoyerOverLimit *over,
             FoyerFairLimit        limit,
             int                   allowed,
             int                   count)
{
  g_assert_cmpint (over->limit, ==, limit);
  g_assert_cmpint (over->allowed, ==, allowed);
  g_assert_cmpint (over->count, ==, count);
}

static void
test_check (void)
{
  static const struct { FoyerFairUse limits; const char *field; } cases[] = {
    { { 0 }, NULL },
    { { 7, 500, 500, 64 }, NULL },
    { { 8, 0, 0, 0 }, "limit week " },
    { { -1, 0, 0, 0 }, "limit week " },
    { { 0, 501, 0, 0 }, "limit open " },
    { { 0, -1, 0, 0 }, "limit open " },
    { { 0, 0, 501, 0 }, "limit seats " },
    { { 0, 0, G_MININT, 0 }, "limit seats " },
    { { 0, 0, 0, 65 }, "limit ahead " },
    { { 0, 0, 0, -1 }, "limit ahead " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerSpace) space = foyer_space_new ();
      g_autoptr(GError) error = NULL;

      g_set_str (&space->name, "Chez Zoé");
      space->limits = cases[i].limits;
      g_assert_cmpint (foyer_space_check (space, &error), ==, cases[i].field == NULL);
      if (cases[i].field == NULL)
        continue;
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
    }
}

/* Weeks are those of ISO 8601, in which the turn of a year means nothing: 2026 has 53. */
static void
test_week (void)
{
  static const struct { const char *held[4], *wanted; int count; } cases[] = {
    { { "2026-11-23", "2026-11-25", NULL }, "2026-11-29", 3 },           /* Monday to Sunday */
    { { "2026-11-22", "2026-11-23", NULL }, "2026-11-25", 0 },           /* the Sunday before */
    { { "2026-11-23", "2026-11-24", NULL }, "2026-11-30", 0 },           /* the Monday after */
    { { "2026-12-28", "2026-12-31", NULL }, "2027-01-01", 3 },           /* week 53 */
    { { "2026-12-28", "2026-12-31", NULL }, "2027-01-04", 0 },           /* week 1 of 2027 */
    { { "2027-01-02", "2027-01-03", NULL }, "2026-12-30", 3 },           /* from behind */
    { { "2024-12-30", "2024-12-31", NULL }, "2025-01-01", 3 },           /* week 1 began in 2024 */
    { { "2028-02-28", "2028-02-29", NULL }, "2028-03-01", 3 },
    { { "2027-03-26", "2027-03-27", NULL }, "2027-03-28", 3 },           /* clocks change on that Sunday */
    { { "2026-11-23", "2026-11-25", "2026-11-26" }, "2026-11-27", 4 },   /* more than a later limit */
    { { "2026-11-23", "2026-11-25", "2026-11-26" }, "2026-11-26", 0 },   /* no further day */
    { { "2026-11-23", "2026-11-23", NULL }, "2026-11-24", 0 },           /* two halves are one day */
  };
  const FoyerFairUse limits = { .week = 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerHolding held[4] = { 0 };
      const FoyerHolding wanted = { day (cases[i].wanted), FOYER_PART_PM, 1, FALSE };
      FoyerOverLimit over;
      gsize n = 0;

      for (; n < 4 && cases[i].held[n] != NULL; n++)
        held[n] = (FoyerHolding) { day (cases[i].held[n]), n % 2 == 0 ? FOYER_PART_AM : FOYER_PART_PM, 1, FALSE };
      g_test_message ("%s", cases[i].wanted);
      g_assert_cmpint (foyer_fair_use_allows (&limits, held, n, &wanted, &over), ==, cases[i].count == 0);
      assert_over (&over, cases[i].count == 0 ? FOYER_FAIR_NONE : FOYER_FAIR_WEEK, cases[i].count == 0 ? 0 : 2,
                   cases[i].count);
      g_assert_cmpint (over.day, ==, wanted.day);
    }
}

static void
test_seats_and_bookings (void)
{
  const FoyerDay monday = day ("2026-11-23");
  const FoyerHolding held[] = {
    { monday, FOYER_PART_AM, 2, FALSE },
    { monday, FOYER_PART_PM, 1, FALSE },
    { monday + 1, FOYER_PART_FULL, 3, TRUE },
  };
  const FoyerHolding full = { monday, FOYER_PART_FULL, 1, FALSE };
  const FoyerHolding afternoon = { monday, FOYER_PART_PM, 2, FALSE };
  const FoyerFairUse seats = { .seats = 2 };
  const FoyerFairUse open = { .open = 1 };
  const FoyerFairUse none = { 0 };
  FoyerOverLimit over;

  /* Neighbours of one's own in the fuller half. */
  g_assert_false (foyer_fair_use_allows (&seats, held, 3, &full, &over));
  assert_over (&over, FOYER_FAIR_SEATS, 2, 3);
  g_assert_false (foyer_fair_use_allows (&seats, held, 3, &afternoon, &over));
  assert_over (&over, FOYER_FAIR_SEATS, 2, 3);
  g_assert_true (foyer_fair_use_allows (&seats, held, 1, &afternoon, &over));

  g_assert_false (foyer_fair_use_allows (&open, held, 3, &full, &over));
  assert_over (&over, FOYER_FAIR_OPEN, 1, 2);
  g_assert_true (foyer_fair_use_allows (&open, held, 2, &full, &over));
  g_assert_true (foyer_fair_use_allows (&none, held, 3, &afternoon, &over));
}

static void
test_ahead (void)
{
  const FoyerFairUse limits = { .ahead = 14 };
  const FoyerFairUse none = { 0 };
  const FoyerDay today = day ("2026-12-24");
  FoyerOverLimit over;

  g_assert_true (foyer_fair_use_allows_ask (&limits, today, today, &over));
  g_assert_true (foyer_fair_use_allows_ask (&limits, day ("2027-01-07"), today, &over));
  g_assert_cmpint (over.limit, ==, FOYER_FAIR_NONE);
  g_assert_false (foyer_fair_use_allows_ask (&limits, day ("2027-01-08"), today, &over));
  assert_over (&over, FOYER_FAIR_AHEAD, 14, 15);
  g_assert_true (foyer_fair_use_allows_ask (&none, day ("2027-01-08"), today, &over));
}

/* The week as GLib knows it. */
static int
get_iso_week (FoyerDay of)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc ((gint64) of * 86400);

  return g_date_time_get_week_numbering_year (date) * 100 + g_date_time_get_week_of_year (date);
}

/* Half by half and day by day, with nothing of what is tested. */
static FoyerFairLimit
find_by_force (const FoyerFairUse *limits,
               const FoyerHolding *held,
               int                 n_held,
               const FoyerHolding *wanted)
{
  int seats[2] = { 0, 0 };
  gboolean is_new = TRUE;
  int n_days = 0;
  int n_open = 0;

  for (FoyerDay other = wanted->day - 6; other <= wanted->day + 6; other++)
    {
      gboolean any = other == wanted->day;

      for (int i = 0; i < n_held; i++)
        {
          any = any || held[i].day == other;
          is_new = is_new && held[i].day != wanted->day;
        }
      n_days += any && get_iso_week (other) == get_iso_week (wanted->day) ? 1 : 0;
    }
  for (int i = 0; i < n_held; i++)
    {
      n_open += held[i].open ? 1 : 0;
      if (held[i].day == wanted->day)
        {
          seats[0] += held[i].part == FOYER_PART_PM ? 0 : held[i].seats;
          seats[1] += held[i].part == FOYER_PART_AM ? 0 : held[i].seats;
        }
    }

  if (limits->seats > 0 && ((wanted->part != FOYER_PART_PM && seats[0] + wanted->seats > limits->seats)
                            || (wanted->part != FOYER_PART_AM && seats[1] + wanted->seats > limits->seats)))
    return FOYER_FAIR_SEATS;
  if (limits->week > 0 && is_new && n_days > limits->week)
    return FOYER_FAIR_WEEK;
  if (limits->open > 0 && n_open + 1 > limits->open)
    return FOYER_FAIR_OPEN;

  return FOYER_FAIR_NONE;
}

/* Around ten turns of a year, what is outside of the range that is asked for left out or not. */
static void
test_by_force (void)
{
  int found[FOYER_FAIR_AHEAD + 1] = { 0 };

  for (int round = 0; round < N_ROUNDS; round++)
    {
      const FoyerFairUse limits = {
        .week = g_test_rand_int_range (0, 8), .open = g_test_rand_int_range (0, 6), .seats = g_test_rand_int_range (0, 5),
      };
      const FoyerDay base = foyer_day_new (g_test_rand_int_range (2024, 2034), 12, 25);
      const FoyerDay today = base + g_test_rand_int_range (-5, 5);
      const FoyerHolding wanted = {
        .day = base + g_test_rand_int_range (0, 16), .part = (FoyerPart) g_test_rand_int_range (1, 4),
        .seats = g_test_rand_int_range (1, 4),
      };
      FoyerHolding all[N_HELD_MAX];
      FoyerHolding needed[N_HELD_MAX];
      FoyerOverLimit over, other;
      FoyerFairLimit expected;
      FoyerDay first, last;
      const int n = g_test_rand_int_range (0, N_HELD_MAX + 1);
      int n_needed = 0;

      foyer_fair_use_get_range (&limits, wanted.day, today, &first, &last);
      for (int i = 0; i < n; i++)
        {
          all[i] = (FoyerHolding) {
            .day = base + g_test_rand_int_range (-10, 26), .part = (FoyerPart) g_test_rand_int_range (1, 4),
            .seats = g_test_rand_int_range (1, 3),
          };
          all[i].open = all[i].day >= today && g_test_rand_int_range (0, 2) == 0;
          if (all[i].day >= first && all[i].day <= last)
            needed[n_needed++] = all[i];
        }
      expected = find_by_force (&limits, all, n, &wanted);
      found[expected]++;
      g_assert_cmpint (foyer_fair_use_allows (&limits, all, (gsize) n, &wanted, &over), ==, expected == FOYER_FAIR_NONE);
      g_assert_cmpint (over.limit, ==, expected);
      foyer_fair_use_allows (&limits, needed, (gsize) n_needed, &wanted, &other);
      assert_over (&other, over.limit, over.allowed, over.count);
    }

  for (int limit = FOYER_FAIR_NONE; limit <= FOYER_FAIR_SEATS; limit++)
    g_assert_cmpint (found[limit], >, N_ROUNDS / 100);
}

static void
test_error (void)
{
  const FoyerOverLimit over = { FOYER_FAIR_WEEK, 2, 3, foyer_day_new (2026, 11, 26) };
  g_autoptr(GError) error = foyer_error_new_over_limit (&over);
  g_autoptr(GError) copy = g_error_copy (error);
  g_autoptr(GError) other = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_FULL, "full");

  g_assert_error (copy, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT);
  assert_over (foyer_error_get_over_limit (copy), FOYER_FAIR_WEEK, 2, 3);
  g_assert_cmpint (foyer_error_get_over_limit (copy)->day, ==, over.day);
  g_assert_null (foyer_error_get_over_limit (other));
  g_assert_null (foyer_error_get_over_limit (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fair-use/check", test_check);
  g_test_add_func ("/fair-use/week", test_week);
  g_test_add_func ("/fair-use/seats-and-bookings", test_seats_and_bookings);
  g_test_add_func ("/fair-use/ahead", test_ahead);
  g_test_add_func ("/fair-use/by-force", test_by_force);
  g_test_add_func ("/fair-use/error", test_error);

  return g_test_run ();
}
