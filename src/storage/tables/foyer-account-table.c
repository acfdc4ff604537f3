/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-account-table.h"

#include "storage/db/foyer-stmt.h"

/* All that an entry is about, as one JSON array. It never changes: neither a merge nor an erasure
 * touches any of this. */
#define DESCRIBE \
  "SELECT json_array (?4, ?5," \
  " (SELECT json_array (p.uid, s.uid, p.method, p.amount_minor, p.currency, p.given_minor, p.day, p.at," \
  "    (SELECT uid FROM payment WHERE id = p.refunds)," \
  "    (SELECT json_group_array (json_array (coalesce (b.uid, x.uid), t.amount_minor) ORDER BY t.id)" \
  "       FROM payment_part AS t LEFT JOIN booking AS b ON b.id = t.booking_id LEFT JOIN pass AS x ON x.id = t.pass_id" \
  "      WHERE t.payment_id = p.id))" \
  "    FROM payment AS p JOIN space AS s ON s.id = p.space_id WHERE p.id = ?1)," \
  " (SELECT json_array (d.uid, d.kind, d.number, s.uid, d.issued_day, d.issued_at, d.currency, d.net_minor, d.vat_minor," \
  "    d.total_minor, d.paid_minor, d.method, d.reference, (SELECT number FROM document WHERE id = d.credits)," \
  "    json_array (e.name, e.trade_name, e.is_ei, e.street, e.postcode, e.city, e.country, e.siren, e.siret," \
  "      e.vat_number, e.vat_bp, e.account_name, e.iban, e.bic)," \
  "    (SELECT json_array (name, company, street, postcode, city, country, siren, vat_number)" \
  "       FROM document_buyer WHERE document_id = d.id)," \
  "    (SELECT json_group_array (json_array (l.label, l.day, l.quantity, l.unit_minor, l.total_minor," \
  "       coalesce (b.uid, x.uid)) ORDER BY l.id)" \
  "       FROM document_line AS l LEFT JOIN booking AS b ON b.id = l.booking_id LEFT JOIN pass AS x ON x.id = l.pass_id" \
  "      WHERE l.document_id = d.id))" \
  "    FROM document AS d JOIN space AS s ON s.id = d.space_id JOIN seller AS e ON e.id = d.seller_id WHERE d.id = ?2)," \
  " (SELECT json_array (c.uid, s.uid, c.day, c.at, c.currency, c.expected_minor, c.counted_minor, c.left_minor, c.last_entry)" \
  "    FROM day_close AS c JOIN space AS s ON s.id = c.space_id WHERE c.id = ?3))"

void
foyer_account_entry_free (FoyerAccountEntry *self)
{
  g_free (self->hash);
  g_free (self);
}

char *
foyer_account_table_hash (FoyerDb                  *db,
                          const FoyerAccountEntry  *entry,
                          const char               *before,
                          GError                  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, DESCRIBE);
  g_autofree char *text = NULL;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, entry->payment_id);
  foyer_stmt_bind_int (stmt, 2, entry->document_id);
  foyer_stmt_bind_int (stmt, 3, entry->close_id);
  foyer_stmt_bind_int (stmt, 4, entry->id);
  foyer_stmt_bind_int (stmt, 5, entry->at_ms);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  text = g_strconcat (before, "\n", foyer_stmt_get_text (stmt, 0), NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

gboolean
foyer_account_table_get_head (FoyerDb  *db,
                              gint64   *id,
                              char    **hash,
                              GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT id, hash FROM account_entry ORDER BY id DESC LIMIT 1");
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *id = row ? foyer_stmt_get_int (stmt, 0) : 0;
  *hash = row ? foyer_stmt_dup_text (stmt, 1) : g_strdup ("");

  return TRUE;
}

gboolean
foyer_account_table_append (FoyerDb            *db,
                            FoyerAccountEntry  *entry,
                            GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO account_entry (id, at, payment_id, document_id, close_id, hash)"
    " VALUES (?1, ?2, nullif (?3, 0), nullif (?4, 0), nullif (?5, 0), ?6)");
  g_autofree char *before = NULL;

  if (!foyer_account_table_get_head (db, &entry->id, &before, error))
    return FALSE;
  entry->id++;
  entry->at_ms = foyer_db_now (db);
  if ((entry->hash = foyer_account_table_hash (db, entry, before, error)) == NULL)
    return FALSE;

  foyer_stmt_bind_int (stmt, 1, entry->id);
  foyer_stmt_bind_int (stmt, 2, entry->at_ms);
  foyer_stmt_bind_int (stmt, 3, entry->payment_id);
  foyer_stmt_bind_int (stmt, 4, entry->document_id);
  foyer_stmt_bind_int (stmt, 5, entry->close_id);
  foyer_stmt_bind_text (stmt, 6, entry->hash);

  return foyer_stmt_run (stmt, error);
}
