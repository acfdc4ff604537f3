/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-travel-verbs.h"

#define ORIGIN_MAX 300

static gboolean
foyer_publication_verbs_check (const FoyerSpace  *space,
                               const char        *origin,
                               GError           **error)
{
  const char *problem = NULL;

  if (*origin == '\0' || strlen (origin) > ORIGIN_MAX)
    problem = "the address of the directory is empty or too long";
  else if (!space->has_point)
    problem = "the space has no point on the map";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

gboolean
foyer_publication_verbs_publish (FoyerDb     *db,
                                 const char  *space_id,
                                 const char  *origin,
                                 gint64      *op,
                                 GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerPublicationRow) row = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || !foyer_publication_verbs_check (space->space, origin, error)
      || !foyer_publication_table_find (db, space->id, origin, &row, error))
    return FALSE;
  if (row != NULL && !row->ended)
    return TRUE;

  if (!foyer_act_open (db, "publish", space_id, &act, error)
      || !foyer_listing_table_ensure (db, space->id, error)
      || !(row != NULL ? foyer_publication_table_begin (db, row->id, error)
                       : foyer_publication_table_insert (db, space->id, origin, error)))
    return FALSE;
  foyer_db_note_change (db, FOYER_CHANGE_POST, space_id);
  if (!foyer_transaction_commit (transaction, error))
    return FALSE;
  *op = act;

  return TRUE;
}

gboolean
foyer_publication_verbs_unpublish (FoyerDb     *db,
                                   const char  *space_id,
                                   const char  *origin,
                                   gint64      *op,
                                   GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || (rows = foyer_publication_table_list_live (db, space->id, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerPublicationRow *row = rows->pdata[i];

      if (*origin != '\0' && !g_str_equal (origin, row->origin))
        continue;
      if (!foyer_act_open (db, "unpublish", space_id, &act, error)
          || !foyer_publication_table_end (db, row->id, error))
        return FALSE;
    }
  if (act == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "the space is not published there");
      return FALSE;
    }

  foyer_db_note_change (db, FOYER_CHANGE_POST, space_id);
  if (!foyer_transaction_commit (transaction, error))
    return FALSE;
  *op = act;

  return TRUE;
}
