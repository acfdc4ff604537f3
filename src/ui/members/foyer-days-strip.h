/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerDaysStrip:
 *
 * The weeks up to today as columns of small squares, those on which somebody was here filled; as
 * many weeks as there is room for, at most a year. Weekends have rows where somebody came on one.
 */
#define FOYER_TYPE_DAYS_STRIP (foyer_days_strip_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDaysStrip, foyer_days_strip, FOYER, DAYS_STRIP, GtkWidget)

/* @days: (element-type FoyerDay): the first first; @text: for who does not see it */
void foyer_days_strip_set_days (FoyerDaysStrip *self,
                                const GArray   *days,
                                FoyerDay        today,
                                const char     *text);

G_END_DECLS
