/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-payments.h"

G_BEGIN_DECLS

typedef struct {
  gint64        id;
  gint64        space_id;
  FoyerPayment *payment;
} FoyerPaymentRow;

void             foyer_payment_row_free      (FoyerPaymentRow          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPaymentRow, foyer_payment_row_free)

/* What of a payment is for what: one of both ids is 0. */
typedef struct {
  gint64 booking_id;
  gint64 pass_id;
  gint64 amount_minor;
} FoyerPaymentPart;

/* not-found when there is none */
FoyerPaymentRow *foyer_payment_table_find    (FoyerDb                  *db,
                                              const char               *uid,
                                              GError                  **error);
FoyerPaymentRow *foyer_payment_table_get     (FoyerDb                  *db,
                                              gint64                    id,
                                              GError                  **error);
/* Returns: (element-type FoyerPayment): as they were made */
GPtrArray       *foyer_payment_table_list    (FoyerDb                  *db,
                                              const FoyerPaymentQuery  *query,
                                              GError                  **error);
/* The ids and the document of @payment are not read. @refunds: 0 for none */
gboolean         foyer_payment_table_insert  (FoyerDb                  *db,
                                              const char               *uid,
                                              gint64                    space_id,
                                              const FoyerPayment       *payment,
                                              gint64                    refunds,
                                              gint64                   *id,
                                              GError                  **error);
gboolean         foyer_payment_table_add     (FoyerDb                  *db,
                                              gint64                    id,
                                              const FoyerPaymentPart   *part,
                                              GError                  **error);
/* Returns: (element-type FoyerPaymentPart) */
GArray          *foyer_payment_table_list_parts (FoyerDb               *db,
                                              gint64                    id,
                                              GError                  **error);
/* What was paid of a pass so far. */
gboolean         foyer_payment_table_get_paid_of_pass (FoyerDb         *db,
                                              gint64                    pass_id,
                                              gint64                   *paid_minor,
                                              gboolean                 *settled,
                                              GError                  **error);

G_END_DECLS
