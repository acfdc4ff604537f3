/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-words.h"

#include "core/foyer-instant.h"

/* A Thursday. */
#define TODAY foyer_day_new (2026, 11, 26)
#define NEVER FOYER_DAY_NONE

static void
test_line (void)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new ("Europe/Paris", NULL);
  const gint64 morning = foyer_instant_at (zone, TODAY, 8 * 60 + 52);
  char *booking = (char *) "b";
  FoyerPerson here = { .booking_id = booking, .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL };
  FoyerPerson left = { .booking_id = booking, .state = FOYER_STATE_CHECKED_OUT, .part = FOYER_PART_FULL };
  FoyerPerson expected = { .booking_id = booking, .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_PM };
  FoyerPerson away = { 0 };
  const FoyerBelonging nobody = { .first = NEVER, .last = NEVER, .first_visit = TRUE };
  const FoyerBelonging often = { .n_days = 20, .n_this_year = 12, .last = TODAY - 2, .regular = TRUE, .weekdays = 10 };
  const FoyerBelonging first = { .n_days = 1, .n_this_year = 1, .last = TODAY, .here = TRUE, .first_visit = TRUE };
  const FoyerBelonging missed = { .n_days = 20, .last = TODAY - 50, .weeks_missed = 7 };
  const FoyerBelonging back = { .n_days = 21, .last = TODAY, .here = TRUE, .weeks_missed = 7 };
  const FoyerBelonging year = { .n_days = 40, .last = TODAY - 7, .years = 1, .regular = TRUE, .weekdays = 31 };
  const struct { FoyerMemberLine line; const char *words; const char *headline; } table[] = {
    { { .person = &away, .asked = NEVER, .belonging = nobody }, "Never here before", "Never here before" },
    { { .person = &away, .asked = TODAY + 1, .belonging = nobody }, "Asked for tomorrow",
      "Asked for tomorrow · Never here before" },
    { { .person = &expected, .asked = NEVER, .belonging = nobody }, "Expected · Afternoon",
      "Expected · Afternoon · First visit" },
    { { .person = &here, .asked = NEVER, .in_ms = morning, .belonging = first }, "Here", "Here since 08:52 · First visit" },
    { { .person = &here, .asked = NEVER, .in_ms = morning, .belonging = often }, "Here",
      "Here since 08:52 · Regular · usually Tuesdays and Thursdays" },
    { { .person = &here, .asked = NEVER, .in_ms = morning, .belonging = back }, "Here",
      "Here since 08:52 · Back after 7 weeks" },
    { { .person = &left, .asked = NEVER, .in_ms = morning, .out_ms = morning + 3600000, .belonging = first },
      "Left at 09:52", "Left at 09:52 · First visit" },
    { { .person = &left, .asked = NEVER, .in_ms = morning, .out_ms = morning + 3600000, .forgotten = TRUE,
        .belonging = first }, "Not checked out", "Not checked out · First visit" },
    { { .person = &away, .asked = NEVER, .forgotten = TRUE, .belonging = often }, "Tuesday",
      "Regular · Last here: Tuesday · Not checked out · usually Tuesdays and Thursdays" },
    { { .person = &away, .asked = NEVER, .belonging = often }, "Tuesday",
      "Regular · Last here: Tuesday · usually Tuesdays and Thursdays" },
    { { .person = &away, .asked = TODAY + 7, .belonging = missed }, "Asked for 3 December",
      "Asked for 3 December · Not seen for 7 weeks" },
    { { .person = &away, .asked = NEVER, .belonging = missed }, "Not seen for 7 weeks", "Not seen for 7 weeks" },
    { { .person = &away, .asked = NEVER, .belonging = year }, "19 November",
      "One year here · Last here: 19 November · usually on most days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = foyer_member_words_line (&table[i].line, TODAY, zone);
      g_autofree char *headline = foyer_member_words_headline (&table[i].line, TODAY, zone);

      g_assert_cmpstr (words, ==, table[i].words);
      g_assert_cmpstr (headline, ==, table[i].headline);
    }
}

static void
test_days (void)
{
  static const struct { int back; const char *words; } table[] = {
    { 0, "Today" }, { 1, "Yesterday" }, { 2, "Tuesday" }, { 6, "Friday" }, { 7, "19 November" }, { 329, "1 January" },
    { 330, "31 December 2025" },
  };
  const FoyerBelonging some = { .n_days = 60, .n_this_year = 55 };
  const FoyerBelonging long_ago = { .n_days = 12 };
  g_autofree char *this_year = foyer_member_words_days (&some);
  g_autofree char *in_all = foyer_member_words_days (&long_ago);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = foyer_member_words_past_day (TODAY - table[i].back, TODAY);

      g_assert_cmpstr (words, ==, table[i].words);
    }
  g_assert_cmpstr (this_year, ==, "55 this year");
  g_assert_cmpstr (in_all, ==, "12 in all");
}

/* What is shown is read back as the same words, however it is typed. */
static void
test_lists (void)
{
  static const char *texts[] = { "Book design, C", " Book design ,,C,", "Book design; C", "Book design\nC" };
  const char *expected[] = { "Book design", "C", NULL };
  g_autofree char *joined = foyer_member_words_join ((char **) expected);
  g_auto(GStrv) none = foyer_member_words_split (" , ");

  g_assert_cmpstr (joined, ==, texts[0]);
  g_assert_null (none[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(GStrv) words = foyer_member_words_split (texts[i]);

      g_assert_cmpstrv (words, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/member-words/line", test_line);
  g_test_add_func ("/ui/member-words/days", test_days);
  g_test_add_func ("/ui/member-words/lists", test_lists);

  return g_test_run ();
}
