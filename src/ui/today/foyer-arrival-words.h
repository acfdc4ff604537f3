/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-person.h"
#include "storage/foyer-store-bookings.h"
#include "ui/seats/foyer-seat-layout.h"

G_BEGIN_DECLS

/* What a host wants to read beside a name. Translated, in the locale's forms. */

/* How well one knows who comes: "Regular", "One year here", "Not seen for 7 weeks", "3 visits";
 * (nullable) for a first visit, which is said in another place. */
char *foyer_arrival_describe_known (const FoyerBooking *booking);
/* "Regular · Afternoon", "Since 08:52 · 2 seats", "Since 08:52 · One year here", "08:45 – 12:10 · Morning".
 * @with_due: where there is no room for an amount of its own: what is due, rather than how
 *   well one knows the person */
char *foyer_arrival_describe     (const FoyerBooking  *booking,
                                  GTimeZone           *zone,
                                  gboolean             with_due);
/* "€4.00", %NULL when nothing is due */
char *foyer_arrival_get_due      (const FoyerBooking  *booking);
/* "Expected · Afternoon · 14 visits", "Last here 12 November · 2 visits"
 * @brief: without the visits, where there is little room */
char *foyer_arrival_describe_person (const FoyerPerson *person,
                                     gboolean           brief);
/* First names of those who still have to pay: here or left */
char *foyer_arrival_list_due     (const FoyerDaySheet *sheet);
/* The seats of a day by who has them. */
void  foyer_arrival_count_seats  (const FoyerDaySheet *sheet,
                                  FoyerSeatCount      *count);
/* "zoé martin" as a name: "Zoé Martin"; what has a capital stays as it was typed. */
char *foyer_arrival_name_guest   (const char          *typed);

G_END_DECLS
