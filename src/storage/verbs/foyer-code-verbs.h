/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-code.h"
#include "storage/foyer-store-bookings.h"
#include "storage/verbs/foyer-booking-verbs.h"

G_BEGIN_DECLS

/* The member whose card it is, by id; bad-code for any other text. */
char      *foyer_code_verbs_find_card (FoyerDb             *db,
                                       const char          *text,
                                       GError             **error);
/* Notes that the code of @arrival, or one that names nobody, let nobody in. */
gboolean   foyer_code_verbs_refuse    (FoyerDb             *db,
                                       const FoyerArrival  *arrival,
                                       const char          *reason,
                                       GError             **error);
/* Returns: (transfer full) (element-type FoyerRefusedCode) */
GPtrArray *foyer_code_verbs_list      (FoyerDb             *db,
                                       const char          *space_id,
                                       FoyerDay             day,
                                       GError             **error);
/* Cards for those who have none, and new ones for all if @renews; one act, 0 where nothing was to do.
 * Returns: (transfer full) (element-type FoyerPerson): with their cards, in the order of @ids, each once */
GPtrArray *foyer_code_verbs_give_cards (FoyerDb             *db,
                                        const char * const  *ids,
                                        gboolean             renews,
                                        gint64              *op,
                                        GError             **error);

G_END_DECLS
