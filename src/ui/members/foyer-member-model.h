/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "storage/foyer-store-members.h"
#include "ui/foyer-desk.h"
#include "ui/members/foyer-member-item.h"

G_BEGIN_DECLS

/**
 * FoyerMemberModel:
 *
 * The members that a question found, as a list of #FoyerMemberItem of any length, in sections
 * from A to Z, of which one may be selected. The store says which rows there are and in which
 * order; items are made where somebody looks, and read a page at a time. What the list was before
 * stays until the answer to a new question is there.
 */
#define FOYER_TYPE_MEMBER_MODEL (foyer_member_model_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberModel, foyer_member_model, FOYER, MEMBER_MODEL, GObject)

/**
 * FoyerMemberModel::answered:
 *
 * The list is the answer to the last question.
 */

FoyerMemberModel *foyer_member_model_new          (FoyerDesk              *desk);
/* @query: copied; an answer to an earlier one is dropped; @outdated: what was read of members may be */
void              foyer_member_model_ask          (FoyerMemberModel       *self,
                                                   const FoyerMemberQuery *query,
                                                   gboolean                outdated);
/* Reads the lines of @items, (element-type FoyerMemberItem), that are not known or outdated: of those
 * who come in sight, since GTK keeps some two hundred rows, whatever the height of the window. */
void              foyer_member_model_read         (FoyerMemberModel       *self,
                                                   GPtrArray              *items);
/* Until this is called for a question, the model has as many members as a window shows: each item more
 * is a row more that GTK fills between two keystrokes. */
void              foyer_member_model_show_all     (FoyerMemberModel       *self);
/* Of how many members it shows the first before that. */
void              foyer_member_model_set_first    (FoyerMemberModel       *self,
                                                   guint                   n_first);
/* How many were found, shown or not. */
guint             foyer_member_model_get_n_found  (FoyerMemberModel       *self);
/* The letter of the section at @position, 0 in a list that has none. */
gunichar          foyer_member_model_get_letter   (FoyerMemberModel       *self,
                                                   guint                   position);
/* Where the selected member is, or GTK_INVALID_LIST_POSITION. */
guint             foyer_member_model_get_selected (FoyerMemberModel       *self);

G_END_DECLS
