/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-post.h"
#include "storage/foyer-store-travel.h"

G_BEGIN_DECLS

/* The format of the file that brought it. */
#define FOYER_POST_TABLE_VERSION 2

/* The outbox. What is new is put in by the schema's triggers; a post without bytes is not
 * written yet. */

typedef struct {
  gint64         seq;
  char          *origin;
  FoyerPostKind  kind;
  char          *subject;
  gint64         space_id;     /* of the three one is not 0 */
  gint64         booking_id;
  gint64         seat_id;
  gint64         version;
  gint64         given;
  gint64         rev;
  GBytes        *body;         /* (nullable) */
  int            attempts;
} FoyerPostRow;

void          foyer_post_row_free         (FoyerPostRow   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPostRow, foyer_post_row_free)

const char   *foyer_post_kind_to_text     (FoyerPostKind   kind);

/* not-found when it is not there any more */
FoyerPostRow *foyer_post_table_find       (FoyerDb        *db,
                                           gint64          seq,
                                           GError        **error);
/* The first of each subject that waits, where it is due at @now_ms. A listing that was
 * refused keeps its availability back, and one that waits its photos. @origin: "" for all.
 * Returns: (element-type FoyerPostRow) */
GPtrArray    *foyer_post_table_list_due   (FoyerDb        *db,
                                           const char     *origin,
                                           gint64          now_ms,
                                           guint           limit,
                                           GError        **error);
/* When the first of those that are not due yet will be; 0: none waits. */
gboolean      foyer_post_table_get_next   (FoyerDb        *db,
                                           const char     *origin,
                                           gint64          now_ms,
                                           gint64         *next_ms,
                                           GError        **error);
/* Returns: (element-type FoyerWaiting) */
GPtrArray    *foyer_post_table_list_waiting
                                          (FoyerDb        *db,
                                           GError        **error);
/* What it says now is handed out to be written. */
gboolean      foyer_post_table_give       (FoyerDb        *db,
                                           gint64          seq,
                                           GError        **error);
gboolean      foyer_post_table_write      (FoyerDb        *db,
                                           gint64          seq,
                                           gint64          rev,
                                           GBytes         *body,
                                           GError        **error);
gboolean      foyer_post_table_delete     (FoyerDb        *db,
                                           gint64          seq,
                                           GError        **error);
gboolean      foyer_post_table_postpone   (FoyerDb        *db,
                                           gint64          seq,
                                           gint64          next_ms,
                                           GError        **error);
gboolean      foyer_post_table_park       (FoyerDb        *db,
                                           gint64          seq,
                                           const char     *reason,
                                           GError        **error);
/* Takes its bytes away; one like it that waited to be written is this one now. */
gboolean      foyer_post_table_blank      (FoyerDb              *db,
                                           const FoyerPostRow   *post,
                                           gint64                next_ms,
                                           GError              **error);
/* The same bytes go again, before whatever of the subject is not written yet. */
gboolean      foyer_post_table_repeat     (FoyerDb        *db,
                                           FoyerPostKind   kind,
                                           gint64          row_id,       /* of the booking or seat */
                                           GError        **error);
/* Decisions about a booking that the directory did not know are tried again. */
gboolean      foyer_post_table_unpark     (FoyerDb        *db,
                                           const char     *subject,
                                           GError        **error);
/* The directory has the listing, and photos that it did not know are tried again. */
gboolean      foyer_post_table_unpark_photos
                                          (FoyerDb        *db,
                                           gint64          space_id,
                                           const char     *origin,
                                           GError        **error);
/* The photos of all that stands go again. @origin: "" for all. */
gboolean      foyer_post_table_queue_photos
                                          (FoyerDb        *db,
                                           const char     *origin,
                                           GError        **error);
/* Decisions about a booking are of no use any more. */
gboolean      foyer_post_table_drop_decisions
                                          (FoyerDb        *db,
                                           gint64          booking_id,
                                           GError        **error);
/* Letters about days that are over and gone. */
gboolean      foyer_post_table_drop_past  (FoyerDb        *db,
                                           FoyerDay        before,
                                           GError        **error);
/* A profile came back from a copy and may have said more since: mailboxes are read from their
 * beginning, and everything that stands is told anew. Bytes that wait stay, since whatever was
 * written after the copy has a higher revision. */
gboolean      foyer_post_table_reconcile  (FoyerDb        *db,
                                           GError        **error);

G_END_DECLS
