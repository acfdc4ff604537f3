/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerTimeline:
 *
 * The days of the desk's space around one month, or of a year, kept current. It asks the store
 * for the month with its neighbours, so that turning a page finds its days there; while an
 * answer is on its way the days already known stay, and an answer to an older question
 * is dropped. Main thread only.
 */
#define FOYER_TYPE_TIMELINE (foyer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTimeline, foyer_timeline, FOYER, TIMELINE, GObject)

/**
 * FoyerTimeline::changed:
 *
 * The days may be other ones now, or those of another space.
 */

FoyerTimeline           *foyer_timeline_new              (FoyerDesk     *desk);

/* The month of @day becomes the middle of what is kept. */
void                     foyer_timeline_set_month        (FoyerTimeline *self,
                                                          FoyerDay       day,
                                                          int            first_weekday);
/* These days alone are kept. */
void                     foyer_timeline_set_days         (FoyerTimeline *self,
                                                          FoyerDay       first,
                                                          int            n_days);
/* Returns: (transfer none) (nullable): %NULL while the day is not known; valid until the
 *   next change */
const FoyerAvailability *foyer_timeline_get              (FoyerTimeline *self,
                                                          FoyerDay       day);

G_END_DECLS
