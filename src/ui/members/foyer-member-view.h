/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMemberView:
 *
 * All that is known of one person, with what a host does about them. It reads again whatever
 * changes.
 */
#define FOYER_TYPE_MEMBER_VIEW (foyer_member_view_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberView, foyer_member_view, FOYER, MEMBER_VIEW, AdwBin)

/**
 * FoyerMemberView::shown:
 * @name: (nullable): of the person
 *
 * The person that was asked for is shown; %NULL when there is nobody of that id any more.
 */

void foyer_member_view_set_desk  (FoyerMemberView *self,
                                  FoyerDesk       *desk);
/* @id: (nullable) */
void foyer_member_view_show      (FoyerMemberView *self,
                                  const char      *id);
/* Opens the dialog in which the record is changed. */
void foyer_member_view_edit      (FoyerMemberView *self);
/* What the button beside the name does: the person arrives or leaves. */
void foyer_member_view_check     (FoyerMemberView *self);
/* Gives them a card where they have none, or a new one where it @renews, and asks for a printer. */
void foyer_member_view_print_card (FoyerMemberView *self,
                                   gboolean         renews);
/* What they may ask about their own data. */
void foyer_member_view_export    (FoyerMemberView *self);
void foyer_member_view_erase     (FoyerMemberView *self);
/* Finds the other record of who is shown. */
void foyer_member_view_merge     (FoyerMemberView *self);

G_END_DECLS
