/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-my-seat.h"

G_BEGIN_DECLS

/**
 * FoyerTicket:
 *
 * A seat that is to come: its day, its place, its state in words, and once it is confirmed the
 * address, what opens the door, and the code for the desk. All of it works offline.
 */
#define FOYER_TYPE_TICKET (foyer_ticket_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTicket, foyer_ticket, FOYER, TICKET, GtkBox)

/**
 * FoyerTicket::give-up:
 *
 * The guest wants to take the request or the seat back.
 */

GtkWidget  *foyer_ticket_new        (void);
/* @first: whether it is the next one, whose code is shown at once */
void        foyer_ticket_show       (FoyerTicket       *self,
                                     const FoyerMySeat *seat,
                                     gint64             now_ms,
                                     gboolean           first);
const char *foyer_ticket_get_id     (FoyerTicket       *self);
/* Whether there is little width. */
void        foyer_ticket_set_narrow (FoyerTicket       *self,
                                     gboolean           narrow);

G_END_DECLS
