/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerKioskCard:
 * One thing that is said or asked in large letters, with one or two buttons.
 */
#define FOYER_TYPE_KIOSK_CARD (foyer_kiosk_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskCard, foyer_kiosk_card, FOYER, KIOSK_CARD, AdwBin)

/**
 * FoyerKioskCard::answered:
 * @primary: whether it was the first button
 */

/* @text, @secondary: (nullable): %NULL for none. @long_text: is read from its beginning on. All are
 * plain text. */
void foyer_kiosk_card_show  (FoyerKioskCard *self,
                             const char     *title,
                             const char     *text,
                             gboolean        long_text,
                             const char     *primary,
                             const char     *secondary);
/* The keyboard on the first button. */
void foyer_kiosk_card_focus (FoyerKioskCard *self);

G_END_DECLS
