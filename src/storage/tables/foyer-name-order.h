/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The members from A to Z in memory, 8 bytes each, so that a list narrowed by a letter need not ask
 * for everybody once more. Arrays of FoyerNamePlace; who keeps one keeps it right. */

/* @letter: with which the name begins, a capital without accents, or '#' */
typedef struct {
  guint32  id;
  gunichar letter;
} FoyerNamePlace;

/* The folded name of somebody who is in the order. */
typedef const char *(*FoyerNameFunc) (guint32  id,
                                      gpointer user_data);

/* Reads all, letting the desk go first. */
GArray *foyer_name_order_read   (FoyerDb       *db,
                                 GCancellable  *cancellable,
                                 GError       **error);
void    foyer_name_order_remove (GArray        *order,
                                 guint32        id);
void    foyer_name_order_insert (GArray        *order,
                                 guint32        id,
                                 FoyerNameFunc  get_name,
                                 gpointer       user_data);

G_END_DECLS
