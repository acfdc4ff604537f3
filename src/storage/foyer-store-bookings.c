/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-bookings.h"

#include "core/foyer-error.h"
#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-code-verbs.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"

/* The one answer of the verbs that change a booking. */
static gpointer
foyer_booking_answer_new (FoyerBooking *booking,
                          gint64        op)
{
  return foyer_answer_new (booking, (GDestroyNotify) foyer_booking_free, op);
}

static void
foyer_booking_request_free (gpointer user_data)
{
  FoyerBookingRequest *request = user_data;

  g_free ((char *) request->space_id);
  g_free ((char *) request->person_id);
  g_free ((char *) request->guest_name);
  g_free ((char *) request->key);
  g_free ((char *) request->desk);
  g_free ((char *) request->guest_of);
  g_free (request);
}

static gpointer
foyer_store_book_job (FoyerDb       *db,
                      gpointer       args,
                      GCancellable  *cancellable,
                      GError       **error)
{
  gint64 op = 0;
  FoyerBooking *booking = foyer_booking_verbs_book (db, args, &op, error);

  return foyer_booking_answer_new (booking, op);
}

void
foyer_store_book_async (FoyerStore                *self,
                        const FoyerBookingRequest *request,
                        GCancellable              *cancellable,
                        GAsyncReadyCallback        callback,
                        gpointer                   user_data)
{
  FoyerBookingRequest *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (request != NULL && request->space_id != NULL);

  args = g_memdup2 (request, sizeof *request);
  args->space_id = g_strdup (request->space_id);
  args->person_id = g_strdup (request->person_id);
  args->guest_name = g_strdup (request->guest_name);
  args->key = g_strdup (request->key);
  args->desk = g_strdup (request->desk);
  args->guest_of = g_strdup (request->guest_of);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_book_async, foyer_store_book_job,
                   args, foyer_booking_request_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

typedef struct {
  char              *booking_id;
  FoyerBookingState  state;
} FoyerStateArgs;

static void
foyer_state_args_free (gpointer user_data)
{
  FoyerStateArgs *args = user_data;

  g_free (args->booking_id);
  g_free (args);
}

static gpointer
foyer_store_set_state_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerStateArgs *args = user_data;
  gint64 op = 0;
  FoyerBooking *booking = foyer_booking_verbs_set_state (db, args->booking_id, args->state, &op, error);

  return foyer_booking_answer_new (booking, op);
}

void
foyer_store_set_state_async (FoyerStore           *self,
                             const char           *booking_id,
                             FoyerBookingState     state,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  FoyerStateArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);
  g_return_if_fail (state == FOYER_STATE_CANCELLED || state == FOYER_STATE_NO_SHOW);

  args = g_new (FoyerStateArgs, 1);
  args->booking_id = g_strdup (booking_id);
  args->state = state;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_set_state_async, foyer_store_set_state_job,
                   args, foyer_state_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

typedef struct {
  char     *booking_id;
  char     *desk;
  gboolean  pinned;
} FoyerDeskArgs;

static void
foyer_desk_args_free (gpointer user_data)
{
  FoyerDeskArgs *args = user_data;

  g_free (args->booking_id);
  g_free (args->desk);
  g_free (args);
}

static gpointer
foyer_store_set_desk_job (FoyerDb       *db,
                          gpointer       user_data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  FoyerDeskArgs *args = user_data;
  gint64 op = 0;
  FoyerBooking *booking = foyer_desk_wish_verbs_set (db, args->booking_id, args->desk, args->pinned, &op, error);

  return foyer_booking_answer_new (booking, op);
}

void
foyer_store_set_desk_async (FoyerStore           *self,
                            const char           *booking_id,
                            const char           *desk,
                            gboolean              pinned,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  FoyerDeskArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);

  args = g_new (FoyerDeskArgs, 1);
  args->booking_id = g_strdup (booking_id);
  args->desk = g_strdup (desk);
  args->pinned = pinned;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_set_desk_async, foyer_store_set_desk_job,
                   args, foyer_desk_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static FoyerArrival *
foyer_arrival_copy (const FoyerArrival *arrival)
{
  FoyerArrival *copy = g_memdup2 (arrival, sizeof *arrival);

  copy->space_id = g_strdup (arrival->space_id);
  copy->booking_id = g_strdup (arrival->booking_id);
  copy->person_id = g_strdup (arrival->person_id);
  copy->guest_name = g_strdup (arrival->guest_name);
  copy->guest_of = g_strdup (arrival->guest_of);

  return copy;
}

static void
foyer_arrival_free (gpointer user_data)
{
  FoyerArrival *arrival = user_data;

  g_free ((char *) arrival->space_id);
  g_free ((char *) arrival->booking_id);
  g_free ((char *) arrival->person_id);
  g_free ((char *) arrival->guest_name);
  g_free ((char *) arrival->guest_of);
  g_free (arrival);
}

static gpointer
foyer_store_check_in_job (FoyerDb       *db,
                          gpointer       args,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gint64 op = 0;
  FoyerArrival *arrival = args;
  g_autoptr(GError) local_error = NULL;
  FoyerBooking *booking = foyer_desk_verbs_check_in (db, arrival, &op, &local_error);

  /* That it could not be noted changes nothing at the door. */
  if (arrival->code != FOYER_CODE_NONE && local_error != NULL && local_error->domain == FOYER_ERROR)
    foyer_code_verbs_refuse (db, arrival, foyer_error_get_name ((FoyerError) local_error->code), NULL);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return foyer_booking_answer_new (booking, op);
}

void
foyer_store_check_in_async (FoyerStore           *self,
                            const FoyerArrival   *arrival,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (arrival != NULL && arrival->space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_check_in_async, foyer_store_check_in_job,
                   foyer_arrival_copy (arrival), foyer_arrival_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_check_out_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  gint64 op = 0;
  FoyerBooking *booking = foyer_desk_verbs_check_out (db, args, &op, error);

  return foyer_booking_answer_new (booking, op);
}

void
foyer_store_check_out_async (FoyerStore           *self,
                             const FoyerArrival   *arrival,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (arrival != NULL && arrival->space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_check_out_async, foyer_store_check_out_job,
                   foyer_arrival_copy (arrival), foyer_arrival_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerBooking *
foyer_store_booking_finish (FoyerStore    *self,
                            GAsyncResult  *result,
                            gint64        *op,
                            GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

typedef struct {
  char     *space_id;
  FoyerDay  first;
  FoyerDay  last;
} FoyerSheetArgs;

static FoyerSheetArgs *
foyer_sheet_args_new (const char *space_id,
                      FoyerDay    first,
                      FoyerDay    last)
{
  FoyerSheetArgs *args = g_new (FoyerSheetArgs, 1);

  args->space_id = g_strdup (space_id);
  args->first = first;
  args->last = last;

  return args;
}

static void
foyer_sheet_args_free (gpointer user_data)
{
  FoyerSheetArgs *args = user_data;

  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_day_sheet_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerSheetArgs *args = user_data;

  return foyer_desk_verbs_day_sheet (db, args->space_id, args->first, error);
}

void
foyer_store_day_sheet_async (FoyerStore           *self,
                             const char           *space_id,
                             FoyerDay              day,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_day_sheet_async, foyer_store_day_sheet_job,
                   foyer_sheet_args_new (space_id, day, day), foyer_sheet_args_free,
                   (GDestroyNotify) foyer_day_sheet_free, cancellable, callback, user_data);
}

FoyerDaySheet *
foyer_store_day_sheet_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_list_held_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerSheetArgs *args = user_data;

  return foyer_desk_verbs_list_held (db, args->space_id, args->first, args->last, error);
}

void
foyer_store_list_held_async (FoyerStore           *self,
                             const char           *space_id,
                             FoyerDay              first,
                             FoyerDay              last,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_held_async, foyer_store_list_held_job,
                   foyer_sheet_args_new (space_id, first, last), foyer_sheet_args_free,
                   (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
foyer_store_roll_call_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return foyer_desk_verbs_roll_call (db, args, error);
}

void
foyer_store_roll_call_async (FoyerStore           *self,
                             const char           *space_id,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_roll_call_async, foyer_store_roll_call_job,
                   g_strdup (space_id), g_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_bookings_finish (FoyerStore    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
