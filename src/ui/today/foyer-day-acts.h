/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-bookings.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* What a host does at the desk. Each asks the store and tells the desk what was done,
 * or why not. @done, which may be %NULL, hears whether it was done, in any case and
 * once; an act goes on when the page that asked for it is left. */

typedef void (*FoyerDayActDone) (gboolean done,
                                 gpointer user_data);

void foyer_day_acts_check_in  (FoyerDesk           *desk,
                               const FoyerArrival  *arrival,
                               FoyerDayActDone      done,
                               gpointer             user_data);
void foyer_day_acts_check_out (FoyerDesk           *desk,
                               const char          *booking_id,
                               FoyerDay             day,
                               FoyerDayActDone      done,
                               gpointer             user_data);
/* A whole day for one person, known or new. */
void foyer_day_acts_book      (FoyerDesk           *desk,
                               FoyerDay             day,
                               const char          *person_id,
                               const char          *guest_name,
                               FoyerDayActDone      done,
                               gpointer             user_data);
/* cancelled or no-show */
void foyer_day_acts_set_state (FoyerDesk           *desk,
                               const char          *booking_id,
                               FoyerBookingState    state,
                               FoyerDayActDone      done,
                               gpointer             user_data);
/* Opens one closed day with its usual hours and seats. */
void foyer_day_acts_open_day  (FoyerDesk           *desk,
                               FoyerDay             day);

G_END_DECLS
