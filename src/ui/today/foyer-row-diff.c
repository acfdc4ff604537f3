/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-row-diff.h"

static void
add (GArray             *changes,
     FoyerRowChangeKind  kind,
     guint               position,
     const char         *id)
{
  FoyerRowChange change = { kind, position, id };

  g_array_append_val (changes, change);
}

GArray *
foyer_row_diff (const char * const *old,
                const char * const *new)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FoyerRowChange));
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  guint reached = 0;

  g_return_val_if_fail (old != NULL && new != NULL, changes);

  /* Counted from 1, as 0 is "not there". */
  for (guint i = 0; new[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) new[i], GUINT_TO_POINTER (i + 1));

  /* A row stays when it does not have to pass one that stays before it. */
  for (guint i = 0; old[i] != NULL; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, old[i]));

      if (place > reached)
        {
          reached = place;
          g_ptr_array_add (kept, (gpointer) old[i]);
        }
      else
        {
          add (changes, FOYER_ROW_REMOVE, kept->len, old[i]);
        }
    }

  for (guint i = 0, k = 0; new[i] != NULL; i++)
    {
      if (k < kept->len && g_str_equal (g_ptr_array_index (kept, k), new[i]))
        k++;
      else
        add (changes, FOYER_ROW_INSERT, i, new[i]);
    }

  return changes;
}
