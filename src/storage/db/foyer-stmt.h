/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* A prepared statement on loan from its #FoyerDb. Parameters count from 1, columns
 * from 0. What went wrong in preparing or binding is told by the next step. */

void        foyer_stmt_free       (FoyerStmt    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStmt, foyer_stmt_free)

void        foyer_stmt_bind_int   (FoyerStmt    *self,
                                   int           index,
                                   gint64        value);
void        foyer_stmt_bind_text  (FoyerStmt    *self,
                                   int           index,
                                   const char   *text);       /* not %NULL; copied */
void        foyer_stmt_bind_day   (FoyerStmt    *self,
                                   int           index,
                                   FoyerDay      day);        /* "" for FOYER_DAY_NONE */
void        foyer_stmt_bind_bytes (FoyerStmt    *self,
                                   int           index,
                                   GBytes       *bytes);      /* (nullable); copied */

/* Goes to the next row; @row says whether there is one. */
gboolean    foyer_stmt_step       (FoyerStmt    *self,
                                   gboolean     *row,
                                   GError      **error);
/* Runs a statement without answers and makes it ready for other values. */
gboolean    foyer_stmt_run        (FoyerStmt    *self,
                                   GError      **error);
/* Ready for other values. */
void        foyer_stmt_reset      (FoyerStmt    *self);

gint64      foyer_stmt_get_int    (FoyerStmt    *self,
                                   int           column);
const char *foyer_stmt_get_text   (FoyerStmt    *self,        /* until the next step; "" for NULL */
                                   int           column);
char       *foyer_stmt_dup_text   (FoyerStmt    *self,
                                   int           column);
char      **foyer_stmt_dup_lines  (FoyerStmt    *self,        /* of a text with one thing a line */
                                   int           column);
FoyerDay    foyer_stmt_get_day    (FoyerStmt    *self,        /* FOYER_DAY_NONE for "" and NULL */
                                   int           column);
GBytes     *foyer_stmt_dup_bytes  (FoyerStmt    *self,        /* (nullable): NULL for NULL */
                                   int           column);

G_END_DECLS
