/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-store-private.h"

G_BEGIN_DECLS

/* What is free on days of a listing: what its host published, and what is left of an
 * allotment. */
gboolean foyer_seats_add_allotted (FoyerSqlite   *db,
                                   gint64         listing,
                                   FoyerDay       from,
                                   guint          n_days,
                                   FoyerSeatDay  *days,
                                   GError       **error);
/* Takes seats of an allotment, if there are enough in each half of @part. */
gboolean foyer_seats_take         (FoyerSqlite   *db,
                                   gint64         listing,
                                   FoyerDay       day,
                                   FoyerPart      part,
                                   int            n_seats,
                                   gboolean      *taken,
                                   GError       **error);
int      foyer_seats_count        (FoyerSeatDay   seats,
                                   FoyerPart      part);

G_END_DECLS
