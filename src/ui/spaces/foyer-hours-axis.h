/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_HOURS_STEP 15

/**
 * FoyerHoursAxis:
 * @first: minute at the start of a bar
 * @last: minute at its end
 *
 * The hours that the bars of a week stand for: 07:00 to 21:00, or more where the space
 * is open longer. Nothing here knows of widgets.
 */
typedef struct {
  int first;
  int last;
} FoyerHoursAxis;

#define FOYER_HOURS_AXIS_USUAL { 7 * 60, 21 * 60 }

typedef enum { FOYER_HOURS_START, FOYER_HOURS_END } FoyerHoursEdge;

/* Widens the axis by whole hours until both minutes are on it. */
void   foyer_hours_axis_include  (FoyerHoursAxis *self,
                                  int             start_minute,
                                  int             end_minute);
/* Where a minute is in a bar @width wide. */
double foyer_hours_axis_place    (FoyerHoursAxis  self,
                                  int             minute,
                                  double          width);
/* The quarter of an hour nearest to @x; beyond the bar that of its end. */
int    foyer_hours_axis_read     (FoyerHoursAxis  self,
                                  double          x,
                                  double          width);
/**
 * foyer_hours_move:
 * @minute: where the edge should go
 *
 * Moves one edge, as far as it can go: the day stays open for a quarter of an hour, from
 * midnight to midnight at most.
 *
 * Returns: whether it moved
 */
gboolean foyer_hours_move        (int            *start_minute,
                                  int            *end_minute,
                                  FoyerHoursEdge  edge,
                                  int             minute);

G_END_DECLS
