/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-payments.h"
#include "storage/tables/foyer-pass-table.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

GPtrArray    *foyer_payment_verbs_list_due (FoyerDb                  *db,
                                            const FoyerDueQuery      *query,
                                            GError                  **error);
FoyerPayment *foyer_payment_verbs_pay      (FoyerDb                  *db,
                                            const FoyerPaymentOrder  *order,
                                            gint64                   *op,
                                            GError                  **error);
FoyerPayment *foyer_payment_verbs_refund   (FoyerDb                  *db,
                                            const char               *payment_id,
                                            GError                  **error);
GPtrArray    *foyer_payment_verbs_list     (FoyerDb                  *db,
                                            const FoyerPaymentQuery  *query,
                                            GError                  **error);

/* In the running transaction: takes what @row costs as @method says, with its receipt. @space: whose
 * receipt it is */
gboolean      foyer_payment_take_pass      (FoyerDb                  *db,
                                            FoyerSpaceRow            *space,
                                            const FoyerPassRow       *row,
                                            const char               *method,
                                            const char               *label,
                                            GError                  **error);
/* In the running transaction, of an undo: gives a payment back unless that was done before. */
gboolean      foyer_payment_give_back      (FoyerDb                  *db,
                                            gint64                    id,
                                            GError                  **error);

G_END_DECLS
