/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"

G_BEGIN_DECLS

/* A person at a space: the P of the contract. */
void      foyer_cli_build_person    (JsonBuilder          *builder,
                                     const FoyerBooking   *booking,
                                     gboolean              with_day);
/* An array of them under @name. */
void      foyer_cli_build_people    (JsonBuilder          *builder,
                                     const char           *name,
                                     GPtrArray            *bookings,
                                     gboolean              with_day);

/* A heading with its count and a line for each, with what a host wants to know; nothing
 * when there is nobody. */
void      foyer_cli_say_people      (FoyerCli             *cli,
                                     const char           *heading,
                                     GPtrArray            *bookings,
                                     GTimeZone            *zone);

/* Returns: (transfer full): an amount of the booking's currency in words */
char     *foyer_cli_describe_amount (const FoyerBooking   *booking,
                                     gint64                minor);

G_END_DECLS
