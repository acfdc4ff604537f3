/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-document.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* What is said of who sells the seats of @space now; where nobody said it, what the space is called and
 * where it is, which has no row before something is issued. @id: (out): of the row, or 0 */
FoyerSeller *foyer_seller_table_get     (FoyerDb              *db,
                                         const FoyerSpaceRow  *space,
                                         gint64               *id,
                                         gboolean             *by_host,
                                         GError              **error);
/* The version @id, whether or not it holds still. */
FoyerSeller *foyer_seller_table_read    (FoyerDb              *db,
                                         gint64                id,
                                         GError              **error);
gboolean     foyer_seller_table_insert  (FoyerDb              *db,
                                         gint64                space_id,
                                         gboolean              by_host,
                                         const FoyerSeller    *seller,
                                         gint64               *id,
                                         GError              **error);
gboolean     foyer_seller_table_delete  (FoyerDb              *db,
                                         gint64                id,
                                         GError              **error);

G_END_DECLS
