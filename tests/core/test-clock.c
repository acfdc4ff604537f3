/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-clock.h"

#include "core/foyer-error.h"

static void
test_system (void)
{
  g_autoptr(FoyerClock) clock = foyer_clock_new_system ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = foyer_clock_now (clock);
  gint64 after = g_get_real_time () / 1000;

  g_assert_false (foyer_clock_is_frozen (clock));
  g_assert_cmpint (before, <=, now);
  g_assert_cmpint (now, <=, after);
}

static void
test_frozen (void)
{
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (-5);
  g_autoptr(FoyerClock) same = foyer_clock_ref (clock);

  g_assert_true (foyer_clock_is_frozen (clock));
  g_assert_cmpint (foyer_clock_now (clock), ==, -5);
  g_assert_cmpint (foyer_clock_now (same), ==, -5);
}

static gint64
tick (gpointer user_data)
{
  gint64 *now = user_data;

  return (*now)++;
}

static void
note_destroy (gpointer user_data)
{
  gint64 *now = user_data;

  *now = -1;
}

static void
test_func (void)
{
  gint64 now = 41;
  FoyerClock *clock = foyer_clock_new_with_func (tick, &now, note_destroy);
  FoyerClock *same = foyer_clock_ref (clock);

  g_assert_false (foyer_clock_is_frozen (clock));
  g_assert_cmpint (foyer_clock_now (clock), ==, 41);
  foyer_clock_unref (clock);
  g_assert_cmpint (foyer_clock_now (same), ==, 42);
  foyer_clock_unref (same);
  g_assert_cmpint (now, ==, -1);
}

static void
test_environment (void)
{
  static const char * const wrong[] = {
    "", "now", "2026-11-26", "2026-11-26T09:00:00", "1764144000",
    "1970-01-01T00:00:00Z", "9990-01-01T00:00:00Z",
  };
  g_autoptr(FoyerClock) clock = NULL;

  g_setenv ("FOYER_NOW", "2026-11-26T09:00:00+01:00", TRUE);
  clock = foyer_clock_new_from_environment (NULL);
  g_assert_true (foyer_clock_is_frozen (clock));
  g_assert_cmpint (foyer_clock_now (clock), ==, G_GINT64_CONSTANT (1795680000000));

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_setenv ("FOYER_NOW", wrong[i], TRUE);
      g_assert_null (foyer_clock_new_from_environment (&error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "FOYER_NOW"));
    }

  g_unsetenv ("FOYER_NOW");
  g_clear_pointer (&clock, foyer_clock_unref);
  clock = foyer_clock_new_from_environment (NULL);
  g_assert_false (foyer_clock_is_frozen (clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/frozen", test_frozen);
  g_test_add_func ("/clock/func", test_func);
  g_test_add_func ("/clock/environment", test_environment);

  return g_test_run ();
}
