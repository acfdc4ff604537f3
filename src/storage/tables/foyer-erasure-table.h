/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-erasure.h"

G_BEGIN_DECLS

/* What erasing a person does to the rows of each table, and the log of who was erased. */

/* The format that has a log. */
#define FOYER_ERASURE_TABLE_VERSION 15

/* Who @uid means: their row and those that went into it, the root first. Empty when there is none, or
 * when they are erased already. Returns: (element-type gint64) */
GArray     *foyer_erasure_table_list   (FoyerDb       *db,
                                        const char    *uid,
                                        GError       **error);
/* Adds what there is of the person @id to @receipt. */
gboolean    foyer_erasure_table_count  (FoyerDb       *db,
                                        gint64         id,
                                        FoyerErasure  *receipt,
                                        GError       **error);
/* Leaves of the person @id what is nobody's, in the running transaction, which has an act. */
gboolean    foyer_erasure_table_empty  (FoyerDb       *db,
                                        gint64         id,
                                        const char    *name,
                                        FoyerErasure  *receipt,
                                        GError       **error);
/* Forgets the words of the search that names leave behind when they go. */
gboolean    foyer_erasure_table_forget_words (FoyerDb *db,
                                        GError       **error);

/* Forgets the keys of requests of nobody, when no directory has to hear of them any more. */
gboolean    foyer_erasure_table_tidy   (FoyerDb       *db,
                                        GError       **error);

/* Notes the person @id and what they had asked for in the log. */
gboolean    foyer_erasure_log_note     (FoyerDb       *db,
                                        gint64         id,
                                        const char    *name,
                                        GError       **error);
gboolean    foyer_erasure_log_add      (FoyerDb       *db,
                                        const char    *hash,
                                        const char    *name,
                                        GError       **error);
gboolean    foyer_erasure_log_has      (FoyerDb       *db,
                                        const char    *uid,
                                        gboolean      *has,
                                        GError       **error);
/* Adds all of the log to @hashes, names by hashes; nothing where the format has none. */
gboolean    foyer_erasure_log_read     (FoyerDb       *db,
                                        GHashTable    *hashes,
                                        GError       **error);
/* Who is not erased, but in @hashes: names by uids. Of any format. */
GHashTable *foyer_erasure_log_find     (FoyerDb       *db,
                                        GHashTable    *hashes,
                                        GError       **error);

G_END_DECLS
