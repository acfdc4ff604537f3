/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-calendar.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

typedef struct {
  gint64         id;
  gint64         space_id;
  FoyerCalendar *calendar;
} FoyerCalendarRow;

void              foyer_calendar_row_free         (FoyerCalendarRow      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCalendarRow, foyer_calendar_row_free)

/* not-found when there is none */
FoyerCalendarRow *foyer_calendar_table_find       (FoyerDb               *db,
                                                   const char            *uid,
                                                   GError               **error);
/* @space_id: 0 for all. Returns: (element-type FoyerCalendarRow): in the order in which they were added */
GPtrArray        *foyer_calendar_table_list       (FoyerDb               *db,
                                                   gint64                 space_id,
                                                   GError               **error);
/* Gives @calendar its id; @id: (out) */
gboolean          foyer_calendar_table_insert     (FoyerDb               *db,
                                                   gint64                 space_id,
                                                   FoyerCalendar         *calendar,
                                                   gint64                *id,
                                                   GError               **error);
/* What a person says of it. */
gboolean          foyer_calendar_table_update     (FoyerDb               *db,
                                                   gint64                 id,
                                                   const FoyerCalendar   *calendar,
                                                   GError               **error);
/* What the last reading left; @reading: (nullable): nothing new */
gboolean          foyer_calendar_table_note       (FoyerDb               *db,
                                                   gint64                 id,
                                                   FoyerCalendarTrouble   trouble,
                                                   const FoyerCalendarReading *reading,
                                                   GError               **error);
gboolean          foyer_calendar_table_restore    (FoyerDb               *db,
                                                   gint64                 id,
                                                   const char            *before,
                                                   GError               **error);
gboolean          foyer_calendar_table_delete     (FoyerDb               *db,
                                                   gint64                 id,
                                                   GError               **error);
gboolean          foyer_calendar_table_get_space  (FoyerDb               *db,
                                                   gint64                 id,
                                                   gint64                *space_id,
                                                   GError               **error);

/**
 * FoyerCalendarSpan:
 * @row: of its calendar
 * @closes: what that closes
 * @name: (nullable): of the calendar
 */
typedef struct {
  FoyerBusySpan        span;
  gint64               row;
  FoyerCalendarCloses  closes;
  char                *name;
  gint64               read_ms;
} FoyerCalendarSpan;

/* What the calendars of a space have. Returns: (element-type FoyerCalendarSpan): by day and hours */
GArray           *foyer_calendar_table_list_spans (FoyerDb               *db,
                                                   gint64                 space_id,
                                                   FoyerDay               first,
                                                   FoyerDay               last,
                                                   GError               **error);
/* Makes the spans of a calendar from @first on those of a reading; @changed: (out) */
gboolean          foyer_calendar_table_put_spans  (FoyerDb               *db,
                                                   gint64                 id,
                                                   FoyerDay               first,
                                                   GArray                *spans,
                                                   gboolean              *changed,
                                                   GError               **error);
/* Forgets what is over for more than a year, and what was in calendars that are gone for as long as
 * the journal could bring them back. */
gboolean          foyer_calendar_table_prune      (FoyerDb               *db,
                                                   GError               **error);

G_END_DECLS
