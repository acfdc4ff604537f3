/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSpaceCard:
 *
 * One space on the page of spaces: a picture, what it is, and what is free on its next
 * open days.
 */
#define FOYER_TYPE_SPACE_CARD (foyer_space_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpaceCard, foyer_space_card, FOYER, SPACE_CARD, AdwBin)

GtkWidget *foyer_space_card_new (FoyerDesk      *desk,
                                 FoyerSpaceItem *space);

G_END_DECLS
