/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store-payments.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDueDialog:
 *
 * Who has something to pay for a day, each with a button to collect it.
 */
#define FOYER_TYPE_DUE_DIALOG (foyer_due_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDueDialog, foyer_due_dialog, FOYER, DUE_DIALOG, AdwDialog)

AdwDialog *foyer_due_dialog_new (FoyerDesk      *desk,
                                 FoyerDay        day);

/* What it is for: "Today, full day", "Monday 3 May, morning · Guest of Ana". */
char      *foyer_due_describe   (const FoyerDue *due,
                                 FoyerDay        today);

G_END_DECLS
