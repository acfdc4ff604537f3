/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/foyer-store-ledger.h"

G_BEGIN_DECLS

/**
 * FoyerBookingItem:
 *
 * One row of the list of bookings: a number, and what it says once that was read. Main thread
 * only.
 */
#define FOYER_TYPE_BOOKING_ITEM (foyer_booking_item_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingItem, foyer_booking_item, FOYER, BOOKING_ITEM, GObject)

/**
 * FoyerBookingViewer:
 * @link: its data is who shows an item
 * @changed: called with it when the item says something, or something else
 *
 * Somebody who shows an item. A jump in the list changes more than a thousand of them, which is
 * too many for signals.
 */
typedef struct {
  GList link;
  void (*changed) (gpointer viewer);
} FoyerBookingViewer;

FoyerBookingItem      *foyer_booking_item_new      (guint32           row);
guint32                foyer_booking_item_get_row  (FoyerBookingItem *self);
/* Returns: (transfer none) (nullable): %NULL until it was read */
const FoyerLedgerLine *foyer_booking_item_get_line (FoyerBookingItem *self);
/* @line: (transfer full) */
void                   foyer_booking_item_take_line (FoyerBookingItem *self,
                                                    FoyerLedgerLine  *line);
/* Whether somebody shows it. */
gboolean               foyer_booking_item_is_shown (FoyerBookingItem *self);
/* @viewer stays where it is until it is removed. */
void                   foyer_booking_item_add_viewer    (FoyerBookingItem   *self,
                                                         FoyerBookingViewer *viewer);
void                   foyer_booking_item_remove_viewer (FoyerBookingItem   *self,
                                                         FoyerBookingViewer *viewer);

G_END_DECLS
