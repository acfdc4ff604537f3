/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/tables/foyer-planner.h"

G_BEGIN_DECLS

/* Seats of each half of a day, worked out ahead so that the schema can guard them. What is
 * past stays as it was. */

#define FOYER_SLOT_DAYS 400          /* from today on */
#define FOYER_COUNTED_DAYS 366       /* in which a change is counted */
#define FOYER_BOOKABLE_DAYS 1826     /* after today */

typedef struct {
  FoyerDay day;
  int      am_cap;
  int      pm_cap;
  int      start_minute;
  int      end_minute;
  int      am_shut;       /* seats that a calendar closes; am_cap is what is held of them */
  int      pm_shut;
} FoyerSlot;

typedef struct {
  FoyerDay day;
  int      am;
  int      pm;
} FoyerHeld;

/* Returns: (element-type FoyerSlot): those that are kept, by day */
GArray   *foyer_slot_table_list       (FoyerDb              *db,
                                       gint64                space_id,
                                       FoyerDay              first,
                                       FoyerDay              last,
                                       GError              **error);
/* Returns: (element-type FoyerHeld): seats held on days that have any, by day */
GArray   *foyer_slot_table_list_held  (FoyerDb              *db,
                                       gint64                space_id,
                                       FoyerDay              first,
                                       FoyerDay              last,
                                       GError              **error);
/* The slot of a day, made when it is today or later and not there yet; closed when it is
 * past and nobody kept it. */
gboolean  foyer_slot_table_ensure     (FoyerDb              *db,
                                       const FoyerSpaceRow  *space,
                                       FoyerDay              today,
                                       FoyerDay              day,
                                       FoyerSlot            *slot,
                                       GError              **error);
/**
 * foyer_slot_table_recompute:
 * @today: of the space
 * @n_changed: (out) (optional): days of the next 366 whose seats changed
 *
 * Works out every day from today on anew. Errors: has-bookings with the ids of those who
 * hold what would go.
 */
gboolean  foyer_slot_table_recompute  (FoyerDb              *db,
                                       const FoyerSpaceRow  *space,
                                       FoyerDay              today,
                                       int                  *n_changed,
                                       GError              **error);
/* Days from today on whose seats are not those of the rules: never any.
 * Returns: (element-type FoyerDay) */
GArray   *foyer_slot_table_list_stale (FoyerDb              *db,
                                       const FoyerSpaceRow  *space,
                                       FoyerDay              today,
                                       GError              **error);
/* Adds the days that came nearer, for every space. */
gboolean  foyer_slots_extend_all      (FoyerDb              *db,
                                       GError              **error);

G_END_DECLS
