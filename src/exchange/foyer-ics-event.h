/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "exchange/foyer-ics-rule.h"
#include "exchange/foyer-ics-time.h"
#include "exchange/foyer-ics-zone.h"

G_BEGIN_DECLS

/**
 * FoyerIcsMoment:
 * @length_ms: how long what begins then is, -1 for as long as the event itself
 */
typedef struct {
  FoyerIcsTime        time;
  const FoyerIcsZone *zone;
  gint64              length_ms;
} FoyerIcsMoment;

/**
 * FoyerIcsEvent:
 * @uid: (nullable): what it has in common with its moved occurrences
 * @replaces: of a moved occurrence: when it would have been
 * @n_days: how long it is where @start is a date
 * @length_ms: how long it is where @start is an hour
 * @rules: (element-type FoyerIcsRule): its repetitions
 * @more: (element-type FoyerIcsMoment): further occurrences
 * @except: (element-type FoyerIcsMoment): what is no occurrence
 *
 * A VEVENT, read but not expanded.
 */
typedef struct {
  char           *uid;
  int             sequence;
  FoyerIcsMoment  start;
  gboolean        is_moved;
  FoyerIcsMoment  replaces;
  int             n_days;
  gint64          length_ms;
  gboolean        cancelled;
  gboolean        busy;
  char           *summary;
  GPtrArray      *rules;
  GArray         *more;
  GArray         *except;
} FoyerIcsEvent;

/* (nullable): %NULL for one with a rule or a date that Foyer does not read */
FoyerIcsEvent *foyer_ics_event_read  (icalcomponent       *component,
                                      FoyerIcsZones       *zones);
void           foyer_ics_event_free  (FoyerIcsEvent       *self);
gint64         foyer_ics_moment_get_instant (const FoyerIcsMoment *self);
gint64         foyer_ics_duration_to_ms     (struct icaldurationtype duration);
/* One clean line of what @text (nullable) says, which may be "". */
char          *foyer_ics_clean_text  (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIcsEvent, foyer_ics_event_free)

G_END_DECLS
