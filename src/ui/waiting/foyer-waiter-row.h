/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-waiting.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerWaiterRow:
 *
 * Somebody of a waiting list, with what the host can do: keep a seat for them, give it to them, take
 * them off the list.
 */
#define FOYER_TYPE_WAITER_ROW (foyer_waiter_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWaiterRow, foyer_waiter_row, FOYER, WAITER_ROW, AdwActionRow)

GtkWidget *foyer_waiter_row_new  (FoyerDesk         *desk);
/* @with_day: whether the day is not clear from where the row stands */
void       foyer_waiter_row_show (FoyerWaiterRow    *self,
                                  const FoyerWaiter *waiter,
                                  gboolean           with_day);

G_END_DECLS
