/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-clock.h"
#include "core/foyer-day.h"
#include "core/foyer-random.h"
#include "storage/foyer-db-error.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerDb:
 *
 * One connection to one database file, with what the verbs need beside it: the clock,
 * the source of ids, statements that stay prepared. Belongs to the thread that opened
 * it; every statement checks that.
 */
typedef struct _FoyerDb FoyerDb;
typedef struct _FoyerStmt FoyerStmt;

#define FOYER_DB_APPLICATION_ID 0x464F5952
#define FOYER_DB_FILE "foyer.db"

/**
 * foyer_db_open:
 * @path: the database file; made (0600) when it is not there
 * @vfs: (nullable): name of a registered SQLite VFS; %NULL for the system's files
 * @random: (nullable): %NULL for the system's
 *
 * The whole open sequence: identity, exclusive lock, journal, checks, migrations, seats
 * of the days ahead. A wrong answer on the way stops it and the file stays as it was.
 *
 * Errors: any #FoyerDbError
 */
FoyerDb    *foyer_db_open            (const char        *path,
                                      const char        *vfs,
                                      FoyerClock        *clock,
                                      FoyerRandom       *random,
                                      GError           **error);
/* A connection without the sequence, for copies: locks nothing for longer than a
 * statement, changes nothing by itself. "" is a private temporary file. */
FoyerDb    *foyer_db_open_copy       (const char        *path,
                                      gboolean           writable,
                                      FoyerClock        *clock,
                                      GError           **error);
/* Marks the end as a clean one, checkpoints and frees @self, which must be whole; an
 * error leaves the rest to the next start. */
gboolean    foyer_db_close           (FoyerDb           *self,
                                      GError           **error);
/* Lets go of the file as it is: what a power cut would leave, less what is unsynced. */
void        foyer_db_free            (FoyerDb           *self);

const char *foyer_db_get_path        (FoyerDb           *self);
const char *foyer_db_get_vfs         (FoyerDb           *self);   /* (nullable) */
FoyerClock *foyer_db_get_clock       (FoyerDb           *self);
FoyerRandom *foyer_db_get_random     (FoyerDb           *self);
void        foyer_db_set_clock       (FoyerDb           *self,
                                      FoyerClock        *clock);
void        foyer_db_set_random      (FoyerDb           *self,
                                      FoyerRandom       *random);
gint64      foyer_db_now             (FoyerDb           *self);
char       *foyer_db_new_id          (FoyerDb           *self);
/* (transfer none), kept with @self */
GTimeZone  *foyer_db_get_zone        (FoyerDb           *self,
                                      const char        *identifier,
                                      GError           **error);

/* A statement for @sql, a constant; problems show in its first step. */
FoyerStmt  *foyer_db_prepare         (FoyerDb           *self,
                                      const char        *sql);
/* A constant script without answers. */
gboolean    foyer_db_exec            (FoyerDb           *self,
                                      const char        *script,
                                      GError           **error);
gint64      foyer_db_last_row        (FoyerDb           *self);   /* of the last INSERT */
/* One number or one text; 0 or "" without a row. */
gboolean    foyer_db_query_int       (FoyerDb           *self,
                                      const char        *sql,
                                      gint64            *value,
                                      GError           **error);
char       *foyer_db_query_text      (FoyerDb           *self,
                                      const char        *sql,
                                      GError           **error);
/* Moves the journal into the file and shortens it to nothing. */
gboolean    foyer_db_checkpoint      (FoyerDb           *self,
                                      GError           **error);
/* Whether an I/O error made this handle unfit: what it says about what is on the disk
 * cannot be trusted any more. */
gboolean    foyer_db_is_broken       (FoyerDb           *self);

/**
 * FoyerTransaction:
 *
 * BEGIN IMMEDIATE, or a savepoint inside another one. Taken back unless it is committed.
 */
typedef struct _FoyerTransaction FoyerTransaction;

FoyerTransaction *foyer_transaction_begin  (FoyerDb           *db,
                                            GError           **error);
gboolean          foyer_transaction_commit (FoyerTransaction  *self,
                                            GError           **error);
void              foyer_transaction_end    (FoyerTransaction  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTransaction, foyer_transaction_end)

/* The act that the running transaction writes to the journal; 0 for none. */
gint64      foyer_db_get_act         (FoyerDb           *self);
void        foyer_db_set_act         (FoyerDb           *self,
                                      gint64             act);

/* What the running transaction changes; told after it is durable. */
void        foyer_db_note_change     (FoyerDb           *self,
                                      FoyerChange        change,
                                      const char        *space_uid);     /* (nullable) */
FoyerChange foyer_db_take_changes    (FoyerDb           *self,
                                      char             **space_uid);     /* (out) (nullable) */

/* Each row of @table, a constant, that is written from now on, before it is known whether the
 * transaction holds. One at a time; it goes with @self. */
typedef void (*FoyerDbRowFunc)       (gint64             row,
                                      gpointer           data);
void        foyer_db_watch_rows      (FoyerDb           *self,
                                      const char        *table,
                                      FoyerDbRowFunc     func,
                                      gpointer           data,
                                      GDestroyNotify     free_data);
gpointer    foyer_db_get_watcher     (FoyerDb           *self);           /* (nullable) */

/* What follows from an act belongs to it: called before the outermost commit of a transaction that
 * has one. */
typedef gboolean (*FoyerDbSettleFunc) (FoyerDb         *db,
                                       GError         **error);
void        foyer_db_set_settle      (FoyerDb           *self,
                                      FoyerDbSettleFunc  settle);       /* (nullable) */

/* Background work calls this at least every 10 ms, outside of statements and
 * transactions: whoever waits at the desk is served here. */
typedef void (*FoyerDbBreatheFunc)   (gpointer           data);
void        foyer_db_set_breathe     (FoyerDb           *self,
                                      FoyerDbBreatheFunc func,
                                      gpointer           data);
void        foyer_db_breathe         (FoyerDb           *self);
/* Makes statements of @self, which is a copy, breathe for @main and stop when
 * @cancellable says so. */
void        foyer_db_breathe_for     (FoyerDb           *self,
                                      FoyerDb           *main_db,
                                      GCancellable      *cancellable);

/* The SQLite result code @code of @self as an error: what a guard refused is a
 * #FoyerError, the rest a #FoyerDbError. */
void        foyer_db_set_error       (FoyerDb           *self,
                                      int                code,
                                      const char        *context,
                                      GError           **error);
/* errno of a file operation as a #FoyerDbError. */
void        foyer_db_set_error_from_errno (int            saved_errno,
                                      const char        *context,
                                      GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDb, foyer_db_free)

G_END_DECLS
