/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-photo-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-act-table.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

/* The length of a blob is known without reading it. */
#define SELECT_PHOTO \
  "SELECT p.id, p.space_id, p.position, p.uid, s.uid, p.sha256, length (p.bytes)" \
  " FROM photo AS p JOIN space AS s ON s.id = p.space_id "

void
foyer_photo_row_free (FoyerPhotoRow *self)
{
  g_clear_pointer (&self->photo, foyer_photo_free);
  g_free (self);
}

static FoyerPhotoRow *
foyer_photo_table_read (FoyerStmt *stmt)
{
  FoyerPhotoRow *self = g_new (FoyerPhotoRow, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->position = foyer_stmt_get_int (stmt, 2);
  self->photo = g_new (FoyerPhoto, 1);
  self->photo->id = foyer_stmt_dup_text (stmt, 3);
  self->photo->space_id = foyer_stmt_dup_text (stmt, 4);
  self->photo->sha256 = foyer_stmt_dup_text (stmt, 5);
  self->photo->size = (gsize) foyer_stmt_get_int (stmt, 6);

  return self;
}

FoyerPhotoRow *
foyer_photo_table_find (FoyerDb     *db,
                        const char  *uid,
                        GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_PHOTO "WHERE p.uid = ?1 AND p.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such photo");
      return NULL;
    }

  return foyer_photo_table_read (stmt);
}

GPtrArray *
foyer_photo_table_list (FoyerDb  *db,
                        gint64    space_id,
                        GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_photo_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_PHOTO "WHERE p.space_id = ?1 AND p.deleted_at = 0 ORDER BY p.position");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_photo_table_read (stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

GBytes *
foyer_photo_table_read_bytes (FoyerDb     *db,
                              const char  *sha256,
                              GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT bytes FROM photo WHERE sha256 = ?1 AND deleted_at = 0 LIMIT 1");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, sha256);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such photo");
      return NULL;
    }

  return foyer_stmt_dup_bytes (stmt, 0);
}

gboolean
foyer_photo_table_insert (FoyerDb           *db,
                          gint64             space_id,
                          const FoyerPhoto  *photo,
                          GBytes            *bytes,
                          GError           **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO photo (uid, space_id, position, sha256, created_at, bytes)"
    " SELECT ?1, ?2, coalesce (max (position), 0) + 1, ?3, ?4, ?5 FROM photo WHERE space_id = ?2");

  foyer_stmt_bind_text (stmt, 1, photo->id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_text (stmt, 3, photo->sha256);
  foyer_stmt_bind_int (stmt, 4, foyer_db_now (db));
  foyer_stmt_bind_bytes (stmt, 5, bytes);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_photo_table_set_position (FoyerDb  *db,
                                gint64    id,
                                gint64    position,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE photo SET position = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, position);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_photo_table_restore (FoyerDb     *db,
                           gint64       id,
                           const char  *before,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE photo SET position = ?2 ->> 'position', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_photo_table_delete (FoyerDb  *db,
                          gint64    id,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE photo SET deleted_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

/* Those of too many and of the same, which no guard would have let in. */
static gboolean
foyer_photo_table_list_beyond (FoyerDb    *db,
                               GPtrArray  *uids,
                               GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT uid FROM (SELECT uid, row_number () OVER (PARTITION BY space_id ORDER BY position, id) AS nth,"
    "  row_number () OVER (PARTITION BY space_id, sha256 ORDER BY position, id) AS same FROM photo WHERE deleted_at = 0)"
    " WHERE nth > ?1 OR same > 1");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, FOYER_SPACE_PHOTOS_MAX);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (uids, foyer_stmt_dup_text (stmt, 0));

  return done;
}

GPtrArray *
foyer_photo_table_list_broken (FoyerDb  *db,
                               GError  **error)
{
  g_autoptr(GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT uid, sha256, bytes FROM photo ORDER BY id");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      g_autoptr(GBytes) bytes = foyer_stmt_dup_bytes (stmt, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (!g_str_equal (sha256, foyer_stmt_get_text (stmt, 1)))
        g_ptr_array_add (uids, foyer_stmt_dup_text (stmt, 0));
    }

  return done && foyer_photo_table_list_beyond (db, uids, error) ? g_steal_pointer (&uids) : NULL;
}

gboolean
foyer_photo_table_prune (FoyerDb  *db,
                         GError  **error)
{
  /* The last act is never forgotten, however old. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "DELETE FROM photo WHERE deleted_at > 0 AND deleted_at < ?1"
    " AND NOT EXISTS (SELECT 1 FROM act_extra_row WHERE tbl = 'photo' AND row_id = photo.id)");

  foyer_stmt_bind_int (stmt, 1, foyer_db_now (db) - FOYER_JOURNAL_DAYS * MS_PER_DAY);

  return foyer_stmt_run (stmt, error);
}
