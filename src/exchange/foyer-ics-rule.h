/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* The days of a repetition (RFC 5545, section 3.3.10). libical reads its text; the days are found
 * here, by looking at those of a window one after the other, so that no rule can take longer than
 * its window is. libical's own iterators search for the next day without an end, and one of 3.0.20
 * does not come back from FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30. */

#define FOYER_ICS_INTERVAL_MAX 400

typedef struct _FoyerIcsRule FoyerIcsRule;

/* (nullable): %NULL for a rule that Foyer does not read: of hours, minutes and seconds, by the number
 * of the week, of other calendars than ours, or of texts that are no rule */
FoyerIcsRule *foyer_ics_rule_new    (const struct icalrecurrencetype *recur);
void          foyer_ics_rule_free   (FoyerIcsRule *self);
/* (nullable): where it ends; a null time for never */
struct icaltimetype
              foyer_ics_rule_get_until (const FoyerIcsRule *self);
/**
 * foyer_ics_rule_expand:
 * @start: the first day, which always counts
 * @last: the last day of its own end, or that of the window
 * @first: days before are counted, but not wanted
 * @steps: (inout): how many days may still be looked at; goes down
 * @days: (element-type FoyerDay): gets the days, in their order
 *
 * Returns: whether it was done before @steps came to an end
 */
gboolean      foyer_ics_rule_expand (const FoyerIcsRule *self,
                                     FoyerDay            start,
                                     FoyerDay            first,
                                     FoyerDay            last,
                                     gint64             *steps,
                                     GArray             *days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIcsRule, foyer_ics_rule_free)

G_END_DECLS
