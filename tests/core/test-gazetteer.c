/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-gazetteer.h"

#include <string.h>

#include "core/foyer-text.h"

#define HEAD "insee\tname\tpostcodes\tdept\tpop\tlat\tlon\tprecision\n"

static FoyerGazetteer *
make_gazetteer (const char *table)
{
  g_autoptr(GBytes) bytes = g_bytes_new (table, strlen (table));

  return foyer_gazetteer_new (bytes);
}

static FoyerGazetteer *
open_shipped (GBytes **bytes)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "gazetteer-fr.tsv",
                                                 NULL);
  g_autoptr(GError) error = NULL;
  char *table;
  gsize size;

  g_file_get_contents (path, &table, &size, &error);
  g_assert_no_error (error);
  *bytes = g_bytes_new_take (table, size);

  return foyer_gazetteer_new (*bytes);
}

static void
test_shipped (void)
{
  static const struct {
    const char *name, *postcode, *found;
    int lat_e6, lon_e6;
  } cases[] = {
    { "Lyon 3e", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Lyon 3", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "lyon 3ème arrondissement", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "LYON 03", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Lyon Cedex 03", "69301", "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Marseille 1er", NULL, "Marseille 1er Arrondissement", 43298100, 5384100 },
    { "Paris 1", NULL, "Paris 1er Arrondissement", 48859200, 2341700 },
    { "69003", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { NULL, "69003", "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Lyon", "69003", "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "69003 Lyon", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Lyon (69003)", NULL, "Lyon 3e Arrondissement", 45761200, 4851800 },
    { "Paris", "75116", "Paris 16e Arrondissement", 48863700, 2276900 },
    { "lyon", NULL, "Lyon", 45749100, 4847900 },
    { "Paris", NULL, "Paris", 48853400, 2348800 },
    { "Les Lilas", NULL, "Les Lilas", 48879900, 2420600 },
    { "les lilas", "93260", "Les Lilas", 48879900, 2420600 },
    { "L'Haÿ-les-Roses", NULL, "L'Haÿ-les-Roses", 48779400, 2337300 },
    { "l hay les roses", NULL, "L'Haÿ-les-Roses", 48779400, 2337300 },
    { "L’HAY LES ROSES", NULL, "L'Haÿ-les-Roses", 48779400, 2337300 },
    /* the largest of its name is overseas; a postcode tells */
    { "St Denis", NULL, "Saint-Denis", -20882300, 55450400 },
    { "St-Denis", "93200", "Saint-Denis", 48935600, 2353900 },
    { "Ambérieu en Bugey", NULL, "Ambérieu-en-Bugey", 45959300, 5351600 },
    { "Bors", NULL, "Bors (Canton de Tude-et-Lavalette)", 45638500, 177700 },
    { "Château-Chinon (Campagne)", NULL, "Château-Chinon (Campagne)", 0, 0 },
    { "chateau chinon", NULL, "Château-Chinon (Ville)", 47066700, 3933300 },
    /* a name that the postcode does not have, and a postcode that is not known */
    { "Villeurbane", "69100", "Villeurbanne", 0, 0 },
    { "Villeurbanne", "69999", "Villeurbanne", 0, 0 },
    { "Nowhere at all", NULL, NULL, 0, 0 },
    { "Miquelon-Langlade", "97500", NULL, 0, 0 },
    { "", NULL, NULL, 0, 0 },
    { "", "", NULL, 0, 0 },
    { NULL, NULL, NULL, 0, 0 },
    { "Lyon 17e", NULL, NULL, 0, 0 },
    { "00000", NULL, NULL, 0, 0 },
    { "\xff\xff", NULL, NULL, 0, 0 },
  };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(FoyerGazetteer) gazetteer = open_shipped (&bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerPlace) place = foyer_gazetteer_find (gazetteer, cases[i].name,
                                                          cases[i].postcode);

      g_assert_cmpstr (place != NULL ? place->name : NULL, ==, cases[i].found);
      if (cases[i].lat_e6 != 0)
        {
          g_assert_cmpint (place->lat_e6, ==, cases[i].lat_e6);
          g_assert_cmpint (place->lon_e6, ==, cases[i].lon_e6);
        }
    }
}

/* Every line of the shipped table is found by its name and its first postcode, or a larger
 * commune of that name and postcode is. */
static void
test_shipped_lines (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(FoyerGazetteer) gazetteer = open_shipped (&bytes);
  g_autofree char *table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *rest = table;
  guint n_found = 0;

  strsep (&rest, "\n");
  for (char *line = strsep (&rest, "\n"); line != NULL && *line != '\0';
       line = strsep (&rest, "\n"))
    {
      g_autoptr(FoyerPlace) place = NULL;
      char *columns[8];
      double degrees;

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          columns[i] = strsep (&line, "\t");
          g_assert_nonnull (columns[i]);
        }
      g_assert_null (line);
      if (*columns[5] == '\0')
        continue;
      g_assert_cmpuint (strlen (columns[2]), >=, 5);
      columns[2][5] = '\0';
      place = foyer_gazetteer_find (gazetteer, columns[1], columns[2]);
      g_assert_nonnull (place);
      n_found++;
      if (g_str_equal (columns[1], "Paris") || g_str_equal (columns[1], "Lyon") ||
          g_str_equal (columns[1], "Marseille"))
        continue;
      g_assert_cmpstr (place->name, ==, columns[1]);
      g_assert_cmpint (place->population, >=, atoi (columns[4]));
      if (place->population != atoi (columns[4]))
        continue;
      degrees = g_ascii_strtod (columns[5], NULL) * 1e6;
      g_assert_cmpint (place->lat_e6, ==, (int) (degrees + (degrees < 0 ? -0.5 : 0.5)));
      degrees = g_ascii_strtod (columns[6], NULL) * 1e6;
      g_assert_cmpint (place->lon_e6, ==, (int) (degrees + (degrees < 0 ? -0.5 : 0.5)));
      g_assert_cmpint (place->precision, ==, *columns[7]);
    }
  g_assert_cmpuint (n_found, >, 34000);
}

static void
test_degrees (void)
{
  static const struct { const char *text; gboolean good; int e6; } cases[] = {
    { "45.7612", TRUE, 45761200 }, { "-0.5", TRUE, -500000 }, { "0", TRUE, 0 },
    { "7", TRUE, 7000000 },
    { "-21.115141", TRUE, -21115141 }, { "1.23456789", TRUE, 1234567 }, { "-0.000001", TRUE, -1 },
    { "90", TRUE, 90000000 }, { "-90.000000", TRUE, -90000000 }, { "5.", TRUE, 5000000 },
    { "90.000001", FALSE, 0 }, { "91", FALSE, 0 }, { "1000000000000000000000", FALSE, 0 },
    { "", FALSE, 0 },
    { "-", FALSE, 0 }, { ".5", FALSE, 0 }, { "+5", FALSE, 0 }, { "4,5", FALSE, 0 },
    { "1.2.3", FALSE, 0 },
    { "1e3", FALSE, 0 }, { "NaN", FALSE, 0 }, { " 5", FALSE, 0 }, { "--5", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf (HEAD "1\tOrt\t12345\t1\t10\t%s\t1\tg\n",
                                                cases[i].text);
      g_autoptr(FoyerGazetteer) gazetteer = make_gazetteer (table);
      g_autoptr(FoyerPlace) place = foyer_gazetteer_find (gazetteer, "ort", NULL);

      g_assert_cmpint (place != NULL, ==, cases[i].good);
      if (place != NULL)
        g_assert_cmpint (place->lat_e6, ==, cases[i].e6);
    }
}

static void
test_bad_lines (void)
{
  static const char * const lines[] = {
    "", "\n\n", "1\tOrt\n", "1\tOrt\t12345\t1\t10\t1\t1\n", "1\tOrt\t12345\t1\t10\t1\t1\tg\tx\n",
    "1\tOrt\t12345\t1\t-10\t1\t1\tg\n", "1\tOrt\t12345\t1\t\t1\t1\tg\n",
    "1\tOrt\t12345\t1\t99999999999\t1\t1\tg\n", "1\tOrt\t12345\t1\t10\t1\t181\tg\n",
    "1\tOrt\t12345\t1\t10\t1\t1\t\n", "1\tOrt\t12345\t1\t10\t\t\t-\n",
    "1\t\t12345\t1\t10\t1\t1\tg\n",
    "1\t-'-\t12345\t1\t10\t1\t1\tg\n",
  };
  static const struct { const char *line; const char *postcode; } good[] = {
    { "1\tOrt\t12345\t1\t10\t1\t1\tg", "12345" },
    { "1\tOrt\t12345\t1\t10\t1\t1\tg\r\n", "12345" },
    { "1\tOrt\t12345 54321\t1\t10\t1\t1\tg\n", "54321" },
    { "1\tOrt\t\t1\t10\t1\t1\tg\n", "12345" },
    { "1\tOrt\t1234\t1\t10\t1\t1\tg\n", "12345" },
    { "1\tOrt\tabcde 12345\t1\t10\t1\t1\tg\n", "12345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(FoyerGazetteer) gazetteer = make_gazetteer (lines[i]);

      g_assert_null (foyer_gazetteer_find (gazetteer, "Ort", "12345"));
      g_assert_null (foyer_gazetteer_find (gazetteer, "Ort", NULL));
      g_assert_null (foyer_gazetteer_find (gazetteer, "-", NULL));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(FoyerGazetteer) gazetteer = make_gazetteer (good[i].line);
      g_autoptr(FoyerPlace) place = foyer_gazetteer_find (gazetteer, "Ort", good[i].postcode);

      g_assert_cmpstr (place->name, ==, "Ort");
    }
}

static void
test_ties (void)
{
  g_autoptr(FoyerGazetteer) gazetteer = make_gazetteer (
    HEAD
    "1\tSaint-Martin\t11111\t1\t10\t1\t1\tg\n"
    "2\tSaint-Martin\t22222\t1\t30\t2\t2\tp\n"
    "3\tSaint-Martin\t11111\t1\t20\t3\t3\ta\n"
    "4\tAltdorf\t11111 22222\t1\t40\t4\t4\tg\n"
    "5\tSainte-Mère\t33333\t1\t5\t5\t5\tg\n"
    "6\tSaint-Martin-le-Vieux\t11111\t1\t99\t6\t6\tg\n");
  static const struct { const char *name, *postcode; int population; } cases[] = {
    { "St Martin", NULL, 30 }, { "Saint Martin", "11111", 20 }, { "saint-martin", "22222", 30 },
    { NULL, "11111", 99 }, { NULL, "22222", 40 }, { "Altdorf", "11111", 40 },
    { "ste mere", NULL, 5 },
    { "Saint-Martin", "33333", 5 }, { "Saint-Martin-le-Vieux", NULL, 99 }, { "Saint", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerPlace) place = foyer_gazetteer_find (gazetteer, cases[i].name,
                                                          cases[i].postcode);

      g_assert_cmpint (place != NULL ? place->population : 0, ==, cases[i].population);
    }
}

/* Damage to the table costs what it hits and nothing else. */
static void
test_any_bytes (void)
{
  static const char damage[] = "\t\n\0-.,9 \xc3\xff";
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GString) table = g_string_new (
        HEAD
        "1\tLyon 3e Arrondissement\t69003 69004\t69\t9\t45.7\t-4.8\tg\n"
        "2\tL'Haÿ (Canton)\t94240\t94\t9\t48.7\t2.3\tp\n");
      g_autoptr(FoyerGazetteer) gazetteer = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(FoyerPlace) by_name = NULL;
      g_autoptr(FoyerPlace) by_postcode = NULL;

      for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        table->str[g_rand_int_range (rand, 0, table->len)] =
          damage[g_rand_int_range (rand, 0, sizeof damage)];
      g_string_truncate (table, g_rand_int_range (rand, 0, table->len + 1));
      bytes = g_bytes_new (table->str, table->len);
      gazetteer = foyer_gazetteer_new (bytes);
      by_name = foyer_gazetteer_find (gazetteer, "L'Haÿ", NULL);
      by_postcode = foyer_gazetteer_find (gazetteer, NULL, "69003");
      if (by_name != NULL)
        g_assert_true (g_utf8_validate (by_name->name, -1, NULL));
      if (by_postcode != NULL)
        g_assert_cmpint (ABS (by_postcode->lat_e6), <=, 90000000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer/shipped", test_shipped);
  g_test_add_func ("/gazetteer/shipped-lines", test_shipped_lines);
  g_test_add_func ("/gazetteer/degrees", test_degrees);
  g_test_add_func ("/gazetteer/bad-lines", test_bad_lines);
  g_test_add_func ("/gazetteer/ties", test_ties);
  g_test_add_func ("/gazetteer/any-bytes", test_any_bytes);

  return g_test_run ();
}
