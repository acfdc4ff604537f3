/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-space.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-money.h"
#include "core/foyer-part.h"
#include "core/foyer-text.h"

static FoyerSpace *
make_space (void)
{
  FoyerSpace *space = foyer_space_new ();

  g_set_str (&space->name, "The Table");
  space->seats = 8;

  return space;
}

static void
test_kinds (void)
{
  static const char * const names[] = { "home", "coworking", "third-place" };
  static const char * const wrong[] = {
    "", "Home", "third place", "third_place", "office", "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FoyerSpaceKind kind;

      g_assert_cmpstr (foyer_space_kind_get_name (i), ==, names[i]);
      g_assert_true (foyer_space_kind_parse (names[i], &kind, NULL));
      g_assert_cmpint (kind, ==, i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerSpaceKind kind;

      g_assert_false (foyer_space_kind_parse (wrong[i], &kind, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_defaults (void)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (space->price_minor, ==, 400);
  g_assert_cmpint (space->half_price_minor, ==, -1);
  g_assert_cmpstr (space->currency, ==, "EUR");
  g_assert_cmpint (space->half_at, ==, 13 * 60);
  g_assert_cmpint (space->cut_off, ==, 3 * 60);
  g_assert_cmpint (space->cancel_minute, ==, 18 * 60);
  g_assert_cmpint (space->cancel_days, ==, 1);
  g_assert_cmpstr (space->tz, ==, "Europe/Paris");
  g_assert_false (space->public_address);

  /* all that is missing is a name */
  g_assert_false (foyer_space_check (space, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "name "));
  g_set_str (&space->name, "The Table");
  g_assert_true (foyer_space_check (space, NULL));
}

#define OFFSET(field) G_STRUCT_OFFSET (FoyerSpace, field)

static void
test_numbers (void)
{
  static const struct { gsize offset; const char *field; int good[3]; int bad[4]; } cases[] = {
    { OFFSET (seats), "seats ", { 1, 8, 500 }, { 0, -1, 501, G_MAXINT } },
    { OFFSET (half_at), "half ", { 1, 780, 1439 }, { 0, -1, 1440, G_MAXINT } },
    { OFFSET (cut_off), "cut-off ", { 0, 180, 720 }, { -1, 721, G_MININT, G_MAXINT } },
    { OFFSET (cancel_minute), "cancellation hour ", { 0, 1080, 1440 },
      { -1, 1441, G_MININT, G_MAXINT } },
    { OFFSET (cancel_days), "cancellation days ", { 0, 1, 366 }, { -1, 367, G_MININT, G_MAXINT } },
    { OFFSET (lat_e6), "point ", { -90000000, 0, 90000000 },
      { -90000001, 90000001, G_MININT, G_MAXINT } },
    { OFFSET (lon_e6), "point ", { -180000000, 0, 180000000 },
      { -180000001, 180000001, G_MININT, G_MAXINT } },
    { OFFSET (kind), "kind ", { 0, 1, 2 }, { -1, 3, G_MININT, G_MAXINT } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerSpace) space = make_space ();

      space->has_point = TRUE;
      for (gsize n = 0; n < G_N_ELEMENTS (cases[i].good); n++)
        {
          g_autoptr(GError) error = NULL;

          G_STRUCT_MEMBER (int, space, cases[i].offset) = cases[i].good[n];
          g_assert_true (foyer_space_check (space, &error));
          g_assert_no_error (error);
        }
      for (gsize n = 0; n < G_N_ELEMENTS (cases[i].bad); n++)
        {
          g_autoptr(GError) error = NULL;

          G_STRUCT_MEMBER (int, space, cases[i].offset) = cases[i].bad[n];
          if (foyer_space_check (space, &error))
            g_test_message ("%s%d was taken", cases[i].field, cases[i].bad[n]);
          g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, cases[i].field));
        }
    }
}

static void
test_prices (void)
{
  static const struct { gint64 price, half; int code; const char *field; } cases[] = {
    { 0, -1, -1 }, { 0, 0, -1 }, { 400, 0, -1 }, { 400, 400, -1 },
    { FOYER_MONEY_MAX, FOYER_MONEY_MAX, -1 },
    { -1, -1, FOYER_ERROR_INVALID, "price " }, { G_MININT64, -1, FOYER_ERROR_INVALID, "price " },
    { 400, -2, FOYER_ERROR_INVALID, "half price " },
    { 400, 401, FOYER_ERROR_INVALID, "half price " },
    { 0, 1, FOYER_ERROR_INVALID, "half price " },
    { FOYER_MONEY_MAX + 1, -1, FOYER_ERROR_TOO_MUCH, "price " },
    { G_MAXINT64, G_MAXINT64, FOYER_ERROR_TOO_MUCH, "price " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerSpace) space = make_space ();
      g_autoptr(GError) error = NULL;

      space->price_minor = cases[i].price;
      space->half_price_minor = cases[i].half;
      g_assert_cmpint (foyer_space_check (space, &error), ==, cases[i].code < 0);
      if (cases[i].code < 0)
        continue;
      g_assert_error (error, FOYER_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
    }
}

static void
test_get_price (void)
{
  g_autoptr(FoyerSpace) space = make_space ();

  space->price_minor = 405;
  g_assert_cmpint (foyer_space_get_price (space, FOYER_PART_FULL), ==, 405);
  g_assert_cmpint (foyer_space_get_price (space, FOYER_PART_AM), ==, 203);
  g_assert_cmpint (foyer_space_get_price (space, FOYER_PART_PM), ==, 203);
  space->half_price_minor = 250;
  g_assert_cmpint (foyer_space_get_price (space, FOYER_PART_AM), ==, 250);
  space->half_price_minor = 0;
  g_assert_cmpint (foyer_space_get_price (space, FOYER_PART_PM), ==, 0);
}

static void
test_currency_and_zone (void)
{
  static const char * const currencies[] = { "", "XXX", "eur", "€" };
  static const char * const zones[] = { "", "Paris", "+01:00", "Europe/Paris " };
  g_autoptr(FoyerSpace) space = make_space ();

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr(GError) error = NULL;

      memset (space->currency, 0, sizeof space->currency);
      memcpy (space->currency, currencies[i], strlen (currencies[i]));
      g_assert_false (foyer_space_check (space, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  memcpy (space->currency, "EURO", 4);
  g_assert_false (foyer_space_check (space, NULL));
  memcpy (space->currency, "CHF", 4);
  g_assert_true (foyer_space_check (space, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GError) error = NULL;

      g_set_str (&space->tz, zones[i]);
      g_assert_false (foyer_space_check (space, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  g_set_str (&space->tz, "Pacific/Kiritimati");
  g_assert_true (foyer_space_check (space, NULL));
}

static void
test_home_address (void)
{
  g_autoptr(FoyerSpace) space = make_space ();
  g_autoptr(GError) error = NULL;

  space->public_address = TRUE;
  g_assert_false (foyer_space_check (space, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_HOME_ADDRESS);
  space->kind = FOYER_SPACE_COWORKING;
  g_assert_true (foyer_space_check (space, NULL));
  space->kind = FOYER_SPACE_THIRD_PLACE;
  g_assert_true (foyer_space_check (space, NULL));
}

static void
test_texts (void)
{
  static const struct { gsize offset; const char *field; gsize most; gboolean lines; } cases[] = {
    { OFFSET (name), "name ", 80, FALSE }, { OFFSET (street), "street ", 200, FALSE },
    { OFFSET (postcode), "postcode ", 200, FALSE },
    { OFFSET (city), "city ", 200, FALSE }, { OFFSET (door), "door ", 200, FALSE },
    { OFFSET (wifi), "wifi ", 200, FALSE },
    { OFFSET (note), "note ", 2000, TRUE }, { OFFSET (about), "about ", 2000, TRUE }, { OFFSET (rules), "rules ", 1000, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerSpace) space = make_space ();
      g_autofree char *longest = g_strnfill (cases[i].most, 'x');
      g_autofree char *longer = g_strnfill (cases[i].most + 1, 'x');
      char **text = &G_STRUCT_MEMBER (char *, space, cases[i].offset);
      g_autoptr(GError) error = NULL;

      g_set_str (text, longest);
      g_assert_true (foyer_space_check (space, NULL));
      g_set_str (text, "  caf\x65\xcc\x81 ");
      g_assert_true (foyer_space_check (space, NULL));
      g_assert_cmpstr (*text, ==, "café");
      g_set_str (text, "a\nb");
      g_assert_cmpint (foyer_space_check (space, NULL), ==, cases[i].lines);

      g_set_str (text, longer);
      g_assert_false (foyer_space_check (space, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
      g_clear_error (&error);
      g_set_str (text, "x\xe2\x80\xaez");
      g_assert_false (foyer_space_check (space, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
    }
}

static void
test_tags (void)
{
  g_autoptr(FoyerSpace) space = make_space ();
  const char * const tags[] = { "quiet", " Quiet ", "fibre", "", NULL };
  const char * const expected[] = { "quiet", "fibre", NULL };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strfreev (space->tags);
  space->tags = g_strdupv ((char **) tags);
  g_assert_true (foyer_space_check (space, NULL));
  g_assert_cmpstrv (space->tags, expected);

  for (int i = 0; i < 24; i++)
    g_strv_builder_take (builder, g_strdup_printf ("tag %d", i));
  g_strfreev (space->tags);
  space->tags = g_strv_builder_end (builder);
  g_assert_true (foyer_space_check (space, NULL));

  for (int i = 0; i < 25; i++)
    g_strv_builder_take (builder, g_strdup_printf ("tag %d", i));
  g_strfreev (space->tags);
  space->tags = g_strv_builder_end (builder);
  g_assert_false (foyer_space_check (space, NULL));

  g_strfreev (space->tags);
  g_strv_builder_take (builder, g_strnfill (41, 'x'));
  space->tags = g_strv_builder_end (builder);
  g_assert_false (foyer_space_check (space, NULL));
}

static void
test_copy (void)
{
  g_autoptr(FoyerSpace) space = make_space ();
  g_autoptr(FoyerSpace) copy = NULL;

  g_set_str (&space->wifi, "secret");
  space->lat_e6 = 45761200;
  copy = foyer_space_copy (space);
  g_assert_cmpstr (copy->wifi, ==, "secret");
  g_assert_false (copy->wifi == space->wifi);
  g_assert_cmpint (copy->lat_e6, ==, 45761200);
  g_set_str (&space->name, "Other");
  g_assert_cmpstr (copy->name, ==, "The Table");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/space/kinds", test_kinds);
  g_test_add_func ("/space/defaults", test_defaults);
  g_test_add_func ("/space/numbers", test_numbers);
  g_test_add_func ("/space/prices", test_prices);
  g_test_add_func ("/space/get-price", test_get_price);
  g_test_add_func ("/space/currency-and-zone", test_currency_and_zone);
  g_test_add_func ("/space/home-address", test_home_address);
  g_test_add_func ("/space/texts", test_texts);
  g_test_add_func ("/space/tags", test_tags);
  g_test_add_func ("/space/copy", test_copy);

  return g_test_run ();
}
