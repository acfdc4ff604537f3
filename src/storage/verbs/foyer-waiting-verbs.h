/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-waiting.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-waiting.h on the thread of @db, each in one transaction. */

FoyerWaiter *foyer_waiting_verbs_wait   (FoyerDb                    *db,
                                          const FoyerWaitingRequest  *request,
                                          gint64                     *op,
                                          GError                    **error);
FoyerWaiter *foyer_waiting_verbs_answer (FoyerDb                    *db,
                                          const char                 *waiting_id,
                                          FoyerWaitingAnswer          answer,
                                          gint64                     *op,
                                          GError                    **error);
GPtrArray    *foyer_waiting_verbs_list   (FoyerDb                    *db,
                                          const char                 *space_id,
                                          FoyerDay                    first,
                                          FoyerDay                    last,
                                          GError                    **error);

/* Offers what became free on the days that the running transaction touched: before its commit, in
 * its act. */
gboolean      foyer_waiting_settle_days  (FoyerDb                    *db,
                                          GError                    **error);
/* Lets the offers lapse whose time is over. @next_ms: when there will be something to do again, or 0. */
gboolean      foyer_waiting_verbs_time   (FoyerDb                    *db,
                                          gint64                     *next_ms,
                                          GError                    **error);

G_END_DECLS
