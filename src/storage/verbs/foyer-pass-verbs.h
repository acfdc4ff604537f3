/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-passes.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-passes.h on the thread of @db, each in one transaction. */

FoyerPass       *foyer_pass_verbs_sell   (FoyerDb                 *db,
                                          const FoyerPassSale     *sale,
                                          gint64                  *op,
                                          GError                 **error);
FoyerPass       *foyer_pass_verbs_end    (FoyerDb                 *db,
                                          const char              *pass_id,
                                          gint64                  *op,
                                          GError                 **error);
GPtrArray       *foyer_pass_verbs_list   (FoyerDb                 *db,
                                          const char              *person_id,
                                          GError                 **error);
FoyerBooking    *foyer_pass_verbs_pay    (FoyerDb                 *db,
                                          const char              *booking_id,
                                          const char              *pass_id,      /* (nullable) */
                                          gint64                  *op,
                                          GError                 **error);
FoyerBooking    *foyer_pass_verbs_return (FoyerDb                 *db,
                                          const char              *booking_id,
                                          gint64                  *op,
                                          GError                 **error);

/* In the running transaction, for verbs by which something becomes due: takes of the passes of its
 * person what is due for @row. What becomes of it when nothing is due any more the schema sees to.
 * Returns: (transfer full): @row (transfer full), or the booking as it is then */
FoyerBookingRow *foyer_pass_settle       (FoyerDb                 *db,
                                          FoyerBookingRow         *row,
                                          GError                 **error);
/* Says what is left on the passes of who has @row. */
gboolean         foyer_pass_tell_one     (FoyerDb                 *db,
                                          FoyerBookingRow         *row,
                                          GError                 **error);
/* The same of all that hold seats from @first to @last, by day (element-type FoyerBookingRow); of who is
 * still expected also what passes will pay. */
gboolean         foyer_pass_tell         (FoyerDb                 *db,
                                          const FoyerSpaceRow     *space,
                                          FoyerDay                 first,
                                          FoyerDay                 last,
                                          GPtrArray               *rows,
                                          GError                 **error);

G_END_DECLS
