/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * FoyerMigration:
 *
 * One numbered step of the schema, from @version - 1 to @version.
 */
typedef struct {
  int         version;
  const char *name;
  GBytes     *script;
} FoyerMigration;

void       foyer_migration_free    (FoyerMigration  *self);

/* Returns: (transfer full) (element-type FoyerMigration): those that came with the
 * program, in order from 1 without a gap */
GPtrArray *foyer_migrations_load   (void);
/**
 * foyer_migrations_run:
 * @is_new: an empty file: no backup comes before
 *
 * Brings @db to the last of @migrations, each step a transaction whose last statement
 * is the version. Before, a verified backup beside the database; after, foreign keys
 * and invariants, or it is taken back.
 *
 * Errors: newer, disk-full, damaged
 */
gboolean   foyer_migrations_run    (FoyerDb         *db,
                                    GPtrArray       *migrations,
                                    gboolean         is_new,
                                    GError         **error);

G_END_DECLS
