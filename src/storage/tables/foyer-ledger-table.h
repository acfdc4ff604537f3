/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-ledger.h"

G_BEGIN_DECLS

/* What a ledger reads of many bookings and people. */

/**
 * FoyerLedgerRow:
 * @open_minor: what passes and money leave of its price
 * @answer_by: until when a request waits, 0 when it does not expire
 * @late: the guest cancelled too late
 * @gone: deleted, or never there
 *
 * One booking, as lists are sorted and filtered.
 */
typedef struct {
  gint64             id;
  gint64             person_id;
  gint64             space_id;
  FoyerDay           day;
  FoyerPart          part;
  FoyerBookingState  state;
  gint64             price_minor;
  gint64             open_minor;
  gint64             answer_by;
  gboolean           late;
  gboolean           gone;
} FoyerLedgerRow;

typedef void (*FoyerLedgerRowFunc)    (const FoyerLedgerRow *row,
                                       gpointer              user_data);
typedef void (*FoyerLedgerPersonFunc) (gint64                id,
                                       const char           *fold,
                                       gpointer              user_data);

/* At most @limit bookings with ids above @after, by id. @n: how many there were */
gboolean  foyer_ledger_table_scan        (FoyerDb                *db,
                                          gint64                  after,
                                          int                     limit,
                                          FoyerLedgerRowFunc      func,
                                          gpointer                user_data,
                                          int                    *n,
                                          GError                **error);
/* One booking, @gone or not. */
gboolean  foyer_ledger_table_get         (FoyerDb                *db,
                                          gint64                  id,
                                          FoyerLedgerRowFunc      func,
                                          gpointer                user_data,
                                          GError                **error);
/* The same of people, whose names are folded. */
gboolean  foyer_ledger_table_scan_people (FoyerDb                *db,
                                          gint64                  after,
                                          int                     limit,
                                          FoyerLedgerPersonFunc   func,
                                          gpointer                user_data,
                                          int                    *n,
                                          GError                **error);
/* The first and the last act of the journal and the last booking; 0 for none. */
gboolean  foyer_ledger_table_get_ends    (FoyerDb                *db,
                                          gint64                 *first_act,
                                          gint64                 *last_act,
                                          gint64                 *last_booking,
                                          GError                **error);
/* The bookings, or people, that acts after @act touched, at most @limit.
 * Returns: (element-type gint64) */
GArray   *foyer_ledger_table_list_touched (FoyerDb               *db,
                                          const char             *table,
                                          gint64                  act,
                                          int                     limit,
                                          GError                **error);
/* The requests that wait. Returns: (element-type gint64) */
GArray   *foyer_ledger_table_list_asked  (FoyerDb                *db,
                                          GError                **error);
/* Returns: (element-type FoyerLedgerLine): in the order of @rows, without what is gone */
GPtrArray *foyer_ledger_table_read       (FoyerDb                *db,
                                          const guint32          *rows,
                                          gsize                   n_rows,
                                          GError                **error);

G_END_DECLS
