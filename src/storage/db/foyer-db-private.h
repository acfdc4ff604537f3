/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

struct _FoyerDb {
  sqlite3            *handle;
  GThread            *owner;
  char               *path;
  char               *vfs;
  FoyerClock         *clock;
  FoyerRandom        *random;
  GHashTable         *statements;     /* sql → sqlite3_stmt, those not in use */
  GHashTable         *zones;
  guint               depth;          /* of transactions */
  gint64              act;
  gboolean            broken;
  FoyerChange         changing;       /* by the running transaction */
  char               *changing_space;
  gboolean            changing_many;  /* several spaces, or none */
  FoyerChange         touching;       /* what no space is named for */
  FoyerChange         changed;        /* durable, not yet told */
  char               *changed_space;
  gboolean            changed_many;
  FoyerDbBreatheFunc  breathe;
  gpointer            breathe_data;
  FoyerDb            *breathe_for;
  GCancellable       *cancellable;
  FoyerDbSettleFunc   settle;         /* (nullable) */
  const char         *watched;        /* (nullable) */
  FoyerDbRowFunc      watch;
  gpointer            watcher;
  GDestroyNotify      free_watcher;
};

FoyerDb      *foyer_db_new          (const char    *path,
                                     const char    *vfs,
                                     int            flags,
                                     FoyerClock    *clock,
                                     FoyerRandom   *random,
                                     GError       **error);
FoyerStmt    *foyer_stmt_new        (FoyerDb       *db,
                                     sqlite3_stmt  *handle,
                                     const char    *sql,
                                     int            code);
/* Gives a statement back to the cache. */
void          foyer_db_give_back    (FoyerDb       *self,
                                     const char    *sql,
                                     sqlite3_stmt  *handle);

G_END_DECLS
