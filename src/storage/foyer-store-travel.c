/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-travel.h"

#include "storage/foyer-store-private.h"
#include "storage/travel/foyer-post-table.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-travel-verbs.h"

/* The one answer of publish and unpublish. */
static gpointer
foyer_store_new_op (gboolean done,
                    gint64   op)
{
  return done ? g_memdup2 (&op, sizeof op) : NULL;
}

typedef struct {
  char *space_id;
  char *origin;      /* "" for everywhere */
} FoyerPublishArgs;

static FoyerPublishArgs *
foyer_publish_args_new (const char *space_id,
                        const char *origin)
{
  FoyerPublishArgs *args = g_new (FoyerPublishArgs, 1);

  args->space_id = g_strdup (space_id);
  args->origin = g_strdup (origin != NULL ? origin : "");

  return args;
}

static void
foyer_publish_args_free (gpointer user_data)
{
  FoyerPublishArgs *args = user_data;

  g_free (args->space_id);
  g_free (args->origin);
  g_free (args);
}

static gpointer
foyer_store_publish_job (FoyerDb       *db,
                         gpointer       user_data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  FoyerPublishArgs *args = user_data;
  gint64 op;
  gboolean done = foyer_publication_verbs_publish (db, args->space_id, args->origin, &op, error);

  return foyer_store_new_op (done, op);
}

void
foyer_store_publish_async (FoyerStore           *self,
                           const char           *space_id,
                           const char           *origin,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL && origin != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_publish_async, foyer_store_publish_job,
                   foyer_publish_args_new (space_id, origin), foyer_publish_args_free, g_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_unpublish_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerPublishArgs *args = user_data;
  gint64 op;
  gboolean done = foyer_publication_verbs_unpublish (db, args->space_id, args->origin, &op, error);

  return foyer_store_new_op (done, op);
}

void
foyer_store_unpublish_async (FoyerStore           *self,
                             const char           *space_id,
                             const char           *origin,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_unpublish_async, foyer_store_unpublish_job,
                   foyer_publish_args_new (space_id, origin), foyer_publish_args_free, g_free,
                   cancellable, callback, user_data);
}

gboolean
foyer_store_publication_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                gint64        *op,
                                GError       **error)
{
  g_autofree gint64 *answer = foyer_store_run_finish (self, result, error);

  if (op != NULL)
    *op = answer != NULL ? *answer : 0;

  return answer != NULL;
}

static gpointer
foyer_store_list_publications_job (FoyerDb       *db,
                                   gpointer       args,
                                   GCancellable  *cancellable,
                                   GError       **error)
{
  return foyer_publication_table_list (db, args, error);
}

void
foyer_store_list_publications_async (FoyerStore           *self,
                                     const char           *space_id,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_publications_async,
                   foyer_store_list_publications_job, g_strdup (space_id != NULL ? space_id : ""), g_free,
                   (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_publications_finish (FoyerStore    *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  char              *booking_id;
  FoyerBookingState  state;
} FoyerAnswerArgs;

static void
foyer_answer_args_free (gpointer user_data)
{
  FoyerAnswerArgs *args = user_data;

  g_free (args->booking_id);
  g_free (args);
}

static gpointer
foyer_store_answer_job (FoyerDb       *db,
                        gpointer       user_data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  FoyerAnswerArgs *args = user_data;
  gint64 op = 0;
  FoyerBooking *booking = foyer_answer_verbs_answer (db, args->booking_id, args->state, &op, error);

  return foyer_answer_new (booking, (GDestroyNotify) foyer_booking_free, op);
}

void
foyer_store_answer_async (FoyerStore           *self,
                          const char           *booking_id,
                          FoyerBookingState     state,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  FoyerAnswerArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);
  g_return_if_fail (state == FOYER_STATE_CONFIRMED || state == FOYER_STATE_DECLINED);

  args = g_new (FoyerAnswerArgs, 1);
  args->booking_id = g_strdup (booking_id);
  args->state = state;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_answer_async, foyer_store_answer_job,
                   args, foyer_answer_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_accept_anyway_job (FoyerDb       *db,
                               gpointer       booking_id,
                               GCancellable  *cancellable,
                               GError       **error)
{
  gint64 op = 0;
  FoyerBooking *booking = foyer_answer_verbs_accept_anyway (db, booking_id, &op, error);

  return foyer_answer_new (booking, (GDestroyNotify) foyer_booking_free, op);
}

void
foyer_store_accept_anyway_async (FoyerStore           *self,
                                 const char           *booking_id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_accept_anyway_async, foyer_store_accept_anyway_job,
                   g_strdup (booking_id), g_free, (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

static FoyerSeatWish *
foyer_seat_wish_copy (const FoyerSeatWish *wish)
{
  FoyerSeatWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->origin = g_strdup (wish->origin);
  copy->listing = g_strdup (wish->listing);
  copy->host = g_strdup (wish->host);
  copy->name = g_strdup (wish->name);
  copy->area = g_strdup (wish->area);
  copy->tz = g_strdup (wish->tz);
  copy->currency = g_strdup (wish->currency);
  copy->guest_name = g_strdup (wish->guest_name);
  copy->phone = g_strdup (wish->phone);
  copy->email = g_strdup (wish->email);
  copy->note = g_strdup (wish->note);
  copy->skills = (const char * const *) g_strdupv ((char **) wish->skills);
  copy->consents = (const char * const *) g_strdupv ((char **) wish->consents);

  return copy;
}

static void
foyer_seat_wish_free (gpointer user_data)
{
  FoyerSeatWish *wish = user_data;

  g_free ((char *) wish->origin);
  g_free ((char *) wish->listing);
  g_free ((char *) wish->host);
  g_free ((char *) wish->name);
  g_free ((char *) wish->area);
  g_free ((char *) wish->tz);
  g_free ((char *) wish->currency);
  g_free ((char *) wish->guest_name);
  g_free ((char *) wish->phone);
  g_free ((char *) wish->email);
  g_free ((char *) wish->note);
  g_strfreev ((char **) wish->skills);
  g_strfreev ((char **) wish->consents);
  g_free (wish);
}

static gpointer
foyer_store_ask_job (FoyerDb       *db,
                     gpointer       args,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gint64 op = 0;
  FoyerMySeat *seat = foyer_my_seat_verbs_ask (db, args, &op, error);

  return foyer_answer_new (seat, (GDestroyNotify) foyer_my_seat_free, op);
}

void
foyer_store_ask_async (FoyerStore           *self,
                       const FoyerSeatWish  *wish,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (wish != NULL && wish->origin != NULL && wish->listing != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_ask_async, foyer_store_ask_job,
                   foyer_seat_wish_copy (wish), foyer_seat_wish_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_withdraw_job (FoyerDb       *db,
                          gpointer       args,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gint64 op = 0;
  FoyerMySeat *seat = foyer_my_seat_verbs_withdraw (db, args, &op, error);

  return foyer_answer_new (seat, (GDestroyNotify) foyer_my_seat_free, op);
}

void
foyer_store_withdraw_async (FoyerStore           *self,
                            const char           *seat_id,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (seat_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_withdraw_async, foyer_store_withdraw_job,
                   g_strdup (seat_id), g_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerMySeat *
foyer_store_my_seat_finish (FoyerStore    *self,
                            GAsyncResult  *result,
                            gint64        *op,
                            GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

static gpointer
foyer_store_list_my_seats_job (FoyerDb       *db,
                               gpointer       args,
                               GCancellable  *cancellable,
                               GError       **error)
{
  return foyer_my_seat_verbs_list (db, error);
}

void
foyer_store_list_my_seats_async (FoyerStore           *self,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_my_seats_async, foyer_store_list_my_seats_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_my_seats_finish (FoyerStore    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_list_waiting_job (FoyerDb       *db,
                              gpointer       args,
                              GCancellable  *cancellable,
                              GError       **error)
{
  return foyer_post_table_list_waiting (db, error);
}

void
foyer_store_list_waiting_async (FoyerStore           *self,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_waiting_async, foyer_store_list_waiting_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_waiting_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
