/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerSidebar:
 *
 * The pages in two groups, for who offers seats and for who looks for one. Without a space the
 * second stands first, and the first has one row that leads to a new space.
 */
#define FOYER_TYPE_SIDEBAR (foyer_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSidebar, foyer_sidebar, FOYER, SIDEBAR, AdwBin)

/**
 * FoyerSidebar::page-activated:
 * @index: (type int): of the page among those of foyer_pages_get()
 */

/**
 * FoyerSidebar::offer-activated:
 *
 * Somebody without a space wants to offer one.
 */

/* Which pages there are: @hosting where a space is in use, @archive where one is archived. */
void foyer_sidebar_set_hosting (FoyerSidebar *self,
                                gboolean      hosting,
                                gboolean      archive);
void foyer_sidebar_select      (FoyerSidebar *self,
                                guint         index);
/* How much waits on a page; 0 shows nothing. */
void foyer_sidebar_set_count   (FoyerSidebar *self,
                                guint         index,
                                guint         count);

G_END_DECLS
