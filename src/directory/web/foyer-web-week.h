/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-part.h"
#include "directory/web/foyer-html.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

/**
 * FoyerWebWeek:
 * @n_days: how many of @days
 * @chosen: the day asked for
 * @part: whose seats are counted
 * @path: (nullable): where a day of one's own is asked for by "?day="; %NULL: days are no links
 *
 * The free seats of some days, as a labelled list of cells.
 */
typedef struct {
  FoyerDay            from;
  guint               n_days;
  const FoyerSeatDay *days;
  FoyerDay            chosen;
  FoyerPart           part;
  const char         *path;
} FoyerWebWeek;

int  foyer_web_week_get_free (const FoyerSeatDay  *day,
                              FoyerPart            part);
void foyer_web_week_write    (const FoyerWebWeek  *self,
                              FoyerHtml           *html);

G_END_DECLS
