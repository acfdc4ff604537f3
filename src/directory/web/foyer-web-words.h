/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What pages say, in the language of the calling thread (uselocale). All (transfer full). */

char       *foyer_web_day          (FoyerDay        day);        /* Thursday 26 November */
char       *foyer_web_weekday      (FoyerDay        day);        /* Thu */
char       *foyer_web_money        (gint64          minor,
                                    const char     *currency);   /* €4.00, 4,00 € */
char       *foyer_web_distance     (int             metres);     /* 400 m, 1.2 km */
char       *foyer_web_cancellation (int             minute,
                                    int             days);
const char *foyer_web_kind         (FoyerSpaceKind  kind);
const char *foyer_web_tag          (const char     *tag);

G_END_DECLS
