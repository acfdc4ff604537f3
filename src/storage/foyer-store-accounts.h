/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* What came in, added up: of a till until its day is closed, of some days for a host. */

/**
 * FoyerMethodTakings:
 * @method: "cash", "transfer" or "card"
 * @n_payments: how many payments there were
 * @received_minor: what came in
 * @returned_minor: what was given back, not negative
 *
 * What was taken in one way.
 */
typedef struct {
  const char *method;
  guint       n_payments;
  gint64      received_minor;
  gint64      returned_minor;
} FoyerMethodTakings;

/**
 * FoyerTill:
 * @id: of the close, or "" while the till is open
 * @day: the day of the space
 * @at_ms: when it was looked at, or closed
 * @currency: of the space
 * @expected_minor: the cash that the book expects: what was left in it, and what came in and was given
 *   back since
 * @counted_minor: the cash that was counted
 * @left_minor: what of it stays for the next day
 * @takings: (element-type FoyerMethodTakings): since the close before: cash, transfers, cards
 * @head: the hash of the last entry of the accounts, or "" where there is none
 *
 * The till of a space. A record, read only.
 */
typedef struct {
  char     *id;
  FoyerDay  day;
  gint64    at_ms;
  char      currency[4];
  gint64    expected_minor;
  gint64    counted_minor;
  gint64    left_minor;
  GArray   *takings;
  char     *head;
} FoyerTill;

void       foyer_till_free                (FoyerTill             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTill, foyer_till_free)

/**
 * foyer_store_get_till_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks what the till of a space holds by the book. Ends with [method@Store.till_finish]. Errors:
 * not-found; any #FoyerDbError.
 */
void       foyer_store_get_till_async     (FoyerStore            *self,
                                           const char            *space_id,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);

/**
 * foyer_store_close_day_async:
 * @self: an open store
 * @space_id: the id of a space
 * @counted_minor: the cash that was counted
 * @left_minor: what of it stays in the till
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Closes the till for the day, and enters it into the accounts: the head of [struct@Till] holds all that
 * was written before. It is not undone; what comes in afterwards belongs to the next close. Ends with
 * [method@Store.till_finish].
 *
 * Errors: not-found, invalid (less than nothing, or more left than there is); any #FoyerDbError.
 */
void       foyer_store_close_day_async    (FoyerStore            *self,
                                           const char            *space_id,
                                           gint64                 counted_minor,
                                           gint64                 left_minor,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);

/**
 * foyer_store_till_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.get_till_async] and [method@Store.close_day_async].
 *
 * Returns: (transfer full) (nullable): the till; %NULL with @error set
 */
FoyerTill *foyer_store_till_finish        (FoyerStore            *self,
                                           GAsyncResult          *result,
                                           GError               **error);

/**
 * FoyerFigures:
 * @space_id: a space
 * @name: of it
 * @currency: of the sums
 * @cash_minor: what came in as cash, less what was given back so
 * @transfer_minor: as transfers
 * @card_minor: by card
 * @due_minor: what visits and passes of these days still owe
 * @open_halves: the seats that were open, in half days; 0 for another currency than that of the space
 * @held_halves: those of them that were held
 * @n_guests: the people who were here
 * @n_returning: those of them who had been here before these days
 *
 * What some days were for a space. A record, read only.
 */
typedef struct {
  char   *space_id;
  char   *name;
  char    currency[4];
  gint64  cash_minor;
  gint64  transfer_minor;
  gint64  card_minor;
  gint64  due_minor;
  gint64  open_halves;
  gint64  held_halves;
  int     n_guests;
  int     n_returning;
} FoyerFigures;

void       foyer_figures_free             (FoyerFigures          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFigures, foyer_figures_free)

/**
 * foyer_store_list_figures_async:
 * @self: an open store
 * @first: the first day
 * @last: the last day
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks what some days were for each space, such as those of a month. Errors: invalid (no range); any
 * #FoyerDbError.
 */
void       foyer_store_list_figures_async (FoyerStore            *self,
                                           FoyerDay               first,
                                           FoyerDay               last,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);

/**
 * foyer_store_list_figures_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_figures_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerFigures): in the order of the spaces, in the
 *   currency of each and in others that were paid there; %NULL with @error set
 */
GPtrArray *foyer_store_list_figures_finish (FoyerStore           *self,
                                           GAsyncResult          *result,
                                           GError               **error);

G_END_DECLS
