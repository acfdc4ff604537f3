/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Backups, checks and sample data. These run as background work: desk verbs overtake
 * them between slices. */

/* Where a profile keeps its backups, in its folder. */
#define FOYER_STORE_BACKUP_FOLDER "backups"

/* Writes a verified copy; an existing file is not-empty. */
void       foyer_store_backup_async    (FoyerStore           *self,
                                        const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   foyer_store_backup_finish   (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
/* Integrity of the file, foreign keys, and the invariants of the domain.
 * Returns: (transfer full): a sentence for each problem, empty when all is well */
void       foyer_store_check_async     (FoyerStore           *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char     **foyer_store_check_finish    (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
/* When the last verified backup was made, 0 for never. */
gint64     foyer_store_get_last_backup (FoyerStore           *self);

/**
 * foyer_store_restore_async:
 * @dir: a profile that no process has open
 *
 * Verifies @path, puts it in place of the profile's database, and keeps the old profile
 * beside it. Also the way back from a damaged database.
 */
void       foyer_store_restore_async   (const char           *dir,
                                        const char           *path,
                                        FoyerClock           *clock,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* Returns: (transfer full): where the old profile is kept */
char      *foyer_store_restore_finish  (GAsyncResult         *result,
                                        GError              **error);

/* The most that a sample may be asked for. */
#define FOYER_SAMPLE_MEMBERS_MAX 100000
#define FOYER_SAMPLE_BOOKINGS_MAX 1000000

/* A plausible season, the same for the same seed, clock and sizes. -1: the size of a
 * home with 8 seats; beyond a home's size there are twenty spaces. All of it or nothing;
 * refused (not-empty) in a profile that has spaces. */
void       foyer_store_sample_async    (FoyerStore           *self,
                                        guint64               seed,
                                        int                   n_members,
                                        int                   n_bookings,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   foyer_store_sample_finish   (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
