/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMembersPage:
 *
 * The members of all spaces from A to Z, found as they are typed, and all that is known of one of
 * them.
 */
#define FOYER_TYPE_MEMBERS_PAGE (foyer_members_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMembersPage, foyer_members_page, FOYER, MEMBERS_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_members_page_new (FoyerDesk *desk);

G_END_DECLS
