/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerFittingLabel:
 *
 * Says the same in two lengths and shows the longer one that fits, so that a title is
 * never cut.
 */
#define FOYER_TYPE_FITTING_LABEL (foyer_fitting_label_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFittingLabel, foyer_fitting_label, FOYER, FITTING_LABEL, GtkWidget)

void foyer_fitting_label_set_texts (FoyerFittingLabel *self,
                                    const char        *longer,
                                    const char        *shorter);

G_END_DECLS
