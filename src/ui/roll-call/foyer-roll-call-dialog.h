/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRollCallDialog:
 *
 * Everyone who is in the building now, large, to be read aloud outside: names of the
 * day, and of whoever came on another day and is still checked in. Can be copied and
 * printed; follows who comes and goes while it is open.
 */
#define FOYER_TYPE_ROLL_CALL_DIALOG (foyer_roll_call_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRollCallDialog, foyer_roll_call_dialog, FOYER, ROLL_CALL_DIALOG, AdwDialog)

AdwDialog *foyer_roll_call_dialog_new (FoyerDesk *desk);

G_END_DECLS
