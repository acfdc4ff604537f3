/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "foyer-profile.h"
#include "storage/foyer-store-accounts.h"
#include "storage/foyer-store-documents.h"
#include "storage/foyer-store-payments.h"

/* Money of a profile. All (transfer full); NULL with self->error. */
FoyerPayment  *foyer_profile_collect       (FoyerProfile             *self,
                                            const FoyerPaymentOrder  *order);
/* One booking; @amount: 0 for all that is due */
FoyerPayment  *foyer_profile_take_for      (FoyerProfile             *self,
                                            const char               *booking_id,
                                            const char               *method,
                                            gint64                    amount);
FoyerPayment  *foyer_profile_refund        (FoyerProfile             *self,
                                            const char               *payment_id);
GPtrArray     *foyer_profile_list_due      (FoyerProfile             *self,
                                            const FoyerDueQuery      *query);
GPtrArray     *foyer_profile_list_payments (FoyerProfile             *self,
                                            const FoyerPaymentQuery  *query);
FoyerDocument *foyer_profile_get_document  (FoyerProfile             *self,
                                            const char               *id);
FoyerDocument *foyer_profile_invoice       (FoyerProfile             *self,
                                            const FoyerInvoiceOrder  *order);
FoyerDocument *foyer_profile_credit        (FoyerProfile             *self,
                                            const char               *id);
GPtrArray     *foyer_profile_list_documents (FoyerProfile            *self,
                                            const FoyerDocumentQuery *query);
FoyerSeller   *foyer_profile_get_seller    (FoyerProfile             *self,
                                            const char               *space_id,
                                            gboolean                 *by_host);
FoyerSeller   *foyer_profile_set_seller    (FoyerProfile             *self,
                                            const char               *space_id,
                                            const FoyerSeller        *seller);
char          *foyer_profile_get_reference (FoyerProfile             *self,
                                            const char               *booking_id);
FoyerTill     *foyer_profile_get_till      (FoyerProfile             *self,
                                            const char               *space_id);
FoyerTill     *foyer_profile_close_day     (FoyerProfile             *self,
                                            const char               *space_id,
                                            gint64                    counted,
                                            gint64                    left);
GPtrArray     *foyer_profile_list_figures  (FoyerProfile             *self,
                                            const char               *first,
                                            const char               *last);
