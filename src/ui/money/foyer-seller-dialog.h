/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSellerDialog:
 *
 * Who sells the seats of a space, as its receipts and invoices say it, and the account for transfers.
 */
#define FOYER_TYPE_SELLER_DIALOG (foyer_seller_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSellerDialog, foyer_seller_dialog, FOYER, SELLER_DIALOG, AdwDialog)

/* Reads who it is, and presents the dialog above @parent when it is known. */
void foyer_seller_dialog_open (GtkWidget  *parent,
                               FoyerDesk  *desk,
                               const char *space_id);

G_END_DECLS
