/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-erasure-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-erasure-table.h"

void
foyer_erasure_free (FoyerErasure *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self);
}

/* In the running transaction. */
static gboolean
foyer_erasure_verbs_empty (FoyerDb       *db,
                           GArray        *ids,
                           const char    *name,
                           FoyerErasure  *receipt,
                           GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);

      if (!foyer_erasure_table_count (db, id, receipt, error)
          || !foyer_erasure_log_note (db, id, name, error)
          || !foyer_erasure_table_empty (db, id, name, receipt, error))
        return FALSE;
    }

  return TRUE;
}

/* Whoever reads the file itself finds nothing in it. What was erased is written over already, so that
 * a disk that has no room for a second file of this size takes nothing of the act back. */
static void
foyer_erasure_verbs_rewrite (FoyerDb *db)
{
  g_autoptr(GError) error = NULL;

  if (!foyer_db_checkpoint (db, &error)
      || !foyer_db_exec (db, "VACUUM", &error)
      || !foyer_db_checkpoint (db, &error))
    g_info ("The file is not written anew: %s", error->message);
}

FoyerErasure *
foyer_erasure_verbs_erase (FoyerDb     *db,
                           const char  *uid,
                           const char  *name,
                           GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerErasure) receipt = g_new0 (FoyerErasure, 1);
  g_autoptr(GArray) ids = NULL;

  if (transaction == NULL || (ids = foyer_erasure_table_list (db, uid, error)) == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such person");
      return NULL;
    }

  receipt->id = g_strdup (uid);
  receipt->at_ms = foyer_db_now (db);
  if (!foyer_act_open_news (db, uid, error)
      || !foyer_erasure_verbs_empty (db, ids, name, receipt, error)
      || !foyer_erasure_table_forget_words (db, error))
    return NULL;

  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_POST, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  foyer_erasure_verbs_rewrite (db);

  return g_steal_pointer (&receipt);
}

gboolean
foyer_erasure_verbs_replay (FoyerDb     *db,
                            GHashTable  *hashes,
                            GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(GHashTable) uids = NULL;
  GHashTableIter iter;
  gpointer key;
  gpointer name;

  if (transaction == NULL || (uids = foyer_erasure_log_find (db, hashes, error)) == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &key, &name))
    {
      g_autoptr(FoyerErasure) receipt = g_new0 (FoyerErasure, 1);
      g_autoptr(GArray) ids = foyer_erasure_table_list (db, key, error);

      /* None: gone with a record that it went into. */
      if (ids == NULL
          || !foyer_act_open_news (db, key, error)
          || !foyer_erasure_verbs_empty (db, ids, name, receipt, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &key, &name))
    if (!foyer_erasure_log_add (db, key, name, error))
      return FALSE;

  return (g_hash_table_size (uids) == 0 || foyer_erasure_table_forget_words (db, error))
         && foyer_transaction_commit (transaction, error)
         && (g_hash_table_size (uids) == 0 || foyer_db_exec (db, "VACUUM", error));
}
