/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/**
 * FoyerRequestRow:
 *
 * Somebody who asks for a seat: one line, or all of it with the two answers.
 */
#define FOYER_TYPE_REQUEST_ROW (foyer_request_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRequestRow, foyer_request_row, FOYER, REQUEST_ROW, GtkListBoxRow)

/**
 * FoyerRequestRow::answered:
 * @state: (type int): %FOYER_STATE_CONFIRMED or %FOYER_STATE_DECLINED
 */

GtkWidget  *foyer_request_row_new         (void);
/* @zone: the space's; @now_ms: UTC milliseconds; @today: the space's business day. */
void        foyer_request_row_set_booking (FoyerRequestRow    *self,
                                           const FoyerBooking *booking,
                                           GTimeZone          *zone,
                                           gint64              now_ms,
                                           FoyerDay            today);
const char *foyer_request_row_get_id      (FoyerRequestRow    *self);
const char *foyer_request_row_get_name    (FoyerRequestRow    *self);
FoyerDay    foyer_request_row_get_day     (FoyerRequestRow    *self);
gint64      foyer_request_row_get_end     (FoyerRequestRow    *self);
void        foyer_request_row_set_open    (FoyerRequestRow    *self,
                                           gboolean            open);
/* Says what the request exceeds; to accept it is to go beyond that. */
void        foyer_request_row_set_over    (FoyerRequestRow      *self,
                                           const FoyerOverLimit *over);
gboolean    foyer_request_row_is_over     (FoyerRequestRow      *self);
/* Whether an answer of the host is on its way to the disk. */
void        foyer_request_row_set_busy    (FoyerRequestRow    *self,
                                           gboolean            busy);
/* Says why it could not be answered; %NULL: nothing. */
void        foyer_request_row_set_problem (FoyerRequestRow    *self,
                                           const char         *sentence);

G_END_DECLS
