/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerDeskNameRow:
 *
 * One named desk: its name, which is written where it stands, and a menu.
 */
#define FOYER_TYPE_DESK_NAME_ROW (foyer_desk_name_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDeskNameRow, foyer_desk_name_row, FOYER, DESK_NAME_ROW, AdwEntryRow)

typedef enum {
  FOYER_DESK_RENAME,
  FOYER_DESK_MOVE_UP,
  FOYER_DESK_MOVE_DOWN,
  FOYER_DESK_REMOVE,
} FoyerDeskNameAct;

/**
 * FoyerDeskNameRow::wanted:
 * @act: a #FoyerDeskNameAct
 */

GtkWidget  *foyer_desk_name_row_new        (void);
/* What is typed stays, when it is still the desk of @key under this name. */
void        foyer_desk_name_row_show       (FoyerDeskNameRow *self,
                                            int               key,
                                            const char       *name,
                                            gboolean          first,
                                            gboolean          last);
int         foyer_desk_name_row_get_key    (FoyerDeskNameRow *self);
void        foyer_desk_name_row_focus_menu (FoyerDeskNameRow *self);

G_END_DECLS
