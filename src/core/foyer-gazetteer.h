/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerGazetteer:
 *
 * Communes by name and postcode, read from a table of TAB separated lines
 * (`insee name postcodes dept pop lat lon precision`). Costs nothing until the first
 * question.
 */
typedef struct _FoyerGazetteer FoyerGazetteer;

/**
 * FoyerPlace:
 * @name: as in the table
 * @population: how many people live there
 * @lat_e6: WGS 84, millionths of a degree
 * @lon_e6: WGS 84, millionths of a degree
 * @precision: "g" for a point of the commune, "p" and "a" for one near it
 *
 * A commune.
 */
typedef struct {
  char *name;
  int   population;
  int   lat_e6;
  int   lon_e6;
  char  precision;
} FoyerPlace;

FoyerGazetteer *foyer_gazetteer_new   (GBytes         *table);
void            foyer_gazetteer_free  (FoyerGazetteer *self);
FoyerPlace     *foyer_gazetteer_find  (FoyerGazetteer *self,
                                       const char     *name,
                                       const char     *postcode);
GPtrArray      *foyer_gazetteer_search (FoyerGazetteer *self,
                                        const char     *text,
                                        guint           limit);
GPtrArray      *foyer_gazetteer_list  (FoyerGazetteer *self);
void            foyer_place_free      (FoyerPlace     *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerGazetteer, foyer_gazetteer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPlace, foyer_place_free)

G_END_DECLS
