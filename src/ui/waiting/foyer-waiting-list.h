/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-day.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerWaitingList:
 *
 * Who waits for a seat of a day, in the order in which they asked; hidden while nobody does. It
 * follows the desk by itself.
 */
#define FOYER_TYPE_WAITING_LIST (foyer_waiting_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWaitingList, foyer_waiting_list, FOYER, WAITING_LIST, GtkBox)

/* @with_offers: also who has an offer for a later day, since they have to be told of it */
void foyer_waiting_list_show (FoyerWaitingList *self,
                              FoyerDesk        *desk,
                              FoyerDay          day,
                              gboolean          with_offers);

G_END_DECLS
