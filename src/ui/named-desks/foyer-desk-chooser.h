/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-day.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDeskChooser:
 *
 * At which of the named desks a booking wishes to sit, with who sits where, and whether that is pinned.
 */
#define FOYER_TYPE_DESK_CHOOSER (foyer_desk_chooser_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDeskChooser, foyer_desk_chooser, FOYER, DESK_CHOOSER, AdwDialog)

/**
 * foyer_desk_chooser_new:
 * @desk: what pages share; the booking is one of its space
 * @booking_id: a booking that is expected or here
 * @day: its day
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *foyer_desk_chooser_new (FoyerDesk  *desk,
                                   const char *booking_id,
                                   FoyerDay    day);

G_END_DECLS
