/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What is said and drawn of a listing wherever it stands. */

/* "€4.00", "Free". Returns: (transfer full) */
char       *foyer_listing_describe_price (gint64          minor,
                                          const char     *currency);
/* The drawing that stands for a kind of space. Returns: (transfer none): a resource's path */
const char *foyer_listing_get_picture    (FoyerSpaceKind  kind);
/* An amenity as a pill. Returns: (transfer floating) */
GtkWidget  *foyer_listing_make_pill      (const char     *tag);

G_END_DECLS
