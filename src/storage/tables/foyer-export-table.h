/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-sheet.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Adds all that each table has of the person @id to @sheets (element-type FoyerSheet). */
gboolean foyer_export_table_read (FoyerDb    *db,
                                  gint64      id,
                                  GPtrArray  *sheets,
                                  GError    **error);

G_END_DECLS
