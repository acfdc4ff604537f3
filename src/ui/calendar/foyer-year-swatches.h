/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerYearSwatches:
 *
 * What the squares of the year mean, between two words: all levels from nobody to full, or
 * with FoyerYearSwatches:closed the one of a closed day.
 */
#define FOYER_TYPE_YEAR_SWATCHES (foyer_year_swatches_get_type ())
G_DECLARE_FINAL_TYPE (FoyerYearSwatches, foyer_year_swatches, FOYER, YEAR_SWATCHES, GtkWidget)

G_END_DECLS
