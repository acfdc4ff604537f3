/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* All bookings as one long list: sorted, filtered and searched without an end in sight, and
 * acts upon many of them at once. */

/**
 * FoyerLedger:
 *
 * What a list of bookings is sorted and filtered by, of every booking: about 24 bytes each,
 * read once and kept up to date from the journal. Whoever shows a list makes one and keeps it
 * between questions; its contents belong to the database thread.
 */
typedef struct _FoyerLedger FoyerLedger;

/**
 * foyer_ledger_new:
 *
 * Makes a ledger that has read nothing yet.
 *
 * Returns: (transfer full): a ledger
 */
FoyerLedger *foyer_ledger_new   (void);

/**
 * foyer_ledger_ref:
 * @self: a ledger
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
FoyerLedger *foyer_ledger_ref   (FoyerLedger *self);

/**
 * foyer_ledger_unref:
 * @self: (transfer full): a ledger
 *
 * Lets go of a reference; from any thread.
 */
void         foyer_ledger_unref (FoyerLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLedger, foyer_ledger_unref)

/**
 * FoyerLedgerSort:
 * @FOYER_LEDGER_DAY: by day
 * @FOYER_LEDGER_GUEST: by folded name
 * @FOYER_LEDGER_SPACE: by folded name of the space
 * @FOYER_LEDGER_PART: mornings, afternoons, full days
 * @FOYER_LEDGER_STATE: as a booking goes: requested, expected, here, left, the rest
 * @FOYER_LEDGER_PRICE: by price of all seats, whatever the currency
 * @FOYER_LEDGER_DUE: by what is due
 *
 * What a list is sorted by; within the same by day, then by name.
 */
typedef enum {
  FOYER_LEDGER_DAY,
  FOYER_LEDGER_GUEST,
  FOYER_LEDGER_SPACE,
  FOYER_LEDGER_PART,
  FOYER_LEDGER_STATE,
  FOYER_LEDGER_PRICE,
  FOYER_LEDGER_DUE,
} FoyerLedgerSort;

/**
 * FoyerLedgerQuery:
 * @space_id: (nullable): of one space, else of all
 * @first: the first day; %FOYER_DAY_NONE without a beginning
 * @last: the last day; %FOYER_DAY_NONE without an end
 * @states: bits `1 << FoyerBookingState`; 0 for any
 * @parts: bits `1 << FoyerPart`; 0 for any
 * @due: only where something is due
 * @text: (nullable): every word of it stands in the guest's name, whatever the accents
 * @descending: the other way round; also the days where the list is sorted by them
 *
 * A question to a ledger.
 */
typedef struct {
  const char      *space_id;
  FoyerDay         first;
  FoyerDay         last;
  guint            states;
  guint            parts;
  gboolean         due;
  const char      *text;
  FoyerLedgerSort  sort;
  gboolean         descending;
} FoyerLedgerQuery;

/**
 * FoyerLedgerActs:
 * @FOYER_LEDGER_CANCEL: it can be cancelled
 * @FOYER_LEDGER_NO_SHOW: it can be noted that nobody came
 * @FOYER_LEDGER_ACCEPT: a request that can be accepted
 * @FOYER_LEDGER_DECLINE: a request that can be declined
 *
 * What a host may do with a booking as it stands.
 */
typedef enum {
  FOYER_LEDGER_CANCEL  = 1 << 0,
  FOYER_LEDGER_NO_SHOW = 1 << 1,
  FOYER_LEDGER_ACCEPT  = 1 << 2,
  FOYER_LEDGER_DECLINE = 1 << 3,
} FoyerLedgerActs;

/* The most bookings that one act changes. */
#define FOYER_LEDGER_ACT_MAX 1000

/**
 * FoyerLedgerList:
 * @n: how many bookings
 * @rows: their numbers, in order; they mean something to the store alone
 * @acts: what can be done with each, #FoyerLedgerActs
 * @kept: (element-type guint): where those that were asked to be kept are, ascending
 *
 * An answer of a ledger, read only.
 */
typedef struct {
  guint    n;
  guint32 *rows;
  guint8  *acts;
  GArray  *kept;
} FoyerLedgerList;

/**
 * foyer_ledger_list_free:
 * @self: (transfer full): a list
 *
 * Frees @self.
 */
void             foyer_ledger_list_free         (FoyerLedgerList         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLedgerList, foyer_ledger_list_free)

/**
 * foyer_store_list_ledger_async:
 * @self: an open store
 * @ledger: what was read before; one question at a time
 * @query: copied; what is asked
 * @kept: (array length=n_kept): numbers whose places the answer tells, ascending
 * @n_kept: how many
 * @cancellable: (nullable): ends the work soon, with %G_IO_ERROR_CANCELLED
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists bookings. The work is done in slices behind whoever waits at the desk, so that a
 * million rows keep no keystroke waiting.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found (the space); any #FoyerDbError; %G_IO_ERROR_CANCELLED;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void             foyer_store_list_ledger_async  (FoyerStore              *self,
                                                 FoyerLedger             *ledger,
                                                 const FoyerLedgerQuery  *query,
                                                 const guint32           *kept,
                                                 gsize                    n_kept,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);

/**
 * foyer_store_list_ledger_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_ledger_async].
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set
 */
FoyerLedgerList *foyer_store_list_ledger_finish (FoyerStore              *self,
                                                 GAsyncResult            *result,
                                                 GError                 **error);

/**
 * FoyerLedgerLine:
 * @row: its number
 * @space: the space's name
 * @due_minor: what is to be paid, also ahead of the day
 *
 * What a list shows of one booking. A record, read only.
 */
typedef struct {
  guint32            row;
  char              *id;
  char              *name;
  char              *space;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  FoyerBookingState  state;
  gint64             price_minor;
  gint64             due_minor;
  char               currency[4];
} FoyerLedgerLine;

/**
 * foyer_ledger_line_free:
 * @self: (transfer full): a line
 *
 * Frees @self.
 */
void             foyer_ledger_line_free         (FoyerLedgerLine         *self);

/**
 * foyer_store_read_lines_async:
 * @self: an open store
 * @rows: (array length=n_rows): numbers out of a list
 * @n_rows: how many; a page, a few hundred at most
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads what a list shows of some bookings.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void             foyer_store_read_lines_async   (FoyerStore              *self,
                                                 const guint32           *rows,
                                                 gsize                    n_rows,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);

/**
 * foyer_store_read_lines_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.read_lines_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerLedgerLine): in the order asked for,
 *   without those that are gone; %NULL with @error set
 */
GPtrArray       *foyer_store_read_lines_finish  (FoyerStore              *self,
                                                 GAsyncResult            *result,
                                                 GError                 **error);

/**
 * foyer_store_act_on_many_async:
 * @self: an open store
 * @rows: (array length=n_rows): numbers out of a list
 * @n_rows: how many, from 1 to %FOYER_LEDGER_ACT_MAX
 * @act: one of #FoyerLedgerActs
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Does the same with several bookings, as one act that one undo takes back. Where one is
 * refused nothing is done with any.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found, bad-state (a booking in its state cannot go there), wrong-day (a no-show
 *   ahead of its day), and of accepting: past-day, closed, full, too-much; any #FoyerDbError;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void             foyer_store_act_on_many_async  (FoyerStore              *self,
                                                 const guint32           *rows,
                                                 gsize                    n_rows,
                                                 FoyerLedgerActs          act,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);

/**
 * foyer_store_act_on_many_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]
 * @error: return location for an error
 *
 * Ends [method@Store.act_on_many_async].
 *
 * Returns: how many bookings were changed; 0 with @error set
 */
guint            foyer_store_act_on_many_finish (FoyerStore              *self,
                                                 GAsyncResult            *result,
                                                 gint64                  *op,
                                                 GError                 **error);

G_END_DECLS
