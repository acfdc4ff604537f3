/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* Gives the member a card who has none, and whoever has one a new one where it @renews; asks for a
 * printer for it. */
void foyer_member_card_print (GtkWindow  *parent,
                              FoyerDesk  *desk,
                              const char *member_id,
                              gboolean    renews);

G_END_DECLS
