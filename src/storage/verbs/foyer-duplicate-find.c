/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-apart-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/verbs/foyer-duplicate-verbs.h"
#include "storage/verbs/foyer-person-verbs.h"

/* A millisecond of reading. */
#define SLICE 2000
#define LIMIT_MAX 500

void
foyer_duplicate_free (FoyerDuplicate *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->keep, foyer_person_free);
  g_clear_pointer (&self->other, foyer_person_free);
  g_free (self);
}

/* Everybody, while the desk goes first. */
static gboolean
foyer_duplicate_read_slice (FoyerDb       *db,
                            GArray        *facts,
                            GStringChunk  *texts,
                            guint         *n,
                            GError       **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, member, fold, email_fold, phone_tail FROM person WHERE id > ?1 AND deleted_at = 0 ORDER BY id LIMIT ?2");
  const guint32 last = facts->len > 0 ? g_array_index (facts, FoyerLikenessFacts, facts->len - 1).row : 0;
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, last);
  foyer_stmt_bind_int (stmt, 2, SLICE);
  for (*n = 0; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    {
      const FoyerLikenessFacts one = {
        .row = (guint32) foyer_stmt_get_int (stmt, 0),
        .is_member = foyer_stmt_get_int (stmt, 1) != 0,
        .name = g_string_chunk_insert (texts, foyer_stmt_get_text (stmt, 2)),
        .email = g_string_chunk_insert_const (texts, foyer_stmt_get_text (stmt, 3)),
        .phone_tail = g_string_chunk_insert (texts, foyer_stmt_get_text (stmt, 4)),
      };

      g_array_append_val (facts, one);
    }

  return done;
}

static void
foyer_duplicate_breathe_cb (gpointer user_data)
{
  foyer_db_breathe (user_data);
}

/* @person stays %NULL for somebody who is gone since they were read. */
static gboolean
foyer_duplicate_read_person (FoyerDb      *db,
                             guint32       row,
                             FoyerPerson **person,
                             GError      **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT 1 FROM person WHERE id = ?1 AND deleted_at = 0");
  gboolean lives;

  foyer_stmt_bind_int (stmt, 1, row);
  if (!foyer_stmt_step (stmt, &lives, error))
    return FALSE;

  return !lives || (*person = foyer_person_verbs_read (db, row, 0, FOYER_DAY_NONE, error)) != NULL;
}

/* Adds the pair, unless the host knows better, or they met. */
static gboolean
foyer_duplicate_take (FoyerDb                  *db,
                      const GArray             *facts,
                      const FoyerLikenessPair  *pair,
                      GPtrArray                *found,
                      GError                  **error)
{
  const guint32 one = g_array_index (facts, FoyerLikenessFacts, pair->one).row;
  const guint32 other = g_array_index (facts, FoyerLikenessFacts, pair->other).row;
  g_autoptr(FoyerDuplicate) self = g_new0 (FoyerDuplicate, 1);
  gboolean apart, together;

  if (!foyer_apart_table_has (db, one, other, &apart, error))
    return FALSE;
  if (apart)
    return TRUE;
  if (!foyer_booking_table_met (db, one, other, &together, error))
    return FALSE;
  if (together && foyer_likeness_is_weak (pair->likeness))
    return TRUE;

  self->likeness = pair->likeness | (together ? FOYER_LIKENESS_TOGETHER : 0);
  self->n_namesakes = (pair->likeness & FOYER_LIKENESS_NAME) != 0 ? pair->n_namesakes : 0;
  if (!foyer_duplicate_read_person (db, one, &self->keep, error)
      || !foyer_duplicate_read_person (db, other, &self->other, error))
    return FALSE;
  if (self->keep == NULL || self->other == NULL)
    return TRUE;
  if (self->other->is_member && self->other->n_visits > self->keep->n_visits)
    {
      FoyerPerson *rarer = self->keep;

      self->keep = self->other;
      self->other = rarer;
    }
  g_ptr_array_add (found, g_steal_pointer (&self));

  return TRUE;
}

GPtrArray *
foyer_duplicate_verbs_find (FoyerDb  *db,
                            int       limit,
                            GError  **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_duplicate_free);
  g_autoptr(GArray) facts = g_array_new (FALSE, FALSE, sizeof (FoyerLikenessFacts));
  g_autoptr(GStringChunk) texts = g_string_chunk_new (64 * 1024);
  g_autoptr(GArray) pairs = NULL;
  guint n;

  do
    {
      if (!foyer_duplicate_read_slice (db, facts, texts, &n, error))
        return NULL;
      foyer_db_breathe (db);
    }
  while (n == SLICE);

  pairs = foyer_likeness_find ((const FoyerLikenessFacts *) facts->data, facts->len, foyer_duplicate_breathe_cb, db);
  for (guint i = 0; i < pairs->len && found->len < (guint) CLAMP (limit, 1, LIMIT_MAX); i++)
    {
      if (!foyer_duplicate_take (db, facts, &g_array_index (pairs, FoyerLikenessPair, i), found, error))
        return NULL;
      foyer_db_breathe (db);
    }

  return g_steal_pointer (&found);
}
