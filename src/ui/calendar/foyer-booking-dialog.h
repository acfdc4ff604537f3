/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-day.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerBookingDialog:
 *
 * Books seats of one day for a member, a known guest, or a new guest. What cannot be
 * booked is said in place and nothing typed is lost; pressing twice books once.
 */
#define FOYER_TYPE_BOOKING_DIALOG (foyer_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingDialog, foyer_booking_dialog, FOYER, BOOKING_DIALOG, AdwDialog)

/* For a day of the desk's space. */
void foyer_booking_dialog_present (FoyerDesk *desk,
                                   FoyerDay   day,
                                   GtkWidget *parent);

G_END_DECLS
