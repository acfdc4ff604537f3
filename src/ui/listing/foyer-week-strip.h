/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-part.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

#define FOYER_WEEK_STRIP_DAYS 7

/**
 * FoyerWeekStrip:
 *
 * Seven days with their free seats, one of them chosen. Each is a button; Tab comes to the
 * chosen one, and arrows, Home and End go on from there. Legible without colour: free days
 * have a number, full ones a 0, closed ones a dash and no box.
 */
#define FOYER_TYPE_WEEK_STRIP (foyer_week_strip_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWeekStrip, foyer_week_strip, FOYER, WEEK_STRIP, GtkWidget)

/**
 * FoyerWeekStrip:large:
 *
 * Whether each day has its date, and its free seats in words.
 */

/**
 * FoyerWeekStrip:inert:
 *
 * Whether it only shows its days, as in a picture of a page.
 */

/**
 * FoyerWeekStrip::day-activated:
 * @day: (type int): a #FoyerDay
 */

/* @days: (array length=n_days): at most seven, the first on @from; @seats: how many there are
 * in all, 0 where that is not known; @chosen: %FOYER_DAY_NONE for none of them */
void foyer_week_strip_show (FoyerWeekStrip     *self,
                            FoyerDay            from,
                            const FoyerSeatDay *days,
                            guint               n_days,
                            int                 seats,
                            FoyerPart           part,
                            FoyerDay            chosen);

/* How many seats a day has for @part, on which a guest would need all of it. */
int  foyer_seat_day_get_free (const FoyerSeatDay *day,
                              FoyerPart           part);

G_END_DECLS
