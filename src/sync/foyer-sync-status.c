/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-sync.h"

#include "sync/foyer-sync-private.h"

static void
foyer_sync_directory_free (gpointer data)
{
  FoyerSyncDirectory *self = data;

  g_free (self->origin);
  g_clear_error (&self->error);
  g_free (self);
}

FoyerSyncStatus *
foyer_sync_status_new (void)
{
  FoyerSyncStatus *self = g_new0 (FoyerSyncStatus, 1);

  self->directories = g_ptr_array_new_with_free_func (foyer_sync_directory_free);

  return self;
}

void
foyer_sync_status_add_directory (FoyerSyncStatus *self,
                                 const char      *origin,
                                 gint64           last_ms,
                                 const GError    *error)
{
  FoyerSyncDirectory *directory = g_new0 (FoyerSyncDirectory, 1);

  directory->origin = g_strdup (origin);
  directory->last_ms = last_ms;
  directory->error = error != NULL ? g_error_copy (error) : NULL;
  g_ptr_array_add (self->directories, directory);
}

static gboolean
foyer_sync_directory_equal (const FoyerSyncDirectory *a,
                            const FoyerSyncDirectory *b)
{
  if (!g_str_equal (a->origin, b->origin) || a->last_ms != b->last_ms || (a->error == NULL) != (b->error == NULL))
    return FALSE;

  return a->error == NULL
         || (g_error_matches (a->error, b->error->domain, b->error->code)
             && g_str_equal (a->error->message, b->error->message));
}

gboolean
foyer_sync_status_equal (const FoyerSyncStatus *a,
                         const FoyerSyncStatus *b)
{
  if (a->state != b->state || a->n_waiting != b->n_waiting || a->n_refused != b->n_refused
      || a->last_ms != b->last_ms || a->next_ms != b->next_ms || a->skew_ms != b->skew_ms
      || a->directories->len != b->directories->len)
    return FALSE;
  for (guint i = 0; i < a->directories->len; i++)
    if (!foyer_sync_directory_equal (a->directories->pdata[i], b->directories->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * foyer_sync_status_copy:
 * @self: a status
 *
 * Returns: (transfer full): one like it
 */
FoyerSyncStatus *
foyer_sync_status_copy (const FoyerSyncStatus *self)
{
  FoyerSyncStatus *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->directories = g_ptr_array_new_with_free_func (foyer_sync_directory_free);
  for (guint i = 0; i < self->directories->len; i++)
    {
      const FoyerSyncDirectory *directory = self->directories->pdata[i];

      foyer_sync_status_add_directory (copy, directory->origin, directory->last_ms, directory->error);
    }

  return copy;
}

/**
 * foyer_sync_status_free:
 * @self: (transfer full): a status
 *
 * Frees a status.
 */
void
foyer_sync_status_free (FoyerSyncStatus *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->directories);
  g_free (self);
}

/**
 * foyer_sync_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report.
 */
void
foyer_sync_report_free (FoyerSyncReport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_error (&self->error);
  g_free (self);
}
