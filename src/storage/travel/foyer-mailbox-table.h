/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-post.h"

G_BEGIN_DECLS

/* The inbox: up to where each mailbox was read, and what was read. */

/* "" for one that was never read */
gboolean   foyer_mailbox_table_get_epoch (FoyerDb          *db,
                                          const char       *origin,
                                          const char       *host,
                                          char            **epoch,
                                          GError          **error);
gboolean   foyer_mailbox_table_put       (FoyerDb          *db,
                                          const char       *origin,
                                          const char       *host,
                                          const char       *epoch,
                                          const char       *cursor,
                                          GError          **error);
/* Returns: (element-type FoyerMailbox): those in which something may come about days from
 * @first on */
GPtrArray *foyer_mailbox_table_list_live (FoyerDb          *db,
                                          FoyerDay          first,
                                          GError          **error);

/* @is_new: whether it was not there */
gboolean   foyer_news_table_insert       (FoyerDb          *db,
                                          const char       *origin,
                                          const char       *host,
                                          const FoyerNews  *news,
                                          gboolean         *is_new,
                                          gint64           *id,
                                          GError          **error);
/* Its bytes are of no more use. */
gboolean   foyer_news_table_set_applied  (FoyerDb          *db,
                                          gint64            id,
                                          GError          **error);
/* Whether @key took a booking back before its request came. */
gboolean   foyer_news_table_is_withdrawn (FoyerDb          *db,
                                          const char       *booking,
                                          const char       *key,
                                          gint64            rev,
                                          gboolean         *withdrawn,
                                          GError          **error);

G_END_DECLS
