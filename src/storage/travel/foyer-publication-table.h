/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-travel.h"

G_BEGIN_DECLS

/* Spaces on directories: the listing of a space, which is the same everywhere, and where
 * it is published. Changes of a publication queue their posts by themselves. */

typedef struct {
  gint64   id;
  gint64   space_id;
  char    *origin;
  gboolean ended;
} FoyerPublicationRow;

void       foyer_publication_row_free      (FoyerPublicationRow  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPublicationRow, foyer_publication_row_free)

/* The space gets its id for others, once and for all. */
gboolean   foyer_listing_table_ensure      (FoyerDb              *db,
                                            gint64                space_id,
                                            GError              **error);
/* @space_id: 0 when no space here is this listing */
gboolean   foyer_listing_table_find        (FoyerDb              *db,
                                            const char           *uid,
                                            gint64               *space_id,
                                            GError              **error);
/* The highest revision that a document of the listing had. */
gboolean   foyer_listing_table_get_rev     (FoyerDb              *db,
                                            gint64                space_id,
                                            gboolean              of_seats,
                                            gint64               *rev,
                                            GError              **error);
/* Revisions from now on are higher. */
gboolean   foyer_listing_table_raise       (FoyerDb              *db,
                                            gint64                space_id,
                                            gboolean              of_seats,
                                            gint64                rev,
                                            GError              **error);

/* @row: %NULL when it was never published there */
gboolean   foyer_publication_table_find    (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            FoyerPublicationRow **row,
                                            GError              **error);
/* Returns: (element-type FoyerPublicationRow): where it stands now; @space_id: 0 for all */
GPtrArray *foyer_publication_table_list_live
                                           (FoyerDb              *db,
                                            gint64                space_id,
                                            GError              **error);
/* Returns: (element-type FoyerPublication): with those of which the directory does not know
 * yet that they ended; @space_uid: "" for all */
GPtrArray *foyer_publication_table_list    (FoyerDb              *db,
                                            const char           *space_uid,
                                            GError              **error);
gboolean   foyer_publication_table_insert  (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            GError              **error);
gboolean   foyer_publication_table_begin   (FoyerDb              *db,
                                            gint64                id,
                                            GError              **error);
gboolean   foyer_publication_table_end     (FoyerDb              *db,
                                            gint64                id,
                                            GError              **error);
/* Errors: bad-state, once the directory may know */
gboolean   foyer_publication_table_restore (FoyerDb              *db,
                                            gint64                id,
                                            const char           *before,
                                            GError              **error);
gboolean   foyer_publication_table_delete  (FoyerDb              *db,
                                            gint64                id,
                                            GError              **error);
/* "listing" or "tombstone" was handed over for sending. */
gboolean   foyer_publication_table_set_told
                                           (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            const char           *told,
                                            GError              **error);
/* What the directory has of the listing; 0: none. */
gboolean   foyer_publication_table_set_rev (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            gint64                rev,
                                            GError              **error);
gboolean   foyer_publication_table_get_rev (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            gint64               *rev,
                                            GError              **error);
/* The days of the availability that was handed out. */
gboolean   foyer_publication_table_set_days
                                           (FoyerDb              *db,
                                            gint64                space_id,
                                            const char           *origin,
                                            FoyerDay              from,
                                            FoyerDay              until,
                                            GError              **error);
/* The availability goes out again where it does not begin at @today. */
gboolean   foyer_publication_table_renew   (FoyerDb              *db,
                                            gint64                space_id,
                                            FoyerDay              today,
                                            GError              **error);
/* The directory was restored: everything that stands, or ended after @since_ms, goes again. */
gboolean   foyer_publication_table_queue_all
                                           (FoyerDb              *db,
                                            const char           *origin,
                                            gint64                since_ms,
                                            GError              **error);

G_END_DECLS
