/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-codes.h"

#include "core/foyer-error.h"
#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-code-verbs.h"

typedef struct {
  char           *text;         /* a code, or the id of a space */
  char          **ids;
  gboolean        renews;
  FoyerCodeKind   kind;
  FoyerError      reason;
  FoyerDay        day;
} FoyerCodeArgs;

static void
foyer_code_args_free (gpointer user_data)
{
  FoyerCodeArgs *args = user_data;

  g_free (args->text);
  g_strfreev (args->ids);
  g_free (args);
}

static gpointer
foyer_store_find_card_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerCodeArgs *args = user_data;

  return foyer_code_verbs_find_card (db, args->text, error);
}

void
foyer_store_find_card_async (FoyerStore          *self,
                             const char          *text,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  FoyerCodeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (text != NULL);

  args = g_new0 (FoyerCodeArgs, 1);
  args->text = g_strdup (text);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_find_card_async, foyer_store_find_card_job,
                   args, foyer_code_args_free, g_free, cancellable, callback, user_data);
}

char *
foyer_store_find_card_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_refuse_code_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerCodeArgs *args = user_data;
  const FoyerArrival arrival = { .space_id = args->text, .code = args->kind };

  return GINT_TO_POINTER (foyer_code_verbs_refuse (db, &arrival, foyer_error_get_name (args->reason), error));
}

void
foyer_store_refuse_code_async (FoyerStore          *self,
                               const char          *space_id,
                               FoyerCodeKind        kind,
                               int                  reason,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  FoyerCodeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (kind != FOYER_CODE_NONE);

  args = g_new0 (FoyerCodeArgs, 1);
  args->text = g_strdup (space_id);
  args->kind = kind;
  args->reason = (FoyerError) reason;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_refuse_code_async, foyer_store_refuse_code_job,
                   args, foyer_code_args_free, NULL, cancellable, callback, user_data);
}

gboolean
foyer_store_refuse_code_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error) != NULL;
}

static gpointer
foyer_store_list_refused_codes_job (FoyerDb       *db,
                                    gpointer       user_data,
                                    GCancellable  *cancellable,
                                    GError       **error)
{
  FoyerCodeArgs *args = user_data;

  return foyer_code_verbs_list (db, args->text, args->day, error);
}

void
foyer_store_list_refused_codes_async (FoyerStore          *self,
                                      const char          *space_id,
                                      FoyerDay             day,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  FoyerCodeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new0 (FoyerCodeArgs, 1);
  args->text = g_strdup (space_id);
  args->day = day;
  foyer_store_run (self, FOYER_PRIORITY_PAGE, foyer_store_list_refused_codes_async, foyer_store_list_refused_codes_job,
                   args, foyer_code_args_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_refused_codes_finish (FoyerStore    *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_give_cards_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  FoyerCodeArgs *args = user_data;
  gint64 op = 0;
  GPtrArray *people = foyer_code_verbs_give_cards (db, (const char * const *) args->ids, args->renews, &op, error);

  return foyer_answer_new (people, (GDestroyNotify) g_ptr_array_unref, op);
}

void
foyer_store_give_cards_async (FoyerStore          *self,
                              const char * const  *ids,
                              gboolean             renews,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  FoyerCodeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  args = g_new0 (FoyerCodeArgs, 1);
  args->ids = g_strdupv ((char **) ids);
  args->renews = renews;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_give_cards_async, foyer_store_give_cards_job,
                   args, foyer_code_args_free, (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_give_cards_finish (FoyerStore    *self,
                               GAsyncResult  *result,
                               gint64        *op,
                               GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}
