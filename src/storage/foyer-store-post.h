/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-booking.h"
#include "core/foyer-my-seat.h"
#include "core/foyer-person.h"
#include "core/foyer-space.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* The outbox and the inbox, for the sync layer alone. Storage knows neither keys nor JSON: a
 * post is written down as what it is about, in the transaction of the change; the sync layer
 * writes, seals and signs it once, and its bytes are kept before they are sent, so that a
 * retry sends the same. Posts about one subject leave in their order, one at a time. These
 * verbs may be called from any thread; the answer comes in the caller's main context. */

/**
 * FoyerPostKind:
 * @FOYER_POST_LISTING: a space as others see it
 * @FOYER_POST_AVAILABILITY: its free seats
 * @FOYER_POST_TOMBSTONE: it was taken down
 * @FOYER_POST_REQUEST: a guest asks for seats
 * @FOYER_POST_DECISION: a host's word about a booking
 * @FOYER_POST_WITHDRAWAL: a guest takes a booking back
 * @FOYER_POST_PHOTO: a photo that a listing names
 *
 * What a post is, as the protocol has it.
 */
typedef enum {
  FOYER_POST_LISTING,
  FOYER_POST_AVAILABILITY,
  FOYER_POST_TOMBSTONE,
  FOYER_POST_REQUEST,
  FOYER_POST_DECISION,
  FOYER_POST_WITHDRAWAL,
  FOYER_POST_PHOTO,
} FoyerPostKind;

/**
 * FoyerPost:
 * @seq: its place in the outbox
 * @origin: where it goes
 * @subject: the id of the listing, booking or photo
 * @rev: of the document; of one that is not written yet, the revision it is to have
 * @body: (nullable): the bytes to send; %NULL: not written yet, and what follows says what to
 *   write
 * @attempts: how often it was tried
 * @published_rev: the revision that the directory has of the listing; 0: none
 * @space: (nullable): of a listing, availability or decision
 * @days: (nullable) (element-type FoyerAvailability): of an availability: from the space's
 *   today on, 28 days of a home and 64 of any other space
 * @booking: (nullable): of a decision; its state is what the guest is to be told
 * @guest_key: (nullable): base64url, whom the decision is for
 * @seat: (nullable): of a request or withdrawal
 * @guest: (nullable): of a request: name, phone, e-mail and skills
 * @note: (nullable): of a request: the guest's
 * @consents: (nullable): of a request
 * @sha256: (nullable): of a photo, which is never written: @body is it
 *
 * Something to send.
 */
typedef struct {
  gint64         seq;
  FoyerPostKind  kind;
  char          *origin;
  char          *subject;
  gint64         rev;
  GBytes        *body;
  int            attempts;
  gint64         published_rev;
  FoyerSpace    *space;
  GArray        *days;
  FoyerBooking  *booking;
  char          *guest_key;
  FoyerMySeat   *seat;
  FoyerPerson   *guest;
  char          *note;
  char         **consents;
  char          *sha256;
} FoyerPost;

/**
 * foyer_post_free:
 * @post: (transfer full): a post
 *
 * Frees @post with all that it names.
 */
void        foyer_post_free                        (FoyerPost *post);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPost, foyer_post_free)

/**
 * foyer_store_posts_due_async:
 * @self: an open store
 * @origin: (nullable): of the directory; %NULL for all
 * @now_ms: what is due by then; %G_MAXINT64 for all that wait, also those whose next try is
 *   later, but none that was refused for good
 * @limit: how many at most; more than 0
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads the first post of each subject of each directory that is due. A listing that was
 * refused keeps its availability back, and one that waits its photos, which nobody would know.
 *
 * A post without bytes says what there is to write at this moment; when that changes before
 * [method@Store.post_written_async], the bytes are refused.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_posts_due_async            (FoyerStore           *self,
                                                    const char           *origin,
                                                    gint64                now_ms,
                                                    guint                 limit,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_posts_due_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @next_ms: (out) (optional): when the next one that is not in the answer is due, in UTC
 *   milliseconds; 0: none waits
 * @error: return location for an error
 *
 * Ends [method@Store.posts_due_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPost): in their order; %NULL with
 *   @error set
 */
GPtrArray  *foyer_store_posts_due_finish           (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    gint64               *next_ms,
                                                    GError              **error);

/**
 * FoyerListingFacts:
 * @host: key, base64url
 * @price_minor: for all seats asked
 * @answer_by_ms: until when the host may answer
 *
 * What the guest's side learns of a listing when it reads it in order to ask.
 */
typedef struct {
  const char *host;
  const char *name;
  const char *area;
  const char *tz;
  const char *currency;
  gint64      price_minor;
  int         cancel_minute;
  int         cancel_days;
  gint64      answer_by_ms;
} FoyerListingFacts;

/**
 * foyer_store_post_written_async:
 * @self: an open store
 * @seq: the post
 * @rev: of the document: that which the post named
 * @body: the bytes to send; kept
 * @facts: (nullable): copied; of a request
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Keeps the bytes of a post before they are sent, so that every try sends the same. From
 * here on the act that queued it cannot be taken back. The same bytes again change nothing.
 *
 * Errors: not-found (taken back meanwhile), bad-state (it has bytes, or its subject
 *   changed meanwhile, and it is to be written anew), invalid (the host is another than the
 *   person saw); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_post_written_async         (FoyerStore               *self,
                                                    gint64                    seq,
                                                    gint64                    rev,
                                                    GBytes                   *body,
                                                    const FoyerListingFacts  *facts,
                                                    GCancellable             *cancellable,
                                                    GAsyncReadyCallback       callback,
                                                    gpointer                  user_data);

/**
 * FoyerPostOutcome:
 * @FOYER_POST_TAKEN: the directory has it
 * @FOYER_POST_LATER: unknown, or refused for now: the same bytes again later
 * @FOYER_POST_REFUSED: refused for good: parked, where it can be seen
 * @FOYER_POST_ANEW: its bytes are of no use (a lower revision): it is written again
 *
 * What became of a post.
 */
typedef enum {
  FOYER_POST_TAKEN,
  FOYER_POST_LATER,
  FOYER_POST_REFUSED,
  FOYER_POST_ANEW,
} FoyerPostOutcome;

/**
 * foyer_store_post_answered_async:
 * @self: an open store
 * @seq: the post
 * @outcome: what became of it
 * @next_ms: of %FOYER_POST_LATER and %FOYER_POST_ANEW: when to try again
 * @rev: what the directory has of it now, where it says so, else 0
 * @reason: (nullable): of %FOYER_POST_REFUSED: its code, such as "full", "closed", "expired",
 *   "taken"
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Notes what became of a post.
 *
 * A request that is refused becomes declined, or expired, with its trouble, and its post
 * goes; a decision that is refused as expired makes the booking expired, unless the guest is
 * here. A tombstone or withdrawal of what the directory does not have is done. "stale" and
 * "id-reused" mean that this profile, before it was restored, said something else under the
 * revision: a request counts as taken then, and everything else is written anew.
 *
 * Errors: not-found (it is not there any more); any #FoyerDbError; %G_IO_ERROR_CLOSED
 *   after the close.
 */
void        foyer_store_post_answered_async        (FoyerStore           *self,
                                                    gint64                seq,
                                                    FoyerPostOutcome      outcome,
                                                    gint64                next_ms,
                                                    gint64                rev,
                                                    const char           *reason,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_post_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.post_written_async] and [method@Store.post_answered_async].
 *
 * Returns: whether it was kept; else @error is set
 */
gboolean    foyer_store_post_finish                (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/**
 * FoyerMailbox:
 * @origin: of the directory
 * @host: "" for the mailbox of the host, else the key of the host at whose place this profile
 *   is a guest: each guest key has a mailbox of its own
 * @epoch: of the directory when it was last asked; "" before
 * @cursor: up to where it was read; "" for from the beginning
 *
 * What is to be asked for news.
 */
typedef struct {
  char *origin;
  char *host;
  char *epoch;
  char *cursor;
} FoyerMailbox;

/**
 * foyer_mailbox_free:
 * @mailbox: (transfer full): a mailbox
 *
 * Frees @mailbox and its texts.
 */
void        foyer_mailbox_free                     (FoyerMailbox *mailbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailbox, foyer_mailbox_free)

/**
 * foyer_store_mailboxes_async:
 * @self: an open store
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the mailboxes in which something may come: the host's where a space is published or
 * a booking of a guest stands, a guest's while a seat there may still change.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_mailboxes_async            (FoyerStore           *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_mailboxes_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.mailboxes_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerMailbox): by directory and host;
 *   %NULL with @error set
 */
GPtrArray  *foyer_store_mailboxes_finish           (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/**
 * FoyerNews:
 * @known: %FALSE for a document of a later version: its @raw is kept
 * @kind: %FOYER_POST_REQUEST, %FOYER_POST_DECISION or %FOYER_POST_WITHDRAWAL
 * @raw: the envelope
 * @digest: SHA-256 of the envelope, hexadecimal
 * @at_ms: when the directory took it
 * @booking: the booking's id
 * @key: who signed it, base64url
 *
 * A document that came, verified and opened. The fields of its kind are filled; texts and
 * lists may be %NULL.
 */
typedef struct {
  gboolean          known;
  FoyerPostKind     kind;
  GBytes           *raw;
  char             *digest;
  gint64            at_ms;
  char             *booking;
  gint64            rev;
  char             *key;
  /* a request */
  char             *listing;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  gint64            answer_by_ms;
  FoyerPerson      *guest;
  char             *note;
  char            **consents;
  /* a decision */
  FoyerBookingState state;
  gboolean          has_access;
  char             *street;
  char             *postcode;
  char             *city;
  char             *door;
  char             *wifi;
  char             *host_note;
  char             *ticket;
} FoyerNews;

/**
 * foyer_news_new:
 *
 * Returns: (transfer full): news that say nothing yet
 */
FoyerNews  *foyer_news_new                         (void);
/**
 * foyer_news_free:
 * @news: (transfer full): news
 *
 * Frees @news with all that they name.
 */
void        foyer_news_free                        (FoyerNews *news);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNews, foyer_news_free)

/**
 * foyer_store_take_news_async:
 * @self: an open store
 * @origin: of the directory
 * @host: "" for the mailbox of the host, else the key of the host at whose place this profile
 *   is a guest
 * @epoch: of the directory, as the page has it
 * @cursor: up to where the page goes
 * @news: (element-type FoyerNews): the page; kept until the answer, not to be changed
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Applies a page and its cursor in one transaction. What came before changes nothing, a
 * lower revision neither; a withdrawal that comes before its request keeps it from coming to
 * life; what cannot be applied, such as another key under a known id, is kept as it is. None
 * of it is an act that the host could take back.
 *
 * Another @epoch than the mailbox has: the directory was restored. What it may have
 * forgotten waits again first (of the host: listings, free seats, tombstones of 400 days and
 * decisions with the same bytes as before; of a guest: requests and withdrawals, likewise),
 * and the cursor is "" afterwards, so that everything is read again.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_take_news_async            (FoyerStore           *self,
                                                    const char           *origin,
                                                    const char           *host,
                                                    const char           *epoch,
                                                    const char           *cursor,
                                                    GPtrArray            *news,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_take_news_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.take_news_async].
 *
 * Returns: how many changed something; -1 with @error set
 */
int         foyer_store_take_news_finish           (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/**
 * foyer_store_post_time_async:
 * @self: an open store
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Does what time does by itself: unanswered requests expire on both sides, free seats are
 * told anew once a day has gone, letters about days long over are dropped. Called at the
 * start, at each pass and when @next_ms of the last call comes.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_post_time_async            (FoyerStore           *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_store_post_time_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @next_ms: (out) (optional): when to call again, in UTC milliseconds; 0: need not be
 * @error: return location for an error
 *
 * Ends [method@Store.post_time_async].
 *
 * Returns: whether it was done; else @error is set
 */
gboolean    foyer_store_post_time_finish           (FoyerStore           *self,
                                                    GAsyncResult         *result,
                                                    gint64               *next_ms,
                                                    GError              **error);

G_END_DECLS
