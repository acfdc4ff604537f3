/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-places.h"

/* What is typed, and the first places in their order. */
static void
test_search (void)
{
  static const struct {
    const char *text;
    const char *names[4];
  } cases[] = {
    { "Lyon", { "Lyon" } },
    { "lyon 3E", { "Lyon 3e Arrondissement" } },
    { "Lyon 3ème", { "Lyon 3e Arrondissement" } },
    { "Paris 1", { "Paris 1er Arrondissement", "Paris 15e Arrondissement" } },
    { "75011", { "Paris 11e Arrondissement" } },
    { "69003 Lyon", { "Lyon 3e Arrondissement" } },
    { "Lyon 69003", { "Lyon 3e Arrondissement" } },
    { "69003 Paris", { "Lyon 3e Arrondissement" } },
    { "93260", { "Les Lilas" } },
    { "mont", { "Montpellier", "Montreuil" } },
    { "MONTPÉ", { "Montpellier" } },
    { "st etienne", { "Saint-Étienne" } },
    { "saint-eti", { "Saint-Étienne" } },
    { "villeurb", { "Villeurbanne" } },
    { "", { NULL } },
    { "   ", { NULL } },
    { "zzzz", { NULL } },
    { "99999", { NULL } },
    { "750", { NULL } },
    { "%", { NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) places = foyer_places_search (cases[i].text, 20);

      g_test_message ("%s: %u", cases[i].text, places->len);
      if (cases[i].names[0] == NULL)
        g_assert_cmpuint (places->len, ==, 0);
      for (gsize j = 0; cases[i].names[j] != NULL; j++)
        {
          g_assert_cmpuint (places->len, >, j);
          g_assert_cmpstr (((FoyerPlace *) places->pdata[j])->name, ==, cases[i].names[j]);
        }
    }
}

/* The most populous first, nothing twice, never more than asked for. */
static void
test_order (void)
{
  g_autoptr(GPtrArray) places = foyer_places_search ("saint", 500);
  g_autoptr(GPtrArray) few = foyer_places_search ("saint", 3);
  g_autoptr(GPtrArray) none = foyer_places_search ("saint", 0);

  g_assert_cmpuint (places->len, ==, 500);
  g_assert_cmpuint (few->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 1; i < places->len; i++)
    {
      const FoyerPlace *before = places->pdata[i - 1];
      const FoyerPlace *place = places->pdata[i];

      g_assert_cmpint (before->population, >=, place->population);
      g_assert_false (g_str_equal (before->name, place->name) && before->lat_e6 == place->lat_e6
                      && before->lon_e6 == place->lon_e6);
    }
}

static gpointer
ask (gpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr(FoyerPlace) place = foyer_places_find ("Lyon 3e", NULL);
      g_autoptr(GPtrArray) places = foyer_places_search ("vill", 5);

      g_assert_nonnull (place);
      g_assert_cmpint (place->lat_e6, ==, 45761200);
      g_assert_cmpuint (places->len, ==, 5);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/places/search", test_search);
  g_test_add_func ("/places/order", test_order);
  g_test_add_func ("/places/threads", test_threads);

  return g_test_run ();
}
