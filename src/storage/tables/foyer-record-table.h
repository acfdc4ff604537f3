/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-person.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* What a host writes down about a member: a row beside that of the person, which most guests do
 * not have, and the rows of what they agree to. */

/* Fills the record of @person. */
gboolean  foyer_record_table_read     (FoyerDb            *db,
                                       gint64              person_id,
                                       FoyerPerson        *person,
                                       GError            **error);
/* Writes what is different. A consent that is given now gets its instant in @person. Errors:
 * card-taken. */
gboolean  foyer_record_table_write    (FoyerDb            *db,
                                       gint64              person_id,
                                       FoyerPerson        *person,
                                       GError            **error);
gboolean  foyer_record_table_restore  (FoyerDb            *db,
                                       gint64              person_id,
                                       const char         *before,
                                       GError            **error);
gboolean  foyer_record_table_delete   (FoyerDb            *db,
                                       gint64              person_id,
                                       GError            **error);
gboolean  foyer_consent_table_restore (FoyerDb            *db,
                                       gint64              id,
                                       const char         *before,
                                       GError            **error);
gboolean  foyer_consent_table_delete  (FoyerDb            *db,
                                       gint64              id,
                                       GError            **error);

/* @id: (out) (transfer full) (nullable): the member whose card has this code, without its writing;
 * %NULL is nobody */
gboolean foyer_record_table_find_card (FoyerDb     *db,
                                       const char  *card_fold,
                                       char       **id,
                                       GError     **error);

/* All of one person becomes that of another, into whose record theirs goes. Of what both agree to
 * that of @to stays; where one agreed and the other took it back later, it is taken back. */
gboolean foyer_consent_table_move (FoyerDb  *db,
                                   gint64    from,
                                   gint64    to,
                                   GError  **error);

/* Takes the card away, before it goes back to whose it was. */
gboolean foyer_record_table_let_go (FoyerDb  *db,
                                    gint64    person_id,
                                    GError  **error);

G_END_DECLS
