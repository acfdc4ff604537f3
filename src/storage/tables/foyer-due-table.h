/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-payments.h"

G_BEGIN_DECLS

/* Returns: (element-type FoyerDue): of bookings and of passes, by day and name. @space_id, @person_id:
 * 0 for all; one of them is none */
GPtrArray *foyer_due_table_list (FoyerDb              *db,
                                 gint64                space_id,
                                 gint64                person_id,
                                 const FoyerDueQuery  *query,
                                 GError              **error);

/* Of one booking or one pass; not-found when there is none. */
FoyerDue  *foyer_due_table_find (FoyerDb              *db,
                                 const char           *uid,
                                 GError              **error);

G_END_DECLS
