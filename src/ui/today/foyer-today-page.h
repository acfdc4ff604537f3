/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerTodayPage:
 *
 * The front desk: who is expected, here and gone on one day of the desk's space, one
 * entry that finds anybody, and the table.
 */
#define FOYER_TYPE_TODAY_PAGE (foyer_today_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTodayPage, foyer_today_page, FOYER, TODAY_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_today_page_new (FoyerDesk *desk);

G_END_DECLS
