/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-names.h"

static void
test_enough (void)
{
  g_assert_false (foyer_kiosk_names_enough (""));
  g_assert_false (foyer_kiosk_names_enough ("m"));
  g_assert_false (foyer_kiosk_names_enough ("06 12 34"));
  g_assert_false (foyer_kiosk_names_enough (" é "));
  g_assert_true (foyer_kiosk_names_enough ("Zo"));
  g_assert_true (foyer_kiosk_names_enough ("李明"));
}

/* A name, and nothing else that a search finds people by. */
static void
test_match (void)
{
  g_assert_true (foyer_kiosk_names_match ("Zoé Marchelin", "zoe"));
  g_assert_true (foyer_kiosk_names_match ("Zoé Marchelin", "MAR zo"));
  g_assert_true (foyer_kiosk_names_match ("Jean-Luc d'Arvor", "luc arv"));
  g_assert_true (foyer_kiosk_names_match ("Jean-Luc d'Arvor", "jean-luc"));
  g_assert_false (foyer_kiosk_names_match ("Zoé Marchelin", "oe"));
  g_assert_false (foyer_kiosk_names_match ("Zoé Marchelin", "zoe@example.org"));
  g_assert_false (foyer_kiosk_names_match ("Zoé Marchelin", "06 12"));
  g_assert_false (foyer_kiosk_names_match ("Zoé Marchelin", "  "));
  g_assert_true (foyer_kiosk_names_is_same ("Zoé Marchelin", " zoe marchelin "));
  g_assert_false (foyer_kiosk_names_is_same ("Zoé Marchelin", "zoe"));
}

static void
assert_labels (const char *names,
               const char *expected)
{
  g_auto(GStrv) list = g_strsplit (names, ",", -1);
  g_auto(GStrv) labels = foyer_kiosk_names_label ((const char * const *) list);
  g_autofree char *joined = g_strjoinv (",", labels);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_labels (void)
{
  assert_labels ("", "");
  assert_labels ("Marie Dupont", "Marie");
  assert_labels ("Marie Dupont,Idris Belcourt", "Marie,Idris");
  assert_labels ("Marie Dupont,marie le Goff,Idris", "Marie D.,marie G.,Idris");
  assert_labels ("Marie Dupont,Marie", "Marie D.,Marie");
  assert_labels ("Zoé Élan,Zoe ernaux,Zoé Roy", ",,Zoé R.");
  assert_labels ("Marie,Marie", ",");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kiosk-names/enough", test_enough);
  g_test_add_func ("/kiosk-names/match", test_match);
  g_test_add_func ("/kiosk-names/labels", test_labels);

  return g_test_run ();
}
