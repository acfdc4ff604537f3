/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-search-terms.h"

FoyerSearchTerms *
foyer_search_terms_copy (const FoyerSearchTerms *self)
{
  FoyerSearchTerms *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->origin = g_strdup (self->origin);
  copy->place = g_strdup (self->place);
  copy->words = g_strdup (self->words);
  return copy;
}

void
foyer_search_terms_free (FoyerSearchTerms *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->origin);
  g_free (self->place);
  g_free (self->words);
  g_free (self);
}

FoyerSearchQuery
foyer_search_terms_query (const FoyerSearchTerms *self,
                          int                     limit,
                          const char             *cursor)
{
  FoyerSearchQuery query = { 0 };

  g_return_val_if_fail (self != NULL, query);

  query.lat_e6 = self->lat_e6;
  query.lon_e6 = self->lon_e6;
  query.radius_m = self->radius_m;
  query.day = self->day;
  query.part = self->part;
  query.seats = self->seats;
  query.words = *self->words != '\0' ? self->words : NULL;
  query.limit = limit;
  query.cursor = cursor;
  return query;
}
