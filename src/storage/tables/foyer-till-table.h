/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-accounts.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* What the till of a space holds since it was closed last. Its day, its instant and its head are not
 * said. */
FoyerTill *foyer_till_table_read    (FoyerDb              *db,
                                     const FoyerSpaceRow  *space,
                                     GError              **error);
/* Writes down that it was closed. @till: with its id; @last_entry: up to which entry of the accounts */
gboolean   foyer_till_table_insert  (FoyerDb              *db,
                                     const FoyerSpaceRow  *space,
                                     const FoyerTill      *till,
                                     gint64                last_entry,
                                     gint64               *id,
                                     GError              **error);
/* Adds what some days were for a space; what is due is not said. */
gboolean   foyer_figures_table_read (FoyerDb              *db,
                                     const FoyerSpaceRow  *space,
                                     FoyerDay              first,
                                     FoyerDay              last,
                                     GPtrArray            *figures,
                                     GError              **error);

G_END_DECLS
