/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "foyer-profile.h"
#include "storage/foyer-store-passes.h"

/* The verbs of passes, asked and waited for; NULL with self->error. */

FoyerPass    *foyer_profile_sell       (FoyerProfile        *self,
                                        const FoyerPassSale *sale);
/* A carnet for 36.00; @until is "" or a day. Its id, (transfer full) */
char         *foyer_profile_add_pass   (FoyerProfile        *self,
                                        const char          *person_id,
                                        int                  halves,
                                        const char          *until);
FoyerPass    *foyer_profile_end_pass   (FoyerProfile        *self,
                                        const char          *pass_id);
GPtrArray    *foyer_profile_passes     (FoyerProfile        *self,
                                        const char          *person_id);
FoyerBooking *foyer_profile_pay        (FoyerProfile        *self,
                                        const char          *booking_id,
                                        const char          *pass_id);       /* (nullable) */
FoyerBooking *foyer_profile_return     (FoyerProfile        *self,
                                        const char          *booking_id);
/* "20 3 -1": the half days left on each pass, as they are listed */
void          foyer_profile_assert_left (FoyerProfile       *self,
                                        const char          *person_id,
                                        const char          *left);
