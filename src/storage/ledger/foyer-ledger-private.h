/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-ledger.h"

G_BEGIN_DECLS

/* A ledger on the thread of its database. */

/**
 * FoyerLedgerEntry:
 * @id: of the booking
 * @price: the lower 32 bits of what it costs
 * @due: those of what passes and money leave of it
 * @price_high: and the upper
 * @due_high: and the upper
 *
 * One booking, as small as a million of them ask for.
 */
typedef struct {
  guint32  id;
  guint32  person_id;
  guint32  space_id;
  FoyerDay day;
  guint32  price;
  guint32  due;
  guint    price_high : 5;
  guint    due_high : 5;
  guint    state : 4;
  guint    part : 2;
  guint    late : 1;
  guint    gone : 1;
} FoyerLedgerEntry;

struct _FoyerLedger {
  gatomicrefcount  refs;
  /* Of the database thread alone. */
  GArray          *entries;        /* (element-type FoyerLedgerEntry): by day, name and id */
  guint32          last_id;        /* the greatest of all entries' */
  GArray          *folds;          /* (element-type gsize): by the person's id, where in @names */
  GArray          *ranks;          /* (element-type guint32): by the person's id */
  GString         *names;          /* folded, each with its end */
  gint64           act;            /* up to which it is known; -1 for nothing */
  gint64           expires_at;     /* when the first request that waits is over */
};

/* In the midst of slower work: lets the desk go first. FALSE when it is cancelled. */
gboolean         foyer_ledger_breathe   (FoyerDb                 *db,
                                         GCancellable            *cancellable,
                                         GError                 **error);
/* Brings @self up to date. */
gboolean         foyer_ledger_refresh   (FoyerLedger             *self,
                                         FoyerDb                 *db,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gint64           foyer_ledger_entry_get_price (const FoyerLedgerEntry *self);
gint64           foyer_ledger_entry_get_due   (const FoyerLedgerEntry *self);
FoyerLedgerList *foyer_ledger_list      (FoyerLedger             *self,
                                         FoyerDb                 *db,
                                         const FoyerLedgerQuery  *query,
                                         const guint32           *kept,
                                         gsize                    n_kept,
                                         GCancellable            *cancellable,
                                         GError                 **error);

/**
 * FoyerLedgerKeyed:
 * @acts: what a list says of it besides
 *
 * A number and what it is sorted by.
 */
typedef struct {
  guint64 key;
  guint32 value;
  guint32 acts;
} FoyerLedgerKeyed;

/* Sorts ascending by key, what is the same as it stood; in slices. @items may be another block
 * afterwards. */
gboolean         foyer_ledger_sort      (FoyerLedgerKeyed       **items,
                                         gsize                    n,
                                         FoyerDb                 *db,
                                         GCancellable            *cancellable,
                                         GError                 **error);

G_END_DECLS
