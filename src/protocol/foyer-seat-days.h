/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

/* How far ahead strangers see and ask, today being the first day. */
#define FOYER_HORIZON_DAYS 64

/**
 * FoyerSeatDay:
 * @open: whether there is anything; seats are 0 otherwise
 * @am: seats in the morning
 * @pm: seats in the afternoon
 *
 * Seats of one day.
 */
typedef struct {
  gboolean open;
  int      am;
  int      pm;
} FoyerSeatDay;

/**
 * FoyerSeatDays:
 *
 * Seats of a listing, day by day: what is free (an availability) or what is handed over to a
 * directory (an allotment). Plain data, freed with [method@SeatDays.free].
 */
typedef struct {
  FoyerDocumentType type;        /* availability or allotment */
  char             *listing;
  gint64            rev;
  FoyerDay          from;
  guint             n_days;
  FoyerSeatDay      days[FOYER_HORIZON_DAYS];
} FoyerSeatDays;

FoyerSeatDays *foyer_seat_days_new   (FoyerDocumentType     type,
                                      const char           *listing);
void           foyer_seat_days_free  (FoyerSeatDays        *self);
FoyerSeatDays *foyer_seat_days_parse (FoyerEnvelope        *envelope,
                                      GError              **error);
FoyerEnvelope *foyer_seat_days_sign  (const FoyerSeatDays  *self,
                                      FoyerKeyPair         *pair,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeatDays, foyer_seat_days_free)

G_END_DECLS
