/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

/* Spelled as in the contract, with hyphens; also how the database keeps them. */
const char *foyer_booking_state_get_name (FoyerBookingState   state);
gboolean    foyer_booking_state_parse    (const char         *name,
                                          FoyerBookingState  *state,
                                          GError            **error);
gboolean    foyer_booking_state_can      (FoyerBookingState   from,
                                          FoyerBookingState   to);
gboolean    foyer_booking_state_holds    (FoyerBookingState   state);

G_END_DECLS
