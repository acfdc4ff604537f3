/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerBookingState:
 * @FOYER_STATE_REQUESTED: waits for the host's answer
 * @FOYER_STATE_CONFIRMED: expected
 * @FOYER_STATE_DECLINED: the host said no
 * @FOYER_STATE_EXPIRED: nobody answered in time
 * @FOYER_STATE_WITHDRAWN: the guest took the request back
 * @FOYER_STATE_CANCELLED: taken back by either side after it was confirmed
 * @FOYER_STATE_CHECKED_IN: here
 * @FOYER_STATE_CHECKED_OUT: was here and left
 * @FOYER_STATE_NO_SHOW: did not come
 *
 * Where a booking stands. Its numbers are not kept anywhere; names are.
 */
typedef enum {
  FOYER_STATE_REQUESTED,
  FOYER_STATE_CONFIRMED,
  FOYER_STATE_DECLINED,
  FOYER_STATE_EXPIRED,
  FOYER_STATE_WITHDRAWN,
  FOYER_STATE_CANCELLED,
  FOYER_STATE_CHECKED_IN,
  FOYER_STATE_CHECKED_OUT,
  FOYER_STATE_NO_SHOW,
} FoyerBookingState;

#define FOYER_STATE_LAST FOYER_STATE_NO_SHOW

const char *foyer_booking_state_get_name (FoyerBookingState   state);
gboolean    foyer_booking_state_parse    (const char         *name,
                                          FoyerBookingState  *state,
                                          GError            **error);
gboolean    foyer_booking_state_can      (FoyerBookingState   from,
                                          FoyerBookingState   to);
gboolean    foyer_booking_state_holds    (FoyerBookingState   state);
gboolean    foyer_booking_state_owes     (FoyerBookingState   state,
                                          gboolean            late);

G_END_DECLS
