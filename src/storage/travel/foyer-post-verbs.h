/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-post.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-post.h on the thread of @db, each in one transaction. */

/* How far ahead strangers see, today being the first day. */
#define FOYER_PUBLIC_DAYS 64
#define FOYER_PUBLIC_DAYS_HOME 28

/* For how long after its day a booking may still matter to a directory. */
#define FOYER_LETTER_DAYS 7

GPtrArray *foyer_outbox_verbs_list_due  (FoyerDb                  *db,
                                         const char               *origin,      /* "" for all */
                                         gint64                    now_ms,
                                         guint                     limit,
                                         gint64                   *next_ms,
                                         GError                  **error);
gboolean   foyer_outbox_verbs_written   (FoyerDb                  *db,
                                         gint64                    seq,
                                         gint64                    rev,
                                         GBytes                   *body,
                                         const FoyerListingFacts  *facts,       /* (nullable) */
                                         GError                  **error);
gboolean   foyer_outbox_verbs_answered  (FoyerDb                  *db,
                                         gint64                    seq,
                                         FoyerPostOutcome          outcome,
                                         gint64                    next_ms,
                                         gint64                    rev,
                                         const char               *reason,
                                         GError                  **error);

/* Another epoch: what the directory, or the host at @host's place, may have forgotten waits
 * again. In the running transaction. */
gboolean   foyer_outbox_verbs_repeat    (FoyerDb                  *db,
                                         const char               *origin,
                                         const char               *host,
                                         GError                  **error);

GPtrArray *foyer_inbox_verbs_mailboxes  (FoyerDb                  *db,
                                         GError                  **error);
/* -1 with @error */
int        foyer_inbox_verbs_take       (FoyerDb                  *db,
                                         const char               *origin,
                                         const char               *host,
                                         const char               *epoch,
                                         const char               *cursor,
                                         GPtrArray                *news,
                                         GError                  **error);
gboolean   foyer_post_verbs_time        (FoyerDb                  *db,
                                         gint64                   *next_ms,
                                         GError                  **error);

/* One document of the host's mailbox or of one at somebody else's place, in the running
 * transaction. @changed: whether anything is different. */
gboolean   foyer_host_news_apply        (FoyerDb                  *db,
                                         const char               *origin,
                                         const FoyerNews          *news,
                                         gboolean                 *changed,
                                         GError                  **error);
gboolean   foyer_guest_news_apply       (FoyerDb                  *db,
                                         const char               *origin,
                                         const char               *host,
                                         const FoyerNews          *news,
                                         gboolean                 *changed,
                                         GError                  **error);
/* The request comes again: what was decided is sent again where the directory had lost it. */
gboolean   foyer_host_news_see_again    (FoyerDb                  *db,
                                         const FoyerNews          *news,
                                         GError                  **error);

G_END_DECLS
