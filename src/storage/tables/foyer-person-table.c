/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-person-table.h"

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/db/foyer-stmt.h"

void
foyer_person_row_free (FoyerPersonRow *self)
{
  g_clear_pointer (&self->person, foyer_person_free);
  g_free (self);
}

gboolean
foyer_skill_table_read (FoyerDb      *db,
                        gint64        person_id,
                        FoyerPerson  *person,
                        GError      **error)
{
  g_autoptr(GStrvBuilder) skills = g_strv_builder_new ();
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT skill FROM person_skill WHERE person_id = ?1 AND deleted_at = 0 ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_strv_builder_add (skills, foyer_stmt_get_text (stmt, 0));
  g_strfreev (person->skills);
  person->skills = g_strv_builder_end (skills);

  return done;
}

/* Who a record that is gone went into. */
static FoyerPersonRow *
foyer_person_table_find_merged (FoyerDb     *db,
                                const char  *uid,
                                GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "WITH RECURSIVE chain (id) AS (SELECT merged_into FROM person WHERE uid = ?1 AND merged_into IS NOT NULL"
    "   UNION SELECT p.merged_into FROM person AS p JOIN chain ON p.id = chain.id WHERE p.merged_into IS NOT NULL)"
    " SELECT p.uid FROM chain JOIN person AS p ON p.id = chain.id WHERE p.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such person");
      return NULL;
    }

  return foyer_person_table_find (db, foyer_stmt_get_text (stmt, 0), error);
}

FoyerPersonRow *
foyer_person_table_find (FoyerDb     *db,
                         const char  *uid,
                         GError     **error)
{
  g_autoptr(FoyerPersonRow) self = NULL;
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, member, name, email, phone, rev FROM person WHERE uid = ?1 AND deleted_at = 0");
  FoyerPerson *person;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    return foyer_person_table_find_merged (db, uid, error);

  self = g_new (FoyerPersonRow, 1);
  self->id = foyer_stmt_get_int (stmt, 0);
  self->person = person = foyer_person_new ();
  g_set_str (&person->id, uid);
  person->is_member = foyer_stmt_get_int (stmt, 1) != 0;
  g_set_str (&person->name, foyer_stmt_get_text (stmt, 2));
  g_set_str (&person->email, foyer_stmt_get_text (stmt, 3));
  g_set_str (&person->phone, foyer_stmt_get_text (stmt, 4));
  person->rev = foyer_stmt_get_int (stmt, 5);

  return g_steal_pointer (&self);
}

gboolean
foyer_person_table_find_row (FoyerDb     *db,
                             const char  *uid,
                             gint64      *id,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT id FROM person WHERE uid = ?1 AND deleted_at < 0");
  g_autoptr(FoyerPersonRow) row = NULL;
  gboolean erased;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &erased, error))
    return FALSE;
  if (erased)
    *id = foyer_stmt_get_int (stmt, 0);
  else if ((row = foyer_person_table_find (db, uid, error)) != NULL)
    *id = row->id;

  return erased || row != NULL;
}

/* The digits from the last to the first: the end of a number is the start of this. */
static char *
foyer_person_table_get_phone_tail (const char *phone)
{
  g_autoptr(GString) tail = g_string_new (NULL);

  for (const char *at = phone; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_prepend_c (tail, *at);

  return g_string_free_and_steal (g_steal_pointer (&tail));
}

static void
foyer_person_table_bind (FoyerStmt         *stmt,
                         const FoyerPerson *person)
{
  g_autofree char *fold = foyer_text_fold (person->name);
  g_autofree char *email = foyer_text_fold (person->email);
  g_autofree char *tail = foyer_person_table_get_phone_tail (person->phone);

  foyer_stmt_bind_int (stmt, 2, person->is_member ? 1 : 0);
  foyer_stmt_bind_text (stmt, 3, person->name);
  foyer_stmt_bind_text (stmt, 4, fold);
  foyer_stmt_bind_text (stmt, 5, person->email);
  foyer_stmt_bind_text (stmt, 6, email);
  foyer_stmt_bind_text (stmt, 7, person->phone);
  foyer_stmt_bind_text (stmt, 8, tail);
}

/* Keeps the rows of skills that stay. */
static gboolean
foyer_skill_table_write (FoyerDb            *db,
                         gint64              person_id,
                         const FoyerPerson  *person,
                         GError            **error)
{
  g_autoptr(FoyerPerson) old = foyer_person_new ();
  g_autoptr(FoyerStmt) remove = NULL;
  g_autoptr(FoyerStmt) add = NULL;

  if (!foyer_skill_table_read (db, person_id, old, error))
    return FALSE;
  if (g_strv_equal ((const char * const *) old->skills, (const char * const *) person->skills))
    return TRUE;

  remove = foyer_db_prepare (db, "UPDATE person_skill SET deleted_at = ?2 WHERE person_id = ?1 AND deleted_at = 0");
  foyer_stmt_bind_int (remove, 1, person_id);
  foyer_stmt_bind_int (remove, 2, foyer_db_now (db));
  if (!foyer_stmt_run (remove, error))
    return FALSE;

  add = foyer_db_prepare (db, "INSERT INTO person_skill (person_id, skill) VALUES (?1, ?2)");
  for (guint i = 0; person->skills[i] != NULL; i++)
    {
      foyer_stmt_bind_int (add, 1, person_id);
      foyer_stmt_bind_text (add, 2, person->skills[i]);
      if (!foyer_stmt_run (add, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_person_table_insert (FoyerDb         *db,
                           FoyerPersonRow  *row,
                           GError         **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO person (uid, member, name, fold, email, email_fold, phone, phone_tail, created_at, rev)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)");

  if (*row->person->id == '\0')
    {
      g_free (row->person->id);
      row->person->id = foyer_db_new_id (db);
    }
  row->person->rev = 1;
  foyer_stmt_bind_text (stmt, 1, row->person->id);
  foyer_person_table_bind (stmt, row->person);
  foyer_stmt_bind_int (stmt, 9, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  row->id = foyer_db_last_row (db);

  return row->person->skills[0] == NULL || foyer_skill_table_write (db, row->id, row->person, error);
}

gboolean
foyer_person_table_update (FoyerDb         *db,
                           FoyerPersonRow  *row,
                           GError         **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person SET member = ?2, name = ?3, fold = ?4, email = ?5, email_fold = ?6, phone = ?7,"
    " phone_tail = ?8, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, row->id);
  foyer_person_table_bind (stmt, row->person);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  row->person->rev++;

  return foyer_skill_table_write (db, row->id, row->person, error);
}

gboolean
foyer_person_table_restore (FoyerDb     *db,
                            gint64       id,
                            const char  *before,
                            GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person SET member = ?2 ->> 'member', name = ?2 ->> 'name', fold = ?2 ->> 'fold',"
    " email = ?2 ->> 'email', email_fold = ?2 ->> 'email_fold', phone = ?2 ->> 'phone',"
    " phone_tail = ?2 ->> 'phone_tail', deleted_at = ?2 ->> 'deleted_at', merged_into = ?2 ->> 'merged_into',"
    " rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_person_table_delete (FoyerDb  *db,
                           gint64    id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE person SET deleted_at = ?2, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_person_table_merge (FoyerDb  *db,
                          gint64    id,
                          gint64    into,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE person SET merged_into = ?2, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, into);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_skill_table_restore (FoyerDb     *db,
                           gint64       id,
                           const char  *before,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_skill SET skill = ?2 ->> 'skill', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_skill_table_delete (FoyerDb  *db,
                          gint64    id,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE person_skill SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
