/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/travel/foyer-mailbox-table.h"

#include "storage/db/foyer-stmt.h"
#include "storage/travel/foyer-post-table.h"

void
foyer_mailbox_free (FoyerMailbox *mailbox)
{
  g_free (mailbox->origin);
  g_free (mailbox->host);
  g_free (mailbox->epoch);
  g_free (mailbox->cursor);
  g_free (mailbox);
}

gboolean
foyer_mailbox_table_get_epoch (FoyerDb     *db,
                               const char  *origin,
                               const char  *host,
                               char       **epoch,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT epoch FROM mailbox WHERE origin = ?1 AND host = ?2");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_text (stmt, 2, host);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *epoch = row ? foyer_stmt_dup_text (stmt, 0) : g_strdup ("");

  return TRUE;
}

gboolean
foyer_mailbox_table_put (FoyerDb     *db,
                         const char  *origin,
                         const char  *host,
                         const char  *epoch,
                         const char  *cursor,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO mailbox (origin, host, epoch, cursor) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (origin, host) DO UPDATE SET epoch = excluded.epoch, cursor = excluded.cursor");

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_text (stmt, 2, host);
  foyer_stmt_bind_text (stmt, 3, epoch);
  foyer_stmt_bind_text (stmt, 4, cursor);

  return foyer_stmt_run (stmt, error);
}

GPtrArray *
foyer_mailbox_table_list_live (FoyerDb   *db,
                               FoyerDay   first,
                               GError   **error)
{
  g_autoptr(GPtrArray) mailboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_mailbox_free);
  /* A request that was taken just before a listing was taken down is answered within a day. What
   * was taken back is told again to a directory that was restored to before it. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT live.origin, live.host, coalesce (m.epoch, ''), coalesce (m.cursor, '') FROM ("
    " SELECT p.origin AS origin, '' AS host FROM publication AS p"
    "  WHERE p.ended_at = 0 OR p.told = 'listing' OR p.ended_at > foyer_now () - 172800000"
    " UNION SELECT r.origin, '' FROM request AS r CROSS JOIN booking AS b ON b.id = r.booking_id"
    "  WHERE b.day >= ?1 AND b.state IN ('requested', 'confirmed')"
    " UNION SELECT origin, host FROM my_seat AS s"
    "  WHERE day >= ?1 AND deleted_at = 0 AND told <> '' AND host <> ''"
    "   AND (state IN ('requested', 'confirmed', 'expired') OR told = 'withdrawal'"
    "        OR EXISTS (SELECT 1 FROM post WHERE seat_id = s.id AND refused = 0))"
    ") AS live LEFT JOIN mailbox AS m ON m.origin = live.origin AND m.host = live.host ORDER BY live.origin, live.host");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_day (stmt, 1, first);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerMailbox *mailbox = g_new (FoyerMailbox, 1);

      mailbox->origin = foyer_stmt_dup_text (stmt, 0);
      mailbox->host = foyer_stmt_dup_text (stmt, 1);
      mailbox->epoch = foyer_stmt_dup_text (stmt, 2);
      mailbox->cursor = foyer_stmt_dup_text (stmt, 3);
      g_ptr_array_add (mailboxes, mailbox);
    }

  return done ? g_steal_pointer (&mailboxes) : NULL;
}

gboolean
foyer_news_table_insert (FoyerDb          *db,
                         const char       *origin,
                         const char       *host,
                         const FoyerNews  *news,
                         gboolean         *is_new,
                         gint64           *id,
                         GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO news (origin, host, kind, booking, rev, digest, key, at, applied, raw)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9) ON CONFLICT (booking, rev, digest) DO NOTHING RETURNING id");

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_text (stmt, 2, host);
  foyer_stmt_bind_text (stmt, 3, news->known ? foyer_post_kind_to_text (news->kind) : "unknown");
  foyer_stmt_bind_text (stmt, 4, news->booking != NULL ? news->booking : "");
  foyer_stmt_bind_int (stmt, 5, news->rev);
  foyer_stmt_bind_text (stmt, 6, news->digest);
  foyer_stmt_bind_text (stmt, 7, news->key != NULL ? news->key : "");
  foyer_stmt_bind_int (stmt, 8, news->at_ms);
  foyer_stmt_bind_bytes (stmt, 9, news->raw);
  if (!foyer_stmt_step (stmt, is_new, error))
    return FALSE;
  *id = *is_new ? foyer_stmt_get_int (stmt, 0) : 0;

  /* Once more, to its end. */
  return !*is_new || foyer_stmt_run (stmt, error);
}

gboolean
foyer_news_table_set_applied (FoyerDb  *db,
                              gint64    id,
                              GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE news SET applied = 1, raw = NULL WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_news_table_is_withdrawn (FoyerDb     *db,
                               const char  *booking,
                               const char  *key,
                               gint64       rev,
                               gboolean    *withdrawn,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM news WHERE booking = ?1 AND rev > ?3 AND kind = 'withdrawal' AND key = ?2 LIMIT 1");

  foyer_stmt_bind_text (stmt, 1, booking);
  foyer_stmt_bind_text (stmt, 2, key);
  foyer_stmt_bind_int (stmt, 3, rev);

  return foyer_stmt_step (stmt, withdrawn, error);
}
