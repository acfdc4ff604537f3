/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening.h"

#include <locale.h>
#include <string.h>

#include "core/foyer-error.h"

static void
test_parse (void)
{
  static const struct { const char *text; guint weekdays; int start, end; } cases[] = {
    { "Tue,Thu 09:00-18:00", 0x0a, 540, 1080 }, { "Mon-Fri 9-18", 0x1f, 540, 1080 },
    { "Mon", 0x01, 540, 1080 }, { "monday", 0x01, 540, 1080 }, { "SUNDAY", 0x40, 540, 1080 },
    { "Tues", 0x02, 540, 1080 }, { "thurs 10-12", 0x08, 600, 720 }, { "Wednes", 0x04, 540, 1080 },
    { "Fri-Mon", 0x71, 540, 1080 }, { "Sun-Sat", 0x7f, 540, 1080 }, { "Sun-Mon", 0x41, 540, 1080 },
    { "Mon-Mon", 0x01, 540, 1080 }, { "Tue-Mon", 0x7f, 540, 1080 },
    { "Mon-Wed,Sat 9:30-12", 0x27, 570, 720 }, { "Mon – Fri 9:30–12", 0x1f, 570, 720 },
    { "  Tue ,  Thu   9:00 - 18:00  ", 0x0a, 540, 1080 }, { "Tue Thu 9-18", 0x0a, 540, 1080 },
    { "Tue,Tue,Tue", 0x02, 540, 1080 }, { "daily", 0x7f, 540, 1080 },
    { "Every day 8-20", 0x7f, 480, 1200 },
    { "Everyday 8-20", 0x7f, 480, 1200 }, { "weekdays 9-18", 0x1f, 540, 1080 },
    { "Weekends 10-16", 0x60, 600, 960 },
    { "Wed, weekend", 0x64, 540, 1080 }, { "daily,Mon", 0x7f, 540, 1080 },
    { "Mon 0-24", 0x01, 0, 1440 },
    { "Mon 00:00-24:00", 0x01, 0, 1440 }, { "Mon 9h-18h", 0x01, 540, 1080 },
    { "Mon 9h30-18H15", 0x01, 570, 1095 }, { "Mon9-18", 0x01, 540, 1080 },
    { "Mon\t9—18", 0x01, 540, 1080 }, { "Mon\xc2\xa0" "9-18", 0x01, 540, 1080 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerOpeningRule rule;

      if (!foyer_opening_rule_parse (cases[i].text, &rule, &error))
        g_test_message ("“%s” was refused", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmphex (rule.weekdays, ==, cases[i].weekdays);
      g_assert_cmpint (rule.start_minute, ==, cases[i].start);
      g_assert_cmpint (rule.end_minute, ==, cases[i].end);
      g_assert_cmpint (rule.seats, ==, FOYER_SEATS_OF_SPACE);
      g_assert_cmpint (rule.from, ==, FOYER_DAY_NONE);
      g_assert_cmpint (rule.until, ==, FOYER_DAY_NONE);
    }
}

static void
test_parse_refuses (void)
{
  static const char * const texts[] = {
    "", " ", ",", "-", "9-18", "09:00-18:00 Mon", "Mo", "M", "Mond4y", "Mondays-", "Lundi",
    "Funday",
    "Mon,,Tue", "Mon,", ",Mon", "Mon-", "-Mon", "Mon--Tue", "Mon-Tue-Wed", "Mon 18-9", "Mon 9-9",
    "Mon 9", "Mon 9-", "Mon -18", "Mon 9-18-20", "Mon 9-25", "Mon 9:60-18", "Mon 9-18:00:00",
    "Mon 9-18 12-14", "Mon 9-18 Tue", "Mon 9h3-18", "Mon 9hh30-18", "Mon 9:-18", "Mon 9am-6pm",
    "Mon 99999999999-18", "Mon\n9-18x", "2026-11-26", "Mon\xff 9-18", "Mön 9-18",
    "Mon\xe2\x80\xae 9-18", "Mon 24-25", "every", "day",
  };
  g_autofree char *endless = g_strnfill (1000000, ',');
  FoyerOpeningRule rule;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      if (foyer_opening_rule_parse (texts[i], &rule, &error))
        g_test_message ("“%s” was taken", texts[i]);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  g_assert_false (foyer_opening_rule_parse (endless, &rule, NULL));
}

/* The names are English wherever the program runs. */
static void
test_locale (void)
{
  FoyerOpeningRule rule;

  if (setlocale (LC_ALL, "tr_TR.UTF-8") == NULL)
    {
      g_test_skip ("no Turkish locale here");
      return;
    }
  g_assert_true (foyer_opening_rule_parse ("FRIDAY,DAILY 9-18", &rule, NULL));
  setlocale (LC_ALL, "C");
}

/* Nonsense of the characters that the grammar knows is either refused or a good rule. */
static void
test_nonsense (void)
{
  static const char * const pieces[] = {
    "Mon", "tue", "SAT", "-", ",", " ", "9", "18", ":", "00", "h", "–", "daily", "every", "day",
    "\xff",
  };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 10000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      FoyerOpeningRule rule;

      for (int n = g_rand_int_range (rand, 0, 10); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (foyer_opening_rule_parse (text->str, &rule, &error))
        g_assert_true (foyer_opening_rule_check (&rule, NULL));
      else
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening-text/parse", test_parse);
  g_test_add_func ("/opening-text/parse-refuses", test_parse_refuses);
  g_test_add_func ("/opening-text/locale", test_locale);
  g_test_add_func ("/opening-text/nonsense", test_nonsense);

  return g_test_run ();
}
