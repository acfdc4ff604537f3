/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Of whom the host said that they are two: pairs of rows of person. */

gboolean    foyer_apart_table_has        (FoyerDb     *db,
                                          gint64       one,
                                          gint64       other,
                                          gboolean    *has,
                                          GError     **error);
/* A pair that is noted already stays so. */
gboolean    foyer_apart_table_insert     (FoyerDb     *db,
                                          gint64       one,
                                          gint64       other,
                                          GError     **error);
/* Whoever is not @from is not @to either, into whose record theirs goes. */
gboolean    foyer_apart_table_copy       (FoyerDb     *db,
                                          gint64       from,
                                          gint64       to,
                                          GError     **error);
gboolean    foyer_apart_table_restore    (FoyerDb     *db,
                                          gint64       id,
                                          const char  *before,
                                          GError     **error);
gboolean    foyer_apart_table_delete     (FoyerDb     *db,
                                          gint64       id,
                                          GError     **error);

G_END_DECLS
