/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-person.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-people.h on the thread of @db. */

FoyerPerson *foyer_person_verbs_save (FoyerDb            *db,
                                      const FoyerPerson  *person,
                                      gint64             *op,
                                      GError            **error);
GPtrArray   *foyer_person_verbs_find (FoyerDb            *db,
                                      const char         *text,
                                      gboolean            members_only,
                                      const char         *space_id,       /* (nullable) */
                                      FoyerDay            day,
                                      int                 limit,
                                      GError            **error);
/* Every member who is found so: (element-type guint32), rows of person, each once, in no order. */
GArray      *foyer_person_verbs_match (FoyerDb           *db,
                                      const char         *text,
                                      GError            **error);
/* The row @id beside a space, 0 for any, and a day; without the record. */
FoyerPerson *foyer_person_verbs_read (FoyerDb            *db,
                                      gint64              id,
                                      gint64              space_id,
                                      FoyerDay            day,
                                      GError            **error);

G_END_DECLS
