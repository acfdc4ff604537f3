/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-my-seat.h"
#include "core/foyer-space.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* What leaves this machine and what comes back: spaces that are published, requests of
 * strangers, and seats at other people's places. These verbs work without a network: they
 * write what is to be sent into the outbox, in the transaction of the change itself, and the
 * sync layer does the rest. They may be called from any thread and answer in its main context;
 * the work is done on the database thread. */

/**
 * FoyerPublication:
 * @space_id: the space
 * @origin: of the directory
 * @listing: the id of the listing there, the same on every directory
 * @sent: whether the directory has it as it is now
 * @ending: taken down here, and the directory does not know yet
 * @trouble: why the directory refused it, its code; "" for nothing
 *
 * A space on a directory.
 */
typedef struct {
  char    *space_id;
  char    *origin;
  char    *listing;
  gboolean sent;
  gboolean ending;
  char    *trouble;
} FoyerPublication;

/**
 * foyer_publication_free:
 * @publication: (transfer full): a publication
 *
 * Frees @publication and its texts.
 */
void          foyer_publication_free               (FoyerPublication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPublication, foyer_publication_free)

/**
 * foyer_store_publish_async:
 * @self: an open store
 * @space_id: the id of a space
 * @origin: of the directory, as the sync layer writes it
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Publishes a space, and keeps it and its free seats up to date there from now on: a home 28
 * days ahead, other spaces 64. Again: no act.
 *
 * Errors: not-found, invalid (an empty origin, or a space without a point on the map); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_publish_async            (FoyerStore           *self,
                                                    const char           *space_id,
                                                    const char           *origin,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_unpublish_async:
 * @self: an open store
 * @space_id: the id of a space
 * @origin: (nullable): of the directory; %NULL for all
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes a space down. What its guests were told stands.
 *
 * Errors: not-found (also where it is not published there); any #FoyerDbError;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_unpublish_async          (FoyerStore           *self,
                                                    const char           *space_id,
                                                    const char           *origin,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_publication_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.publish_async] and [method@Store.unpublish_async]. The act can be taken
 * back until something of it was handed over for sending, then bad-state.
 *
 * Returns: whether it was done; else @error is set
 */
gboolean      foyer_store_publication_finish       (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    gint64               *op,
                                                    GError              **error);
/**
 * foyer_store_list_publications_async:
 * @self: an open store
 * @space_id: (nullable): the id of a space; %NULL for all
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists where spaces are published, those too of which a directory does not know yet that
 * they ended.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_list_publications_async  (FoyerStore           *self,
                                                    const char           *space_id,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_list_publications_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_publications_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPublication): by space and in the
 *   order in which they were published; %NULL with @error set
 */
GPtrArray    *foyer_store_list_publications_finish (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/**
 * foyer_store_answer_async:
 * @self: an open store
 * @booking_id: the id of a request
 * @state: %FOYER_STATE_CONFIRMED or %FOYER_STATE_DECLINED
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives the host's answer to a request. A confirmation takes the seats and freezes price and
 * cancellation rule as they are now. Cancelling or missing a booking that travels is
 * [method@Store.set_state_async], which tells the guest by itself.
 *
 * Ended by [method@Store.booking_finish]; the act can be taken back until the answer was
 * handed over for sending, then bad-state.
 *
 * Errors: not-found, bad-state (answered, withdrawn or expired), past-day, closed, full
 *   (the request stays), too-much, over-limit (more than the space lets one person have; see
 *   [method@Store.accept_anyway_async]); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_answer_async             (FoyerStore           *self,
                                                    const char           *booking_id,
                                                    FoyerBookingState     state,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/**
 * foyer_store_accept_anyway_async:
 * @self: an open store
 * @booking_id: the id of a request
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Accepts a request as [method@Store.answer_async] does, also beyond the limits that the space has
 * for one person.
 */
void          foyer_store_accept_anyway_async      (FoyerStore           *self,
                                                    const char           *booking_id,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/**
 * FoyerSeatWish:
 * @origin: of the directory
 * @listing: the id of the listing
 * @host: (nullable): the host's key, base64url, as the person saw it; another one later stops
 *   the request
 * @name: (nullable): of the space, as far as it is known here, as are @area to @cancel_days
 * @guest_name: who comes; what stands between @phone and @skills may be %NULL
 * @consents: (nullable): names of what the guest agrees to
 *
 * What a person asks a host for.
 */
typedef struct {
  const char         *origin;
  const char         *listing;
  const char         *host;
  const char         *name;
  const char         *area;
  const char         *tz;
  const char         *currency;
  gint64              price_minor;      /* for all seats */
  int                 cancel_minute;
  int                 cancel_days;
  FoyerDay            day;
  FoyerPart           part;
  int                 seats;
  const char         *guest_name;
  const char         *phone;
  const char         *email;
  const char         *note;
  const char * const *skills;
  const char * const *consents;
} FoyerSeatWish;

/**
 * foyer_store_ask_async:
 * @self: an open store
 * @wish: copied; what is asked for
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Keeps a request, to be sent. The day is looked at in the zone of the space where that is
 * known, else as any zone has it.
 *
 * Errors: invalid, past-day, beyond-horizon (64 days, today being the first), already-
 *   booked (a live seat there for an overlapping part of the day; with their ids); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_ask_async                (FoyerStore           *self,
                                                    const FoyerSeatWish  *wish,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_withdraw_async:
 * @self: an open store
 * @seat_id: the id of a seat elsewhere
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes a request (withdrawn) or a confirmed seat (cancelled) back. A request that never
 * left is not sent at all.
 *
 * Errors: not-found, bad-state (neither of the two, or its day is over); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_withdraw_async           (FoyerStore           *self,
                                                    const char           *seat_id,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_my_seat_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.ask_async] and [method@Store.withdraw_async]. The act can be taken back
 * until something of it was handed over for sending, then bad-state.
 *
 * Returns: (transfer full) (nullable): the seat as it is now; %NULL with @error set
 */
FoyerMySeat  *foyer_store_my_seat_finish           (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    gint64               *op,
                                                    GError              **error);
/**
 * foyer_store_list_my_seats_async:
 * @self: an open store
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists seats at other people's places, from local data alone.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_list_my_seats_async      (FoyerStore           *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_list_my_seats_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_my_seats_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerMySeat): upcoming ones by day,
 *   then past ones, the latest first; %NULL with @error set
 */
GPtrArray    *foyer_store_list_my_seats_finish     (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/**
 * FoyerWaiting:
 * @seq: its place in the outbox
 * @kind: "listing", "availability", "tombstone", "request", "decision" or "withdrawal"
 * @subject: the id of the listing or booking
 * @name: of the space or the guest, for people
 * @day: of the booking, else %FOYER_DAY_NONE
 * @since_ms: when it was written down
 * @attempts: how often it was tried
 * @next_ms: when it is tried again
 * @trouble: why the directory refused it for good, its code; "": it will be tried again
 *
 * Something that waits to leave.
 */
typedef struct {
  gint64   seq;
  char    *origin;
  char    *kind;
  char    *subject;
  char    *name;
  FoyerDay day;
  gint64   since_ms;
  int      attempts;
  gint64   next_ms;
  char    *trouble;
} FoyerWaiting;

/**
 * foyer_waiting_free:
 * @waiting: (transfer full): something that waits
 *
 * Frees @waiting and its texts.
 */
void          foyer_waiting_free                   (FoyerWaiting *waiting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWaiting, foyer_waiting_free)

/**
 * foyer_store_list_waiting_async:
 * @self: an open store
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the outbox: what waits to leave, and what a directory refused for good.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_list_waiting_async       (FoyerStore           *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_list_waiting_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_waiting_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerWaiting): in their order; %NULL
 *   with @error set
 */
GPtrArray    *foyer_store_list_waiting_finish      (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
