/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/seats/foyer-seat-layout.h"

G_BEGIN_DECLS

/* Seats painted into a snapshot: the accent fills what somebody has, free is a hollow
 * outline. High contrast draws every outline full, so that no tint stands alone. */

typedef struct {
  GdkRGBA  seat;              /* the accent of seats in this colour scheme */
  GdkRGBA  plain;             /* the text's colour, which greys are made of */
  gboolean high_contrast;
  gboolean rtl;               /* the morning is then the right half */
} FoyerSeatColours;

/* @warm: a widget whose CSS colour is the accent; @plain: one whose colour is the text's */
void foyer_seat_colours_init (FoyerSeatColours       *colours,
                              GtkWidget              *warm,
                              GtkWidget              *plain);
/* @box: the pad; the back is beside it. */
void foyer_seat_draw_chair   (GtkSnapshot            *snapshot,
                              const FoyerSeatBox     *box,
                              FoyerSeat               seat,
                              const FoyerSeatColours *colours);
void foyer_seat_draw_dot     (GtkSnapshot            *snapshot,
                              const FoyerSeatBox     *box,
                              FoyerSeat               seat,
                              const FoyerSeatColours *colours);
void foyer_seat_draw_board   (GtkSnapshot            *snapshot,
                              const FoyerSeatBox     *box,
                              const FoyerSeatColours *colours);
/* One bar: what part of @seats is here, expected and so on. */
void foyer_seat_draw_bar     (GtkSnapshot            *snapshot,
                              const FoyerSeatBox     *box,
                              GArray                 *seats,
                              const FoyerSeatColours *colours);

G_END_DECLS
