/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/foyer-store-members.h"

G_BEGIN_DECLS

/**
 * FoyerMemberItem:
 *
 * One row of the list of members: a number, and what it says once that was read. Main thread
 * only.
 */
#define FOYER_TYPE_MEMBER_ITEM (foyer_member_item_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberItem, foyer_member_item, FOYER, MEMBER_ITEM, GObject)

/**
 * FoyerMemberItem::changed:
 *
 * It says something, or something else.
 */

FoyerMemberItem       *foyer_member_item_new       (guint32          row);
guint32                foyer_member_item_get_row   (FoyerMemberItem *self);
/* Returns: (transfer none) (nullable): %NULL until it was read */
const FoyerMemberLine *foyer_member_item_get_line  (FoyerMemberItem *self);
/* @line: (transfer full) */
void                   foyer_member_item_take_line (FoyerMemberItem *self,
                                                    FoyerMemberLine *line);
/* Whether somebody shows it: rows say so themselves. */
gboolean               foyer_member_item_is_shown  (FoyerMemberItem *self);
void                   foyer_member_item_set_shown (FoyerMemberItem *self,
                                                    gboolean         shown);

/* When its line was asked for, as whoever reads counts; 0: never. */
guint                  foyer_member_item_get_asked (FoyerMemberItem *self);
void                   foyer_member_item_set_asked (FoyerMemberItem *self,
                                                    guint            asked);

G_END_DECLS
