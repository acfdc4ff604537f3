/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-space-zone.h"

#include "core/foyer-instant.h"

GTimeZone *
foyer_space_zone_new (FoyerDesk *desk)
{
  FoyerSpaceItem *space = foyer_desk_get_space (desk);
  GTimeZone *zone = space != NULL ? foyer_zone_new (foyer_space_item_get_space (space)->tz, NULL) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}
