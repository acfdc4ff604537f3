/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-series.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-series.h on the thread of @db, each in one transaction. A preview is the
 * very same transaction, not committed. */

FoyerSeriesChange *foyer_series_verbs_book (FoyerDb                   *db,
                                            const FoyerSeriesRequest  *request,
                                            gint64                    *op,
                                            GError                   **error);
FoyerSeriesChange *foyer_series_verbs_edit (FoyerDb                   *db,
                                            const FoyerSeriesEdit     *edit,
                                            gint64                    *op,
                                            GError                   **error);
GPtrArray         *foyer_series_verbs_list (FoyerDb                   *db,
                                            const char                *space_id,
                                            GError                   **error);

G_END_DECLS
