/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-pin.h"

#include <string.h>

static void
test_proper (void)
{
  static const char * const proper[] = { "0000", "1234", "12345678" };
  static const char * const improper[] = { "", "123", "123456789", "12a4", " 1234", "1234 ", "-123", "١٢٣٤", "12\n34" };

  for (guint i = 0; i < G_N_ELEMENTS (proper); i++)
    g_assert_true (foyer_pin_is_proper (proper[i]));
  for (guint i = 0; i < G_N_ELEMENTS (improper); i++)
    g_assert_false (foyer_pin_is_proper (improper[i]));
}

static void
test_hash (void)
{
  g_autofree char *first = foyer_pin_hash ("0420");
  g_autofree char *second = foyer_pin_hash ("0420");

  g_assert_true (g_str_has_prefix (first, "$argon2id$"));
  g_assert_cmpstr (first, !=, second);
  g_assert_null (strstr (first, "0420"));
  g_assert_true (foyer_pin_is_right (first, "0420"));
  g_assert_true (foyer_pin_is_right (second, "0420"));
  g_assert_false (foyer_pin_is_right (first, "420"));
  g_assert_false (foyer_pin_is_right (first, "0421"));
  g_assert_false (foyer_pin_is_right (first, "04200"));
  g_assert_false (foyer_pin_is_right (first, ""));
}

/* What may stand in a file. One that asks for gigabytes and minutes is not even tried. */
static void
test_foreign (void)
{
  static const char * const texts[] = {
    "", "0420", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$",
    "$argon2id$v=19$m=4194304,t=4000000,p=1$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdHNhbHRzYWx0c2FsdHNhbHQ",
  };
  g_autofree char *hash = foyer_pin_hash ("0420");
  g_autofree char *longer = g_strnfill (4096, '$');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (foyer_pin_is_right (texts[i], "0420"));
  g_assert_false (foyer_pin_is_right (longer, "0420"));
  hash[strlen (hash) - 1] = hash[strlen (hash) - 1] == 'A' ? 'Q' : 'A';
  g_assert_false (foyer_pin_is_right (hash, "0420"));
}

static void
test_delay (void)
{
  static const guint delays[] = { 0, 0, 0, 2, 4, 8, 16, 32, 60, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    g_assert_cmpuint (foyer_pin_get_delay (i), ==, delays[i]);
  g_assert_cmpuint (foyer_pin_get_delay (G_MAXUINT), ==, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/proper", test_proper);
  g_test_add_func ("/pin/hash", test_hash);
  g_test_add_func ("/pin/foreign", test_foreign);
  g_test_add_func ("/pin/delay", test_delay);

  return g_test_run ();
}
