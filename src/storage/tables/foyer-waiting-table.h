/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-waiting.h"
#include "storage/db/foyer-db.h"
#include "storage/tables/foyer-slot-table.h"

G_BEGIN_DECLS

/* Who waits for a seat of a full day, and the days that have to be looked at for them. */

typedef struct {
  gint64        id;
  gint64        space_id;
  gint64        person_id;
  FoyerWaiter *waiting;
} FoyerWaitingRow;

void             foyer_waiting_row_free          (FoyerWaitingRow    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWaitingRow, foyer_waiting_row_free)

/* not-found when there is none */
FoyerWaitingRow *foyer_waiting_table_find        (FoyerDb            *db,
                                                  const char         *uid,
                                                  GError            **error);
/* Returns: (element-type FoyerWaitingRow): those on the list, by day and place */
GPtrArray       *foyer_waiting_table_list        (FoyerDb            *db,
                                                  gint64              space_id,
                                                  FoyerDay            first,
                                                  FoyerDay            last,
                                                  GError            **error);
/* Whether this person, or for a guest a guest of this folded name, waits for an overlapping part. */
gboolean         foyer_waiting_table_has         (FoyerDb            *db,
                                                  gint64              space_id,
                                                  FoyerDay            day,
                                                  FoyerPart           part,
                                                  gint64              person_id,    /* 0: none yet */
                                                  const char         *guest_fold,   /* (nullable) */
                                                  gboolean           *has,
                                                  GError            **error);
gboolean         foyer_waiting_table_insert      (FoyerDb            *db,
                                                  const char         *uid,
                                                  gint64              space_id,
                                                  gint64              person_id,
                                                  FoyerDay            day,
                                                  FoyerPart           part,
                                                  int                 seats,
                                                  GError            **error);
/* @until_ms: of an offer, else 0. Errors: full for an offer without a seat */
gboolean         foyer_waiting_table_set_state   (FoyerDb            *db,
                                                  gint64              id,
                                                  FoyerWaitingState   state,
                                                  gint64              until_ms,
                                                  GError            **error);
/* Lets go of the seat that an act offered or took back, before others sit down again. */
gboolean         foyer_waiting_table_let_go      (FoyerDb            *db,
                                                  gint64              id,
                                                  GError            **error);
gboolean         foyer_waiting_table_restore     (FoyerDb            *db,
                                                  gint64              id,
                                                  const char         *before,
                                                  GError            **error);
gboolean         foyer_waiting_table_delete      (FoyerDb            *db,
                                                  gint64              id,
                                                  GError            **error);
/* Returns: (element-type FoyerHeld): seats offered on days that have any, by day */
GArray          *foyer_waiting_table_list_kept   (FoyerDb            *db,
                                                  gint64              space_id,
                                                  FoyerDay            first,
                                                  FoyerDay            last,
                                                  GError            **error);

typedef struct {
  gint64   space_id;
  FoyerDay day;
} FoyerWaitingDay;

/* Takes the next day that has to be looked at; @found is FALSE when there is none. */
gboolean         foyer_waiting_table_take_look   (FoyerDb            *db,
                                                  FoyerWaitingDay    *look,
                                                  gboolean           *found,
                                                  GError            **error);
/* Has the days looked at on which an offer is over; @next_ms: when the next one will be, or 0. */
gboolean         foyer_waiting_table_look_late   (FoyerDb            *db,
                                                  gboolean           *any,
                                                  gint64             *next_ms,
                                                  GError            **error);

/* All of one person becomes that of another, into whose record theirs goes. Who waits twice for the
 * same keeps the earlier place, and whoever has a seat by now waits no longer. */
gboolean foyer_waiting_table_move (FoyerDb  *db,
                                   gint64    from,
                                   gint64    to,
                                   GError  **error);

G_END_DECLS
