/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerFindingKind:
 *
 * What [method@Store.check_async] can find, for `words` to say in the person's language.
 */
typedef enum {
  FOYER_FINDING_FILE,            /* @detail: what SQLite says */
  FOYER_FINDING_REFERENCE,       /* a table and the number of its row */
  FOYER_FINDING_OVERBOOKED,      /* the number of a space, and a day */
  FOYER_FINDING_SAME_ID,         /* an id */
  FOYER_FINDING_SAME_KEY,        /* a key */
  FOYER_FINDING_NO_ARRIVAL,      /* a booking's id */
  FOYER_FINDING_NO_PERSON,       /* a booking's id */
  FOYER_FINDING_LAST_VISIT,      /* a person's id */
  FOYER_FINDING_STALE_SEATS,     /* the number of a space, and a day */
  FOYER_FINDING_DESK_TWICE,      /* a booking's id */
  FOYER_FINDING_PASS,            /* a pass's id */
  FOYER_FINDING_PASS_VISIT,      /* a booking's id */
  FOYER_FINDING_RECORD,          /* a person's id */
  FOYER_FINDING_PHOTO,           /* a photo's id */
  FOYER_FINDING_RULES,           /* the id of a space, or of a person */
  FOYER_FINDING_MERGED,          /* a person's id */
  FOYER_FINDING_ACCOUNTS,        /* the number of an entry of the accounts */
  FOYER_FINDING_NUMBERS,         /* the number of a document */
  FOYER_FINDING_PAYMENT,         /* a payment's id */
  FOYER_FINDING_SEED_FILE,       /* the name of the file of the profile's keys */
} FoyerFindingKind;

/**
 * FoyerFinding:
 * @kind: what is wrong
 * @detail: where, as @kind has it; no text for people
 */
typedef struct {
  FoyerFindingKind  kind;
  char             *detail;
} FoyerFinding;

/**
 * foyer_finding_free:
 * @problem: (transfer full): a problem
 *
 * Frees @problem.
 */
void       foyer_finding_free          (FoyerFinding         *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFinding, foyer_finding_free)

/* Backups, checks and sample data. These run as background work: desk verbs overtake
 * them between slices. */

/* Where a profile keeps its backups, in its folder. */
#define FOYER_STORE_BACKUP_FOLDER "backups"

/**
 * foyer_store_backup_async:
 * @self: an open store
 * @path: (type filename): where; nothing may be there
 * @cancellable: (nullable): stops the work, which then changed nothing
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Writes a copy of the profile and verifies it. A copy that is not whole never stands under
 * @path. The seed of the profile's keys is in it: whoever has the copy can speak for the host.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-empty (something is at @path), not-found (its folder), %G_IO_ERROR_CANCELLED;
 *   any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_backup_async    (FoyerStore           *self,
                                        const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * foyer_store_backup_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.backup_async].
 *
 * Returns: whether the backup is on the disk; else @error is set
 */
gboolean   foyer_store_backup_finish   (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/**
 * foyer_store_check_async:
 * @self: an open store
 * @cancellable: (nullable): stops the work, which then changed nothing
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads a private copy of the profile for the integrity of the file, foreign keys, and the
 * invariants of the domain. A file that is damaged is a problem, no error.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: %G_IO_ERROR_CANCELLED; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_check_async     (FoyerStore           *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * foyer_store_check_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.check_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerFinding): the
 *   problems, empty when all is well; %NULL with @error set
 */
GPtrArray *foyer_store_check_finish    (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/**
 * foyer_store_get_last_backup:
 * @self: an open store
 *
 * When the last verified backup was made, as the profile has it. Any thread.
 *
 * Returns: an instant in ms UTC, 0 for never
 */
gint64     foyer_store_get_last_backup (FoyerStore           *self);

/**
 * foyer_store_restore_async:
 * @dir: (type filename): a profile that no process has open; made when it is not there
 * @path: (type filename): a backup
 * @clock: names the folder in which the old profile is kept
 * @cancellable: (nullable): stops the work, which then changed nothing
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Verifies @path, puts it and the seed of its keys in place of the profile's, and keeps the
 * old profile beside it. Also the way back from a damaged database. Directories are read from
 * the beginning afterwards and told again what stands.
 *
 * Any thread may ask; the work is done on a thread of its own.
 *
 * Errors: bad-file (@path cannot be read, or is the database itself), any #FoyerDbError:
 *   busy while another process has the profile open, foreign, newer and damaged about
 *   @path; %G_IO_ERROR_CANCELLED.
 */
void       foyer_store_restore_async   (const char           *dir,
                                        const char           *path,
                                        FoyerClock           *clock,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * foyer_store_restore_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [func@Store.restore_async].
 *
 * Returns: (transfer full) (nullable) (type filename): where the old profile is kept, ""
 *   when there was none; %NULL with @error set
 */
char      *foyer_store_restore_finish  (GAsyncResult         *result,
                                        GError              **error);

/* The most that a sample may be asked for. */
#define FOYER_SAMPLE_MEMBERS_MAX 100000
#define FOYER_SAMPLE_BOOKINGS_MAX 1000000

/**
 * foyer_store_sample_async:
 * @self: an open store
 * @seed: what to invent; the same seed, clock and sizes invent the same
 * @n_members: 0 to %FOYER_SAMPLE_MEMBERS_MAX, -1 for those of a home with 8 seats
 * @n_bookings: 0 to %FOYER_SAMPLE_BOOKINGS_MAX, -1 for a season of that home
 * @cancellable: (nullable): stops the work, which then changed nothing
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Fills an empty profile with a plausible season, the whole of it or nothing; beyond a
 * home's size there are twenty spaces. It leaves no act to undo.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-empty (the profile has spaces), %G_IO_ERROR_CANCELLED; any #FoyerDbError;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_sample_async    (FoyerStore           *self,
                                        guint64               seed,
                                        int                   n_members,
                                        int                   n_bookings,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * foyer_store_sample_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.sample_async].
 *
 * Returns: whether the season is in the profile; else @error is set
 */
gboolean   foyer_store_sample_finish   (FoyerStore           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
