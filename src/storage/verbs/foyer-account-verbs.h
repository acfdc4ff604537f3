/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-accounts.h"

G_BEGIN_DECLS

FoyerTill *foyer_account_verbs_get_till     (FoyerDb     *db,
                                             const char  *space_id,
                                             GError     **error);
FoyerTill *foyer_account_verbs_close_day    (FoyerDb     *db,
                                             const char  *space_id,
                                             gint64       counted_minor,
                                             gint64       left_minor,
                                             GError     **error);
GPtrArray *foyer_account_verbs_list_figures (FoyerDb     *db,
                                             FoyerDay     first,
                                             FoyerDay     last,
                                             GError     **error);

G_END_DECLS
