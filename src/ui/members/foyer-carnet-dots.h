/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-pass.h"

G_BEGIN_DECLS

/**
 * FoyerCarnetDots:
 *
 * The days of a carnet as dots: those that visits took are grey, those left have the colour of a seat.
 * It says nothing that the words beside it do not say.
 */
#define FOYER_TYPE_CARNET_DOTS (foyer_carnet_dots_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCarnetDots, foyer_carnet_dots, FOYER, CARNET_DOTS, GtkWidget)

/* (nullable): NULL where there are no days to count, or too many for dots */
GtkWidget *foyer_carnet_dots_new (const FoyerPass *pass);

G_END_DECLS
