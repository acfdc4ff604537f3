/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * foyer_daily_backup_run:
 * @dir: the folder of the profile
 *
 * Makes the backup of this day unless there is one or nothing to keep, and lets old ones
 * go. Background work.
 */
gboolean foyer_daily_backup_run (FoyerDb       *db,
                                 const char    *dir,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
