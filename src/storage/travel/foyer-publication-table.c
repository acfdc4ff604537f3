/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/travel/foyer-publication-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

void
foyer_publication_row_free (FoyerPublicationRow *self)
{
  g_free (self->origin);
  g_free (self);
}

void
foyer_publication_free (FoyerPublication *publication)
{
  g_free (publication->space_id);
  g_free (publication->origin);
  g_free (publication->listing);
  g_free (publication->trouble);
  g_free (publication);
}

/* ---- listings ---- */

gboolean
foyer_listing_table_ensure (FoyerDb  *db,
                            gint64    space_id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO listing (space_id, uid) VALUES (?1, ?2) ON CONFLICT (space_id) DO NOTHING");
  g_autofree char *uid = foyer_id_new_travelling (foyer_db_get_random (db));

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, uid);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_listing_table_find (FoyerDb     *db,
                          const char  *uid,
                          gint64      *space_id,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT l.space_id FROM listing AS l JOIN space AS s ON s.id = l.space_id"
    " WHERE l.uid = ?1 AND s.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *space_id = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

gboolean
foyer_listing_table_get_rev (FoyerDb   *db,
                             gint64     space_id,
                             gboolean   of_seats,
                             gint64    *rev,
                             GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT iif (?2, seats_rev, rev) FROM listing WHERE space_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, of_seats ? 1 : 0);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *rev = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

gboolean
foyer_listing_table_raise (FoyerDb   *db,
                           gint64     space_id,
                           gboolean   of_seats,
                           gint64     rev,
                           GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, of_seats
    ? "UPDATE listing SET seats_rev = ?2 WHERE space_id = ?1 AND seats_rev < ?2"
    : "UPDATE listing SET rev = ?2 WHERE space_id = ?1 AND rev < ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, rev);

  return foyer_stmt_run (stmt, error);
}

/* ---- publications ---- */

static FoyerPublicationRow *
foyer_publication_table_read (FoyerStmt *stmt)
{
  FoyerPublicationRow *self = g_new (FoyerPublicationRow, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->origin = foyer_stmt_dup_text (stmt, 2);
  self->ended = foyer_stmt_get_int (stmt, 3) != 0;

  return self;
}

gboolean
foyer_publication_table_find (FoyerDb              *db,
                              gint64                space_id,
                              const char           *origin,
                              FoyerPublicationRow **row,
                              GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, space_id, origin, ended_at FROM publication WHERE space_id = ?1 AND origin = ?2");
  gboolean found;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  if (!foyer_stmt_step (stmt, &found, error))
    return FALSE;
  *row = found ? foyer_publication_table_read (stmt) : NULL;

  return TRUE;
}

GPtrArray *
foyer_publication_table_list_live (FoyerDb  *db,
                                   gint64    space_id,
                                   GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_publication_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, space_id, origin, ended_at FROM publication WHERE ended_at = 0 AND (?1 = 0 OR space_id = ?1)"
    " ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_publication_table_read (stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
foyer_publication_table_list (FoyerDb     *db,
                              const char  *space_uid,
                              GError     **error)
{
  g_autoptr(GPtrArray) publications = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_publication_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT s.uid, p.origin, l.uid,"
    " p.ended_at = 0 AND p.rev > 0"
    " AND NOT EXISTS (SELECT 1 FROM post WHERE space_id = p.space_id AND origin = p.origin),"
    " p.ended_at <> 0,"
    " coalesce ((SELECT trouble FROM post WHERE space_id = p.space_id AND origin = p.origin AND refused = 1"
    "   ORDER BY seq DESC LIMIT 1), '')"
    " FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id JOIN space AS s ON s.id = p.space_id"
    " WHERE (?1 = '' OR s.uid = ?1)"
    " AND (p.ended_at = 0 OR EXISTS (SELECT 1 FROM post WHERE space_id = p.space_id AND origin = p.origin"
    "                                 AND kind = 'tombstone'))"
    " ORDER BY p.space_id, p.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, space_uid);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerPublication *publication = g_new (FoyerPublication, 1);

      publication->space_id = foyer_stmt_dup_text (stmt, 0);
      publication->origin = foyer_stmt_dup_text (stmt, 1);
      publication->listing = foyer_stmt_dup_text (stmt, 2);
      publication->sent = foyer_stmt_get_int (stmt, 3) != 0;
      publication->ending = foyer_stmt_get_int (stmt, 4) != 0;
      publication->trouble = foyer_stmt_dup_text (stmt, 5);
      g_ptr_array_add (publications, publication);
    }

  return done ? g_steal_pointer (&publications) : NULL;
}

gboolean
foyer_publication_table_insert (FoyerDb     *db,
                                gint64       space_id,
                                const char  *origin,
                                GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO publication (space_id, origin, created_at) VALUES (?1, ?2, ?3)");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

/* Where the last word was a tombstone nothing was told of the listing that begins. */
gboolean
foyer_publication_table_begin (FoyerDb  *db,
                               gint64    id,
                               GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE publication SET ended_at = 0, told = iif (told = 'tombstone', '', told) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_end (FoyerDb  *db,
                             gint64    id,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE publication SET ended_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

/* Whether what would be taken back was handed over for sending: a listing that waits to be
 * written was not. */
static gboolean
foyer_publication_table_check_untold (FoyerDb   *db,
                                      gint64     id,
                                      gboolean   begun,
                                      GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, begun
    ? "SELECT 1 FROM publication AS p WHERE p.id = ?1 AND p.told = 'listing'"
      " AND NOT EXISTS (SELECT 1 FROM post WHERE space_id = p.space_id AND origin = p.origin"
      "                  AND kind = 'listing' AND body IS NULL)"
    : "SELECT 1 FROM publication WHERE id = ?1 AND told = 'tombstone'");
  gboolean told;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &told, error))
    return FALSE;
  if (told)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "the directory may know");

  return !told;
}

gboolean
foyer_publication_table_restore (FoyerDb     *db,
                                 gint64       id,
                                 const char  *before,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) read = foyer_db_prepare (db, "SELECT ?1 ->> 'ended_at'");
  g_autoptr(FoyerStmt) stmt = NULL;
  gint64 ended_at;
  gboolean row;

  foyer_stmt_bind_text (read, 1, before);
  if (!foyer_stmt_step (read, &row, error))
    return FALSE;
  ended_at = foyer_stmt_get_int (read, 0);
  if (!foyer_publication_table_check_untold (db, id, ended_at != 0, error))
    return FALSE;

  stmt = foyer_db_prepare (db, "UPDATE publication SET ended_at = ?2 WHERE id = ?1");
  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, ended_at);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_delete (FoyerDb  *db,
                                gint64    id,
                                GError  **error)
{
  return foyer_publication_table_check_untold (db, id, TRUE, error)
         && foyer_publication_table_end (db, id, error);
}

gboolean
foyer_publication_table_set_told (FoyerDb     *db,
                                  gint64       space_id,
                                  const char  *origin,
                                  const char  *told,
                                  GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE publication SET told = ?3 WHERE space_id = ?1 AND origin = ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  foyer_stmt_bind_text (stmt, 3, told);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_set_rev (FoyerDb     *db,
                                 gint64       space_id,
                                 const char  *origin,
                                 gint64       rev,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE publication SET rev = ?3 WHERE space_id = ?1 AND origin = ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  foyer_stmt_bind_int (stmt, 3, rev);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_get_rev (FoyerDb     *db,
                                 gint64       space_id,
                                 const char  *origin,
                                 gint64      *rev,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT rev FROM publication WHERE space_id = ?1 AND origin = ?2");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *rev = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

gboolean
foyer_publication_table_set_days (FoyerDb     *db,
                                  gint64       space_id,
                                  const char  *origin,
                                  FoyerDay     from,
                                  FoyerDay     until,
                                  GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE publication SET seats_from = ?3, seats_until = ?4 WHERE space_id = ?1 AND origin = ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  foyer_stmt_bind_day (stmt, 3, from);
  foyer_stmt_bind_day (stmt, 4, until);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_renew (FoyerDb   *db,
                               gint64     space_id,
                               FoyerDay   today,
                               GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO post (origin, kind, subject, space_id, since)"
    " SELECT p.origin, 'availability', l.uid, l.space_id, ?3"
    " FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id"
    " WHERE p.space_id = ?1 AND p.ended_at = 0 AND p.seats_from <> ?2"
    " ON CONFLICT DO NOTHING");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, today);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_publication_table_queue_all (FoyerDb     *db,
                                   const char  *origin,
                                   gint64       since_ms,
                                   GError     **error)
{
  static const char * const kinds[] = { "listing", "availability", "tombstone" };
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO post (origin, kind, subject, space_id, since)"
    " SELECT p.origin, ?2, l.uid, l.space_id, ?4"
    " FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id"
    " WHERE p.origin = ?1 AND iif (?2 = 'tombstone', p.ended_at >= max (1, ?3) AND p.told = 'tombstone',"
    "                              p.ended_at = 0)"
    " ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '', next_at = 0");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      foyer_stmt_bind_text (stmt, 1, origin);
      foyer_stmt_bind_text (stmt, 2, kinds[i]);
      foyer_stmt_bind_int (stmt, 3, since_ms);
      foyer_stmt_bind_int (stmt, 4, foyer_db_now (db));
      if (!foyer_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}
