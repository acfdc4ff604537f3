/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-person.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

typedef struct {
  gint64       id;
  FoyerPerson *person;
} FoyerPersonRow;

void            foyer_person_row_free       (FoyerPersonRow   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPersonRow, foyer_person_row_free)

/* Without skills; not-found when there is none. A record that went into another means that one. */
FoyerPersonRow *foyer_person_table_find     (FoyerDb          *db,
                                             const char       *uid,
                                             GError          **error);
/* The row of this person, also where nobody knows any more who it was; not-found when there is none. */
gboolean        foyer_person_table_find_row (FoyerDb          *db,
                                             const char       *uid,
                                             gint64           *id,
                                             GError          **error);
/* The person is checked; gets its id and revision, and a uid when it has none. */
gboolean        foyer_person_table_insert   (FoyerDb          *db,
                                             FoyerPersonRow   *row,
                                             GError          **error);
gboolean        foyer_person_table_update   (FoyerDb          *db,
                                             FoyerPersonRow   *row,
                                             GError          **error);
gboolean        foyer_person_table_restore  (FoyerDb          *db,
                                             gint64            id,
                                             const char       *before,
                                             GError          **error);
gboolean        foyer_person_table_delete   (FoyerDb          *db,
                                             gint64            id,
                                             GError          **error);
/* Says where what is @id's goes now; the record itself has to be deleted when that is done. */
gboolean        foyer_person_table_merge    (FoyerDb          *db,
                                             gint64            id,
                                             gint64            into,
                                             GError          **error);
gboolean        foyer_skill_table_restore   (FoyerDb          *db,
                                             gint64            id,
                                             const char       *before,
                                             GError          **error);
gboolean        foyer_skill_table_delete    (FoyerDb          *db,
                                             gint64            id,
                                             GError          **error);
/* Fills @person's skills. */
gboolean        foyer_skill_table_read      (FoyerDb          *db,
                                             gint64            person_id,
                                             FoyerPerson      *person,
                                             GError          **error);

G_END_DECLS
