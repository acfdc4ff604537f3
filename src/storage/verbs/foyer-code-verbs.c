/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-code-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-record-table.h"
#include "storage/tables/foyer-refused-code-table.h"
#include "storage/tables/foyer-space-table.h"

char *
foyer_code_verbs_find_card (FoyerDb     *db,
                            const char  *text,
                            GError     **error)
{
  g_autofree char *fold = foyer_person_fold_card (text);
  char *id = NULL;

  /* A code of ours is read as strictly as a ticket; the card of another house as it is searched for,
   * since nobody knows how it is written. */
  if (foyer_code_is_card (fold) && !foyer_code_is_card (text))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE, "not the code of a card");
      return NULL;
    }
  if (!foyer_record_table_find_card (db, fold, &id, error))
    return NULL;
  if (id == NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE, "no card of a member");

  return id;
}

/* Whose the code is, as far as it told. What is gone meanwhile is nobody. */
static gint64
foyer_code_find_person (FoyerDb            *db,
                        const FoyerArrival *arrival)
{
  g_autoptr(FoyerBookingRow) booking = NULL;
  g_autoptr(FoyerPersonRow) person = NULL;

  if (arrival->booking_id != NULL)
    {
      booking = foyer_booking_table_find (db, arrival->booking_id, NULL);
      return booking != NULL ? booking->person_id : 0;
    }
  if (arrival->person_id != NULL)
    {
      person = foyer_person_table_find (db, arrival->person_id, NULL);
      return person != NULL ? person->id : 0;
    }

  return 0;
}

gboolean
foyer_code_verbs_refuse (FoyerDb             *db,
                         const FoyerArrival  *arrival,
                         const char          *reason,
                         GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;

  if (transaction == NULL
      || (space = foyer_space_table_find_any (db, arrival->space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_refused_code_table_append (db, space->id, foyer_code_find_person (db, arrival), today, arrival->code,
                                           reason, error))
    return FALSE;

  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->space->id);

  return foyer_transaction_commit (transaction, error);
}

GPtrArray *
foyer_code_verbs_list (FoyerDb     *db,
                       const char  *space_id,
                       FoyerDay     day,
                       GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);

  if (space == NULL
      || (day == FOYER_DAY_NONE && (day = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE))
    return NULL;

  return foyer_refused_code_table_list (db, space->id, day, error);
}

static gboolean
foyer_code_give_card (FoyerDb         *db,
                      FoyerPersonRow  *row,
                      gint64          *op,
                      GError         **error)
{
  if (*op == 0 && !foyer_act_open (db, "card", row->person->id, op, error))
    return FALSE;

  g_free (row->person->card);
  row->person->card = foyer_code_make_card (foyer_db_get_random (db));

  return foyer_record_table_write (db, row->id, row->person, error);
}

/* By another id too, where two records became one. */
static gboolean
foyer_code_has_person (GPtrArray  *people,
                       const char *id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (((FoyerPerson *) people->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

GPtrArray *
foyer_code_verbs_give_cards (FoyerDb             *db,
                             const char * const  *ids,
                             gboolean             renews,
                             gint64              *op,
                             GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_person_free);

  *op = 0;
  if (transaction == NULL)
    return NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(FoyerPersonRow) row = foyer_person_table_find (db, ids[i], error);

      if (row == NULL)
        return NULL;
      if (foyer_code_has_person (people, row->person->id))
        continue;
      if (!foyer_skill_table_read (db, row->id, row->person, error)
          || !foyer_record_table_read (db, row->id, row->person, error)
          || ((renews || *row->person->card == '\0') && !foyer_code_give_card (db, row, op, error)))
        return NULL;
      g_ptr_array_add (people, g_steal_pointer (&row->person));
    }
  if (*op != 0)
    foyer_db_note_change (db, FOYER_CHANGE_PEOPLE, NULL);

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&people) : NULL;
}
