/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSyncRow:
 *
 * The quiet line at the sidebar's foot: how the correspondence with directories stands. Leads
 * to the page that says it in full.
 */
#define FOYER_TYPE_SYNC_ROW (foyer_sync_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncRow, foyer_sync_row, FOYER, SYNC_ROW, GtkWidget)

void foyer_sync_row_set_desk (FoyerSyncRow *self,
                              FoyerDesk    *desk);

G_END_DECLS
