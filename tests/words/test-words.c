/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "core/foyer-error.h"
#include "storage/foyer-db-error.h"
#include "sync/foyer-photos.h"
#include "words/foyer-words-belonging.h"
#include "words/foyer-words-cancellation.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words-waiting.h"
#include "words/foyer-words.h"

/* Says what the locale says about days, months and money, and nothing else: sentences
 * stay English, so that this holds without catalogues. */
static gboolean
enter_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;
  g_test_skip_printf ("The system has no locale %s", name);

  return FALSE;
}

static void
leave_locale (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
}

static const struct {
  const char *locale;
  const char *currency;
  gint64      minor;
  const char *expected;
} amounts[] = {
  { "C", "EUR", 400, "€4.00" },
  { "C.UTF-8", "EUR", 123456789, "€1,234,567.89" },
  { "C.UTF-8", "EUR", 0, "€0.00" },
  { "C.UTF-8", "EUR", -250, "−€2.50" },
  { "C.UTF-8", "JPY", 1200, "JPY\u00a01,200" },
  { "C.UTF-8", "BHD", 1200, "BHD\u00a01.200" },
  { "C.UTF-8", "EUR", G_MININT64, "−€92,233,720,368,547,758.08" },
  { "en_GB.UTF-8", "EUR", 400, "€4.00" },
  { "en_GB.UTF-8", "GBP", 100000, "£1,000.00" },
  { "en_US.UTF-8", "USD", 400, "$4.00" },
  { "fr_FR.UTF-8", "EUR", 400, "4,00\u00a0€" },
  { "fr_FR.UTF-8", "EUR", 100000000, "1\u202f000\u202f000,00\u00a0€" },
  { "fr_FR.UTF-8", "EUR", -250, "−2,50\u00a0€" },
  { "fr_FR.UTF-8", "CHF", 400, "4,00\u00a0CHF" },
  { "fr_FR.ISO-8859-1", "EUR", 400, "4,00\u00a0€" },
  { "de_DE.UTF-8", "EUR", 123456, "1.234,56\u00a0€" },
  { "nl_NL.UTF-8", "EUR", 400, "€\u00a04,00" },
  { "de_CH.UTF-8", "CHF", 400, "CHF\u00a04.00" },
  { "hi_IN.UTF-8", "INR", 1234567890, "₹1,23,45,678.90" },
};

static void
test_money (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  FoyerMoney money = { .minor = amounts[i].minor };
  g_autofree char *text = NULL;

  if (!enter_locale (amounts[i].locale))
    return;
  g_strlcpy (money.currency, amounts[i].currency, sizeof money.currency);
  text = foyer_words_money (money);
  leave_locale ();
  g_assert_cmpstr (text, ==, amounts[i].expected);
}

static const struct {
  const char *locale;
  int         first_weekday;
  const char *long_day;       /* 2026-11-26 */
  const char *short_day;
  const char *title;
  const char *month;
  const char *weekday;        /* Wednesday */
  const char *weekday_short;
  const char *letter;
} calendars[] = {
  { "C", 1, "Thursday 26 November", "Thu 26 November", "Thursday 26 November", "November 2026",
    "Wednesday", "Wed", "W" },
  { "C.UTF-8", 1, "Thursday 26 November", "Thu 26 November", "Thursday 26 November", "November 2026",
    "Wednesday", "Wed", "W" },
  { "en_GB.UTF-8", 1, "Thursday 26 November", "Thu 26 November", "Thursday 26 November", "November 2026",
    "Wednesday", "Wed", "W" },
  { "en_US.UTF-8", 7, "Thursday 26 November", "Thu 26 November", "Thursday 26 November", "November 2026",
    "Wednesday", "Wed", "W" },
  { "fr_FR.UTF-8", 1, "jeudi 26 novembre", "jeu. 26 novembre", "Jeudi 26 novembre", "Novembre 2026",
    "Mercredi", "Mer.", "M" },
  { "fr_FR.ISO-8859-1", 1, "jeudi 26 novembre", "jeu. 26 novembre", "Jeudi 26 novembre", "Novembre 2026",
    "Mercredi", "Mer.", "M" },
  /* the month alone is in the nominative, the one of a date in the genitive */
  { "pl_PL.UTF-8", 1, "czwartek 26 listopada", "czw 26 listopada", "Czwartek 26 listopada", "Listopad 2026",
    "Środa", "Śro", "Ś" },
  { "ar_EG.UTF-8", 6, NULL },
};

static void
test_calendar (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  FoyerDay day = foyer_day_new (2026, 11, 26);
  g_autofree char *long_day = NULL;
  g_autofree char *short_day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *month = NULL;
  g_autofree char *month_short = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *weekday_short = NULL;
  g_autofree char *letter = NULL;
  int first_weekday;

  if (!enter_locale (calendars[i].locale))
    return;
  long_day = foyer_words_day_long (day);
  short_day = foyer_words_day_short (day);
  title = foyer_words_day_title (day);
  month = foyer_words_month (day);
  month_short = foyer_words_month_short (day);
  weekday = foyer_words_weekday (3);
  weekday_short = foyer_words_weekday_short (3);
  letter = foyer_words_weekday_letter (3);
  first_weekday = foyer_words_first_weekday ();
  leave_locale ();

  g_assert_cmpint (first_weekday, ==, calendars[i].first_weekday);
  if (calendars[i].long_day == NULL)
    return;
  g_assert_cmpstr (long_day, ==, calendars[i].long_day);
  g_assert_true (g_str_has_suffix (month_short, " 2026"));
  g_assert_cmpint (g_utf8_strlen (month_short, -1), <, g_utf8_strlen (month, -1));
  g_assert_cmpstr (short_day, ==, calendars[i].short_day);
  g_assert_cmpstr (title, ==, calendars[i].title);
  g_assert_cmpstr (month, ==, calendars[i].month);
  g_assert_cmpstr (weekday, ==, calendars[i].weekday);
  g_assert_cmpstr (weekday_short, ==, calendars[i].weekday_short);
  g_assert_cmpstr (letter, ==, calendars[i].letter);
}

static const struct {
  const char *first;
  const char *last;
  const char *expected;
} ranges[] = {
  { "2026-11-26", "2026-11-26", "26 November" },
  { "2026-12-21", "2026-12-31", "21 – 31 December" },
  { "2026-11-28", "2026-12-03", "28 November – 3 December" },
  { "2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027" },
  { "2028-02-28", "2028-02-29", "28 – 29 February" },
};

static void
test_ranges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      FoyerDay first, last;
      g_autofree char *text = NULL;

      g_assert_true (foyer_day_parse (ranges[i].first, &first, NULL));
      g_assert_true (foyer_day_parse (ranges[i].last, &last, NULL));
      text = foyer_words_day_range (first, last);
      g_assert_cmpstr (text, ==, ranges[i].expected);
    }
}

static void
test_hours (void)
{
  g_autofree char *hours = foyer_words_hours (9 * 60, 24 * 60);
  g_autofree char *time = foyer_words_time (8 * 60 + 52);

  g_assert_cmpstr (hours, ==, "09:00 – 24:00");
  g_assert_cmpstr (time, ==, "08:52");
}

/* Everything a translation decides, with the French catalogue of the build. In a process of
 * its own: GLib decides once whether a program is translated at all. */
static void
test_french (void)
{
  g_test_trap_subprocess ("/words/french/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_french_subprocess (void)
{
  g_autoptr(GError) error = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_FULL, "am 0 < 1");
  g_autofree char *first = NULL;
  g_autofree char *range = NULL;
  g_autofree char *part = NULL;
  g_autofree char *sentence = NULL;

  if (!enter_locale ("fr_FR.UTF-8"))
    return;
  first = foyer_words_day_long (foyer_day_new (2026, 12, 1));
  range = foyer_words_day_range (foyer_day_new (2026, 12, 1), foyer_day_new (2026, 12, 5));
  part = foyer_words_part (FOYER_PART_AM);
  sentence = foyer_words_describe_error (error);
  leave_locale ();

  g_assert_cmpstr (first, ==, "mardi 1er décembre");
  g_assert_cmpstr (range, ==, "1er – 5 décembre");
  g_assert_cmpstr (part, ==, "Matin");
  g_assert_true (g_str_has_prefix (sentence, "Aucune place n’est libre"));
}

static void
check_sentence (const GError *error,
                GHashTable   *seen)
{
  char *sentence = foyer_words_describe_error (error);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strstr (sentence, ". "));
  g_assert_null (strchr (sentence, '\n'));
  g_assert_null (strstr (sentence, "SELECT"));
  g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 150);
  g_assert_true (g_hash_table_add (seen, sentence));
}

static void
test_gets_back (void)
{
  static const struct { gint64 paid, due; const char *words; } cases[] = {
    { 0, 0, "" },
    { 400, 0, "€4.00 to refund" },
    { 0, 400, "€4.00 no longer due" },
    { 100, 300, "€1.00 to refund, €3.00 no longer due" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = foyer_words_gets_back ((FoyerMoney) { cases[i].paid, "EUR" }, cases[i].due);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_cancellation (void)
{
  static const struct { int minute, days; const char *rule; } rules[] = {
    { 1080, 1, "Guests cancel at no cost until 18:00 the day before; after that the price is due." },
    { 450, 0, "Guests cancel at no cost until 07:30 of the same day; after that the price is due." },
    { 0, 7, "Guests cancel at no cost until 00:00, 7 days before; after that the price is due." },
  };
  FoyerBooking booking = { .name = (char *) "Zoé", .state = FOYER_STATE_CANCELLED, .price_minor = 400, .currency = "EUR" };
  g_autofree char *priced = foyer_words_cancelled (&booking);
  g_autofree char *for_nothing = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *rule = foyer_words_cancellation_rule (rules[i].minute, rules[i].days);

      g_assert_cmpstr (rule, ==, rules[i].rule);
    }
  booking.price_minor = 0;
  for_nothing = foyer_words_cancelled (&booking);
  g_assert_cmpstr (priced, ==, "Cancelled the booking of Zoé: €4.00 no longer due");
  g_assert_cmpstr (for_nothing, ==, "Cancelled the booking of Zoé");
}

static void
test_waiting (void)
{
  static const char * const states[] = {
    "Number 2 in line", "Offer ends today at 18:00", "Has a seat", "Did not answer in time",
    "Did not want the seat", "No longer on the list",
  };
  const gint64 now_ms = G_GINT64_CONSTANT (1795680000000);       /* 2026-11-26 08:00 UTC */
  FoyerWaiter waiter = {
    .part = FOYER_PART_AM, .seats = 2, .place = 2, .until_ms = now_ms + 9 * 3600 * 1000, .tz = (char *) "Europe/Paris",
    .phone = (char *) "", .email = (char *) "zoe@example.org",
  };
  g_autofree char *wishes = foyer_words_waiter_wishes (&waiter);

  g_assert_cmpstr (wishes, ==, "Morning · 2 seats · zoe@example.org");
  for (int state = FOYER_WAITING_WAITING; state <= FOYER_WAITING_REMOVED; state++)
    {
      g_autofree char *words = NULL;

      waiter.state = (FoyerWaitingState) state;
      words = foyer_words_waiter_state (&waiter, now_ms);
      g_assert_cmpstr (words, ==, states[state]);
    }
}

static void
test_passes (void)
{
  static const struct {
    int         halves, n_used;
    FoyerDay    from, until;
    const char *kind, *left, *time;
  } passes[] = {
    { 20, 0, FOYER_DAY_NONE, FOYER_DAY_NONE, "Carnet of 10 Days", "10 days left", "Without end" },
    { 20, 7, FOYER_DAY_NONE, 20813, "Carnet of 10 Days", "6½ days left", "Until 26 December" },
    { 20, 17, FOYER_DAY_NONE, 20819, "Carnet of 10 Days", "1½ days left", "Until 1 January 2027" },
    { 20, 18, 20783, FOYER_DAY_NONE, "Carnet of 10 Days", "1 day left", "Without end" },
    { 20, 19, 20784, FOYER_DAY_NONE, "Carnet of 10 Days", "½ day left", "From 27 November" },
    { 20, 20, FOYER_DAY_NONE, 20783, "Carnet of 10 Days", "Nothing left", "Until 26 November" },
    { 1, 0, FOYER_DAY_NONE, 20783, "Half-Day Pass", "½ day left", "Until 26 November" },
    { 2, 0, FOYER_DAY_NONE, 20783, "Day Pass", "1 day left", "Until 26 November" },
    { 5, 0, FOYER_DAY_NONE, 20783, "Carnet of 2½ Days", "2½ days left", "Until 26 November" },
    { 0, 31, FOYER_DAY_NONE, 20782, "Pass", "Unlimited", "Expired on 25 November" },
    { 0, 0, 20784, 20813, "Monthly Pass", "Unlimited", "From 27 November until 26 December" },
  };
  const FoyerDay today = foyer_day_new (2026, 11, 26);

  g_assert_cmpint (today, ==, 20783);
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      const FoyerPass pass = {
        .halves = passes[i].halves, .n_used = passes[i].n_used, .from = passes[i].from, .until = passes[i].until,
      };
      g_autofree char *kind = foyer_words_pass_kind (&pass);
      g_autofree char *left = foyer_words_pass_left (&pass);
      g_autofree char *time = foyer_words_pass_time (&pass, today);

      g_assert_cmpstr (kind, ==, passes[i].kind);
      g_assert_cmpstr (left, ==, passes[i].left);
      g_assert_cmpstr (time, ==, passes[i].time);
    }
}

/* Each holiday has one name, and one of its own. */
static void
test_holidays (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *none = foyer_words_holiday (FOYER_HOLIDAY_NONE);

  g_assert_cmpstr (none, ==, "");
  for (FoyerHoliday holiday = FOYER_HOLIDAY_NEW_YEAR; holiday <= FOYER_HOLIDAY_ABOLITION; holiday++)
    {
      char *name = foyer_words_holiday (holiday);

      g_assert_cmpstr (name, !=, "");
      g_assert_true (g_hash_table_add (seen, name));
    }
}

/* Each code has one sentence, and one of its own. */
static void
test_errors (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = FOYER_ERROR_INVALID; code <= FOYER_ERROR_BOTH_HERE; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (FOYER_ERROR, code, "near \"SELECT\": a. b\n");

      /* What it says depends on the limit. */
      if (code == FOYER_ERROR_OVER_LIMIT)
        continue;
      check_sentence (error, seen);
    }
  for (int code = FOYER_PICTURE_ERROR_EMPTY; code <= FOYER_PICTURE_ERROR_PIXELS; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (FOYER_PICTURE_ERROR, code, "near \"SELECT\": a. b\n");

      check_sentence (error, seen);
    }
  for (int code = FOYER_DB_ERROR_FOREIGN; code <= FOYER_DB_ERROR_FAILED; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (FOYER_DB_ERROR, code, "near \"SELECT\": a. b\n");

      check_sentence (error, seen);
    }
}

static void
test_fields (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char * const messages[] = {
    "name has a control character", "email is no address", "phone has no digit", "price is below zero",
    "half price is more than the price", "half is not within the day", "seats is not from 1 to 500",
    "Not a time zone that this system knows, such as Europe/Paris", "whatever",
    "The hours end before they begin", "An opening needs a day of the week", "The last day is before the first",
    "cut-off is not from 00:00 to 12:00", "cancellation hour is not within a day",
    "Not an amount of EUR: digits, with at most 2 behind a point",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_INVALID, messages[i]);

      check_sentence (error, seen);
    }
}

static void
test_bookings_in_the_way (void)
{
  const char * const one[] = { "a", NULL };
  const char * const two[] = { "a", "b", NULL };
  g_autoptr(GError) first = foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS, one, "day %d", 1);
  g_autoptr(GError) second = foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS, two, "day %d", 1);
  g_autofree char *singular = foyer_words_describe_error (first);
  g_autofree char *plural = foyer_words_describe_error (second);

  g_assert_true (g_str_has_prefix (singular, "1 booking is "));
  g_assert_true (g_str_has_prefix (plural, "2 bookings are "));
}

static void
test_foreign_domain (void)
{
  g_autoptr(GError) unknown = g_error_new_literal (G_MARKUP_ERROR, 1, "secret");
  g_autoptr(GError) stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "secret");
  g_autofree char *general = foyer_words_describe_error (unknown);
  g_autofree char *special = foyer_words_describe_error (stopped);

  g_assert_null (strstr (general, "secret"));
  g_assert_null (strstr (special, "secret"));
  g_assert_cmpstr (general, !=, special);
}

/* One thing to notice at a time: what is rarer goes before what is usual. */
static void
test_belonging (void)
{
  static const struct { FoyerBelonging belonging; const char *words; } table[] = {
    { { .first_visit = TRUE }, "First visit" },
    { { .n_days = 1, .here = TRUE, .first_visit = TRUE }, "First visit" },
    { { .n_days = 3 }, NULL },
    { { .n_days = 9, .regular = TRUE }, "Regular" },
    { { .n_days = 9, .regular = TRUE, .years = 1 }, "One year here" },
    { { .n_days = 90, .regular = TRUE, .years = 3 }, "3 years here" },
    { { .n_days = 9, .weeks_missed = 6 }, "Not seen for 6 weeks" },
    { { .n_days = 9, .here = TRUE, .weeks_missed = 6 }, "Back after 6 weeks" },
  };
  static const struct { guint weekdays; const char *alone; const char *behind; } usual[] = {
    { 0, NULL, NULL },
    { 1, "Usually Mondays", "usually Mondays" },
    { 2 + 8, "Usually Tuesdays and Thursdays", "usually Tuesdays and Thursdays" },
    { 4 + 16 + 64, "Usually Wednesdays, Fridays and Sundays", "usually Wednesdays, Fridays and Sundays" },
    { 31, "Usually on most days", "usually on most days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = foyer_words_belonging (&table[i].belonging);

      g_assert_cmpstr (words, ==, table[i].words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autofree char *alone = foyer_words_usually (usual[i].weekdays, TRUE);
      g_autofree char *behind = foyer_words_usually (usual[i].weekdays, FALSE);

      g_assert_cmpstr (alone, ==, usual[i].alone);
      g_assert_cmpstr (behind, ==, usual[i].behind);
    }
}

int
main (int    argc,
      char **argv)
{
  leave_locale ();
  foyer_words_init ();
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/words/money/%s/%s/%" G_GINT64_FORMAT, amounts[i].locale,
                                               amounts[i].currency, amounts[i].minor);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_money);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autofree char *path = g_strdup_printf ("/words/calendar/%s", calendars[i].locale);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_calendar);
    }
  g_test_add_func ("/words/ranges", test_ranges);
  g_test_add_func ("/words/hours", test_hours);
  g_test_add_func ("/words/belonging", test_belonging);
  g_test_add_func ("/words/french", test_french);
  g_test_add_func ("/words/french/subprocess", test_french_subprocess);
  g_test_add_func ("/words/gets-back", test_gets_back);
  g_test_add_func ("/words/cancellation", test_cancellation);
  g_test_add_func ("/words/waiting", test_waiting);
  g_test_add_func ("/words/passes", test_passes);
  g_test_add_func ("/words/holidays", test_holidays);
  g_test_add_func ("/words/errors", test_errors);
  g_test_add_func ("/words/fields", test_fields);
  g_test_add_func ("/words/bookings-in-the-way", test_bookings_in_the_way);
  g_test_add_func ("/words/foreign-domain", test_foreign_domain);

  return g_test_run ();
}
