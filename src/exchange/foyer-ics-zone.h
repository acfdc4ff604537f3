/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerIcsZones:
 *
 * The zones of one iCalendar text. Where a name is one of the IANA database, as such or behind the
 * prefix of a program, this computer's zone is meant; else what the text itself says of it, so that
 * "Romance Standard Time" and "Customized Time Zone" are what their writer meant; else what Windows
 * means by it. Hours without a zone, or in one that nobody knows, are those of the space.
 */
typedef struct _FoyerIcsZones FoyerIcsZones;
typedef struct _FoyerIcsZone FoyerIcsZone;

/* @zone: of the space; @first and @last: the days that matter */
FoyerIcsZones      *foyer_ics_zones_new     (GTimeZone           *zone,
                                             FoyerDay             first,
                                             FoyerDay             last);
void                foyer_ics_zones_free    (FoyerIcsZones       *self);
/* A VTIMEZONE, before anything is looked up. @steps: as in foyer_ics_rule_expand() */
void                foyer_ics_zones_add     (FoyerIcsZones       *self,
                                             icalcomponent       *component,
                                             gint64              *steps);
/* @tzid: (nullable) */
const FoyerIcsZone *foyer_ics_zones_find    (FoyerIcsZones       *self,
                                             const char          *tzid);
const FoyerIcsZone *foyer_ics_zones_get_utc (FoyerIcsZones       *self);

/* The instant, in UTC milliseconds, at which the clocks of a zone show @second of @day. */
gint64              foyer_ics_zone_get_instant (const FoyerIcsZone *self,
                                             FoyerDay             day,
                                             int                  second);

/* (nullable): the IANA name for what Windows calls a zone */
const char         *foyer_ics_zone_of_windows (const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIcsZones, foyer_ics_zones_free)

G_END_DECLS
