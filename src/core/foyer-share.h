/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_SHARES_MAX 8
#define FOYER_SHARE_LABEL_MAX 40

/**
 * FoyerShare:
 * @label: whom or what it is for
 * @minor: minor units of the price's currency
 *
 * Where a part of a price goes. The rest is the host's.
 */
typedef struct {
  char  *label;
  gint64 minor;
} FoyerShare;

/* Lists of shares, in the order in which they are shown. */

GArray  *foyer_share_list_new   (void);
GArray  *foyer_share_list_copy  (GArray      *self);
void     foyer_share_list_add   (GArray      *self,
                                 const char  *label,
                                 gint64       minor);
gboolean foyer_share_list_equal (GArray      *a,
                                 GArray      *b);
gboolean foyer_share_list_check (GArray      *self,
                                 gint64       price_minor,
                                 GError     **error);

G_END_DECLS
