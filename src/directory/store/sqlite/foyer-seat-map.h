/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-sqlite.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

#define FOYER_SEAT_MAP_SIZE (FOYER_HORIZON_DAYS * 4)

/**
 * FoyerSeatMap:
 * @day0: the first day that is told
 * @n_days: how many are; all others are closed
 * @bytes: morning and afternoon of each day, little endian, at epoch day % 64
 *
 * The seats of a listing as they are kept.
 */
typedef struct {
  FoyerDay day0;
  int      n_days;
  guint8   bytes[FOYER_SEAT_MAP_SIZE];
} FoyerSeatMap;

void         foyer_seat_map_fill     (FoyerSeatMap         *self,
                                      const FoyerSeatDays  *seats);
FoyerSeatDay foyer_seat_map_get      (const FoyerSeatMap   *self,
                                      FoyerDay              day);
/* The columns day0, n_days and seats of a listing. */
void         foyer_seat_map_read     (FoyerSeatMap         *self,
                                      FoyerStatement       *statement,
                                      int                   first_column);

int          foyer_day_get_bit       (FoyerDay              day);

G_END_DECLS
