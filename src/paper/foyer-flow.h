/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPlace:
 * @page: from 0
 * @y: of its top, in points
 *
 * Where a block stands.
 */
typedef struct {
  guint  page;
  double y;
} FoyerPlace;

/**
 * FoyerFlow:
 * @measure: how high a block is
 * @get_top: where a page begins on which @block is the first
 * @clings: whether @block never begins a page without the one before it
 * @bottom: where each page ends
 *
 * How blocks are set on pages.
 */
typedef struct {
  double   (*measure) (gpointer user_data,
                       guint    block);
  double   (*get_top) (gpointer user_data,
                       guint    page,
                       guint    block);
  gboolean (*clings)  (gpointer user_data,
                       guint    block);
  double   bottom;
} FoyerFlow;

GArray *foyer_flow_place (const FoyerFlow *flow,
                          guint            n_blocks,
                          gpointer         user_data);

G_END_DECLS
