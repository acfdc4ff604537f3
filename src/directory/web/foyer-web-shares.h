/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/web/foyer-html.h"

G_BEGIN_DECLS

/* Where each cent of a price goes: a bar, and beside it the numbers, which it never carries
 * alone. @shares are of FoyerShare; the rest of the price is the host's. */
void foyer_web_shares_write (FoyerHtml    *html,
                             gint64        price_minor,
                             const char   *currency,
                             const GArray *shares);

G_END_DECLS
