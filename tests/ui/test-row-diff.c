/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-row-diff.h"

#include <string.h>

/* Applies the changes to @old as a list of widgets would, and tells in @n_kept how many
 * rows were never touched. */
static char **
apply (const char *const *old,
       GArray            *changes,
       guint             *n_kept)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  guint n_removed = 0;

  for (guint i = 0; old[i] != NULL; i++)
    g_ptr_array_add (rows, (gpointer) old[i]);

  for (guint i = 0; i < changes->len; i++)
    {
      const FoyerRowChange *change = &g_array_index (changes, FoyerRowChange, i);

      if (change->kind == FOYER_ROW_REMOVE)
        {
          g_assert_cmpstr (g_ptr_array_index (rows, change->position), ==, change->id);
          g_ptr_array_remove_index (rows, change->position);
          n_removed++;
        }
      else
        {
          g_assert_cmpuint (change->position, <=, rows->len);
          g_ptr_array_insert (rows, (int) change->position, (gpointer) change->id);
        }
    }

  *n_kept = g_strv_length ((char **) old) - n_removed;
  g_ptr_array_add (rows, NULL);
  return g_strdupv ((char **) rows->pdata);
}

static void
test_table (void)
{
  static const struct { const char *old; const char *new; guint n_kept; } table[] = {
    { "", "", 0 },
    { "", "a b c", 0 },
    { "a b c", "", 0 },
    { "a b c", "a b c", 3 },
    { "a b c", "a c", 2 },               /* one arrives: the others stay */
    { "a c", "a b c", 2 },
    { "a b c", "b c d", 2 },
    { "a b c", "c a b", 2 },             /* only the one that passed is made again */
    { "a b c d", "d c b a", 1 },
    { "a b c", "x y z", 0 },
    { "a b c d e", "a x c y e", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto(GStrv) old = g_strsplit (table[i].old, " ", -1);
      g_auto(GStrv) new = g_strsplit (table[i].new, " ", -1);
      g_autoptr(GArray) changes = foyer_row_diff ((const char *const *) old, (const char *const *) new);
      guint n_kept;
      g_auto(GStrv) result = apply ((const char *const *) old, changes, &n_kept);

      g_assert_true (g_strv_equal ((const char *const *) result, (const char *const *) new));
      g_assert_cmpuint (n_kept, ==, table[i].n_kept);
    }
}

/* Any list becomes any other one, and equal lists need nothing. */
static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (26);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(GStrvBuilder) olds = g_strv_builder_new ();
      g_autoptr(GStrvBuilder) news = g_strv_builder_new ();
      g_auto(GStrv) old = NULL;
      g_auto(GStrv) new = NULL;
      g_auto(GStrv) result = NULL;
      g_autoptr(GArray) changes = NULL;
      guint start = g_rand_int_range (random, 0, 11);
      guint n_kept;

      /* 7 and 4 have no factor in common with 11: each id at most once. */
      for (guint i = 0; i < 11; i++)
        {
          g_autofree char *one = g_strdup_printf ("%u", (start + 7 * i) % 11);
          g_autofree char *other = g_strdup_printf ("%u", (start + 4 * i) % 11);

          if (g_rand_boolean (random))
            g_strv_builder_add (olds, one);
          if (g_rand_boolean (random))
            g_strv_builder_add (news, other);
        }
      old = g_strv_builder_end (olds);
      new = g_strv_builder_end (news);

      changes = foyer_row_diff ((const char *const *) old, (const char *const *) new);
      result = apply ((const char *const *) old, changes, &n_kept);
      g_assert_true (g_strv_equal ((const char *const *) result, (const char *const *) new));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-diff/table", test_table);
  g_test_add_func ("/row-diff/random", test_random);

  return g_test_run ();
}
