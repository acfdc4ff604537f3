/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-code.h"
#include "core/foyer-day.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Codes that let nobody in; those of three months, no older one. @person_id: 0 where it is not known */
gboolean   foyer_refused_code_table_append (FoyerDb        *db,
                                            gint64          space_id,
                                            gint64          person_id,
                                            FoyerDay        day,
                                            FoyerCodeKind   kind,
                                            const char     *reason,
                                            GError        **error);
/* Forgets what is older than that. */
gboolean   foyer_refused_code_table_prune  (FoyerDb        *db,
                                            GError        **error);
/* Who went into another record is that one.
 * Returns: (transfer full) (element-type FoyerRefusedCode): those of a day, the latest first */
GPtrArray *foyer_refused_code_table_list   (FoyerDb        *db,
                                            gint64          space_id,
                                            FoyerDay        day,
                                            GError        **error);

G_END_DECLS
