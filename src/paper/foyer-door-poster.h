/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-paper.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DOOR_POSTER (foyer_door_poster_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDoorPoster, foyer_door_poster, FOYER, DOOR_POSTER, FoyerPaper)

FoyerDoorPoster *foyer_door_poster_new      (const char      *name,
                                             const char      *kind);
void             foyer_door_poster_add      (FoyerDoorPoster *self,
                                             const char      *heading,
                                             const char      *text);
void             foyer_door_poster_set_link (FoyerDoorPoster *self,
                                             const char      *heading,
                                             const char      *link);
void             foyer_door_poster_set_foot (FoyerDoorPoster *self,
                                             const char      *foot);

G_END_DECLS
