/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-person-verbs.h"

#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-person-table.h"

static FoyerPersonRow *
foyer_person_row_new (const FoyerPerson *person)
{
  FoyerPersonRow *row = g_new0 (FoyerPersonRow, 1);

  row->person = foyer_person_new ();
  g_set_str (&row->person->id, person->id);
  g_set_str (&row->person->name, person->name);
  g_set_str (&row->person->email, person->email);
  g_set_str (&row->person->phone, person->phone);
  g_strfreev (row->person->skills);
  row->person->skills = g_strdupv (person->skills);
  row->person->is_member = TRUE;

  return row;
}

static gboolean
foyer_person_is_same (const FoyerPerson *a,
                      const FoyerPerson *b)
{
  return a->is_member == b->is_member && g_str_equal (a->name, b->name) && g_str_equal (a->email, b->email)
         && g_str_equal (a->phone, b->phone)
         && g_strv_equal ((const char * const *) a->skills, (const char * const *) b->skills);
}

static gboolean
foyer_person_verbs_edit (FoyerDb         *db,
                         FoyerPersonRow  *row,
                         gint64          *op,
                         GError         **error)
{
  g_autoptr(FoyerPersonRow) old = foyer_person_table_find (db, row->person->id, error);

  if (old == NULL || !foyer_skill_table_read (db, old->id, old->person, error))
    return FALSE;

  row->id = old->id;
  row->person->rev = old->person->rev;
  if (foyer_person_is_same (row->person, old->person))
    return TRUE;

  return foyer_act_open (db, "member-edit", row->person->id, op, error)
         && foyer_person_table_update (db, row, error);
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
         && foyer_person_table_insert (db, row, error);
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
