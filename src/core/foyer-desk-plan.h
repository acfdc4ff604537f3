/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-part.h"

G_BEGIN_DECLS

/* No desk with a name: one of the other seats, or no wish. */
#define FOYER_DESK_NONE (-1)

/**
 * FoyerDeskClaim:
 * @part: when
 * @seats: how many seats
 * @wish: the desk that is wished for, or %FOYER_DESK_NONE
 * @pinned: whether it is theirs, come what may
 * @sits: the desk at which they sit already, or %FOYER_DESK_NONE
 *
 * What one booking asks of the desks of its day, which are numbered from 0. Wish and pin are about the
 * first of its seats; the others come near it.
 */
typedef struct {
  FoyerPart part;
  int       seats;
  int       wish;
  gboolean  pinned;
  int       sits;
} FoyerDeskClaim;

/**
 * FoyerDeskPlace:
 * @am: the desk of a seat in the morning
 * @pm: its desk in the afternoon
 *
 * Where one seat is; %FOYER_DESK_NONE where that has no name, or in the half that is not booked.
 */
typedef struct {
  int am;
  int pm;
} FoyerDeskPlace;

GArray *foyer_desk_plan (const FoyerDeskClaim *claims,
                         gsize                 n_claims,
                         int                   n_desks,
                         int                   n_seats);

G_END_DECLS
