/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-series.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-series-verbs.h"

/**
 * foyer_series_change_free:
 * @self: (transfer full): a change
 */
void
foyer_series_change_free (FoyerSeriesChange *self)
{
  g_clear_pointer (&self->series, foyer_series_free);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->skipped, g_array_unref);
  g_free (self);
}

static FoyerSeriesRequest *
foyer_series_request_copy (const FoyerSeriesRequest *request)
{
  FoyerSeriesRequest *copy = g_memdup2 (request, sizeof *request);

  copy->space_id = g_strdup (request->space_id);
  copy->person_id = g_strdup (request->person_id);
  copy->guest_name = g_strdup (request->guest_name);
  copy->plan = foyer_series_plan_copy (request->plan);

  return copy;
}

static void
foyer_series_request_free (gpointer user_data)
{
  FoyerSeriesRequest *request = user_data;

  g_free ((char *) request->space_id);
  g_free ((char *) request->person_id);
  g_free ((char *) request->guest_name);
  foyer_series_plan_free ((FoyerSeriesPlan *) request->plan);
  g_free (request);
}

static gpointer
foyer_store_book_series_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  gint64 op = 0;
  FoyerSeriesChange *change = foyer_series_verbs_book (db, args, &op, error);

  return foyer_answer_new (change, (GDestroyNotify) foyer_series_change_free, op);
}

void
foyer_store_book_series_async (FoyerStore                *self,
                               const FoyerSeriesRequest  *request,
                               GCancellable              *cancellable,
                               GAsyncReadyCallback        callback,
                               gpointer                   user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (request != NULL && request->space_id != NULL && request->plan != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_book_series_async, foyer_store_book_series_job,
                   foyer_series_request_copy (request), foyer_series_request_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static void
foyer_series_edit_free (gpointer user_data)
{
  FoyerSeriesEdit *edit = user_data;

  g_free ((char *) edit->series_id);
  g_free (edit);
}

static gpointer
foyer_store_edit_series_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  gint64 op = 0;
  FoyerSeriesChange *change = foyer_series_verbs_edit (db, args, &op, error);

  return foyer_answer_new (change, (GDestroyNotify) foyer_series_change_free, op);
}

void
foyer_store_edit_series_async (FoyerStore             *self,
                               const FoyerSeriesEdit  *edit,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data)
{
  FoyerSeriesEdit *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (edit != NULL && edit->series_id != NULL);

  args = g_memdup2 (edit, sizeof *edit);
  args->series_id = g_strdup (edit->series_id);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_edit_series_async, foyer_store_edit_series_job,
                   args, foyer_series_edit_free, (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerSeriesChange *
foyer_store_series_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           gint64        *op,
                           GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

static gpointer
foyer_store_list_series_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return foyer_series_verbs_list (db, args, error);
}

void
foyer_store_list_series_async (FoyerStore           *self,
                               const char           *space_id,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_series_async, foyer_store_list_series_job,
                   g_strdup (space_id), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_series_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
