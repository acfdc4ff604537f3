/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-record-table.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

static void
foyer_record_table_take_lines (FoyerStmt  *stmt,
                               int         column,
                               char     ***lines)
{
  g_strfreev (*lines);
  *lines = foyer_stmt_dup_lines (stmt, column);
}

static gboolean
foyer_consent_table_read (FoyerDb      *db,
                          gint64        person_id,
                          FoyerPerson  *person,
                          GError      **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT purpose, given_at FROM person_consent WHERE person_id = ?1 AND withdrawn_at = 0 AND deleted_at = 0");
  gboolean done;
  gboolean row;

  memset (person->consents, 0, sizeof person->consents);
  foyer_stmt_bind_int (stmt, 1, person_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerConsent consent;

      /* One that a later Foyer asks for stays as it is. */
      if (foyer_consent_parse (foyer_stmt_get_text (stmt, 0), &consent, NULL))
        person->consents[consent] = foyer_stmt_get_int (stmt, 1);
    }

  return done;
}

gboolean
foyer_record_table_read (FoyerDb      *db,
                         gint64        person_id,
                         FoyerPerson  *person,
                         GError      **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT needs, languages, notes, emergency_name, emergency_phone, card FROM person_record WHERE person_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    {
      foyer_record_table_take_lines (stmt, 0, &person->needs);
      foyer_record_table_take_lines (stmt, 1, &person->languages);
      g_set_str (&person->notes, foyer_stmt_get_text (stmt, 2));
      g_set_str (&person->emergency_name, foyer_stmt_get_text (stmt, 3));
      g_set_str (&person->emergency_phone, foyer_stmt_get_text (stmt, 4));
      g_set_str (&person->card, foyer_stmt_get_text (stmt, 5));
    }

  return foyer_consent_table_read (db, person_id, person, error);
}

gboolean
foyer_record_table_find_card (FoyerDb     *db,
                              const char  *card_fold,
                              char       **id,
                              GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT p.uid FROM person_record AS r JOIN person AS p ON p.id = r.person_id"
    " WHERE r.card_fold = ?1 AND r.card_fold <> '' AND p.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, card_fold);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    *id = g_strdup (foyer_stmt_get_text (stmt, 0));

  return TRUE;
}

/* Said kindly, before the index refuses it. */
static gboolean
foyer_record_table_check_card (FoyerDb     *db,
                               gint64       person_id,
                               const char  *card_fold,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM person_record WHERE card_fold = ?2 AND card_fold <> '' AND person_id <> ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_text (stmt, 2, card_fold);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_CARD_TAKEN, "somebody else has this card");

  return !row;
}

/* Gives what is agreed to and was not, withdraws what is not any more. */
static gboolean
foyer_consent_table_write (FoyerDb            *db,
                           gint64              person_id,
                           const FoyerPerson  *old,
                           FoyerPerson        *person,
                           GError            **error)
{
  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    {
      const gboolean given = person->consents[i] != 0;
      g_autoptr(FoyerStmt) stmt = NULL;

      person->consents[i] = given ? old->consents[i] : 0;
      if (given == (old->consents[i] != 0))
        continue;

      stmt = foyer_db_prepare (db, given
        ? "INSERT INTO person_consent (person_id, purpose, given_at) VALUES (?1, ?2, ?3)"
        : "UPDATE person_consent SET withdrawn_at = ?3"
          " WHERE person_id = ?1 AND purpose = ?2 AND withdrawn_at = 0 AND deleted_at = 0");
      foyer_stmt_bind_int (stmt, 1, person_id);
      foyer_stmt_bind_text (stmt, 2, foyer_consent_get_name ((FoyerConsent) i));
      foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));
      if (!foyer_stmt_run (stmt, error))
        return FALSE;
      if (given)
        person->consents[i] = foyer_db_now (db);
    }

  return TRUE;
}

static gboolean
foyer_record_table_is_same (const FoyerPerson *a,
                            const FoyerPerson *b)
{
  return g_strv_equal ((const char * const *) a->needs, (const char * const *) b->needs)
         && g_strv_equal ((const char * const *) a->languages, (const char * const *) b->languages)
         && g_str_equal (a->notes, b->notes) && g_str_equal (a->emergency_name, b->emergency_name)
         && g_str_equal (a->emergency_phone, b->emergency_phone) && g_str_equal (a->card, b->card);
}

gboolean
foyer_record_table_write (FoyerDb      *db,
                          gint64        person_id,
                          FoyerPerson  *person,
                          GError      **error)
{
  g_autoptr(FoyerPerson) old = foyer_person_new ();
  g_autofree char *card = foyer_person_fold_card (person->card);
  g_autofree char *needs = g_strjoinv ("\n", person->needs);
  g_autofree char *languages = g_strjoinv ("\n", person->languages);
  g_autoptr(FoyerStmt) stmt = NULL;

  if (!foyer_record_table_read (db, person_id, old, error)
      || !foyer_consent_table_write (db, person_id, old, person, error))
    return FALSE;
  if (foyer_record_table_is_same (old, person))
    return TRUE;
  if (!foyer_record_table_check_card (db, person_id, card, error))
    return FALSE;

  stmt = foyer_db_prepare (db,
    "INSERT INTO person_record VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (person_id) DO UPDATE SET"
    " needs = ?2, languages = ?3, notes = ?4, emergency_name = ?5, emergency_phone = ?6, card = ?7, card_fold = ?8");
  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_text (stmt, 2, needs);
  foyer_stmt_bind_text (stmt, 3, languages);
  foyer_stmt_bind_text (stmt, 4, person->notes);
  foyer_stmt_bind_text (stmt, 5, person->emergency_name);
  foyer_stmt_bind_text (stmt, 6, person->emergency_phone);
  foyer_stmt_bind_text (stmt, 7, person->card);
  foyer_stmt_bind_text (stmt, 8, card);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_record_table_restore (FoyerDb     *db,
                            gint64       person_id,
                            const char  *before,
                            GError     **error)
{
  g_autoptr(FoyerStmt) card = foyer_db_prepare (db, "SELECT ?1 ->> 'card_fold'");
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_record SET needs = ?2 ->> 'needs', languages = ?2 ->> 'languages', notes = ?2 ->> 'notes',"
    " emergency_name = ?2 ->> 'emergency_name', emergency_phone = ?2 ->> 'emergency_phone',"
    " card = ?2 ->> 'card', card_fold = ?2 ->> 'card_fold' WHERE person_id = ?1");
  gboolean row;

  /* Somebody else may have it by now. */
  foyer_stmt_bind_text (card, 1, before);
  if (!foyer_stmt_step (card, &row, error)
      || !foyer_record_table_check_card (db, person_id, foyer_stmt_get_text (card, 0), error))
    return FALSE;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_record_table_delete (FoyerDb  *db,
                           gint64    person_id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_record SET needs = '', languages = '', notes = '', emergency_name = '', emergency_phone = '',"
    " card = '', card_fold = '' WHERE person_id = ?1");

  foyer_stmt_bind_int (stmt, 1, person_id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_consent_table_restore (FoyerDb     *db,
                             gint64       id,
                             const char  *before,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_consent SET person_id = coalesce (?2 ->> 'person_id', person_id),"
    " withdrawn_at = ?2 ->> 'withdrawn_at', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_consent_table_delete (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE person_consent SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_record_table_let_go (FoyerDb  *db,
                           gint64    person_id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_record SET card = '', card_fold = '' WHERE person_id = ?1 AND card_fold <> ''");

  foyer_stmt_bind_int (stmt, 1, person_id);

  return foyer_stmt_run (stmt, error);
}

/* Runs a statement about @from and @to. */
static gboolean
foyer_consent_table_run (FoyerDb     *db,
                         const char  *sql,
                         gint64       from,
                         gint64       to,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_consent_table_move (FoyerDb  *db,
                          gint64    from,
                          gint64    to,
                          GError  **error)
{
  return foyer_consent_table_run (db,
           "UPDATE person_consent SET deleted_at = ?3 WHERE person_id = ?1 AND withdrawn_at = 0 AND deleted_at = 0"
           " AND EXISTS (SELECT 1 FROM person_consent AS c WHERE c.person_id = ?2 AND c.purpose = person_consent.purpose"
           "   AND c.withdrawn_at = 0 AND c.deleted_at = 0)",
           from, to, error)
         && foyer_consent_table_run (db,
           "UPDATE person_consent SET withdrawn_at = (SELECT max (c.withdrawn_at) FROM person_consent AS c"
           "     WHERE c.person_id = ?1 + ?2 - person_consent.person_id AND c.purpose = person_consent.purpose"
           "       AND c.deleted_at = 0)"
           " WHERE (person_id = ?1 OR person_id = ?2) AND ?3 > 0 AND withdrawn_at = 0 AND deleted_at = 0"
           " AND EXISTS (SELECT 1 FROM person_consent AS c"
           "     WHERE c.person_id = ?1 + ?2 - person_consent.person_id AND c.purpose = person_consent.purpose"
           "       AND c.deleted_at = 0 AND c.withdrawn_at > person_consent.given_at)",
           from, to, error)
         && foyer_consent_table_run (db, "UPDATE person_consent SET person_id = ?2 WHERE person_id = ?1 AND ?3 > 0",
                                     from, to, error);
}
