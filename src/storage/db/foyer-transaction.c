/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db-private.h"
#include "storage/db/foyer-stmt.h"

struct _FoyerTransaction {
  FoyerDb  *db;
  gboolean  open;
  gint64    act;       /* of the transaction around this one */
};

/* Prepared once, unlike foyer_db_exec(). */
static gboolean
foyer_transaction_run (FoyerDb     *db,
                       const char  *sql,
                       GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  return foyer_stmt_run (stmt, error);
}

FoyerTransaction *
foyer_transaction_begin (FoyerDb  *db,
                         GError  **error)
{
  FoyerTransaction *self;

  if (!foyer_transaction_run (db, db->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner", error))
    return NULL;

  db->depth++;
  self = g_new (FoyerTransaction, 1);
  self->db = db;
  self->open = TRUE;
  self->act = db->act;

  return self;
}

static void
foyer_transaction_forget (FoyerDb *db)
{
  db->act = 0;
  db->changing = 0;
  db->changing_many = FALSE;
  db->touching = 0;
  g_clear_pointer (&db->changing_space, g_free);
}

static void
foyer_transaction_publish (FoyerDb *db)
{
  db->changed |= db->touching;
  if (db->changing == 0)
    return;

  if (db->changing_many || (db->changed != 0 && g_strcmp0 (db->changed_space, db->changing_space) != 0))
    db->changed_many = TRUE;
  g_set_str (&db->changed_space, db->changing_space);
  db->changed |= db->changing;
}

gboolean
foyer_transaction_commit (FoyerTransaction  *self,
                          GError           **error)
{
  FoyerDb *db = self->db;

  g_assert (self->open);

  if (db->depth == 1 && db->act != 0 && db->settle != NULL && !db->settle (db, error))
    return FALSE;
  if (!foyer_transaction_run (db, db->depth == 1 ? "COMMIT" : "RELEASE inner", error))
    return FALSE;

  self->open = FALSE;
  db->depth--;
  if (db->depth == 0)
    {
      foyer_transaction_publish (db);
      foyer_transaction_forget (db);
    }

  return TRUE;
}

void
foyer_transaction_end (FoyerTransaction *self)
{
  FoyerDb *db = self->db;

  if (self->open)
    {
      db->depth--;
      /* Some faults have SQLite take everything back by itself. */
      if (!sqlite3_get_autocommit (db->handle))
        foyer_db_exec (db, db->depth == 0 ? "ROLLBACK" : "ROLLBACK TO inner; RELEASE inner", NULL);
      db->act = self->act;
      if (db->depth == 0)
        foyer_transaction_forget (db);
    }
  g_free (self);
}

void
foyer_db_set_settle (FoyerDb           *self,
                     FoyerDbSettleFunc  settle)
{
  self->settle = settle;
}

void
foyer_db_note_change (FoyerDb     *self,
                      FoyerChange  change,
                      const char  *space_uid)
{
  g_assert (self->depth > 0);

  if (space_uid == NULL || (self->changing != 0 && g_strcmp0 (self->changing_space, space_uid) != 0))
    self->changing_many = TRUE;
  g_set_str (&self->changing_space, space_uid);
  self->changing |= change;
}

FoyerChange
foyer_db_take_changes (FoyerDb  *self,
                       char    **space_uid)
{
  FoyerChange changed = self->changed;

  *space_uid = self->changed_many ? NULL : g_steal_pointer (&self->changed_space);
  g_clear_pointer (&self->changed_space, g_free);
  self->changed_many = FALSE;
  self->changed = 0;

  return changed;
}
