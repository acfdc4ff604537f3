/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * FoyerSqlite:
 *
 * A connection to the directory's file and its statements. One thread's. Only the writer
 * writes and checkpoints: SQLite before 3.51.3 can lose a commit when two do.
 */
typedef struct _FoyerSqlite FoyerSqlite;

FoyerSqlite    *foyer_sqlite_open_writer     (const char      *path,
                                              GError         **error);
FoyerSqlite    *foyer_sqlite_open_reader     (const char      *path,
                                              GError         **error);
void            foyer_sqlite_free            (FoyerSqlite     *self);
sqlite3        *foyer_sqlite_get_handle      (FoyerSqlite     *self);
gboolean        foyer_sqlite_exec            (FoyerSqlite     *self,
                                              const char      *script,
                                              GError         **error);
gboolean        foyer_sqlite_query_int       (FoyerSqlite     *self,
                                              const char      *sql,
                                              gint64          *value,
                                              GError         **error);
void            foyer_sqlite_set_error       (FoyerSqlite     *self,
                                              int              code,
                                              const char      *context,
                                              GError         **error);
gboolean        foyer_sqlite_checkpoint      (FoyerSqlite     *self,
                                              GError         **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSqlite, foyer_sqlite_free)

/**
 * FoyerStatement:
 *
 * A prepared statement on loan from its connection. Parameters count from 1, columns from 0.
 * What goes wrong in preparing or binding is told by the next step.
 */
typedef struct _FoyerStatement FoyerStatement;

/* @sql is a literal: the statement is kept by its address. */
FoyerStatement *foyer_sqlite_use             (FoyerSqlite     *self,
                                              const char      *sql);
void            foyer_statement_release      (FoyerStatement  *self);
void            foyer_statement_bind_int     (FoyerStatement  *self,
                                              int              index,
                                              gint64           value);
void            foyer_statement_bind_text    (FoyerStatement  *self,
                                              int              index,
                                              const char      *text);
/* Not copied: @data must live until the statement is released. */
void            foyer_statement_bind_blob    (FoyerStatement  *self,
                                              int              index,
                                              gconstpointer    data,
                                              gsize            size);
void            foyer_statement_bind_bytes   (FoyerStatement  *self,
                                              int              index,
                                              GBytes          *bytes);
gboolean        foyer_statement_step         (FoyerStatement  *self,
                                              gboolean        *row,
                                              GError         **error);
gboolean        foyer_statement_run          (FoyerStatement  *self,
                                              GError         **error);
gint64          foyer_statement_get_int      (FoyerStatement  *self,
                                              int              column);
const char     *foyer_statement_get_text     (FoyerStatement  *self,
                                              int              column);
gconstpointer   foyer_statement_get_blob     (FoyerStatement  *self,
                                              int              column,
                                              gsize           *size);
GBytes         *foyer_statement_dup_bytes    (FoyerStatement  *self,
                                              int              column);
/* Whether a blob of exactly @size bytes was there to be copied. */
gboolean        foyer_statement_copy_blob    (FoyerStatement  *self,
                                              int              column,
                                              gpointer         data,
                                              gsize            size);
gboolean        foyer_statement_is_null      (FoyerStatement  *self,
                                              int              column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStatement, foyer_statement_release)

G_END_DECLS
