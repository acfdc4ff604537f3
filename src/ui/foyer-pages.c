/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-pages.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-calendar-page.h"
#include "ui/spaces/foyer-spaces-page.h"
#include "ui/today/foyer-today-page.h"

static const FoyerPageInfo pages[] = {
  { "today", N_("Today"), "foyer-today-symbolic", foyer_today_page_new },
  { "calendar", N_("Calendar"), "foyer-calendar-symbolic", foyer_calendar_page_new },
  { "spaces", N_("Spaces"), "foyer-spaces-symbolic", foyer_spaces_page_new },
};

const FoyerPageInfo *
foyer_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}
