/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-series.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Series, and the days of them that were given free for an absence. Days ahead are counted from
 * @today of the space. */

typedef struct {
  gint64       id;
  gint64       space_id;
  gint64       person_id;
  FoyerSeries *series;
} FoyerSeriesRow;

void             foyer_series_row_free       (FoyerSeriesRow         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeriesRow, foyer_series_row_free)

/* By its own id or by that of any of its bookings. not-found when there is none */
FoyerSeriesRow  *foyer_series_table_find     (FoyerDb                *db,
                                              const char             *uid,
                                              GError                **error);
/* Counts what lies ahead of it. */
gboolean         foyer_series_table_look_ahead (FoyerDb              *db,
                                              FoyerSeriesRow         *row,
                                              FoyerDay                today,
                                              GError                **error);
/* Returns: (element-type FoyerSeriesRow): those that are not over on @today */
GPtrArray       *foyer_series_table_list     (FoyerDb                *db,
                                              gint64                  space_id,
                                              FoyerDay                today,
                                              GError                **error);
gboolean         foyer_series_table_insert   (FoyerDb                *db,
                                              const char             *uid,
                                              gint64                  space_id,
                                              gint64                  person_id,
                                              const FoyerSeriesRule  *rule,
                                              FoyerPart               part,
                                              int                     seats,
                                              gint64                 *id,
                                              GError                **error);
gboolean         foyer_series_table_set_until (FoyerDb               *db,
                                              gint64                  id,
                                              FoyerDay                until,
                                              GError                **error);
gboolean         foyer_series_table_restore  (FoyerDb                *db,
                                              gint64                  id,
                                              const char             *before,
                                              GError                **error);
gboolean         foyer_series_table_delete   (FoyerDb                *db,
                                              gint64                  id,
                                              GError                **error);

typedef struct {
  gint64   id;
  FoyerDay day;
} FoyerAwayDay;

gboolean         foyer_away_table_insert     (FoyerDb                *db,
                                              gint64                  series_id,
                                              gint64                  booking_id,
                                              FoyerDay                day,
                                              GError                **error);
/* Returns: (element-type FoyerAwayDay): by day */
GArray          *foyer_away_table_list       (FoyerDb                *db,
                                              gint64                  series_id,
                                              FoyerDay                first,
                                              FoyerDay                last,
                                              GError                **error);
gboolean         foyer_away_table_restore    (FoyerDb                *db,
                                              gint64                  id,
                                              const char             *before,
                                              GError                **error);
gboolean         foyer_away_table_delete     (FoyerDb                *db,
                                              gint64                  id,
                                              GError                **error);

/* All of one person becomes that of another, into whose record theirs goes. */
gboolean foyer_series_table_move (FoyerDb  *db,
                                  gint64    from,
                                  gint64    to,
                                  GError  **error);

G_END_DECLS
