/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db-thread.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* How a verb of the facade is asked and answered: @tag is its _async function. */

void          foyer_store_run        (FoyerStore           *self,
                                      FoyerPriority         priority,
                                      gpointer              tag,
                                      FoyerJobFunc          func,
                                      gpointer              args,
                                      GDestroyNotify        free_args,
                                      GDestroyNotify        free_result,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer      foyer_store_run_finish (FoyerStore           *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void          foyer_store_set_last_backup (FoyerStore      *self,
                                      gint64                instant_ms);

/* Makes the backup of today in the background, unless there is one. */
void          foyer_store_begin_daily_backup (FoyerStore   *self);

/* An answer with its act. */
typedef struct {
  gpointer       record;
  GDestroyNotify free_record;
  gint64         op;
} FoyerAnswer;

/* (nullable): %NULL without @record, which an error explains. */
FoyerAnswer  *foyer_answer_new       (gpointer              record,
                                      GDestroyNotify        free_record,
                                      gint64                op);
void          foyer_answer_free      (FoyerAnswer          *self);
/* The finish of a verb that answers so: (transfer full), @op may be %NULL. */
gpointer      foyer_store_answer_finish (FoyerStore        *self,
                                      GAsyncResult         *result,
                                      gint64               *op,
                                      GError              **error);

G_END_DECLS
