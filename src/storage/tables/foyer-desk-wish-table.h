/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-desk-plan.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* What a booking asks of the desks with names; 0 is none. */
typedef struct {
  int      desk;             /* the key of FoyerNamedDesk */
  gboolean pinned;
  int      sits;
} FoyerDeskWish;

/* One that holds seats of a day, with what it asks: @claim in places of the list of its space. */
typedef struct {
  gint64         booking_id;
  FoyerDeskClaim claim;
} FoyerDeskHolder;

gboolean foyer_desk_wish_table_get       (FoyerDb              *db,
                                          gint64                booking_id,
                                          FoyerDeskWish        *wish,
                                          GError              **error);
gboolean foyer_desk_wish_table_set       (FoyerDb              *db,
                                          gint64                booking_id,
                                          const FoyerDeskWish  *wish,
                                          GError              **error);
/* (element-type FoyerDeskHolder): in the order in which they were made. */
GArray  *foyer_desk_wish_table_list      (FoyerDb              *db,
                                          const FoyerSpaceRow  *space,
                                          FoyerDay              day,
                                          GError              **error);
/* Adds the ids of bookings from @today on whose pinned desk @space no longer has. */
gboolean foyer_desk_wish_table_list_lost (FoyerDb              *db,
                                          const FoyerSpaceRow  *space,
                                          FoyerDay              today,
                                          GPtrArray            *uids,
                                          GError              **error);
/* The highest key that any wish at @space ever held on to. */
gboolean foyer_desk_wish_table_get_last  (FoyerDb              *db,
                                          gint64                space_id,
                                          int                  *key,
                                          GError              **error);
gboolean foyer_desk_wish_table_restore   (FoyerDb              *db,
                                          gint64                booking_id,
                                          const char           *before,
                                          GError              **error);
gboolean foyer_desk_wish_table_delete    (FoyerDb              *db,
                                          gint64                booking_id,
                                          GError              **error);

G_END_DECLS
