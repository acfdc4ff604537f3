/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-pass.h"
#include "storage/tables/foyer-booking-table.h"

G_BEGIN_DECLS

/* The half days that visits took of passes: lines, to which others are added and none is changed. */

/* A pass that is good for a visit. */
typedef struct {
  gint64          pass_id;
  gint64          booking_id;
  FoyerPassChoice choice;
} FoyerPassOffer;

/* (element-type FoyerPassOffer): the passes that can pay of the visit @row. */
GArray   *foyer_pass_use_table_list_offers (FoyerDb                *db,
                                            const FoyerBookingRow  *row,
                                            GError                **error);
/* (element-type FoyerPassOffer): those of everybody who holds seats then, by day and booking. */
GArray   *foyer_pass_use_table_list_days   (FoyerDb                *db,
                                            gint64                  space_id,
                                            FoyerDay                first,
                                            FoyerDay                last,
                                            GError                **error);
/* Whether the person of @row has a pass that would do, were its time not over. */
gboolean  foyer_pass_use_table_has_expired (FoyerDb                *db,
                                            const FoyerBookingRow  *row,
                                            gboolean               *has,
                                            GError                **error);
/* @halves: below zero for what is returned */
gboolean  foyer_pass_use_table_append      (FoyerDb                *db,
                                            gint64                  pass_id,
                                            gint64                  booking_id,
                                            int                     halves,
                                            GError                **error);
/* Returns everything that passes paid of a visit. */
gboolean  foyer_pass_use_table_return      (FoyerDb                *db,
                                            gint64                  booking_id,
                                            GError                **error);
/* Has a visit paid as it was in @before, of an act, by further lines. */
gboolean  foyer_pass_use_table_restore     (FoyerDb                *db,
                                            gint64                  booking_id,
                                            const char             *before,
                                            GError                **error);

G_END_DECLS
