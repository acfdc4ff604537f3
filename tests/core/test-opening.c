/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening.h"

#include "core/foyer-error.h"
#include "core/foyer-part.h"
#include "core/foyer-random.h"

#define MONDAY 20780             /* 2026-11-23 */

static void
test_check (void)
{
  static const struct { FoyerOpeningRule rule; gboolean good; } cases[] = {
    { { 0x7f, 540, 1080, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, TRUE },
    { { 0x01, 0, 1440, FOYER_SEATS_OF_SPACE, MONDAY, MONDAY }, TRUE },
    { { 0x40, 0, 1, 1, MONDAY, FOYER_DAY_NONE }, TRUE },
    { { 0x40, 1439, 1440, 500, FOYER_DAY_NONE, MONDAY }, TRUE },
    { { 0, 540, 1080, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x80, 540, 1080, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0xff, 540, 1080, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 540, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 1080, 540, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, -1, 540, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1441, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, G_MININT, G_MAXINT, 8, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1080, 0, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1080, -2, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1080, 501, FOYER_DAY_NONE, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1080, 8, MONDAY + 1, MONDAY }, FALSE },
    { { 0x7f, 540, 1080, 8, G_MAXINT32, FOYER_DAY_NONE }, FALSE },
    { { 0x7f, 540, 1080, 8, FOYER_DAY_NONE, G_MININT32 + 1 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (foyer_opening_rule_check (&cases[i].rule, &error), ==, cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_halves (void)
{
  static const struct { int start, end, half_at; guint halves; } cases[] = {
    { 540, 1080, 780, FOYER_PART_FULL }, { 540, 780, 780, FOYER_PART_AM },
    { 540, 781, 780, FOYER_PART_FULL }, { 780, 1080, 780, FOYER_PART_PM },
    { 779, 1080, 780, FOYER_PART_FULL }, { 779, 780, 780, FOYER_PART_AM },
    { 780, 781, 780, FOYER_PART_PM }, { 0, 1440, 780, FOYER_PART_FULL },
    { 0, 1, 1, FOYER_PART_AM }, { 1, 2, 1, FOYER_PART_PM }, { 0, 2, 1, FOYER_PART_FULL },
    { 1439, 1440, 1439, FOYER_PART_PM }, { 0, 1439, 1439, FOYER_PART_AM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (foyer_opening_get_halves (cases[i].start, cases[i].end, cases[i].half_at), ==,
                      cases[i].halves);
}

static void
assert_plan (FoyerDayPlan plan,
             gboolean     open,
             int          start,
             int          end,
             int          am,
             int          pm)
{
  g_assert_cmpint (plan.open, ==, open);
  g_assert_cmpint (plan.start_minute, ==, start);
  g_assert_cmpint (plan.end_minute, ==, end);
  g_assert_cmpint (plan.am_seats, ==, am);
  g_assert_cmpint (plan.pm_seats, ==, pm);
}

static void
test_resolve (void)
{
  const FoyerOpeningRule rules[] = {
    { FOYER_WEEKDAYS_ALL, 540, 1080, FOYER_SEATS_OF_SPACE, FOYER_DAY_NONE, FOYER_DAY_NONE },
    { FOYER_WEEKDAY_BIT (1), 480, 720, 3, MONDAY, MONDAY + 7 },
    { FOYER_WEEKDAY_BIT (2), 840, 1320, 5, FOYER_DAY_NONE, FOYER_DAY_NONE },
    { FOYER_WEEKDAY_BIT (3), 600, 660, 2, FOYER_DAY_NONE, FOYER_DAY_NONE },
    { FOYER_WEEKDAY_BIT (3), 900, 960, 4, FOYER_DAY_NONE, FOYER_DAY_NONE },
  };
  const FoyerDayException closed = { .open = FALSE };
  const FoyerDayException late = { TRUE, 1200, 1380, FOYER_SEATS_OF_SPACE };
  const FoyerDayException early = { TRUE, 420, 780, 12 };

  g_assert_cmpint (foyer_day_get_weekday (MONDAY), ==, 1);

#define RESOLVE(n, exception, half_at, day) \
  foyer_opening_resolve (rules, n, exception, 8, half_at, day)
  assert_plan (RESOLVE (0, NULL, 780, MONDAY), FALSE, 0, 0, 0, 0);
  assert_plan (RESOLVE (1, NULL, 780, MONDAY), TRUE, 540, 1080, 8, 8);
  /* the later rule decides the morning, the first keeps the afternoon */
  assert_plan (RESOLVE (5, NULL, 780, MONDAY), TRUE, 480, 1080, 3, 8);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY + 7), TRUE, 480, 1080, 3, 8);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY - 7), TRUE, 540, 1080, 8, 8);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY + 14), TRUE, 540, 1080, 8, 8);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY + 1), TRUE, 540, 1320, 8, 5);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY + 2), TRUE, 600, 960, 2, 4);
  assert_plan (RESOLVE (5, NULL, 780, MONDAY + 3), TRUE, 540, 1080, 8, 8);
  /* where the day is halved decides which half a rule opens */
  assert_plan (RESOLVE (5, NULL, 600, MONDAY + 2), TRUE, 540, 960, 8, 4);
  assert_plan (RESOLVE (5, NULL, 1000, MONDAY + 2), TRUE, 900, 1080, 4, 8);
  /* the exception replaces all rules, and may be alone */
  assert_plan (RESOLVE (5, &closed, 780, MONDAY), FALSE, 0, 0, 0, 0);
  assert_plan (RESOLVE (5, &late, 780, MONDAY), TRUE, 1200, 1380, 0, 8);
  assert_plan (RESOLVE (5, &early, 780, MONDAY), TRUE, 420, 780, 12, 0);
  assert_plan (RESOLVE (0, &early, 779, MONDAY), TRUE, 420, 780, 12, 12);
#undef RESOLVE
  assert_plan (foyer_opening_resolve (NULL, 0, NULL, 8, 780, MONDAY), FALSE, 0, 0, 0, 0);
}

/* What a rule opens, minute by minute. */
static gboolean
opens (const FoyerOpeningRule *rule,
       FoyerDay                day,
       int                     first,
       int                     end)
{
  if (!(rule->weekdays >> (foyer_day_get_weekday (day) - 1) & 1))
    return FALSE;
  if (rule->from != FOYER_DAY_NONE && day < rule->from)
    return FALSE;
  if (rule->until != FOYER_DAY_NONE && day > rule->until)
    return FALSE;
  for (int minute = first; minute < end; minute++)
    if (minute >= rule->start_minute && minute < rule->end_minute)
      return TRUE;

  return FALSE;
}

static const FoyerOpeningRule *
find_last (const FoyerOpeningRule *rules,
           gsize                   n_rules,
           FoyerDay                day,
           int                     first,
           int                     end)
{
  while (n_rules-- > 0)
    if (opens (&rules[n_rules], day, first, end))
      return &rules[n_rules];

  return NULL;
}

static FoyerOpeningRule
make_rule (FoyerRandom *random)
{
  FoyerOpeningRule rule = {
    .weekdays = foyer_random_range (random, 1, 128),
    .seats = foyer_random_range (random, 0, 3) == 0 ? FOYER_SEATS_OF_SPACE
                                                    : (int) foyer_random_range (random, 1, 501),
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };

  rule.start_minute = foyer_random_range (random, 0, 1440);
  rule.end_minute = foyer_random_range (random, rule.start_minute + 1, 1441);
  if (foyer_random_range (random, 0, 2) == 0)
    rule.from = MONDAY + foyer_random_range (random, 0, 28);
  if (foyer_random_range (random, 0, 2) == 0)
    rule.until = MAX (rule.from, MONDAY) + foyer_random_range (random, 0, 14);
  g_assert_true (foyer_opening_rule_check (&rule, NULL));

  return rule;
}

static void
test_resolve_by_force (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 1500; round++)
    {
      FoyerOpeningRule rules[8];
      gsize n_rules = foyer_random_range (random, 0, G_N_ELEMENTS (rules) + 1);
      int half_at = foyer_random_range (random, 1, 1440);
      int seats = foyer_random_range (random, 1, 501);

      for (gsize i = 0; i < n_rules; i++)
        rules[i] = make_rule (random);
      for (FoyerDay day = MONDAY - 3; day < MONDAY + 45;
           day += 1 + foyer_random_range (random, 0, 9))
        {
          FoyerDayPlan plan = foyer_opening_resolve (rules, n_rules, NULL, seats, half_at, day);
          const FoyerOpeningRule *am = find_last (rules, n_rules, day, 0, half_at);
          const FoyerOpeningRule *pm = find_last (rules, n_rules, day, half_at, 1440);
          const FoyerOpeningRule *first = am != NULL ? am : pm;
          const FoyerOpeningRule *last = pm != NULL ? pm : am;

          if (first == NULL)
            {
              assert_plan (plan, FALSE, 0, 0, 0, 0);
              continue;
            }
          g_assert_cmpint (plan.start_minute, <, plan.end_minute);
          assert_plan (plan, TRUE, first->start_minute, last->end_minute,
                       am == NULL ? 0 : am->seats == FOYER_SEATS_OF_SPACE ? seats : am->seats,
                       pm == NULL ? 0 : pm->seats == FOYER_SEATS_OF_SPACE ? seats : pm->seats);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/check", test_check);
  g_test_add_func ("/opening/halves", test_halves);
  g_test_add_func ("/opening/resolve", test_resolve);
  g_test_add_func ("/opening/resolve-by-force", test_resolve_by_force);

  return g_test_run ();
}
