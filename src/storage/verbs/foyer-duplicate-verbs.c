/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-duplicate-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-apart-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-pass-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-record-table.h"
#include "storage/tables/foyer-rules-table.h"
#include "storage/tables/foyer-series-table.h"
#include "storage/tables/foyer-waiting-table.h"

/* Two who are not one person. */
static gboolean
foyer_duplicate_verbs_find_both (FoyerDb         *db,
                                 const char      *one_id,
                                 const char      *other_id,
                                 FoyerPersonRow **one,
                                 FoyerPersonRow **other,
                                 GError         **error)
{
  if ((*one = foyer_person_table_find (db, one_id, error)) == NULL
      || (*other = foyer_person_table_find (db, other_id, error)) == NULL)
    return FALSE;
  if ((*one)->id == (*other)->id)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_SAME_PERSON, "both ids are of one person");
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_duplicate_verbs_read_record (FoyerDb         *db,
                                   FoyerPersonRow  *row,
                                   GError         **error)
{
  return foyer_skill_table_read (db, row->id, row->person, error)
         && foyer_record_table_read (db, row->id, row->person, error);
}

/* Nobody is here twice. */
static gboolean
foyer_duplicate_verbs_check_here (FoyerDb  *db,
                                  gint64    one,
                                  gint64    other,
                                  GError  **error)
{
  gboolean both;

  if (!foyer_booking_table_are_here (db, one, other, &both, error))
    return FALSE;
  if (both)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BOTH_HERE, "both are checked in at one space");

  return !both;
}

/* All that names @from, in an order in which each still sees what it has to. */
static gboolean
foyer_duplicate_verbs_move (FoyerDb  *db,
                            gint64    from,
                            gint64    to,
                            GError  **error)
{
  return foyer_person_table_merge (db, from, to, error)
         && foyer_waiting_table_move (db, from, to, error)
         && foyer_booking_table_move (db, from, to, error)
         && foyer_series_table_move (db, from, to, error)
         && foyer_pass_table_move (db, from, to, error)
         && foyer_consent_table_move (db, from, to, error)
         && foyer_accepted_table_move (db, from, to, error)
         && foyer_apart_table_copy (db, from, to, error);
}

/* Leaves nothing of what the host wrote down: who is gone has no card and no skills. */
static gboolean
foyer_duplicate_verbs_empty (FoyerDb         *db,
                             FoyerPersonRow  *row,
                             GError         **error)
{
  g_clear_pointer (&row->person->skills, g_strfreev);
  row->person->skills = g_new0 (char *, 1);

  return foyer_person_table_update (db, row, error)
         && foyer_record_table_delete (db, row->id, error)
         && foyer_person_table_delete (db, row->id, error);
}

static gboolean
foyer_duplicate_verbs_write (FoyerDb         *db,
                             FoyerPersonRow  *row,
                             GError         **error)
{
  g_autoptr(FoyerPerson) now = foyer_person_new ();

  if (!foyer_record_table_read (db, row->id, now, error))
    return FALSE;
  memcpy (row->person->consents, now->consents, sizeof now->consents);

  return foyer_person_table_update (db, row, error)
         && foyer_record_table_write (db, row->id, row->person, error);
}

FoyerPerson *
foyer_duplicate_verbs_merge (FoyerDb     *db,
                             const char  *keep_id,
                             const char  *other_id,
                             gint64      *op,
                             GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPersonRow) keep = NULL;
  g_autoptr(FoyerPersonRow) other = NULL;

  *op = 0;
  if (transaction == NULL
      || !foyer_duplicate_verbs_find_both (db, keep_id, other_id, &keep, &other, error)
      || !foyer_duplicate_verbs_check_here (db, keep->id, other->id, error)
      || !foyer_duplicate_verbs_read_record (db, keep, error)
      || !foyer_duplicate_verbs_read_record (db, other, error))
    return NULL;

  foyer_person_take_over (keep->person, other->person);
  if (!foyer_person_check (keep->person, error)
      || !foyer_act_open (db, "member-merge", keep->person->id, op, error)
      || !foyer_duplicate_verbs_move (db, other->id, keep->id, error)
      || !foyer_duplicate_verbs_empty (db, other, error)
      || !foyer_duplicate_verbs_write (db, keep, error))
    return NULL;

  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&keep->person);
}

FoyerPerson *
foyer_duplicate_verbs_keep_apart (FoyerDb     *db,
                                  const char  *one_id,
                                  const char  *other_id,
                                  gint64      *op,
                                  GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPersonRow) one = NULL;
  g_autoptr(FoyerPersonRow) other = NULL;
  gboolean known;

  *op = 0;
  if (transaction == NULL
      || !foyer_duplicate_verbs_find_both (db, one_id, other_id, &one, &other, error)
      || !foyer_apart_table_has (db, one->id, other->id, &known, error))
    return NULL;
  if (known)
    return g_steal_pointer (&one->person);

  if (!foyer_act_open (db, "member-apart", one->person->id, op, error)
      || !foyer_apart_table_insert (db, one->id, other->id, error))
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&one->person);
}
