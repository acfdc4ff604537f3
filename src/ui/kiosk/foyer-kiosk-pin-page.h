/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/**
 * FoyerKioskPinPage:
 * Asks for the PIN that ends the kiosk. After some wrong ones the next is waited for longer and
 * longer, also when the page was left meanwhile.
 */
#define FOYER_TYPE_KIOSK_PIN_PAGE (foyer_kiosk_pin_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskPinPage, foyer_kiosk_pin_page, FOYER, KIOSK_PIN_PAGE, AdwBin)

/**
 * FoyerKioskPinPage::right:
 *
 * The PIN was right.
 */

/**
 * FoyerKioskPinPage::back:
 *
 * Nobody wants to leave.
 */

void foyer_kiosk_pin_page_set_sync (FoyerKioskPinPage *self,
                                    FoyerSync         *sync);
void foyer_kiosk_pin_page_clear    (FoyerKioskPinPage *self);
void foyer_kiosk_pin_page_focus    (FoyerKioskPinPage *self);

G_END_DECLS
