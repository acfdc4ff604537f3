/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

typedef enum {
  FOYER_DAY_BY_RULE,           /* only a note */
  FOYER_DAY_OPEN,
  FOYER_DAY_CLOSED,
} FoyerDayMode;

/**
 * FoyerDayEntry:
 *
 * What the host wrote about one date: @id is 0 while it is not kept. Hours and seats
 * count only where @mode is open.
 */
typedef struct {
  gint64        id;
  FoyerDay      day;
  FoyerDayMode  mode;
  int           start_minute;
  int           end_minute;
  int           seats;
  char         *note;
} FoyerDayEntry;

void     foyer_day_entry_clear         (FoyerDayEntry        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerDayEntry, foyer_day_entry_clear)

/* Returns: (element-type FoyerDayEntry): by day */
GArray  *foyer_exception_table_list    (FoyerDb              *db,
                                        gint64                space_id,
                                        FoyerDay              first,
                                        FoyerDay              last,
                                        GError              **error);
gboolean foyer_exception_table_put     (FoyerDb              *db,
                                        gint64                space_id,
                                        const FoyerDayEntry  *entry,
                                        GError              **error);
gboolean foyer_exception_table_restore (FoyerDb              *db,
                                        gint64                id,
                                        const char           *before,
                                        GError              **error);
gboolean foyer_exception_table_delete  (FoyerDb              *db,
                                        gint64                id,
                                        GError              **error);
/* The space of an entry, also of a deleted one. */
gboolean foyer_exception_table_get_space (FoyerDb            *db,
                                        gint64                id,
                                        gint64               *space_id,
                                        GError              **error);

G_END_DECLS
