/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-export-verbs.h"

#include "storage/tables/foyer-export-table.h"
#include "storage/tables/foyer-person-table.h"

GPtrArray *
foyer_export_verbs_person (FoyerDb     *db,
                           const char  *uid,
                           GError     **error)
{
  g_autoptr(FoyerPersonRow) row = foyer_person_table_find (db, uid, error);
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_sheet_free);

  if (row == NULL || !foyer_export_table_read (db, row->id, sheets, error))
    return NULL;

  return g_steal_pointer (&sheets);
}
