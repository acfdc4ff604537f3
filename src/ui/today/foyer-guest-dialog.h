/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-booking.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerGuestDialog:
 *
 * Somebody brings a guest: lets them in beside who is here, or books them a seat beside who is expected.
 */
#define FOYER_TYPE_GUEST_DIALOG (foyer_guest_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerGuestDialog, foyer_guest_dialog, FOYER, GUEST_DIALOG, AdwDialog)

/* @bringer: here or expected */
AdwDialog *foyer_guest_dialog_new (FoyerDesk          *desk,
                                   const FoyerBooking *bringer);

G_END_DECLS
