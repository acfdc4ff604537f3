/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/* What fault tests hold against a database, without any of the code that wrote it. */

/* A connection that takes the file for itself, as the store does; %NULL when SQLite
 * refuses. Close with sqlite3_close(). */
sqlite3    *witness_open         (const char *path,
                                  const char *vfs);
gint64      witness_ask          (sqlite3    *db,
                                  const char *sql);
/* Pages, indexes, foreign keys, the text index; no half of a day oversold.
 * Returns: (nullable) (transfer full): what is wrong first */
char       *witness_find_harm    (sqlite3    *db);
/* A digest of everything that people would miss: two databases of equal digest tell
 * the same story. */
char       *witness_digest       (sqlite3    *db);

/**
 * Ledger:
 *
 * What was acknowledged to people, to be found again after whatever happens.
 */
typedef struct _Ledger Ledger;

Ledger     *ledger_new           (void);
void        ledger_free          (Ledger             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ledger, ledger_free)

void        ledger_note_act      (Ledger             *self,
                                  gint64              op);
void        ledger_note_undone   (Ledger             *self,
                                  gint64              op);
void        ledger_note_booking  (Ledger             *self,
                                  const char         *id,
                                  gint64              rev,
                                  FoyerBookingState   state);
/* Lines of the three above, as a [callback@DeskNoteFunc] or a process of its own tells
 * them. @ledger: a Ledger */
void        ledger_read          (const char         *lines,
                                  gpointer            ledger);
guint       ledger_get_n_acts    (Ledger             *self);
/* Every act noted is there, undone where that was noted; every booking at the revision
 * noted and in its state, or later; at most one more act, the one in flight.
 * Returns: (nullable) (transfer full): what is missing first */
char       *ledger_find_loss     (Ledger             *self,
                                  sqlite3            *db);
/* So many acts were there before the first that is noted. */
void        ledger_expect        (Ledger             *self,
                                  guint               n_acts);
/* Takes what the database has more for acknowledged: whoever looks at it sees it. */
void        ledger_accept        (Ledger             *self,
                                  sqlite3            *db);

G_END_DECLS
