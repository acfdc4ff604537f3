/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * foyer_erasure_copies_clean:
 * @db: whose log says who is erased
 * @dir: the folder of the profile
 * @n_cleaned: (out): how many copies held somebody
 * @n_left: (out): how many of them could not be cleaned and are as they were
 *
 * Erases from the copies of the database that Foyer keeps in @dir, its backups and what a restore put
 * aside, who is erased in @db. Each is written anew beside itself and takes its own place when it is
 * whole. One that nobody can read holds nobody that it could be cleaned of, and is counted as left.
 */
void     foyer_erasure_copies_clean   (FoyerDb      *db,
                                       const char   *dir,
                                       guint        *n_cleaned,
                                       guint        *n_left);

/**
 * foyer_erasure_copies_read_log:
 * @dir: the folder of the profile
 * @clock: for the connections
 * @hashes: names by hashes, to which all logs of the copies in @dir are added
 *
 * For a profile whose own database cannot be read any more.
 */
void     foyer_erasure_copies_read_log (const char  *dir,
                                       FoyerClock   *clock,
                                       GHashTable   *hashes);

/* A private copy of an older format becomes one of that of today. */
gboolean foyer_erasure_bring_up_to_date (FoyerDb *copy,
                                      GError   **error);

/**
 * foyer_erasure_replay:
 * @copy: a copy that nobody uses, writable and whole; of any format up to this one
 * @hashes: the log
 * @error: return location for an error
 *
 * Brings @copy to this format and erases from it who is in the log. Nothing is done, not even to the
 * format, when the log is empty.
 *
 * Errors: any #FoyerDbError
 */
gboolean foyer_erasure_replay         (FoyerDb      *copy,
                                       GHashTable   *hashes,
                                       GError      **error);

G_END_DECLS
