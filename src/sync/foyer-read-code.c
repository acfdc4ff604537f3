/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "protocol/foyer-ticket.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-codes.h"
#include "sync/foyer-quest-private.h"

/* How far from the day a ticket of the same space is still recognised. */
#define DAYS_BEFORE 31
#define DAYS_AFTER 92

typedef struct {
  GTask       *task;
  FoyerRunner *runner;
  char        *space_id;
  FoyerDay     day;
  char        *text;
  char        *code;        /* of a ticket */
} FoyerCodeQuest;

/* What it was found to be. */
typedef struct {
  FoyerCodeKind  kind;
  char          *id;
} FoyerReadCode;

static FoyerReadCode *
foyer_read_code_new (FoyerCodeKind  kind,
                     char          *id)       /* (transfer full) */
{
  FoyerReadCode *self = g_new (FoyerReadCode, 1);

  self->kind = kind;
  self->id = id;

  return self;
}

static void
foyer_read_code_free (gpointer data)
{
  FoyerReadCode *self = data;

  g_free (self->id);
  g_free (self);
}

static void
foyer_code_quest_free (gpointer data)
{
  FoyerCodeQuest *self = data;

  g_free (self->space_id);
  g_free (self->text);
  g_free (self->code);
  g_free (self);
}

/* Every booking is compared, the one of the day wins. Returns: (nullable): the booking's id */
static char *
foyer_code_quest_find (FoyerCodeQuest  *self,
                       FoyerIdentity   *identity,
                       GPtrArray       *bookings,
                       GError         **error)
{
  g_autofree char *found = NULL;
  gboolean other_day = FALSE;

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];

      if (!foyer_ticket_check (identity, booking->id, booking->day, self->code))
        continue;
      if (booking->day == self->day)
        g_set_str (&found, booking->id);
      else
        other_day = TRUE;
    }
  if (found == NULL && other_day)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_WRONG_DAY, "a ticket for another day");
  else if (found == NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE, "no ticket of this place");

  return g_steal_pointer (&found);
}

static void
foyer_code_quest_listed_cb (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  FoyerCodeQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);
  FoyerIdentity *identity = bookings != NULL ? foyer_runner_get_identity (self->runner, &error) : NULL;
  char *found = identity != NULL ? foyer_code_quest_find (self, identity, bookings, &error) : NULL;

  if (found != NULL)
    foyer_quest_end (self->runner, self->task, foyer_read_code_new (FOYER_CODE_TICKET_READ, found), foyer_read_code_free);
  else
    foyer_quest_fail (self->runner, self->task, g_steal_pointer (&error));
}

static void
foyer_code_quest_card_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  FoyerCodeQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  char *found = foyer_store_find_card_finish (FOYER_STORE (source), result, &error);

  if (found != NULL)
    foyer_quest_end (self->runner, self->task, foyer_read_code_new (FOYER_CODE_CARD_READ, found), foyer_read_code_free);
  else
    foyer_quest_fail (self->runner, self->task, g_steal_pointer (&error));
}

/* A ticket for another day is known to be one; nothing else that failed is. */
static FoyerCodeKind
foyer_code_quest_get_kind (FoyerCodeQuest *self)
{
  return self->code != NULL ? FOYER_CODE_TICKET_READ : FOYER_CODE_UNKNOWN;
}

static void
foyer_code_quest_begin (FoyerRunner *runner,
                        GTask       *task)
{
  FoyerCodeQuest *self = g_task_get_task_data (task);

  self->task = task;
  self->runner = runner;
  self->code = foyer_ticket_read (self->text, NULL);
  if (self->code == NULL)
    foyer_store_find_card_async (foyer_runner_get_store (runner), self->text, NULL, foyer_code_quest_card_cb, self);
  else
    foyer_store_list_held_async (foyer_runner_get_store (runner), self->space_id, self->day - DAYS_BEFORE,
                                 self->day + DAYS_AFTER, NULL, foyer_code_quest_listed_cb, self);
}

void
foyer_sync_read_code_async (FoyerSync           *self,
                            const char          *space_id,
                            FoyerDay             day,
                            const char          *text,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  FoyerCodeQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (space_id != NULL && text != NULL);
  g_return_if_fail (foyer_day_is_valid (day));

  quest = g_new0 (FoyerCodeQuest, 1);
  quest->space_id = g_strdup (space_id);
  quest->day = day;
  quest->text = g_strdup (text);
  foyer_quest_begin (self, foyer_sync_read_code_async, foyer_code_quest_begin, quest, foyer_code_quest_free,
                     cancellable, callback, user_data);
}

char *
foyer_sync_read_code_finish (FoyerSync      *self,
                             GAsyncResult   *result,
                             FoyerCodeKind  *kind,
                             GError        **error)
{
  FoyerReadCode *read;
  char *id;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  *kind = read != NULL ? read->kind : foyer_code_quest_get_kind (g_task_get_task_data (G_TASK (result)));
  if (read == NULL)
    return NULL;
  id = g_steal_pointer (&read->id);
  foyer_read_code_free (read);

  return id;
}
