/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-pass.h"

G_BEGIN_DECLS

/**
 * foyer_words_days:
 * @halves: half days, 1 or more
 *
 * "10 days", "6½ days", "½ day".
 *
 * Returns: (transfer full): the number with its noun
 */
char *foyer_words_days       (int                 halves);

/**
 * foyer_words_pass_kind:
 * @pass: a pass
 *
 * What was sold, as a title: "Carnet of 10 Days", "Day Pass", "Monthly Pass", "Pass".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_pass_kind  (const FoyerPass    *pass);

/**
 * foyer_words_pass_left:
 * @pass: a pass
 *
 * What is left of it: "6½ days left", "Nothing left", "Unlimited".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_pass_left  (const FoyerPass    *pass);

/**
 * foyer_words_pass_time:
 * @pass: a pass
 * @today: the day of who reads it
 *
 * Until when it is good: "Until 22 December", "Expired on 3 November", "Without end".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_pass_time  (const FoyerPass    *pass,
                              FoyerDay            today);

/**
 * foyer_words_pass_why:
 * @pass: a pass
 *
 * Why its owner has it: "Gift", "Trial", or what it cost.
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_pass_why   (const FoyerPass    *pass);

/**
 * foyer_words_paid_by_pass:
 * @booking: a booking of the sheet of a day, or of a check-in
 * @today: the day of who reads it
 *
 * That a pass pays for it and what is left then: "Pass, 6½ days left", "Pass until 22 December".
 *
 * Returns: (transfer full): the words, "" where no pass does
 */
char *foyer_words_paid_by_pass (const FoyerBooking *booking,
                                FoyerDay            today);

G_END_DECLS
