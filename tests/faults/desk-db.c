/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk-db.h"

#include "storage/db/foyer-db-private.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-person-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"
#include "storage/verbs/foyer-undo-verbs.h"

static FoyerDb *
db_of (Desk *desk)
{
  return ((DeskDb *) desk)->db;
}

static FoyerSpace *
desk_db_save_space (Desk              *desk,
                    const FoyerSpace  *space,
                    gint64            *op,
                    GError           **error)
{
  return foyer_space_verbs_save (db_of (desk), space, op, error);
}

static FoyerPerson *
desk_db_save_person (Desk               *desk,
                     const FoyerPerson  *person,
                     gint64             *op,
                     GError            **error)
{
  return foyer_person_verbs_save (db_of (desk), person, op, error);
}

static gboolean
desk_db_set_week (Desk                    *desk,
                  const char              *space_id,
                  const FoyerOpeningRule  *rules,
                  gsize                    n_rules,
                  FoyerDaysChange         *change,
                  GError                 **error)
{
  return foyer_opening_verbs_set_week (db_of (desk), space_id, rules, n_rules, change, error);
}

static gboolean
desk_db_add_rule (Desk                    *desk,
                  const char              *space_id,
                  const FoyerOpeningRule  *rule,
                  FoyerDaysChange         *change,
                  GError                 **error)
{
  return foyer_opening_verbs_add_rule (db_of (desk), space_id, rule, change, error);
}

static gboolean
desk_db_edit_days (Desk                 *desk,
                   const char           *space_id,
                   const FoyerDaysEdit  *edit,
                   FoyerDaysChange      *change,
                   GError              **error)
{
  return foyer_opening_verbs_edit_days (db_of (desk), space_id, edit, change, error);
}

static FoyerBooking *
desk_db_book (Desk                       *desk,
              const FoyerBookingRequest  *request,
              gint64                     *op,
              GError                    **error)
{
  return foyer_booking_verbs_book (db_of (desk), request, op, error);
}

static FoyerBooking *
desk_db_set_state (Desk               *desk,
                   const char         *booking_id,
                   FoyerBookingState   state,
                   gint64             *op,
                   GError            **error)
{
  return foyer_booking_verbs_set_state (db_of (desk), booking_id, state, op, error);
}

static FoyerBooking *
desk_db_check_in (Desk                *desk,
                  const FoyerArrival  *arrival,
                  gint64              *op,
                  GError             **error)
{
  return foyer_desk_verbs_check_in (db_of (desk), arrival, op, error);
}

static FoyerBooking *
desk_db_check_out (Desk                *desk,
                   const FoyerArrival  *arrival,
                   gint64              *op,
                   GError             **error)
{
  return foyer_desk_verbs_check_out (db_of (desk), arrival, op, error);
}

static gboolean
desk_db_undo (Desk    *desk,
              gint64   op,
              GError **error)
{
  g_autofree char *verb = NULL;
  g_autofree char *id = NULL;

  return foyer_undo_verbs_undo (db_of (desk), op, &verb, &id, error);
}

DeskDb
desk_db (FoyerDb *db)
{
  return (DeskDb) {
    .desk = {
      .save_space = desk_db_save_space,
      .save_person = desk_db_save_person,
      .set_week = desk_db_set_week,
      .add_rule = desk_db_add_rule,
      .edit_days = desk_db_edit_days,
      .book = desk_db_book,
      .set_state = desk_db_set_state,
      .check_in = desk_db_check_in,
      .check_out = desk_db_check_out,
      .undo = desk_db_undo,
    },
    .db = db,
  };
}

sqlite3 *
desk_db_get_handle (FoyerDb *db)
{
  return db->handle;
}
