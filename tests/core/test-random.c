/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-random.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795680000000)

static void
test_seeded (void)
{
  /* xoshiro256** seeded by SplitMix64, by an independent implementation */
  static const struct { guint64 seed; guint64 numbers[5]; } cases[] = {
    { 0, { G_GUINT64_CONSTANT (11091344671253066420), G_GUINT64_CONSTANT (13793997310169335082),
           G_GUINT64_CONSTANT (1900383378846508768), G_GUINT64_CONSTANT (7684712102626143532),
           G_GUINT64_CONSTANT (13521403990117723737) } },
    { 42, { G_GUINT64_CONSTANT (1546998764402558742), G_GUINT64_CONSTANT (6990951692964543102),
            G_GUINT64_CONSTANT (12544586762248559009), G_GUINT64_CONSTANT (17057574109182124193),
            G_GUINT64_CONSTANT (18295552978065317476) } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerRandom) random = foyer_random_new_seeded (cases[i].seed);

      for (gsize n = 0; n < G_N_ELEMENTS (cases[i].numbers); n++)
        g_assert_cmpuint (foyer_random_next (random), ==, cases[i].numbers[n]);
    }
}

static void
test_system (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_system ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      guint64 number = foyer_random_next (random);

      g_assert_true (g_hash_table_add (seen, g_memdup2 (&number, sizeof number)));
    }
}

static void
test_range (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);
  int counts[7] = { 0 };
  int n_low = 0;
  int n_third = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 70000; i++)
    {
      guint32 n = foyer_random_range (random, 10, 17);

      g_assert_cmpuint (n, >=, 10);
      g_assert_cmpuint (n, <, 17);
      counts[n - 10]++;
    }
  /* six standard deviations of 93 around 10000 */
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (ABS (counts[i] - 10000), <, 560);

  /* of three quarters of 2³², a remainder would fall into the first third half of the times, and
   * a product would be divisible by three half of the times */
  for (int i = 0; i < 30000; i++)
    {
      guint32 n = foyer_random_range (random, 0, 0xc0000000);

      n_low += n < 0x40000000;
      n_third += n % 3 == 0;
    }
  g_assert_cmpint (ABS (n_low - 10000), <, 500);
  g_assert_cmpint (ABS (n_third - 10000), <, 500);

  for (int i = 0; i < 100; i++)
    {
      g_assert_cmpuint (foyer_random_range (random, 5, 6), ==, 5);
      g_assert_cmpuint (foyer_random_range (random, G_MAXUINT32 - 1, G_MAXUINT32), ==,
                        G_MAXUINT32 - 1);
    }
}

static gint64
read_stamp (const char *id)
{
  g_autofree char *digits = g_strdup_printf ("%.8s%.4s", id, id + 9);

  return (gint64) g_ascii_strtoull (digits, NULL, 16);
}

static void
test_row_ids (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = g_strdup ("");
  guint n_ids = 0;

  /* more in one millisecond than its counter can count, then the next milliseconds */
  for (gint64 now = NOW; now < NOW + 20; now++)
    for (int i = 0; i < (now == NOW ? 20000 : 100); i++, n_ids++)
      {
        char *id = foyer_id_new_row (now, random);

        g_assert_cmpuint (strlen (id), ==, FOYER_ID_SIZE - 1);
        g_assert_true (foyer_id_is_valid (id));
        g_assert_cmpint (id[14], ==, '7');
        g_assert_cmpint (read_stamp (id), >=, now);
        g_assert_cmpint (read_stamp (id), <=, NOW + 20);
        g_assert_cmpstr (before, <, id);
        g_set_str (&before, id);
        g_assert_true (g_hash_table_add (seen, id));
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_ids);
}

static void
test_row_ids_tell_the_time (void)
{
  static const gint64 times[] = {
    0, 1, NOW, NOW + 1, NOW - 5, G_GINT64_CONSTANT (0xffffffffffff), NOW,
  };
  g_autoptr(FoyerRandom) random = foyer_random_new_system ();

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *id = foyer_id_new_row (times[i], random);

      g_assert_cmpint (read_stamp (id), ==, times[i]);
    }
}

static void
test_seeded_ids_repeat (void)
{
  g_autoptr(FoyerRandom) one = foyer_random_new_seeded (7);
  g_autoptr(FoyerRandom) two = foyer_random_new_seeded (7);

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *a = i % 2 ? foyer_id_new_row (NOW, one) : foyer_id_new_travelling (one);
      g_autofree char *b = i % 2 ? foyer_id_new_row (NOW, two) : foyer_id_new_travelling (two);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_travelling_ids (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_system ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) variants = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < 10000; i++)
    {
      char *id = foyer_id_new_travelling (random);

      g_assert_true (foyer_id_is_valid (id));
      g_assert_cmpint (id[14], ==, '4');
      g_hash_table_add (variants, GINT_TO_POINTER (id[19]));
      g_assert_true (g_hash_table_add (seen, id));
    }
  g_assert_cmpuint (g_hash_table_size (variants), ==, 4);
}

static void
test_validity (void)
{
  static const struct { const char *text; gboolean valid; } cases[] = {
    { "019abe1f-8a00-7cc3-98c4-dc0c0c07398f", TRUE },
    { "919108f7-52d1-4320-9bac-f847db4148a8", TRUE },
    { "919108F7-52D1-4320-9BAC-F847DB4148A8", FALSE },
    { "919108f7-52d1-1320-9bac-f847db4148a8", FALSE },
    { "919108f7-52d1-4320-cbac-f847db4148a8", FALSE },
    { "919108f7-52d1-4320-9bac-f847db4148a", FALSE },
    { "919108f7-52d1-4320-9bac-f847db4148a8 ", FALSE },
    { "919108f7-52d1-4320-9bac-f847db4148ag", FALSE },
    { "919108f7052d1-4320-9bac-f847db4148a8", FALSE },
    { "{919108f7-52d1-4320-9bac-f847db4148a8}", FALSE },
    { "00000000-0000-0000-0000-000000000000", FALSE },
    { "919108f752d143209bacf847db4148a8", FALSE },
    { "------------------------------------", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (foyer_id_is_valid (cases[i].text), ==, cases[i].valid);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random/seeded", test_seeded);
  g_test_add_func ("/random/system", test_system);
  g_test_add_func ("/random/range", test_range);
  g_test_add_func ("/id/row", test_row_ids);
  g_test_add_func ("/id/row-tells-the-time", test_row_ids_tell_the_time);
  g_test_add_func ("/id/seeded-repeat", test_seeded_ids_repeat);
  g_test_add_func ("/id/travelling", test_travelling_ids);
  g_test_add_func ("/id/validity", test_validity);

  return g_test_run ();
}
