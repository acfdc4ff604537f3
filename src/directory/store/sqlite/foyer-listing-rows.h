/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-store-private.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

/**
 * FoyerListingRow:
 * @id: of the row, 0 when there is none
 *
 * What decides whether a listing may be written.
 */
typedef struct {
  gint64   id;
  FoyerKey key;
  gboolean live;
  gint64   rev;
  gint64   seats_rev;
  int      lat_e6;
  int      lon_e6;
  int      kind;
  char     tz[65];
} FoyerListingRow;

gboolean foyer_listing_rows_find      (FoyerSqlite          *db,
                                       const char           *uid,
                                       FoyerListingRow      *row,
                                       GError              **error);
/* Whether the last paper of a type has this digest; its revision, 0 for none. */
gboolean foyer_listing_rows_get_paper (FoyerSqlite          *db,
                                       gint64                id,
                                       FoyerDocumentType     type,
                                       const guint8          digest[FOYER_DIGEST_SIZE],
                                       gint64               *rev,
                                       gboolean             *same,
                                       GError              **error);
gboolean foyer_listing_rows_set_paper (FoyerSqlite          *db,
                                       gint64                id,
                                       FoyerEnvelope        *envelope,
                                       gint64                rev,
                                       gint64                now_ms,
                                       GError              **error);
gboolean foyer_listing_rows_drop_paper (FoyerSqlite         *db,
                                       gint64                id,
                                       FoyerDocumentType     type,
                                       GError              **error);
/* Whether @write is refused or a repetition: then all is said. */
gboolean foyer_listing_rows_is_settled (FoyerSqlite         *db,
                                       const FoyerListingRow *row,
                                       FoyerDirectoryWrite  *write,
                                       gint64                rev,
                                       gint64                last_rev,
                                       gboolean             *settled,
                                       GError              **error);

G_END_DECLS
