/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-gazetteer.h"

G_BEGIN_DECLS

/* The communes that ship with the programs, for any thread. The table is unpacked and indexed
 * once, at the first question. */

FoyerPlace *foyer_places_find   (const char *name,
                                 const char *postcode);
GPtrArray  *foyer_places_search (const char *text,
                                 guint       limit);
GPtrArray  *foyer_places_list   (void);

G_END_DECLS
