/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-person-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-record-table.h"

static FoyerPersonRow *
foyer_person_row_new (const FoyerPerson *person)
{
  FoyerPersonRow *row = g_new0 (FoyerPersonRow, 1);

  row->person = foyer_person_copy (person);
  row->person->is_member = TRUE;

  return row;
}

static gboolean
foyer_person_verbs_edit (FoyerDb         *db,
                         FoyerPersonRow  *row,
                         gint64          *op,
                         GError         **error)
{
  g_autoptr(FoyerPersonRow) old = foyer_person_table_find (db, row->person->id, error);

  if (old == NULL
      || !foyer_skill_table_read (db, old->id, old->person, error)
      || !foyer_record_table_read (db, old->id, old->person, error))
    return FALSE;

  /* What was read of another record would be written over this one. */
  if (!g_str_equal (old->person->id, row->person->id))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "the record went into another");
      return FALSE;
    }

  row->id = old->id;
  row->person->rev = old->person->rev;
  if (foyer_person_is_same (row->person, old->person))
    {
      memcpy (row->person->consents, old->person->consents, sizeof old->person->consents);
      return TRUE;
    }

  return foyer_act_open (db, "member-edit", row->person->id, op, error)
         && foyer_person_table_update (db, row, error)
         && foyer_record_table_write (db, row->id, row->person, error);
}

static gboolean
foyer_person_verbs_add (FoyerDb         *db,
                        FoyerPersonRow  *row,
                        gint64          *op,
                        GError         **error)
{
  g_free (row->person->id);
  row->person->id = foyer_db_new_id (db);

  return foyer_act_open (db, "member-add", row->person->id, op, error)
         && foyer_person_table_insert (db, row, error)
         && foyer_record_table_write (db, row->id, row->person, error);
}

FoyerPerson *
foyer_person_verbs_save (FoyerDb            *db,
                         const FoyerPerson  *person,
                         gint64             *op,
                         GError            **error)
{
  g_autoptr(FoyerPersonRow) row = foyer_person_row_new (person);
  g_autoptr(FoyerTransaction) transaction = NULL;

  *op = 0;
  if (!foyer_person_check (row->person, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || !(*row->person->id == '\0' ? foyer_person_verbs_add : foyer_person_verbs_edit) (db, row, op, error))
    return NULL;

  if (*op != 0)
    foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&row->person);
}
