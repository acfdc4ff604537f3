/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/spaces/foyer-hours-axis.h"

G_BEGIN_DECLS

/**
 * FoyerHoursScale:
 *
 * The hours under the bars of a week, as many as there is room for. Only to be looked at.
 */
#define FOYER_TYPE_HOURS_SCALE (foyer_hours_scale_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursScale, foyer_hours_scale, FOYER, HOURS_SCALE, GtkWidget)

void foyer_hours_scale_set_axis (FoyerHoursScale *self,
                                 FoyerHoursAxis   axis);

G_END_DECLS
