/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The file of a profile's folder with the seed of its keys. The sync layer makes and reads
 * it; a backup carries it in a table that no profile has, and a restore puts it back. */

#define FOYER_SEED_FILE "identity.key"

/* Whether the file is as it must be, or absent: a plain one of this user, for nobody else,
 * 32 bytes long. */
gboolean  foyer_seed_file_is_fine   (const char    *dir);
/* Returns: (nullable): %NULL for anything but a plain file of the right length */
GBytes   *foyer_seed_file_read      (const char    *dir);
/* Writes the seed of @dir, if there is one that can be read, into @copy. */
gboolean  foyer_seed_file_pack      (const char    *dir,
                                     FoyerDb       *copy,
                                     GError       **error);
/* Takes the seed out of @copy. @seed: %NULL when there is none */
gboolean  foyer_seed_file_unpack    (FoyerDb       *copy,
                                     GBytes       **seed,
                                     GError       **error);
/* Whether @dir has another file than one with @seed. */
gboolean  foyer_seed_file_differs   (const char    *dir,
                                     GBytes        *seed);
/* Puts @seed in its place: whole and durable, or not at all. */
gboolean  foyer_seed_file_put       (const char    *dir,
                                     GBytes        *seed,
                                     GError       **error);

G_END_DECLS
