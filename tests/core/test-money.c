/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-money.h"

#include "core/foyer-error.h"

static void
test_currencies (void)
{
  static const struct { const char *code; int n_digits; } cases[] = {
    { "EUR", 2 }, { "USD", 2 }, { "CHF", 2 }, { "AED", 2 }, { "ZWG", 2 }, { "JPY", 0 },
    { "KRW", 0 },
    { "XPF", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "ISK", 0 }, { "VND", 0 }, { "CLP", 0 },
    { "UYI", 0 },
    { "BHD", 3 }, { "KWD", 3 }, { "TND", 3 }, { "IQD", 3 }, { "CLF", 4 }, { "UYW", 4 },
    { "MRU", 2 },
    { "MGA", 2 }, { "HUF", 2 }, { "UGX", 0 }, { "XCG", 2 },
  };
  static const char * const wrong[] = {
    "", "E", "EU", "eur", "Eur", "EURO", "EUR ", " EUR", "€", "XXX", "XTS", "XAU", "FRF", "DEM",
    "HRK",
    "ZZZ", "AAA", "E\xc3\xa9", "\xff\xff\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (foyer_currency_is_valid (cases[i].code));
      g_assert_cmpint (foyer_currency_get_digits (cases[i].code), ==, cases[i].n_digits);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (foyer_currency_is_valid (wrong[i]));
  g_assert_false (foyer_currency_is_valid (NULL));
}

/* Every code of three letters: so many are valid, and their digits are known. */
static void
test_all_codes (void)
{
  int n_by_digits[5] = { 0 };

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      for (char c = 'A'; c <= 'Z'; c++)
        {
          const char code[] = { a, b, c, '\0' };

          if (foyer_currency_is_valid (code))
            n_by_digits[foyer_currency_get_digits (code)]++;
        }

  g_assert_cmpint (n_by_digits[0], ==, 17);
  g_assert_cmpint (n_by_digits[1], ==, 0);
  g_assert_cmpint (n_by_digits[2], ==, 138);
  g_assert_cmpint (n_by_digits[3], ==, 7);
  g_assert_cmpint (n_by_digits[4], ==, 2);
}

static void
test_parse (void)
{
  static const struct {
    const char *text, *currency;
    gint64 minor;
    const char *formatted;
  } cases[] = {
    { "4", "EUR", 400, "4.00" }, { "4.0", "EUR", 400, "4.00" }, { "4,0", "EUR", 400, "4.00" },
    { "4.00", "EUR", 400, "4.00" }, { "4,00", "EUR", 400, "4.00" }, { "4,5", "EUR", 450, "4.50" },
    { "0", "EUR", 0, "0.00" }, { "0,05", "EUR", 5, "0.05" }, { "00004", "EUR", 400, "4.00" },
    { "12345.67", "EUR", 1234567, "12345.67" },
    { "1000000000", "EUR", FOYER_MONEY_MAX, "1000000000.00" },
    { "00000000000000000000000000000000000001", "EUR", 100, "1.00" },
    { "400", "JPY", 400, "400" }, { "100000000000", "JPY", FOYER_MONEY_MAX, "100000000000" },
    { "4", "BHD", 4000, "4.000" }, { "4,5", "BHD", 4500, "4.500" }, { "0.001", "BHD", 1, "0.001" },
    { "1,000", "BHD", 1000, "1.000" }, { "1.2345", "CLF", 12345, "1.2345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *formatted = NULL;
      FoyerMoney money;

      foyer_money_parse (cases[i].text, cases[i].currency, &money, &error);
      g_assert_no_error (error);
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      g_assert_cmpstr (money.currency, ==, cases[i].currency);
      formatted = foyer_money_format (money);
      g_assert_cmpstr (formatted, ==, cases[i].formatted);
    }
}

static void
test_parse_refuses (void)
{
  static const struct { const char *text, *currency; FoyerError code; } cases[] = {
    { "", "EUR", FOYER_ERROR_INVALID }, { ".", "EUR", FOYER_ERROR_INVALID },
    { ".5", "EUR", FOYER_ERROR_INVALID }, { "4.", "EUR", FOYER_ERROR_INVALID },
    { "4,", "EUR", FOYER_ERROR_INVALID }, { "-4", "EUR", FOYER_ERROR_INVALID },
    { "+4", "EUR", FOYER_ERROR_INVALID }, { "4.000", "EUR", FOYER_ERROR_INVALID },
    { "1,000", "EUR", FOYER_ERROR_INVALID }, { "1,000.00", "EUR", FOYER_ERROR_INVALID },
    { "1 000", "EUR", FOYER_ERROR_INVALID }, { "1'000", "EUR", FOYER_ERROR_INVALID },
    { "4.0.0", "EUR", FOYER_ERROR_INVALID }, { "4,0.0", "EUR", FOYER_ERROR_INVALID },
    { "4 €", "EUR", FOYER_ERROR_INVALID }, { "€4", "EUR", FOYER_ERROR_INVALID },
    { "4e2", "EUR", FOYER_ERROR_INVALID }, { "0x4", "EUR", FOYER_ERROR_INVALID },
    { " 4", "EUR", FOYER_ERROR_INVALID }, { "4 ", "EUR", FOYER_ERROR_INVALID },
    { "٤", "EUR", FOYER_ERROR_INVALID }, { "NaN", "EUR", FOYER_ERROR_INVALID },
    { "4.0", "JPY", FOYER_ERROR_INVALID }, { "4,", "JPY", FOYER_ERROR_INVALID },
    { "4.0000", "BHD", FOYER_ERROR_INVALID }, { "4\xff", "EUR", FOYER_ERROR_INVALID },
    { "1000000000.01", "EUR", FOYER_ERROR_TOO_MUCH }, { "1000000001", "EUR", FOYER_ERROR_TOO_MUCH },
    { "100000000001", "JPY", FOYER_ERROR_TOO_MUCH },
    { "92233720368547758.08", "EUR", FOYER_ERROR_TOO_MUCH },
    { "99999999999999999999999999999999999999999999", "EUR", FOYER_ERROR_TOO_MUCH },
    { "18446744073709551616", "JPY", FOYER_ERROR_TOO_MUCH },
    { "99999999999999999999999999x", "EUR", FOYER_ERROR_INVALID },
    { "4", "XXX", FOYER_ERROR_INVALID }, { "4", "", FOYER_ERROR_INVALID },
    { "4", "eur", FOYER_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerMoney money;

      if (foyer_money_parse (cases[i].text, cases[i].currency, &money, &error))
        g_test_message ("“%s” was taken", cases[i].text);
      g_assert_error (error, FOYER_ERROR, (int) cases[i].code);
    }
}

static void
test_format (void)
{
  static const struct { gint64 minor; const char *currency, *text; } cases[] = {
    { -5, "EUR", "-0.05" }, { -400, "EUR", "-4.00" }, { -400, "JPY", "-400" },
    { 7, "BHD", "0.007" },
    { G_MAXINT64, "EUR", "92233720368547758.07" }, { G_MININT64, "EUR", "-92233720368547758.08" },
    { G_MININT64, "JPY", "-9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerMoney money = { .minor = cases[i].minor };
      g_autofree char *text = NULL;

      g_strlcpy (money.currency, cases[i].currency, sizeof money.currency);
      text = foyer_money_format (money);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_arithmetic (void)
{
  static const struct { gint64 a, b; gboolean sum_fits, product_fits; } cases[] = {
    { 400, 250, TRUE, TRUE }, { -400, 250, TRUE, TRUE }, { 0, 0, TRUE, TRUE },
    { G_MAXINT64, 0, TRUE, TRUE }, { G_MAXINT64, 1, FALSE, TRUE }, { G_MAXINT64, 2, FALSE, FALSE },
    { G_MAXINT64, -1, TRUE, TRUE }, { G_MININT64, -1, FALSE, FALSE }, { G_MININT64, 1, TRUE, TRUE },
    { G_MAXINT64, G_MAXINT64, FALSE, FALSE }, { G_MININT64, G_MININT64, FALSE, FALSE },
    { G_MININT64, G_MAXINT64, TRUE, FALSE }, { FOYER_MONEY_MAX, 500, TRUE, TRUE },
    { FOYER_MONEY_MAX, FOYER_MONEY_MAX, TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerMoney a = { cases[i].a, "EUR" };
      FoyerMoney b = { cases[i].b, "EUR" };
      g_autoptr(GError) error = NULL;
      FoyerMoney result;

      g_assert_cmpint (foyer_money_add (a, b, &result, &error), ==, cases[i].sum_fits);
      if (cases[i].sum_fits)
        g_assert_cmpint (result.minor - a.minor, ==, b.minor);
      else
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);

      g_clear_error (&error);
      g_assert_cmpint (foyer_money_multiply (a, cases[i].b, &result, &error), ==,
                       cases[i].product_fits);
      if (!cases[i].product_fits)
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
      else if (cases[i].b != 0)
        g_assert_cmpint (result.minor / cases[i].b, ==, a.minor);
    }
}

static void
test_mixed_currencies (void)
{
  FoyerMoney euros = { 400, "EUR" };
  FoyerMoney francs = { 400, "CHF" };
  g_autoptr(GError) error = NULL;
  FoyerMoney sum;

  g_assert_false (foyer_money_add (euros, francs, &sum, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_CURRENCY_MISMATCH);
}

static void
test_half (void)
{
  static const struct { gint64 minor, half; } cases[] = {
    { 400, 200 }, { 5, 3 }, { 1, 1 }, { 0, 0 }, { -5, -2 }, { -4, -2 },
    { G_MAXINT64, G_MAXINT64 / 2 + 1 }, { G_MININT64, G_MININT64 / 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerMoney half = foyer_money_half ((FoyerMoney) { cases[i].minor, "EUR" });

      g_assert_cmpint (half.minor, ==, cases[i].half);
      g_assert_cmpstr (half.currency, ==, "EUR");
    }
}

static void
test_split (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GError) error = NULL;
  gint64 minors[1000];

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 5000; i++)
    {
      gint64 minor = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >>
                     g_rand_int_range (rand, 0, 64);
      guint n_parts = g_rand_int_range (rand, 1, G_N_ELEMENTS (minors) + 1);
      gint64 sum = 0;

      g_assert_true (foyer_money_split ((FoyerMoney) { minor, "EUR" }, n_parts, minors, &error));
      g_assert_no_error (error);
      for (guint part = 0; part < n_parts; part++)
        {
          sum += minors[part];
          if (part > 0)
            {
              gint64 step = minors[part - 1] - minors[part];

              g_assert_true (step == 0 || step == (minor >= 0 ? 1 : -1));
            }
        }
      g_assert_cmpint (ABS (minors[0] - minors[n_parts - 1]), <=, 1);
      g_assert_cmpint (sum, ==, minor);
    }

  g_assert_false (foyer_money_split ((FoyerMoney) { 1, "EUR" }, 0, minors, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/all-codes", test_all_codes);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refuses", test_parse_refuses);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/arithmetic", test_arithmetic);
  g_test_add_func ("/money/mixed-currencies", test_mixed_currencies);
  g_test_add_func ("/money/half", test_half);
  g_test_add_func ("/money/split", test_split);

  return g_test_run ();
}
