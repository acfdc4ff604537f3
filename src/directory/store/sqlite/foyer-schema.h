/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-sqlite.h"

G_BEGIN_DECLS

/* "FOYD": a directory's file, where a host's book has "FOYR". */
#define FOYER_DIRECTORY_APPLICATION_ID 0x464F5944

/* Takes the lock of the file at @path. Returns: a descriptor to keep open, or -1 with
 * %FOYER_DIRECTORY_ERROR_BUSY while another process has it */
int          foyer_schema_lock     (const char   *path,
                                    GError      **error);
/* Opens and, where it is new, makes the file. */
FoyerSqlite *foyer_schema_open     (const char   *path,
                                    GError      **error);
char        *foyer_schema_get_meta (FoyerSqlite  *db,
                                    const char   *name,
                                    GError      **error);
gboolean     foyer_schema_set_meta (FoyerSqlite  *db,
                                    const char   *name,
                                    const char   *value,
                                    GError      **error);
char        *foyer_schema_new_epoch (void);

G_END_DECLS
