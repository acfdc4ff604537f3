/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* After today: about no later day anything can be said. */
#define FOYER_CLI_AHEAD 1826

/* Waits for the verb that changes days (add_rule, edit_days) and answers {"days":n}. */
gboolean foyer_cli_answer_days (FoyerCli  *cli,
                                GError   **error);

/* Where @error is that bookings are in the way, and nobody asked for JSON: says whom it concerns
 * and what each of them would get back, ahead of @error, which stays. Returns: FALSE */
gboolean foyer_cli_say_in_the_way (FoyerCli         *cli,
                                   const FoyerSpace *space,
                                   const GError     *error);
/* The same of bookings that are cancelled, of (element-type FoyerBooking). */
void     foyer_cli_say_cancelled  (FoyerCli         *cli,
                                   GPtrArray        *bookings);

/* Says, where it is so, that no public holidays are known where @space is. */
void     foyer_cli_say_unknown_holidays (FoyerCli         *cli,
                                         const FoyerSpace *space);

G_END_DECLS
