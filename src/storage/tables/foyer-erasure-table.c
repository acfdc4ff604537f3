/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-erasure-table.h"

#include "storage/db/foyer-stmt.h"
#include "storage/travel/foyer-post-verbs.h"

#define BOOKINGS "(SELECT id FROM booking WHERE person_id = ?1)"
#define IDS "(SELECT uid FROM booking WHERE person_id = ?1)"
#define KEYS \
  "(SELECT key FROM guest_key WHERE person_id = ?1 UNION SELECT guest_key FROM request WHERE booking_id IN " BOOKINGS ")"
/* No directory has to be told of these any more. */
#define LONG_AGO "day < date (foyer_now () / 1000 - " G_STRINGIFY (FOYER_LETTER_DAYS) " * 86400, 'unixepoch')"
#define SETTLED "(SELECT id FROM booking WHERE person_id = ?1 AND " LONG_AGO ")"
#define OF_NOBODY \
  "SELECT b.id FROM request AS r JOIN booking AS b ON b.id = r.booking_id JOIN person AS p ON p.id = b.person_id" \
  " WHERE p.deleted_at < 0 AND b." LONG_AGO
/* An act that says something of the person ?1. */
#define SAYS \
  "SELECT act_id FROM act_row WHERE tbl = 'person' AND row_id = ?1" \
  " UNION SELECT act_id FROM act_row WHERE tbl = 'person_skill'" \
  "   AND (row_id IN (SELECT id FROM person_skill WHERE person_id = ?1)" \
  "        OR iif (before = '', 0, before ->> 'person_id') = ?1)" \
  " UNION SELECT act_id FROM act_extra_row WHERE tbl = 'person_record' AND row_id = ?1" \
  " UNION SELECT act_id FROM act_extra_row WHERE tbl = 'person_consent'" \
  "   AND row_id IN (SELECT id FROM person_consent WHERE person_id = ?1)" \
  " UNION SELECT act_id FROM act_extra_row WHERE tbl = 'rules_accepted'" \
  "   AND row_id IN (SELECT id FROM rules_accepted WHERE person_id = ?1)" \
  " UNION SELECT act_id FROM act_extra_row WHERE tbl = 'person_apart'" \
  "   AND row_id IN (SELECT id FROM person_apart WHERE one_id = ?1 OR other_id = ?1)"

/* Whose each row of the journal is; 0 for the house's. */
#define OWNED \
  "SELECT i.act_id, CASE i.tbl WHEN 'booking' THEN (SELECT person_id FROM booking WHERE id = i.row_id)" \
  "   WHEN 'person' THEN i.row_id WHEN 'person_skill' THEN coalesce ((SELECT person_id FROM person_skill" \
  "   WHERE id = i.row_id), 0) ELSE 0 END FROM act_image AS i" \
  " UNION ALL SELECT e.act_id, coalesce (CASE e.tbl" \
  "   WHEN 'pass_use' THEN (SELECT person_id FROM booking WHERE id = e.row_id)" \
  "   WHEN 'desk_wish' THEN (SELECT person_id FROM booking WHERE id = e.row_id)" \
  "   WHEN 'pass' THEN (SELECT person_id FROM pass WHERE id = e.row_id)" \
  "   WHEN 'payment' THEN (SELECT coalesce (b.person_id, x.person_id) FROM payment_part AS t" \
  "     LEFT JOIN booking AS b ON b.id = t.booking_id LEFT JOIN pass AS x ON x.id = t.pass_id" \
  "     WHERE t.payment_id = e.row_id ORDER BY t.id LIMIT 1)" \
  "   WHEN 'series' THEN (SELECT person_id FROM series WHERE id = e.row_id)" \
  "   WHEN 'series_away' THEN (SELECT s.person_id FROM series_away AS a JOIN series AS s ON s.id = a.series_id" \
  "                             WHERE a.id = e.row_id)" \
  "   WHEN 'waiting' THEN (SELECT person_id FROM waiting WHERE id = e.row_id)" \
  "   WHEN 'person_record' THEN e.row_id" \
  "   WHEN 'person_consent' THEN (SELECT person_id FROM person_consent WHERE id = e.row_id)" \
  "   WHEN 'rules_accepted' THEN (SELECT person_id FROM rules_accepted WHERE id = e.row_id)" \
  "   WHEN 'person_apart' THEN (SELECT iif (other_id = ?1, other_id, one_id) FROM person_apart WHERE id = e.row_id)" \
  "   END, 0) FROM act_extra_row AS e" \
  " UNION ALL SELECT act_id, 0 FROM act_travel_row"

/* Each is run for one person, ?1. The journal first, while it can still be told whose its rows are. */
static const char * const steps[] = {
  /* Two who were one for a while: what the journal has of either holds something of both. */
  "DELETE FROM act_row WHERE before <> '' AND (tbl = 'person' OR tbl = 'person_skill') AND act_id IN"
  " (SELECT r.act_id FROM act_row AS r JOIN act_row AS o ON o.act_id = r.act_id AND o.tbl = 'person'"
  "    AND o.row_id <> r.row_id AND o.before <> '' WHERE r.tbl = 'person' AND r.row_id = ?1 AND r.before <> '')",
  "DELETE FROM act_extra_row WHERE before <> '' AND tbl = 'person_record' AND act_id IN"
  " (SELECT id FROM act WHERE (verb = 'member-merge' OR undoes > 0)"
  "    AND id IN (SELECT act_id FROM act_extra_row WHERE tbl = 'person_record' AND row_id = ?1))",
  "DELETE FROM act_row WHERE (tbl = 'person' AND row_id = ?1) OR (tbl = 'person_skill'"
  " AND (row_id IN (SELECT id FROM person_skill WHERE person_id = ?1)"
  "      OR iif (before = '', 0, before ->> 'person_id') = ?1))",
  "DELETE FROM act_extra_row WHERE (tbl = 'person_record' AND row_id = ?1)"
  " OR (tbl = 'person_consent' AND row_id IN (SELECT id FROM person_consent WHERE person_id = ?1))"
  " OR (tbl = 'rules_accepted' AND row_id IN (SELECT id FROM rules_accepted WHERE person_id = ?1))"
  " OR (tbl = 'person_apart' AND row_id IN (SELECT id FROM person_apart WHERE one_id = ?1 OR other_id = ?1))"
  " OR (tbl = 'waiting' AND row_id IN (SELECT id FROM waiting WHERE person_id = ?1))",

  "UPDATE person_skill SET deleted_at = foyer_now () WHERE person_id = ?1 AND deleted_at = 0",
  "DELETE FROM person_skill WHERE person_id = ?1",
  "UPDATE person_consent SET deleted_at = foyer_now () WHERE person_id = ?1 AND deleted_at = 0",
  "DELETE FROM person_consent WHERE person_id = ?1",
  "UPDATE rules_accepted SET deleted_at = foyer_now () WHERE person_id = ?1 AND deleted_at = 0",
  "DELETE FROM rules_accepted WHERE person_id = ?1",
  "UPDATE person_apart SET deleted_at = foyer_now () WHERE (one_id = ?1 OR other_id = ?1) AND deleted_at = 0",
  "DELETE FROM person_apart WHERE one_id = ?1 OR other_id = ?1",
  "DELETE FROM person_record WHERE person_id = ?1",
  "UPDATE refused_code SET person_id = NULL WHERE person_id = ?1",
  "UPDATE waiting SET state = 'removed', offer_until = 0"
  " WHERE person_id = ?1 AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0",

  /* A directory is told that nobody answers any more, and the host's own letter is all that is left. */
  "UPDATE booking SET rev = rev + 1, state = iif (EXISTS (SELECT 1 FROM request WHERE booking_id = booking.id"
  "   AND answer_by <= foyer_now ()), 'expired', 'declined')"
  " WHERE person_id = ?1 AND state = 'requested' AND deleted_at = 0",
  "UPDATE booking SET key = '', key_digest = '', rev = rev + 1 WHERE person_id = ?1 AND key <> ''",
  "UPDATE act_row SET before = json_set (before, '$.key', '', '$.key_digest', '')"
  " WHERE tbl = 'booking' AND row_id IN " BOOKINGS " AND iif (before = '', '', before ->> 'key') <> ''",
  "UPDATE news SET key = '', raw = NULL WHERE booking IN " IDS " OR (key <> '' AND key IN " KEYS ")",
  "DELETE FROM post WHERE booking_id IN " SETTLED,
  "DELETE FROM request WHERE booking_id IN " SETTLED,
  "UPDATE request SET note = '', skills = '', consents = '' WHERE booking_id IN " BOOKINGS,
  "DELETE FROM guest_key WHERE person_id = ?1",
};

/* What the erasure itself wrote into the journal on its way. A booking that lost its key alone is still
 * what earlier acts left. */
static const char journal_of_it[] =
  "DELETE FROM act_extra_row WHERE act_id = foyer_act ()"
  " AND tbl IN ('person_record', 'person_consent', 'rules_accepted', 'person_apart')";
static const char journal_of_them[] =
  "DELETE FROM act_row WHERE act_id = foyer_act () AND (tbl = 'person' OR tbl = 'person_skill'"
  " OR (tbl = 'booking' AND before ->> 'state' <> 'requested'))";

static gboolean
foyer_erasure_table_run (FoyerDb     *db,
                         const char  *sql,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

/* Adds what @sql says of the person @id to @count. */
static gboolean
foyer_erasure_table_add (FoyerDb     *db,
                         const char  *sql,
                         gint64       id,
                         guint       *count,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *count += (guint) foyer_stmt_get_int (stmt, 0);

  return TRUE;
}

GArray *
foyer_erasure_table_list (FoyerDb     *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* Up to whom it went into, and down again to all who went there. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "WITH RECURSIVE up (id, into_id) AS (SELECT id, merged_into FROM person WHERE uid = ?1"
    "   UNION SELECT p.id, p.merged_into FROM person AS p JOIN up ON p.id = up.into_id),"
    " down (id) AS (SELECT id FROM up WHERE into_id IS NULL"
    "   UNION SELECT p.id FROM person AS p JOIN down ON p.merged_into = down.id)"
    " SELECT down.id FROM down JOIN person AS p ON p.id = down.id WHERE p.deleted_at >= 0"
    " ORDER BY p.merged_into IS NOT NULL, down.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      gint64 id = foyer_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return done ? g_steal_pointer (&ids) : NULL;
}

gboolean
foyer_erasure_table_count (FoyerDb       *db,
                           gint64         id,
                           FoyerErasure  *receipt,
                           GError       **error)
{
  const struct {
    const char *sql;
    guint      *count;
  } counts[] = {
    { "SELECT count (*) FROM booking WHERE person_id = ?1 AND deleted_at = 0", &receipt->n_bookings },
    { "SELECT count (*) FROM booking WHERE person_id = ?1 AND deleted_at = 0 AND state = 'confirmed'"
      " AND day >= date (foyer_now () / 1000, 'unixepoch')", &receipt->n_coming },
    { "SELECT count (*) FROM booking WHERE person_id = ?1 AND deleted_at = 0 AND state = 'checked-in'",
      &receipt->n_here },
    { "SELECT count (*) FROM visit WHERE booking_id IN " BOOKINGS, &receipt->n_visits },
    { "SELECT count (*) FROM pass WHERE person_id = ?1 AND deleted_at = 0", &receipt->n_passes },
    { "SELECT count (*) FROM document_buyer AS b JOIN document AS d ON d.id = b.document_id"
      " WHERE b.person_id = ?1 AND d.kind = 'invoice'", &receipt->n_invoices },
    { "SELECT count (*) FROM person_consent WHERE person_id = ?1 AND deleted_at = 0", &receipt->n_consents },
    { "SELECT count (*) FROM rules_accepted WHERE person_id = ?1 AND deleted_at = 0", &receipt->n_rules },
    { "SELECT count (*) FROM waiting WHERE person_id = ?1 AND (state = 'waiting' OR state = 'offered')"
      " AND deleted_at = 0", &receipt->n_waiting },
    { "SELECT count (*) FROM request WHERE booking_id IN " BOOKINGS, &receipt->n_requests },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!foyer_erasure_table_add (db, counts[i].sql, id, counts[i].count, error))
      return FALSE;
  receipt->n_records++;

  return TRUE;
}

/* What is the person's alone, or says something of them, is not taken back any more; it stays above what
 * came before it. An act that made others as well can be: those go, nobody comes. */
static gboolean
foyer_erasure_table_close_acts (FoyerDb       *db,
                                gint64         id,
                                FoyerErasure  *receipt,
                                GError       **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "WITH owned (act_id, owner) AS MATERIALIZED (" OWNED ")"
    " UPDATE act SET undoes = -1 WHERE undoes = 0 AND undone_at = 0 AND id <> foyer_act ()"
    " AND id IN (SELECT act_id FROM owned WHERE owner = ?1)"
    " AND (NOT EXISTS (SELECT 1 FROM owned AS o WHERE o.act_id = act.id AND o.owner <> ?1)"
    "      OR (id IN (" SAYS ") AND NOT EXISTS (SELECT 1 FROM act_row AS o"
    "          WHERE o.act_id = act.id AND o.tbl = 'person' AND o.row_id <> ?1 AND o.before = '')))"
    " RETURNING id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    receipt->n_acts++;

  return done;
}

/* Last: nothing of the row changes any more. */
static gboolean
foyer_erasure_table_make_nobody (FoyerDb     *db,
                                 gint64       id,
                                 const char  *name,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person SET member = 0, name = ?2, fold = '', email = '', email_fold = '', phone = '', phone_tail = '',"
    " deleted_at = -foyer_now (), rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, name);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_erasure_table_empty (FoyerDb       *db,
                           gint64         id,
                           const char    *name,
                           FoyerErasure  *receipt,
                           GError       **error)
{
  g_autoptr(FoyerStmt) of_it = NULL;
  g_autoptr(FoyerStmt) of_them = NULL;

  if (!foyer_erasure_table_close_acts (db, id, receipt, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!foyer_erasure_table_run (db, steps[i], id, error))
      return FALSE;
  if (!foyer_erasure_table_make_nobody (db, id, name, error))
    return FALSE;

  of_it = foyer_db_prepare (db, journal_of_it);
  of_them = foyer_db_prepare (db, journal_of_them);

  return foyer_stmt_run (of_it, error) && foyer_stmt_run (of_them, error);
}

gboolean
foyer_erasure_table_forget_words (FoyerDb  *db,
                                  GError  **error)
{
  return foyer_db_exec (db, "INSERT INTO person_fts (person_fts) VALUES ('rebuild')", error);
}

gboolean
foyer_erasure_table_tidy (FoyerDb  *db,
                          GError  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);

  return transaction != NULL
         && foyer_db_exec (db,
              "DELETE FROM post WHERE booking_id IN (" OF_NOBODY ");"
              "DELETE FROM request WHERE booking_id IN (" OF_NOBODY ")", error)
         && foyer_transaction_commit (transaction, error);
}

/* ---- the log ---- */

static char *
foyer_erasure_log_hash (const char *uid)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
}

gboolean
foyer_erasure_log_add (FoyerDb     *db,
                       const char  *hash,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "INSERT OR IGNORE INTO erasure_log (hash, name) VALUES (?1, ?2)");

  foyer_stmt_bind_text (stmt, 1, hash);
  foyer_stmt_bind_text (stmt, 2, name);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_erasure_log_note (FoyerDb     *db,
                        gint64       id,
                        const char  *name,
                        GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT uid FROM person WHERE id = ?1"
    " UNION ALL SELECT uid FROM booking WHERE person_id = ?1 AND id IN (SELECT booking_id FROM request)");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      g_autofree char *hash = foyer_erasure_log_hash (foyer_stmt_get_text (stmt, 0));

      if (!foyer_erasure_log_add (db, hash, name, error))
        return FALSE;
    }

  return done;
}

gboolean
foyer_erasure_log_has (FoyerDb     *db,
                       const char  *uid,
                       gboolean    *has,
                       GError     **error)
{
  g_autofree char *hash = foyer_erasure_log_hash (uid);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT 1 FROM erasure_log WHERE hash = ?1");

  foyer_stmt_bind_text (stmt, 1, hash);

  return foyer_stmt_step (stmt, has, error);
}

gboolean
foyer_erasure_log_read (FoyerDb     *db,
                        GHashTable  *hashes,
                        GError     **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  gint64 version;
  gboolean done;
  gboolean row;

  if (!foyer_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < FOYER_ERASURE_TABLE_VERSION)
    return TRUE;

  stmt = foyer_db_prepare (db, "SELECT hash, name FROM erasure_log");
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_hash_table_replace (hashes, foyer_stmt_dup_text (stmt, 0), foyer_stmt_dup_text (stmt, 1));

  return done;
}

GHashTable *
foyer_erasure_log_find (FoyerDb     *db,
                        GHashTable  *hashes,
                        GError     **error)
{
  g_autoptr(GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT uid FROM person WHERE deleted_at >= 0");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      g_autofree char *hash = foyer_erasure_log_hash (foyer_stmt_get_text (stmt, 0));

      const char *name = g_hash_table_lookup (hashes, hash);

      if (name != NULL)
        g_hash_table_replace (uids, foyer_stmt_dup_text (stmt, 0), g_strdup (name));
    }

  return done ? g_steal_pointer (&uids) : NULL;
}
