/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-flow.h"

/**
 * foyer_flow_place:
 * @flow: how
 * @n_blocks: how many
 * @user_data: for the functions of @flow
 *
 * Sets blocks below each other, and on the next page what does not fit. A block that clings takes the
 * one before it along. What is higher than a page stands on one alone, the head of the first page too.
 *
 * Returns: (transfer full) (element-type FoyerPlace): where each block stands
 */
GArray *
foyer_flow_place (const FoyerFlow *flow,
                  guint            n_blocks,
                  gpointer         user_data)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (FoyerPlace), n_blocks);
  guint first = 0;              /* block of the page */
  guint page = 0;
  double y;

  g_return_val_if_fail (flow != NULL, places);

  y = flow->get_top (user_data, 0, 0);
  for (guint i = 0; i < n_blocks; i++)
    {
      double height = flow->measure (user_data, i);
      FoyerPlace place = { page, y };

      if (y + height > flow->bottom && (i > first || y > flow->get_top (user_data, page + 1, i)))
        {
          guint moved = i - 1 > first && flow->clings (user_data, i) ? i - 1 : i;

          first = moved;
          page++;
          y = flow->get_top (user_data, page, first);
          place = (FoyerPlace) { page, y };
          if (moved < i)
            {
              g_array_index (places, FoyerPlace, moved) = place;
              y += flow->measure (user_data, moved);
              place.y = y;
            }
        }
      g_array_append_val (places, place);
      y += height;
    }

  return places;
}
