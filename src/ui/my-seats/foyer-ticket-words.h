/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-my-seat.h"

G_BEGIN_DECLS

/* What a ticket says about its seat. Instants are UTC milliseconds. */

/* The clock of the place, or of this machine where that is not known.
 * Returns: (transfer full) */
GTimeZone *foyer_ticket_get_zone        (const FoyerMySeat *seat);
/* Whether the seat stands under what is to come: its day has not gone by, and the guest did
 * not give it up. */
gboolean   foyer_ticket_is_upcoming     (const FoyerMySeat *seat,
                                         gint64             now_ms);
/* "Full day · 1 seat · €4.00" */
char      *foyer_ticket_describe        (const FoyerMySeat *seat);
/* "Confirmed", "Waiting for an answer" */
char      *foyer_ticket_describe_state  (const FoyerMySeat *seat);
/* What the state means and what follows; "" where it speaks for itself. */
char      *foyer_ticket_explain         (const FoyerMySeat *seat,
                                         gint64             now_ms);
/* The rule of the place, as it stands now, for whoever is about to cancel. */
char      *foyer_ticket_describe_rule   (const FoyerMySeat *seat,
                                         gint64             now_ms);
/* "12 rue des Tanneurs, 59000 Lille"; "" without one */
char      *foyer_ticket_get_address     (const FoyerMySeat *seat);

G_END_DECLS
