/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "history-private.h"

#define JOURNAL_MS (G_GINT64_CONSTANT (30) * 86400 * 1000)

static void
change_free (Change *self)
{
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

GPtrArray *
list_changes (const Book *before,
              const Book *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, before->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *now = g_hash_table_lookup (after->rows, key);

      if (g_strcmp0 (now, value) != 0)
        {
          Change change = { g_strdup (key), g_strdup (value), g_strdup (now) };

          g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
        }
    }
  g_hash_table_iter_init (&iter, after->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (before->rows, key))
      {
        Change change = { g_strdup (key), NULL, g_strdup (value) };

        g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
      }

  return changes;
}

/* Every row as it was before the act, and every other as it is. */
static char *
check_undone (const Act  *act,
              const Book *before,
              const Book *after)
{
  g_autoptr(GPtrArray) changes = list_changes (before, after);
  guint n = 0;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      const char *now = g_hash_table_lookup (after->rows, change->key);

      if (g_strcmp0 (now, change->before) != 0)
        return g_strdup_printf ("undo left %s as %s, it was %s", change->key, now, change->before);
      n += g_strcmp0 (now, g_hash_table_lookup (before->rows, change->key)) != 0;
    }
  if (changes->len != n)
    return g_strdup_printf ("undo changed %u rows, not %u", changes->len, n);

  return NULL;
}

/* Puts the rows of an array that @act changed as they were. */
static void
take_back_rows (const Act  *act,
                const char *table,
                GArray     *rows,
                GArray     *were)
{
  gsize size = g_array_get_element_size (rows);

  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id;
      guint at;

      if (!g_str_has_prefix (change->key, table) || change->key[strlen (table)] != ' ')
        continue;
      id = g_ascii_strtoll (change->key + strlen (table) + 1, NULL, 10);
      for (at = 0; at < rows->len && *(gint64 *) (rows->data + at * size) < id; at++)
        ;
      if (at < rows->len && *(gint64 *) (rows->data + at * size) == id)
        g_array_remove_index (rows, at);
      for (guint j = 0; j < were->len; j++)
        if (*(gint64 *) (were->data + j * size) == id)
          g_array_insert_vals (rows, at, were->data + j * size, 1);
    }
}

static void
take_back (const Act *act,
           Book      *want)
{
  take_back_rows (act, "space", want->spaces, act->before->spaces);
  take_back_rows (act, "opening_rule", want->rules, act->before->rules);
  take_back_rows (act, "day_exception", want->entries, act->before->entries);
  take_back_rows (act, "booking", want->seats, act->before->seats);
  take_back_rows (act, "series", want->series, act->before->series);
  take_back_rows (act, "series_away", want->away, act->before->away);
}

/* A later act that still holds changed a row of this one. */
static gboolean
is_covered (History *self,
            guint    index)
{
  const Act *act = self->acts->pdata[index];

  for (guint i = index + 1; i < self->acts->len; i++)
    {
      const Act *later = self->acts->pdata[i];

      for (guint j = 0; j < later->changes->len && !later->undone; j++)
        for (guint k = 0; k < act->changes->len; k++)
          if (g_str_equal (((Change *) later->changes->pdata[j])->key, ((Change *) act->changes->pdata[k])->key))
            return TRUE;
    }

  return FALSE;
}

static gboolean
leaves_somebody_nameless (const Act  *act,
                          const Book *want)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id = g_str_has_prefix (change->key, "person ") ? g_ascii_strtoll (change->key + 7, NULL, 10) : 0;

      for (guint j = 0; j < want->seats->len && id != 0 && change->before == NULL; j++)
        if (g_array_index (want->seats, BookSeat, j).person == id)
          return TRUE;
    }

  return FALSE;
}

char *
undo_one (History *self)
{
  FoyerProfile *profile = self->profile;
  gint64 index = (gint64) self->acts->len - 1;
  g_autoptr(Book) want = book_copy (self->book);
  g_autoptr(Book) after = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *problem = NULL;
  const char *refusal;
  gboolean covered, conflicts, nameless, was_undone;
  Act *act;

  if (index < 0)
    return NULL;
  if (chance (self, 3))
    index = pick (self, 0, (int) self->acts->len);
  else
    while (index > 0 && ((Act *) self->acts->pdata[index])->undone)
      index--;
  act = self->acts->pdata[index];
  was_undone = act->undone;
  covered = is_covered (self, (guint) index);
  take_back (act, want);
  conflicts = model_conflicts (self->book, want, self->clocks);
  nameless = leaves_somebody_nameless (act, want);

  say (self, "undo of act %" G_GINT64_FORMAT, act->op);
  verb = foyer_profile_undo (profile, act->op);
  after = read_book (self);
  refusal = get_refusal (self);
  if (*refusal == '\0')
    {
      act->undone = TRUE;
      if (was_undone || covered || conflicts || nameless)
        return g_strdup_printf ("undone twice %d, though a later act stands on it %d, seats are missing %d, "
                                "or a person %d", was_undone, covered, conflicts, nameless);
      problem = check_undone (act, self->book, after);
      if (problem == NULL)
        problem = book_compare (want, after);
    }
  else if (!(g_str_equal (refusal, "nothing-to-undo") && (was_undone || profile->now - act->at >= JOURNAL_MS))
           && !(g_str_equal (refusal, "bad-state") && covered)
           && !((g_str_equal (refusal, "full") || g_str_equal (refusal, "has-bookings")) && (conflicts || nameless)))
    {
      problem = g_strdup_printf ("undo was refused without need: %s", profile->error->message);
    }
  else
    {
      problem = book_compare (self->book, after);
    }
  g_clear_error (&profile->error);
  book_free (g_steal_pointer (&self->book));
  self->book = g_steal_pointer (&after);

  return g_steal_pointer (&problem);
}
