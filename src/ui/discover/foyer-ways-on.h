/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/discover/foyer-search-terms.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerWaysOn:
 *
 * What to try when a search found nothing: the next day with free seats, the same day farther
 * away, the same without the words. Each was asked for before it is offered, and says how many
 * places there are and what they cost. Hidden while there is none.
 */
#define FOYER_TYPE_WAYS_ON (foyer_ways_on_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWaysOn, foyer_ways_on, FOYER, WAYS_ON, GtkBox)

/**
 * FoyerWaysOn::chosen:
 * @terms: (type gpointer): (transfer none): the #FoyerSearchTerms that find something
 */

void foyer_ways_on_ask   (FoyerWaysOn            *self,
                          FoyerDesk              *desk,
                          const FoyerSearchTerms *terms);
void foyer_ways_on_clear (FoyerWaysOn            *self);

G_END_DECLS
