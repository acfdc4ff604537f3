/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk-store.h"

#include "storage/foyer-store-upkeep.h"

void
desk_wait_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  DeskWait *wait = user_data;

  wait->result = g_object_ref (result);
}

GAsyncResult *
desk_wait (DeskWait *wait)
{
  while (wait->result == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);

  return g_steal_pointer (&wait->result);
}

static FoyerStore *
store_of (Desk *desk)
{
  return ((DeskStore *) desk)->store;
}

static FoyerSpace *
desk_store_save_space (Desk              *desk,
                       const FoyerSpace  *space,
                       gint64            *op,
                       GError           **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_save_space_async (store_of (desk), space, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_save_space_finish (store_of (desk), result, op, error);
}

static FoyerPerson *
desk_store_save_person (Desk               *desk,
                        const FoyerPerson  *person,
                        gint64             *op,
                        GError            **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_save_person_async (store_of (desk), person, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_save_person_finish (store_of (desk), result, op, error);
}

static gboolean
desk_store_set_week (Desk                    *desk,
                     const char              *space_id,
                     const FoyerOpeningRule  *rules,
                     gsize                    n_rules,
                     FoyerDaysChange         *change,
                     GError                 **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_set_week_async (store_of (desk), space_id, rules, n_rules, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_days_finish (store_of (desk), result, change, error);
}

static gboolean
desk_store_add_rule (Desk                    *desk,
                     const char              *space_id,
                     const FoyerOpeningRule  *rule,
                     FoyerDaysChange         *change,
                     GError                 **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_add_rule_async (store_of (desk), space_id, rule, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_days_finish (store_of (desk), result, change, error);
}

static gboolean
desk_store_edit_days (Desk                 *desk,
                      const char           *space_id,
                      const FoyerDaysEdit  *edit,
                      FoyerDaysChange      *change,
                      GError              **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_edit_days_async (store_of (desk), space_id, edit, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_days_finish (store_of (desk), result, change, error);
}

static FoyerBooking *
desk_store_book (Desk                       *desk,
                 const FoyerBookingRequest  *request,
                 gint64                     *op,
                 GError                    **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_book_async (store_of (desk), request, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_booking_finish (store_of (desk), result, op, error);
}

static FoyerBooking *
desk_store_set_state (Desk               *desk,
                      const char         *booking_id,
                      FoyerBookingState   state,
                      gint64             *op,
                      GError            **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_set_state_async (store_of (desk), booking_id, state, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_booking_finish (store_of (desk), result, op, error);
}

static FoyerBooking *
desk_store_check_in (Desk                *desk,
                     const FoyerArrival  *arrival,
                     gint64              *op,
                     GError             **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_check_in_async (store_of (desk), arrival, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_booking_finish (store_of (desk), result, op, error);
}

static FoyerBooking *
desk_store_check_out (Desk                *desk,
                      const FoyerArrival  *arrival,
                      gint64              *op,
                      GError             **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_check_out_async (store_of (desk), arrival, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_booking_finish (store_of (desk), result, op, error);
}

static gboolean
desk_store_undo (Desk    *desk,
                 gint64   op,
                 GError **error)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_undo_async (store_of (desk), op, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_undo_finish (store_of (desk), result, NULL, NULL, error);
}

static const Desk desk_store_verbs = {
  .save_space = desk_store_save_space,
  .save_person = desk_store_save_person,
  .set_week = desk_store_set_week,
  .add_rule = desk_store_add_rule,
  .edit_days = desk_store_edit_days,
  .book = desk_store_book,
  .set_state = desk_store_set_state,
  .check_in = desk_store_check_in,
  .check_out = desk_store_check_out,
  .undo = desk_store_undo,
};

DeskStore *
desk_store_open (const char  *dir,
                 GError     **error)
{
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (DESK_NOW);
  g_autoptr(FoyerRandom) random = foyer_random_new_system ();
  g_autoptr(GAsyncResult) result = NULL;
  DeskWait wait = { NULL };
  FoyerStore *store;
  DeskStore *self;

  foyer_store_open_async (dir, clock, random, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);
  store = foyer_store_open_finish (result, error);
  if (store == NULL)
    return NULL;

  self = g_new (DeskStore, 1);
  self->desk = desk_store_verbs;
  self->store = store;

  return self;
}

void
desk_store_free (DeskStore *self)
{
  g_object_unref (self->store);
  g_free (self);
}

gboolean
desk_store_close (DeskStore  *self,
                  GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  DeskWait wait = { NULL };

  foyer_store_close_async (self->store, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_close_finish (self->store, result, error);
}

gboolean
desk_store_backup (DeskStore   *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  DeskWait wait = { NULL };

  foyer_store_backup_async (self->store, path, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_backup_finish (self->store, result, error);
}

gboolean
desk_store_check (DeskStore  *self,
                  char      **problem,
                  GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  DeskWait wait = { NULL };

  foyer_store_check_async (self->store, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);
  problems = foyer_store_check_finish (self->store, result, error);
  *problem = NULL;
  if (problems != NULL && problems->len > 0)
    {
      const FoyerFinding *first = problems->pdata[0];

      *problem = g_strdup_printf ("problem %d, %s", (int) first->kind, first->detail);
    }

  return problems != NULL;
}

char *
desk_store_restore (const char  *dir,
                    const char  *path,
                    GError     **error)
{
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (DESK_NOW);
  g_autoptr(GAsyncResult) result = NULL;
  DeskWait wait = { NULL };

  foyer_store_restore_async (dir, path, clock, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);

  return foyer_store_restore_finish (result, error);
}
