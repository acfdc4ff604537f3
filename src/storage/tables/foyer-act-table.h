/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The journal: what was done, and what each row was before. The rows are written by the
 * schema's triggers. */

#define FOYER_JOURNAL_DAYS 30

/* In place of what an act undoes: it is one of nobody here and not taken back, such as what
 * came by post or what time did. */
#define FOYER_ACT_OF_NOBODY -1

/* The same of what the house does when a day is over. It stands in the way of no undo. */
#define FOYER_ACT_OF_HOUSE -2

typedef struct {
  gint64  id;
  char   *verb;
  char   *subject;
  gint64  undone_at;
  gint64  undoes;
} FoyerAct;

void      foyer_act_free        (FoyerAct     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAct, foyer_act_free)

typedef struct {
  char   *table;
  gint64  row;
  char   *before;      /* JSON; "": the act made the row */
} FoyerActRow;

/* Opens the act of the running transaction; in a transaction that has one already that
 * one goes on. @act: its id. */
gboolean  foyer_act_open        (FoyerDb      *db,
                                 const char   *verb,
                                 const char   *subject,
                                 gint64       *act,
                                 GError      **error);
/* The act of somebody elsewhere, or of time. */
gboolean  foyer_act_open_house  (FoyerDb      *db,
                                 const char   *subject,
                                 GError      **error);
gboolean  foyer_act_open_news   (FoyerDb      *db,
                                 const char   *subject,
                                 GError      **error);
/* The act of undoing @undone, which is marked. */
gboolean  foyer_act_open_undo   (FoyerDb        *db,
                                 const FoyerAct *undone,
                                 GError        **error);
/* Marks what is taken back already as undone, where it was an act of its own. */
gboolean  foyer_act_close       (FoyerDb      *db,
                                 const char   *verb,
                                 const char   *subject,
                                 GError      **error);
/* @id: 0 for the last that is neither undone nor an undo. Nothing there: nothing-to-undo. */
FoyerAct *foyer_act_find        (FoyerDb      *db,
                                 gint64        id,
                                 GError      **error);
/* Returns: (element-type FoyerActRow): the rows that the act touched */
GPtrArray *foyer_act_list_rows  (FoyerDb      *db,
                                 gint64        id,
                                 GError      **error);
/* Whether a later act, not undone, changed one of the rows of @id. */
gboolean  foyer_act_is_covered  (FoyerDb      *db,
                                 gint64        id,
                                 gboolean     *covered,
                                 GError      **error);
/* Whether the act touched no row, so that there is nothing to take back. */
gboolean  foyer_act_is_empty    (FoyerDb      *db,
                                 gint64        id,
                                 gboolean     *empty,
                                 GError      **error);
/* Forgets what is older than the journal is kept; the last act always stays, so that
 * its number is not given again. */
gboolean  foyer_act_prune       (FoyerDb      *db,
                                 GError      **error);
/* Forgets everything, for data that nobody did, such as a sample. */
gboolean  foyer_act_forget_all  (FoyerDb      *db,
                                 GError      **error);

G_END_DECLS
