/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-pass.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

typedef struct {
  gint64     id;
  gint64     person_id;
  FoyerPass *pass;
} FoyerPassRow;

void           foyer_pass_row_free        (FoyerPassRow     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPassRow, foyer_pass_row_free)

/* not-found when there is none */
FoyerPassRow  *foyer_pass_table_find      (FoyerDb          *db,
                                           const char       *uid,
                                           GError          **error);
/* Returns: (element-type FoyerPassRow): those of a person, as they were given out */
GPtrArray     *foyer_pass_table_list      (FoyerDb          *db,
                                           gint64            person_id,
                                           GError          **error);
/* @space_id: 0 for all spaces. The ids and the instant of @pass are written here, not read. */
gboolean       foyer_pass_table_insert    (FoyerDb          *db,
                                           const char       *uid,
                                           gint64            person_id,
                                           gint64            space_id,
                                           const FoyerPass  *pass,
                                           GError          **error);
gboolean       foyer_pass_table_end       (FoyerDb          *db,
                                           gint64            id,
                                           GError          **error);
gboolean       foyer_pass_table_restore   (FoyerDb          *db,
                                           gint64            id,
                                           const char       *before,
                                           GError          **error);
gboolean       foyer_pass_table_delete    (FoyerDb          *db,
                                           gint64            id,
                                           GError          **error);

/* All of one person becomes that of another, into whose record theirs goes. */
gboolean foyer_pass_table_move (FoyerDb  *db,
                                gint64    from,
                                gint64    to,
                                GError  **error);

G_END_DECLS
