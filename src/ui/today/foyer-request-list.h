/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "storage/foyer-store-bookings.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRequestList:
 *
 * Who asks for a seat, for any day: the first in full, the others open in their turn. Hidden
 * while nobody asks. A request that ends without the host's answer says so to the desk.
 */
#define FOYER_TYPE_REQUEST_LIST (foyer_request_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRequestList, foyer_request_list, FOYER, REQUEST_LIST, GtkBox)

void foyer_request_list_show (FoyerRequestList    *self,
                              FoyerDesk           *desk,
                              const FoyerDaySheet *sheet,
                              GTimeZone           *zone);

G_END_DECLS
