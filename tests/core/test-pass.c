/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-pass.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-random.h"

#define NEVER FOYER_DAY_NONE
#define MANY 4

static void
test_choose (void)
{
  static const struct {
    const char      *why;
    FoyerPassChoice  choices[MANY];
    int              halves;
    int              paid;
    int              take[MANY];
  } cases[] = {
    { "no pass", { { 0 } }, 2, 0, { 0 } },
    { "an empty one", { { FALSE, NEVER, 1, 0, 0, 0 } }, 2, 0, { 0 } },
    { "a carnet", { { FALSE, NEVER, 1, 20, 0, 0 } }, 2, 2, { 2 } },
    { "half a day", { { FALSE, NEVER, 1, 20, 0, 0 } }, 1, 1, { 1 } },
    { "what expires first", { { FALSE, NEVER, 1, 20, 0, 0 }, { FALSE, 20, 2, 20, 0, 0 }, { FALSE, 10, 3, 20, 0, 0 } },
      2, 2, { 0, 0, 2 } },
    { "of those the oldest", { { FALSE, 10, 2, 20, 0, 0 }, { FALSE, 10, 1, 20, 0, 0 } }, 2, 2, { 0, 2 } },
    { "the last half is not lost", { { FALSE, 10, 1, 1, 0, 0 }, { FALSE, 20, 2, 20, 0, 0 } }, 2, 2, { 1, 1 } },
    { "what is missing is missing", { { FALSE, 10, 1, 1, 0, 0 } }, 2, 1, { 1 } },
    { "a month costs nothing", { { FALSE, 10, 1, 20, 0, 0 }, { TRUE, 30, 2, 2, 0, 0 } }, 2, 2, { 0, 2 } },
    { "it is for one seat", { { FALSE, 10, 1, 20, 0, 0 }, { TRUE, 30, 2, 2, 0, 0 } }, 4, 4, { 2, 2 } },
    { "the carnet of the morning", { { FALSE, 10, 1, 20, 0, 0 }, { FALSE, 20, 2, 20, 1, 0 } }, 1, 1, { 0, 1 } },
    { "though not if that was its last", { { FALSE, 10, 1, 20, 0, 0 }, { FALSE, 20, 2, 0, 1, 0 } }, 1, 1, { 1, 0 } },
    { "nor before a month", { { TRUE, 30, 1, 1, 0, 0 }, { FALSE, 20, 2, 20, 1, 0 } }, 1, 1, { 1, 0 } },
    { "three of them", { { FALSE, 10, 1, 1, 0, 0 }, { FALSE, 11, 1, 1, 0, 0 }, { FALSE, NEVER, 1, 9, 0, 0 } }, 6, 6,
      { 1, 1, 4 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerPassChoice choices[MANY];

      memcpy (choices, cases[i].choices, sizeof choices);
      g_test_message ("%s", cases[i].why);
      g_assert_cmpint (foyer_pass_choose (choices, MANY, cases[i].halves), ==, cases[i].paid);
      for (gsize j = 0; j < MANY; j++)
        g_assert_cmpint (choices[j].take, ==, cases[i].take[j]);
    }
}

/* Whatever passes there are: never more than is left, never less than there is, and nothing of
 * a later one while an earlier one has something left. */
static void
test_choose_random (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (11);

  for (int run = 0; run < 20000; run++)
    {
      FoyerPassChoice choices[MANY];
      int halves = (int) foyer_random_range (random, 1, 10);
      int all = 0;
      int paid;
      int taken = 0;

      for (gsize i = 0; i < MANY; i++)
        {
          choices[i] = (FoyerPassChoice) {
            .unlimited = (int) foyer_random_range (random, 0, 5) == 0,
            .until = (int) foyer_random_range (random, 0, 4) == 0 ? NEVER : (FoyerDay) foyer_random_range (random, 1, 5),
            .sold_ms = (int) foyer_random_range (random, 1, 4),
            .left = (int) foyer_random_range (random, 0, 5),
          };
          all += choices[i].left;
        }
      paid = foyer_pass_choose (choices, MANY, halves);

      g_assert_cmpint (paid, ==, MIN (all, halves));
      for (gsize i = 0; i < MANY; i++)
        {
          g_assert_cmpint (choices[i].take, >=, 0);
          g_assert_cmpint (choices[i].take, <=, choices[i].left);
          taken += choices[i].take;
          for (gsize j = 0; j < MANY && choices[i].take > 0; j++)
            {
              gboolean sooner = choices[j].until != NEVER
                                && (choices[i].until == NEVER || choices[j].until < choices[i].until);

              if (choices[j].unlimited == choices[i].unlimited ? sooner : choices[j].unlimited)
                g_assert_cmpint (choices[j].take, ==, choices[j].left);
            }
        }
      g_assert_cmpint (taken, ==, paid);
    }
}

static void
test_due (void)
{
  static const struct {
    gint64 price;
    int    halves, paid;
    gint64 due;
  } cases[] = {
    { 400, 2, 0, 400 }, { 400, 2, 1, 200 }, { 400, 2, 2, 0 }, { 401, 2, 1, 201 }, { 1, 2, 1, 1 }, { 0, 2, 1, 0 },
    { 200, 1, 1, 0 }, { 800, 4, 2, 400 }, { 1000, 6, 1, 834 }, { 400, 2, 9, 0 },
    { G_GINT64_CONSTANT (100000000000), 1000, 1, G_GINT64_CONSTANT (99900000000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (foyer_pass_get_due (cases[i].price, cases[i].halves, cases[i].paid), ==, cases[i].due);
  g_assert_cmpint (foyer_pass_count_halves (FOYER_PART_FULL, 3), ==, 6);
  g_assert_cmpint (foyer_pass_count_halves (FOYER_PART_AM, 1), ==, 1);
  g_assert_cmpint (foyer_pass_count_halves (FOYER_PART_PM, 2), ==, 2);
}

static void
test_days (void)
{
  static const struct {
    const char *text;
    int         halves;
  } cases[] = {
    { "10", 20 }, { "1", 2 }, { "0.5", 1 }, { "0,5", 1 }, { "2.50", 5 }, { "10.0", 20 }, { "010", 20 }, { "1000", 2000 },
    { "0", 0 }, { "0.0", 0 }, { "", 0 }, { ".5", 0 }, { "1.", 0 }, { "1.25", 0 }, { "1.05", 0 }, { "-1", 0 }, { "+1", 0 },
    { " 1", 0 }, { "1 ", 0 }, { "1000.5", 0 }, { "1001", 0 }, { "99999999999999999999", 0 }, { "1e2", 0 }, { "ten", 0 },
    { "½", 0 }, { "1.5.5", 0 }, { "1..5", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      int halves = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true (foyer_pass_parse_days (cases[i].text, &halves, &error) == (cases[i].halves != 0));
      g_assert_cmpint (halves, ==, cases[i].halves);
      if (cases[i].halves == 0)
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static FoyerDay
make_day (const char *text)
{
  FoyerDay day = NEVER;

  g_assert_true (foyer_day_parse (text, &day, NULL));

  return day;
}

static void
test_month (void)
{
  static const struct {
    const char *from, *until;
  } cases[] = {
    { "2026-11-23", "2026-12-22" }, { "2026-11-01", "2026-11-30" }, { "2026-12-15", "2027-01-14" },
    { "2027-01-28", "2027-02-27" }, { "2027-01-29", "2027-02-28" }, { "2027-01-31", "2027-02-28" },
    { "2028-01-30", "2028-02-29" }, { "2028-01-29", "2028-02-28" }, { "2026-03-31", "2026-04-30" },
    { "2026-02-01", "2026-02-28" }, { "2026-10-02", "2026-11-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char text[FOYER_DAY_TEXT_SIZE];

      g_assert_cmpstr (foyer_day_format (foyer_pass_month_until (make_day (cases[i].from)), text), ==, cases[i].until);
    }
  g_assert_cmpint (foyer_pass_month_until (make_day ("9999-12-02")), ==, NEVER);
}

static void
test_good (void)
{
  FoyerPass pass = { .halves = 20, .n_used = 19, .from = 10, .until = 12, .method = (char *) "" };
  FoyerPass other = { .halves = 0, .from = 10, .until = 99, .method = (char *) "" };

  g_assert_cmpint (foyer_pass_get_left (&pass), ==, 1);
  g_assert_false (foyer_pass_is_good_on (&pass, 9));
  g_assert_true (foyer_pass_is_good_on (&pass, 10));
  g_assert_true (foyer_pass_is_good_on (&pass, 12));
  g_assert_false (foyer_pass_is_good_on (&pass, 13));
  pass.n_used = 20;
  g_assert_false (foyer_pass_is_good_on (&pass, 11));
  pass.n_used = 0;
  pass.ended_ms = 1;
  g_assert_false (foyer_pass_is_good_on (&pass, 11));
  pass.ended_ms = 0;
  pass.from = NEVER;
  pass.until = NEVER;
  g_assert_true (foyer_pass_is_good_on (&pass, 9));

  other.n_used = 60;
  g_assert_cmpint (foyer_pass_get_left (&other), ==, -1);
  g_assert_true (foyer_pass_is_good_on (&other, 50));
  g_assert_cmpint (foyer_pass_compare (&other, &pass), <, 0);
  g_assert_cmpint (foyer_pass_compare (&pass, &other), >, 0);
  g_assert_cmpint (foyer_pass_compare (&pass, &pass), ==, 0);
}

static void
test_check (void)
{
  static const struct {
    FoyerPass   pass;
    const char *problem;
  } cases[] = {
    { { .halves = 20, .price_minor = 3600, .currency = "EUR", .method = (char *) "cash", .from = NEVER, .until = NEVER }, NULL },
    { { .halves = 20, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = 30 }, NULL },
    { { .halves = 0, .currency = "EUR", .method = (char *) "", .from = 1, .until = 1 }, NULL },
    { { .halves = 2, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER, .reason = FOYER_PASS_GIFT }, NULL },
    { { .halves = -1, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER }, "pass days" },
    { { .halves = 2001, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER }, "pass days" },
    { { .halves = 0, .currency = "EUR", .method = (char *) "", .from = 1, .until = NEVER }, "pass without" },
    { { .halves = 0, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = 1 }, "pass without" },
    { { .halves = 2, .currency = "EUR", .method = (char *) "", .from = 2, .until = 1 }, "pass ends" },
    { { .halves = 2, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = 99999999 }, "no such day" },
    { { .halves = 2, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER, .price_minor = -1 }, "price" },
    { { .halves = 2, .currency = "XXX", .method = (char *) "", .from = NEVER, .until = NEVER }, "currency" },
    { { .halves = 2, .currency = "EUR", .method = (char *) "shells", .from = NEVER, .until = NEVER }, "pass is paid" },
    { { .halves = 2, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER, .price_minor = 1,
        .reason = FOYER_PASS_TRIAL }, "pass that is given" },
  };
  FoyerPass dear = { .halves = 2, .currency = "EUR", .method = (char *) "", .from = NEVER, .until = NEVER,
                     .price_minor = G_GINT64_CONSTANT (100000000001) };
  g_autoptr(GError) too_much = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      if (foyer_pass_check (&cases[i].pass, &error))
        {
          g_assert_null (cases[i].problem);
          continue;
        }
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_nonnull (cases[i].problem);
      g_assert_true (g_str_has_prefix (error->message, cases[i].problem));
    }
  g_assert_false (foyer_pass_check (&dear, &too_much));
  g_assert_error (too_much, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
}

static void
test_reasons (void)
{
  for (FoyerPassReason reason = FOYER_PASS_SOLD; reason <= FOYER_PASS_TRIAL; reason++)
    {
      FoyerPassReason read = FOYER_PASS_SOLD;

      g_assert_true (foyer_pass_reason_parse (foyer_pass_reason_get_name (reason), &read, NULL));
      g_assert_cmpint (read, ==, reason);
    }
  {
    g_autoptr(GError) error = NULL;
    FoyerPassReason reason;

    g_assert_false (foyer_pass_reason_parse ("Gift", &reason, &error));
    g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pass/choose", test_choose);
  g_test_add_func ("/pass/choose/random", test_choose_random);
  g_test_add_func ("/pass/due", test_due);
  g_test_add_func ("/pass/days", test_days);
  g_test_add_func ("/pass/month", test_month);
  g_test_add_func ("/pass/good", test_good);
  g_test_add_func ("/pass/check", test_check);
  g_test_add_func ("/pass/reasons", test_reasons);

  return g_test_run ();
}
