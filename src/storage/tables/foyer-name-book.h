/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/tables/foyer-name-order.h"

G_BEGIN_DECLS

/* The names of everybody in memory, for what no index of SQLite answers: any part of a name, of a
 * hundred thousand, between two keystrokes. It belongs to its database and follows what is written
 * there; about 25 bytes a name. */

/* Reads what is not known yet; letting the desk go first if it @breathes. */
gboolean   foyer_name_book_learn  (FoyerDb             *db,
                                   gboolean             breathes,
                                   GError             **error);
/* Whose name has all of @words, folded, anywhere: (element-type guint32), rows of person. */
GArray    *foyer_name_book_find   (FoyerDb             *db,
                                   const char * const  *words,
                                   GError             **error);

/* The members from A to Z: (element-type FoyerNamePlace) (transfer none), right until something is written. */
const GArray *foyer_name_book_get_order (FoyerDb       *db,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
