/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-ledger.h"

G_BEGIN_DECLS

/**
 * FoyerBookingColumn:
 * @FOYER_BOOKING_DAY: "Today", "Fri 27 Nov"
 * @FOYER_BOOKING_GUEST: the guest's name
 * @FOYER_BOOKING_SPACE: the space's name
 * @FOYER_BOOKING_PART: "Morning", "Full day, 2 seats"
 * @FOYER_BOOKING_STATE: "Expected"
 * @FOYER_BOOKING_PRICE: of all its seats
 * @FOYER_BOOKING_PAID: "Due" or a dash
 * @FOYER_BOOKING_ROW: everything in two lines
 *
 * What a cell says of a booking; sorts in the order of #FoyerLedgerSort.
 */
typedef enum {
  FOYER_BOOKING_DAY,
  FOYER_BOOKING_GUEST,
  FOYER_BOOKING_SPACE,
  FOYER_BOOKING_PART,
  FOYER_BOOKING_STATE,
  FOYER_BOOKING_PRICE,
  FOYER_BOOKING_PAID,
  FOYER_BOOKING_ROW,
} FoyerBookingColumn;

/* Whether something is to be paid now. */
gboolean foyer_booking_words_is_due  (const FoyerLedgerLine *line,
                                      FoyerDay               today);
/* Whether nothing is expected of it any more. */
gboolean foyer_booking_words_is_over (const FoyerLedgerLine *line);
/* Returns: (transfer full): "Today", "Fri 27 November", with its year where it is another */
char    *foyer_booking_words_day     (FoyerDay               day,
                                      FoyerDay               today);
/* Returns: (transfer full): what stands in a column */
char    *foyer_booking_words_column  (const FoyerLedgerLine *line,
                                      FoyerBookingColumn     column,
                                      FoyerDay               today);
/* Returns: (transfer full): the second line of a row: "Fri 27 Nov · Morning · Expected" */
char    *foyer_booking_words_facts   (const FoyerLedgerLine *line,
                                      FoyerDay               today,
                                      gboolean               with_space);

G_END_DECLS
