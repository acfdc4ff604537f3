/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"

#include <string.h>

static void
test_names (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code <= FOYER_ERROR_BAD_FILE; code++)
    {
      const char *name = foyer_error_get_name (code);

      g_assert_nonnull (name);
      g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (name));
      g_assert_true (g_hash_table_add (seen, (gpointer) name));
    }
  g_assert_cmpstr (foyer_error_get_name (FOYER_ERROR_HAS_BOOKINGS), ==, "has-bookings");
  g_assert_cmpstr (foyer_error_get_name (FOYER_ERROR_PAST_DAY), ==, "past-day");
}

static void
test_ids (void)
{
  const char * const ids[] = { "one", "two", NULL };
  g_autoptr(GError) error = foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS, ids, "%d held", 2);
  g_autoptr(GError) copy = g_error_copy (error);
  g_autoptr(GError) bare = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_FULL, "full");
  g_autoptr(GError) other = g_error_new_literal (G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED, "other");

  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
  g_assert_cmpstr (error->message, ==, "2 held");
  g_clear_error (&error);
  g_assert_cmpstrv (foyer_error_get_ids (copy), ids);
  g_assert_cmpuint (g_strv_length ((char **) foyer_error_get_ids (bare)), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) foyer_error_get_ids (other)), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) foyer_error_get_ids (NULL)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/names", test_names);
  g_test_add_func ("/error/ids", test_ids);

  return g_test_run ();
}
