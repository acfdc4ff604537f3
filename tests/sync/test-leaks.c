/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/discovery/foyer-leaks.h"

#include <string.h>

/* @signs: a letter for each leak: s street, p phone, e e-mail, c code; "" for none */
static const struct {
  const char *text;
  const char *signs;
} cases[] = {
  /* streets */
  { "Nous sommes au 12 rue des Lilas, au fond de la cour.", "s" },
  { "12, rue de la République", "s" },
  { "3 bis avenue Jean-Jaurès", "s" },
  { "3bis, av. Jean Jaurès", "s" },
  { "27 bd de la Croix-Rousse", "s" },
  { "5 impasse du Moulin", "s" },
  { "8 Allée des Tilleuls", "s" },
  { "1 quai Perrache", "s" },
  { "5 place Bellecour", "s" },
  { "44 cours de la Liberté", "s" },
  { "7 route de Genas, en face de la boulangerie", "s" },
  { "14 montée de la Grande Côte", "s" },
  { "221B Baker Street", "s" },
  { "Come to 10 Downing St.", "s" },
  { "1600 Pennsylvania Avenue", "s" },
  { "42 Old Mill Lane, second door", "s" },
  { "Hauptstraße 5, zweiter Hof", "s" },
  { "Un salon à deux pas de la rue Mercière.", "" },
  { "Près de la place Bellecour, métro A et D", "" },
  { "4 places autour de la table", "" },
  { "Il y a 2 cours de yoga par semaine", "" },
  { "1 place de parking", "" },
  { "3 voies de covoiturage", "" },
  { "Ouvert le 12 avril, avenue très calme", "" },
  { "10 minutes from the Old Street station", "" },
  { "2 passages par jour du facteur", "" },
  { "Vue sur 3 villas", "" },
  { "Quiet street, 2 desks and a sofa", "" },
  { "300 m² sur cour", "" },

  /* telephones */
  { "Appelez le 06 12 34 56 78.", "p" },
  { "0612345678", "p" },
  { "06.12.34.56.78", "p" },
  { "06-12-34-56-78", "p" },
  { "04 78 00 11 22 (sonner)", "p" },
  { "+33 6 12 34 56 78", "p" },
  { "+33(0)612345678", "p" },
  { "0033 6 12 34 56 78", "p" },
  { "WhatsApp: +44 7700 900123", "p" },
  { "Call (415) 555-0134", "p" },
  { "415-555-0134", "p" },
  { "020 7946 0958", "p" },
  { "+49 30 901820", "p" },
  { "Ouvert de 09:00 à 18:00 du 01/01/2026 au 31/12/2026", "" },
  { "2026-11-26, 4,00 € la journée, 2,00 € la demi-journée", "" },
  { "SIRET 552 100 554 00013", "" },
  { "69003 Lyon, 75011 Paris", "" },
  { "1 000 000 de raisons de venir", "" },
  { "Depuis 2012-2013-2014", "" },

  /* addresses of e-mail */
  { "Écrivez à ana@example.org", "e" },
  { "ana.lopez+coworking@mail.example.co.uk", "e" },
  { "ana (at) example (dot) org", "e" },
  { "ana [arobase] example.org", "e" },
  { "ana arobase example point org", "e" },
  { "Suivez @lepetitsalon sur Mastodon", "" },
  { "We meet at example café", "" },
  { "Rendez-vous @ midi", "" },

  /* codes */
  { "Le code est 4812B", "c" },
  { "digicode 12A45", "c" },
  { "Digicode : 4589#", "c" },
  { "Door code: 90210", "c" },
  { "PIN 4821", "c" },
  { "Key box 0815 under the stairs", "c" },
  { "Wifi password: hunter22", "c" },
  { "Mot de passe : soleil42", "c" },
  { "mot de passe wifi est soleil42", "c" },
  { "Le mot de passe : bienvenue.", "c" },
  { "Wi-Fi 300 Mbit/s, fibre", "" },
  { "Wi-Fi 1000 Mb/s", "" },
  { "Code postal 69003", "" },
  { "QR code à l'entrée", "" },
  { "Code de conduite : être gentil, 2 règles", "" },
  { "Zip code 90210", "" },
  { "Dress code: none", "" },
  { "Le mot de passe se demande à l'accueil", "" },
  { "Mot de passe : demandez à l'accueil", "" },
  { "Interphone et ascenseur", "" },
  { "Le code de la porte vous est donné après acceptation", "" },
  { "Pas de code, la porte est ouverte de 9h à 18h", "" },

  /* nothing at all */
  { "", "" },
  { "Une table de ferme, du café, un chat nommé Pixel. 2 écrans 27 pouces.", "" },
  { "A farm table, coffee, a cat. Two 27\" screens; 24/7 heating.", "" },

  /* several */
  { "12 rue des Lilas, code 4812B, 06 12 34 56 78 ou ana@example.org", "escp" },
};

static char
get_sign (FoyerLeakKind kind)
{
  switch (kind)
    {
    case FOYER_LEAK_STREET:
      return 's';
    case FOYER_LEAK_PHONE:
      return 'p';
    case FOYER_LEAK_EMAIL:
      return 'e';
    case FOYER_LEAK_CODE:
      return 'c';
    default:
      g_assert_not_reached ();
    }
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_leak_free);
      g_autoptr(GString) signs = g_string_new (NULL);

      foyer_leaks_find (leaks, "about", cases[i].text);
      for (guint j = 0; j < leaks->len; j++)
        {
          const FoyerLeak *leak = leaks->pdata[j];

          g_assert_cmpstr (leak->field, ==, "about");
          g_assert_nonnull (strstr (cases[i].text, leak->excerpt));
          g_string_append_c (signs, get_sign (leak->kind));
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (signs->len, ==, strlen (cases[i].signs));
      for (gsize j = 0; cases[i].signs[j] != '\0'; j++)
        g_assert_nonnull (strchr (signs->str, cases[i].signs[j]));
    }
}

static void
test_excerpts (void)
{
  g_autoptr(GPtrArray) leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_leak_free);

  foyer_leaks_find (leaks, "rules", "Sonnez au 06 12 34 56 78.\nOu au 06 98 76 54 32, svp.");
  g_assert_cmpuint (leaks->len, ==, 2);
  g_assert_cmpstr (((FoyerLeak *) leaks->pdata[0])->excerpt, ==, "06 12 34 56 78");
  g_assert_cmpstr (((FoyerLeak *) leaks->pdata[1])->excerpt, ==, "06 98 76 54 32");
}

/* The longest texts, made to be slow. */
static void
test_long (void)
{
  static const char * const pieces[] = { "0", "1 ", "a@", "code ", "12 rue ", "A ", "mot de passe ", ".", "+3", "é" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GPtrArray) leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_leak_free);
      g_autoptr(GString) text = g_string_new (NULL);
      gint64 began = g_get_monotonic_time ();

      while (g_utf8_strlen (text->str, -1) < 2000)
        g_string_append (text, pieces[i]);
      foyer_leaks_find (leaks, "about", text->str);
      g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leaks/table", test_table);
  g_test_add_func ("/leaks/excerpts", test_excerpts);
  g_test_add_func ("/leaks/long", test_long);

  return g_test_run ();
}
