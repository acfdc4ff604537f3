/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"
#include "ui/members/foyer-member-item.h"

G_BEGIN_DECLS

/**
 * FoyerMemberRow:
 *
 * One member in the list: made once and filled again while the list goes by.
 */
#define FOYER_TYPE_MEMBER_ROW (foyer_member_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberRow, foyer_member_row, FOYER, MEMBER_ROW, GtkBox)

GtkWidget *foyer_member_row_new      (FoyerDesk       *desk);
/* @item: (nullable) */
void       foyer_member_row_set_item (FoyerMemberRow  *self,
                                      FoyerMemberItem *item);
/* Returns: (transfer none) (nullable): whom it shows */
FoyerMemberItem *
           foyer_member_row_get_item (FoyerMemberRow  *self);

G_END_DECLS
