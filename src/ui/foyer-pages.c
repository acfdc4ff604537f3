/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-pages.h"

#include <glib/gi18n.h>

#include "ui/bookings/foyer-bookings-page.h"
#include "ui/calendar/foyer-calendar-page.h"
#include "ui/discover/foyer-discover-page.h"
#include "ui/members/foyer-members-page.h"
#include "ui/my-seats/foyer-my-seats-page.h"
#include "ui/spaces/foyer-spaces-page.h"
#include "ui/today/foyer-today-page.h"

static const FoyerPageInfo pages[] = {
  { "today", N_("Today"), "foyer-today-symbolic", FALSE, FALSE, foyer_today_page_new },
  { "calendar", N_("Calendar"), "foyer-calendar-symbolic", FALSE, FALSE, foyer_calendar_page_new },
  { "bookings", N_("Bookings"), "foyer-bookings-symbolic", FALSE, FALSE, foyer_bookings_page_new },
  { "members", N_("Members"), "foyer-members-symbolic", FALSE, FALSE, foyer_members_page_new },
  { "spaces", N_("Spaces"), "foyer-spaces-symbolic", FALSE, TRUE, foyer_spaces_page_new },
  { "discover", N_("Discover"), "foyer-compass-symbolic", TRUE, FALSE, foyer_discover_page_new },
  { "my-seats", N_("My Seats"), "foyer-ticket-symbolic", TRUE, FALSE, foyer_my_seats_page_new },
};

const FoyerPageInfo *
foyer_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}
