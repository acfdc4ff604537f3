/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-person.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerPassDialog:
 *
 * Gives a member a pass: days or a month, sold, or free of charge with the reason.
 */
#define FOYER_TYPE_PASS_DIALOG (foyer_pass_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPassDialog, foyer_pass_dialog, FOYER, PASS_DIALOG, AdwDialog)

/* @desk: whose space the price and the currency are from */
AdwDialog *foyer_pass_dialog_new (FoyerDesk         *desk,
                                  const FoyerPerson *person);

G_END_DECLS
