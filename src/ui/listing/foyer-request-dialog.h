/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-part.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-seat-days.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRequestDialog:
 *
 * Asks a host for a seat. What is written here is sealed for the host alone; without a
 * network it is kept and leaves later.
 */
#define FOYER_TYPE_REQUEST_DIALOG (foyer_request_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRequestDialog, foyer_request_dialog, FOYER, REQUEST_DIALOG, AdwDialog)

/* @listing: is copied as far as it is needed; @key: the host's; @seat_day: what is free */
void foyer_request_dialog_present (FoyerDesk          *desk,
                                   const char         *origin,
                                   const FoyerListing *listing,
                                   const FoyerKey     *key,
                                   FoyerDay            day,
                                   const FoyerSeatDay *seat_day,
                                   FoyerPart           part,
                                   int                 seats,
                                   GtkWidget          *parent);

G_END_DECLS
