/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSyncPage:
 *
 * How the correspondence with directories stands: what waits to leave, which directories
 * there are, and what went wrong last.
 */
#define FOYER_TYPE_SYNC_PAGE (foyer_sync_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncPage, foyer_sync_page, FOYER, SYNC_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_sync_page_new (FoyerDesk *desk);

G_END_DECLS
