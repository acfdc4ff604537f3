/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-documents.h"

G_BEGIN_DECLS

FoyerDocument *foyer_document_verbs_get            (FoyerDb                   *db,
                                                    const char                *id,
                                                    GError                   **error);
FoyerDocument *foyer_document_verbs_invoice        (FoyerDb                   *db,
                                                    const FoyerInvoiceOrder   *order,
                                                    GError                   **error);
FoyerDocument *foyer_document_verbs_credit         (FoyerDb                   *db,
                                                    const char                *id,
                                                    GError                   **error);
GPtrArray     *foyer_document_verbs_list           (FoyerDb                   *db,
                                                    const FoyerDocumentQuery  *query,
                                                    GError                   **error);
FoyerSeller   *foyer_document_verbs_get_seller     (FoyerDb                   *db,
                                                    const char                *space_id,
                                                    gboolean                  *by_host,
                                                    GError                   **error);
FoyerSeller   *foyer_document_verbs_set_seller     (FoyerDb                   *db,
                                                    const char                *space_id,
                                                    const FoyerSeller         *seller,
                                                    gint64                    *op,
                                                    GError                   **error);
char          *foyer_document_verbs_get_reference  (FoyerDb                   *db,
                                                    const char                *booking_id,
                                                    GError                   **error);

G_END_DECLS
