/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerPlaceEntry:
 *
 * Where to look: a commune by its name or postcode, with suggestions while it is typed, or a
 * latitude and a longitude. Communes come from the list that Foyer carries, so nothing that
 * is typed here leaves the machine.
 */
#define FOYER_TYPE_PLACE_ENTRY (foyer_place_entry_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPlaceEntry, foyer_place_entry, FOYER, PLACE_ENTRY, GtkWidget)

/**
 * FoyerPlaceEntry::chosen:
 *
 * The person chose a place.
 */

void        foyer_place_entry_set_desk  (FoyerPlaceEntry *self,
                                         FoyerDesk       *desk);
/* Shows a place that was chosen before. */
void        foyer_place_entry_set_place (FoyerPlaceEntry *self,
                                         const char      *name,
                                         int              lat_e6,
                                         int              lon_e6);
/* Whether there is a place; @lat_e6, @lon_e6: (out): millionths of a degree */
gboolean    foyer_place_entry_get_place (FoyerPlaceEntry *self,
                                         int             *lat_e6,
                                         int             *lon_e6);
/* (transfer none): how the place is called; "" for none */
const char *foyer_place_entry_get_name  (FoyerPlaceEntry *self);

/* Reads "45.76, 4.84"; also with a comma as the sign of decimals, then with a space or a
 * semicolon between the two. */
gboolean    foyer_place_read_point      (const char      *text,
                                         int             *lat_e6,
                                         int             *lon_e6);

G_END_DECLS
