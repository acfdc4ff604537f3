/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-photo-verbs.h"

#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-photo-table.h"
#include "storage/tables/foyer-space-table.h"

GPtrArray *
foyer_photo_verbs_list (FoyerDb     *db,
                        const char  *space_uid,
                        GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_uid, error);
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *photos;

  if (space == NULL || (rows = foyer_photo_table_list (db, space->id, error)) == NULL)
    return NULL;

  photos = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_photo_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (photos, g_steal_pointer (&((FoyerPhotoRow *) rows->pdata[i])->photo));

  return photos;
}

GBytes *
foyer_photo_verbs_read (FoyerDb     *db,
                        const char  *sha256,
                        GError     **error)
{
  return foyer_photo_table_read_bytes (db, sha256, error);
}

/* The photo and its space, which may be changed. */
static FoyerPhotoRow *
foyer_photo_verbs_find (FoyerDb     *db,
                        const char  *uid,
                        GError     **error)
{
  g_autoptr(FoyerPhotoRow) row = foyer_photo_table_find (db, uid, error);
  g_autoptr(FoyerSpaceRow) space = NULL;

  if (row == NULL || (space = foyer_space_table_find (db, row->photo->space_id, error)) == NULL)
    return NULL;

  return g_steal_pointer (&row);
}

static gboolean
foyer_photo_verbs_commit (FoyerDb           *db,
                          FoyerTransaction  *transaction,
                          const char        *space_uid,
                          GError           **error)
{
  foyer_db_note_change (db, FOYER_CHANGE_SPACES, space_uid);

  return foyer_transaction_commit (transaction, error);
}

FoyerPhoto *
foyer_photo_verbs_add (FoyerDb     *db,
                       const char  *space_uid,
                       GBytes      *jpeg,
                       gint64      *op,
                       GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerPhoto) photo = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL || (space = foyer_space_table_find (db, space_uid, error)) == NULL)
    return NULL;

  photo = g_new (FoyerPhoto, 1);
  photo->id = foyer_db_new_id (db);
  photo->space_id = g_strdup (space_uid);
  photo->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, jpeg);
  photo->size = g_bytes_get_size (jpeg);
  if (!foyer_act_open (db, "photo-add", space_uid, &act, error)
      || !foyer_photo_table_insert (db, space->id, photo, jpeg, error)
      || !foyer_photo_verbs_commit (db, transaction, space_uid, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&photo);
}

FoyerPhoto *
foyer_photo_verbs_remove (FoyerDb     *db,
                          const char  *uid,
                          gint64      *op,
                          GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPhotoRow) row = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_photo_verbs_find (db, uid, error)) == NULL
      || !foyer_act_open (db, "photo-remove", row->photo->space_id, &act, error)
      || !foyer_photo_table_delete (db, row->id, error)
      || !foyer_photo_verbs_commit (db, transaction, row->photo->space_id, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->photo);
}

/* The photos change places among those that they have, so that one that is brought back later
 * finds its own. */
static gboolean
foyer_photo_verbs_order (FoyerDb    *db,
                         GPtrArray  *rows,
                         guint       from,
                         guint       to,
                         GError    **error)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (places, ((FoyerPhotoRow *) rows->pdata[i])->position);
  g_ptr_array_insert (rows, (int) to, g_ptr_array_steal_index (rows, from));

  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerPhotoRow *row = rows->pdata[i];
      const gint64 place = g_array_index (places, gint64, i);

      if (row->position != place && !foyer_photo_table_set_position (db, row->id, place, error))
        return FALSE;
    }

  return TRUE;
}

FoyerPhoto *
foyer_photo_verbs_move (FoyerDb     *db,
                        const char  *uid,
                        guint        to,
                        gint64      *op,
                        GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPhotoRow) row = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  gint64 act = 0;
  guint from = 0;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_photo_verbs_find (db, uid, error)) == NULL
      || (rows = foyer_photo_table_list (db, row->space_id, error)) == NULL)
    return NULL;

  while (((FoyerPhotoRow *) rows->pdata[from])->id != row->id)
    from++;
  to = MIN (to, rows->len) - 1;
  if (from == to)
    return g_steal_pointer (&row->photo);
  if (!foyer_act_open (db, "photo-move", row->photo->space_id, &act, error)
      || !foyer_photo_verbs_order (db, rows, from, to, error)
      || !foyer_photo_verbs_commit (db, transaction, row->photo->space_id, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->photo);
}
