/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * foyer_restore_run:
 * @dir: folder of a profile that nobody has open
 * @source: a database
 *
 * Copies @source, looks through the copy, moves what is there into a folder beside it and
 * puts the copy in its place. Until the very last step the old database is where it was.
 *
 * Returns: (transfer full): where the old files are, "" when there were none
 * Errors: busy; bad-file, foreign, newer, damaged about @source
 */
char *foyer_restore_run (const char    *dir,
                         const char    *source,
                         FoyerClock    *clock,
                         GCancellable  *cancellable,
                         GError       **error);

G_END_DECLS
