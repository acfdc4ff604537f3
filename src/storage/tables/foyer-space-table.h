/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "core/foyer-space.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Where the point of a space comes from: what the gazetteer gave follows the address. */
typedef enum {
  FOYER_POINT_NONE,
  FOYER_POINT_HOST,
  FOYER_POINT_GAZETTEER,
} FoyerPoint;

typedef struct {
  gint64      id;
  FoyerPoint  point;
  FoyerSpace *space;
} FoyerSpaceRow;

void           foyer_space_row_free       (FoyerSpaceRow        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSpaceRow, foyer_space_row_free)

/* not-found when there is none, archived when it is: what changes a space begins here */
FoyerSpaceRow *foyer_space_table_find     (FoyerDb              *db,
                                           const char           *uid,
                                           GError              **error);
/* The same, archived or not: what looks at the past begins here */
FoyerSpaceRow *foyer_space_table_find_any (FoyerDb              *db,
                                           const char           *uid,
                                           GError              **error);
FoyerSpaceRow *foyer_space_table_get      (FoyerDb              *db,
                                           gint64                id,
                                           GError              **error);
/* Returns: (element-type FoyerSpaceRow): in the order in which they were added */
GPtrArray     *foyer_space_table_list     (FoyerDb              *db,
                                           GError              **error);
/* Gives @row its id, uid and revision. */
gboolean       foyer_space_table_insert   (FoyerDb              *db,
                                           FoyerSpaceRow        *row,
                                           GError              **error);
/* Writes everything but the uid; the revision grows. */
gboolean       foyer_space_table_update   (FoyerDb              *db,
                                           FoyerSpaceRow        *row,
                                           GError              **error);
gboolean       foyer_space_table_restore  (FoyerDb              *db,
                                           gint64                id,
                                           const char           *before,
                                           GError              **error);
/* @at_ms: 0 to take it up again. Errors: bad-state while somebody asks for a seat, waits for one
 *   or finds the space */
gboolean       foyer_space_table_set_archived (FoyerDb          *db,
                                           gint64                id,
                                           gint64                at_ms,
                                           GError              **error);
gboolean       foyer_space_table_delete   (FoyerDb              *db,
                                           gint64                id,
                                           GError              **error);
/* The business day of the space now; FOYER_DAY_NONE with @error when its zone is gone. */
FoyerDay       foyer_space_row_get_today  (FoyerSpaceRow        *self,
                                           FoyerDb              *db,
                                           GError              **error);

G_END_DECLS
