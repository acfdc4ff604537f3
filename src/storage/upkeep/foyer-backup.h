/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-upkeep.h"

G_BEGIN_DECLS

#define FOYER_BACKUP_FOLDER FOYER_STORE_BACKUP_FOLDER

/* "20261126T080000Z": for names of files. Returns: (transfer full) */
char     *foyer_backup_format_time (gint64         instant_ms);
gboolean  foyer_backup_make_folder (const char    *folder,
                                    GError       **error);
/**
 * foyer_backup_write:
 * @path: where no file is
 *
 * Copies @db, looks through the copy, and only then gives it its name, synced.
 *
 * Errors: not-empty; damaged when the copy is not whole; disk-full …
 */
gboolean  foyer_backup_write       (FoyerDb       *db,
                                    const char    *path,
                                    GCancellable  *cancellable,
                                    GError       **error);
/* foyer_backup_write(), and remembers when. */
gboolean  foyer_backup_verb        (FoyerDb       *db,
                                    const char    *path,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean  foyer_backup_get_last    (FoyerDb       *db,
                                    gint64        *instant_ms,
                                    GError       **error);
/* fsync of a file or folder. */
gboolean  foyer_backup_sync        (const char    *path,
                                    GError       **error);

G_END_DECLS
