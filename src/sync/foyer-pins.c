/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-pins.h"

#include <string.h>

#include "sync/foyer-pin-file.h"
#include "sync/foyer-quest-private.h"

static void
foyer_pin_free (gpointer user_data)
{
  char *pin = user_data;

  explicit_bzero (pin, strlen (pin));
  g_free (pin);
}

static void
foyer_write_pin_begin (FoyerRunner *runner,
                       GTask       *task)
{
  const char *dir = foyer_store_get_dir (foyer_runner_get_store (runner));
  GError *error = NULL;

  if (foyer_pin_file_write (dir, g_task_get_task_data (task), &error))
    foyer_quest_end (runner, task, GINT_TO_POINTER (TRUE), NULL);
  else
    foyer_quest_fail (runner, task, error);
}

void
foyer_sync_write_pin_async (FoyerSync           *self,
                            const char          *pin,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (pin != NULL && foyer_pin_is_proper (pin));

  foyer_quest_begin (self, foyer_sync_write_pin_async, foyer_write_pin_begin, g_strdup (pin), foyer_pin_free, NULL,
                     callback, user_data);
}

gboolean
foyer_sync_write_pin_finish (FoyerSync     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* The answer is one more than it is: no pointer is an error. */
static void
foyer_try_pin_begin (FoyerRunner *runner,
                     GTask       *task)
{
  const char *dir = foyer_store_get_dir (foyer_runner_get_store (runner));
  const char *pin = g_task_get_task_data (task);
  FoyerPinAnswer answer;
  GError *error = NULL;

  if (foyer_pin_file_try (dir, *pin != '\0' ? pin : NULL, &answer, &error))
    foyer_quest_end (runner, task, GINT_TO_POINTER (answer + 1), NULL);
  else
    foyer_quest_fail (runner, task, error);
}

void
foyer_sync_try_pin_async (FoyerSync           *self,
                          const char          *pin,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_SYNC (self));

  foyer_quest_begin (self, foyer_sync_try_pin_async, foyer_try_pin_begin, g_strdup (pin != NULL ? pin : ""),
                     foyer_pin_free, NULL, callback, user_data);
}

gboolean
foyer_sync_try_pin_finish (FoyerSync       *self,
                           GAsyncResult    *result,
                           FoyerPinAnswer  *answer,
                           GError         **error)
{
  gpointer value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);

  value = g_task_propagate_pointer (G_TASK (result), error);
  if (value == NULL)
    return FALSE;
  *answer = (FoyerPinAnswer) (GPOINTER_TO_INT (value) - 1);

  return TRUE;
}
