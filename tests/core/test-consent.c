/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-consent.h"

#include "core/foyer-error.h"

static void
test_names (void)
{
  static const char *wrong[] = { "", "Photos", " photos", "all", "photos,newsletter" };
  FoyerConsent consent;

  for (int i = 0; i < FOYER_CONSENT_COUNT; i++)
    {
      g_assert_true (foyer_consent_parse (foyer_consent_get_name ((FoyerConsent) i), &consent, NULL));
      g_assert_cmpint ((int) consent, ==, i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (foyer_consent_parse (wrong[i], &consent, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/consent/names", test_names);

  return g_test_run ();
}
