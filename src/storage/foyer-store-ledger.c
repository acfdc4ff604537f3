/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-ledger.h"

#include "storage/foyer-store-private.h"
#include "storage/ledger/foyer-ledger-private.h"
#include "storage/tables/foyer-ledger-table.h"
#include "storage/verbs/foyer-many-verbs.h"

typedef struct {
  FoyerLedger      *ledger;
  FoyerLedgerQuery  query;
  guint32          *kept;
  gsize             n_kept;
} FoyerLedgerArgs;

static void
foyer_ledger_args_free (gpointer user_data)
{
  FoyerLedgerArgs *args = user_data;

  foyer_ledger_unref (args->ledger);
  g_free ((char *) args->query.space_id);
  g_free ((char *) args->query.text);
  g_free (args->kept);
  g_free (args);
}

static gpointer
foyer_store_list_ledger_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerLedgerArgs *args = user_data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return foyer_ledger_list (args->ledger, db, &args->query, args->kept, args->n_kept, cancellable, error);
}

void
foyer_store_list_ledger_async (FoyerStore              *self,
                               FoyerLedger             *ledger,
                               const FoyerLedgerQuery  *query,
                               const guint32           *kept,
                               gsize                    n_kept,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  FoyerLedgerArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (ledger != NULL);
  g_return_if_fail (query != NULL);

  args = g_new (FoyerLedgerArgs, 1);
  args->ledger = foyer_ledger_ref (ledger);
  args->query = *query;
  args->query.space_id = g_strdup (query->space_id);
  args->query.text = g_strdup (query->text);
  args->kept = g_memdup2 (kept, n_kept * sizeof *kept);
  args->n_kept = n_kept;
  foyer_store_run (self, FOYER_PRIORITY_PAGE, foyer_store_list_ledger_async, foyer_store_list_ledger_job,
                   args, foyer_ledger_args_free, (GDestroyNotify) foyer_ledger_list_free,
                   cancellable, callback, user_data);
}

FoyerLedgerList *
foyer_store_list_ledger_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  guint32         *rows;
  gsize            n_rows;
  FoyerLedgerActs  act;
} FoyerRowsArgs;

static FoyerRowsArgs *
foyer_rows_args_new (const guint32   *rows,
                     gsize            n_rows,
                     FoyerLedgerActs  act)
{
  FoyerRowsArgs *args = g_new (FoyerRowsArgs, 1);

  args->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  args->n_rows = n_rows;
  args->act = act;

  return args;
}

static void
foyer_rows_args_free (gpointer user_data)
{
  FoyerRowsArgs *args = user_data;

  g_free (args->rows);
  g_free (args);
}

static gpointer
foyer_store_read_lines_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  FoyerRowsArgs *args = user_data;

  return foyer_ledger_table_read (db, args->rows, args->n_rows, error);
}

void
foyer_store_read_lines_async (FoyerStore           *self,
                              const guint32        *rows,
                              gsize                 n_rows,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (n_rows > 0);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_read_lines_async, foyer_store_read_lines_job,
                   foyer_rows_args_new (rows, n_rows, 0), foyer_rows_args_free,
                   (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_read_lines_finish (FoyerStore    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_act_on_many_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerRowsArgs *args = user_data;
  gint64 op;

  if (!foyer_many_verbs_act (db, args->rows, args->n_rows, args->act, &op, error))
    return NULL;

  return foyer_answer_new (GSIZE_TO_POINTER (args->n_rows), NULL, op);
}

void
foyer_store_act_on_many_async (FoyerStore           *self,
                               const guint32        *rows,
                               gsize                 n_rows,
                               FoyerLedgerActs       act,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (n_rows > 0 && n_rows <= FOYER_LEDGER_ACT_MAX);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_act_on_many_async, foyer_store_act_on_many_job,
                   foyer_rows_args_new (rows, n_rows, act), foyer_rows_args_free,
                   g_free, cancellable, callback, user_data);
}

guint
foyer_store_act_on_many_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                gint64        *op,
                                GError       **error)
{
  /* Its record is a number and nothing to free. */
  return (guint) GPOINTER_TO_SIZE (foyer_store_answer_finish (self, result, op, error));
}
