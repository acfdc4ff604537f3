/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-check-money.h"

#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-account-table.h"
#include "storage/upkeep/foyer-check.h"

/* Each gives a row with what says where for every breach. */
static const struct {
  const char       *sql;
  FoyerFindingKind  kind;
} invariants[] = {
  { "SELECT number FROM document AS d WHERE n <> 1 AND NOT EXISTS (SELECT 1 FROM document WHERE n_restores = d.n_restores"
    "   AND space_n = d.space_n AND kind = d.kind AND year = d.year AND n = d.n - 1)",
    FOYER_FINDING_NUMBERS },
  { "SELECT number FROM document WHERE net_minor + vat_minor <> total_minor"
    " OR total_minor <> (SELECT sum (total_minor) FROM document_line WHERE document_id = document.id)"
    " OR NOT EXISTS (SELECT 1 FROM account_entry WHERE document_id = document.id)",
    FOYER_FINDING_NUMBERS },
  { "SELECT number FROM document AS d WHERE kind = 'credit-note' AND total_minor <>"
    " (SELECT total_minor FROM document WHERE id = d.credits)",
    FOYER_FINDING_NUMBERS },
  { "SELECT uid FROM payment AS p WHERE amount_minor <> (SELECT sum (amount_minor) FROM payment_part WHERE payment_id = p.id)"
    " OR NOT EXISTS (SELECT 1 FROM document AS d JOIN account_entry AS e ON e.document_id = d.id AND e.payment_id = p.id"
    "   WHERE d.payment_id = p.id AND d.total_minor = abs (p.amount_minor) AND d.currency = p.currency"
    "   AND d.kind = iif (p.refunds IS NULL, 'receipt', 'credit-note'))",
    FOYER_FINDING_PAYMENT },
  { "SELECT uid FROM payment AS p WHERE refunds IS NOT NULL AND amount_minor <>"
    " -(SELECT amount_minor FROM payment WHERE id = p.refunds)",
    FOYER_FINDING_PAYMENT },
  { "SELECT b.uid FROM booking AS b JOIN payment_part AS t ON t.booking_id = b.id GROUP BY b.id HAVING sum (t.amount_minor) < 0",
    FOYER_FINDING_PAYMENT },
};

/* Each entry holds all before it: the first that does not is told, since none after it can. */
static gboolean
foyer_check_chain (FoyerDb    *db,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, at, payment_id, document_id, close_id, hash FROM account_entry ORDER BY id");
  g_autofree char *before = g_strdup ("");
  gint64 last = 0;
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerAccountEntry entry = {
        .id = foyer_stmt_get_int (stmt, 0), .at_ms = foyer_stmt_get_int (stmt, 1), .payment_id = foyer_stmt_get_int (stmt, 2),
        .document_id = foyer_stmt_get_int (stmt, 3), .close_id = foyer_stmt_get_int (stmt, 4),
      };
      g_autofree char *hash = foyer_account_table_hash (db, &entry, before, error);

      if (hash == NULL)
        return FALSE;
      if (entry.id != last + 1 || !g_str_equal (hash, foyer_stmt_get_text (stmt, 5)))
        {
          g_autofree char *detail = g_strdup_printf ("%" G_GINT64_FORMAT, entry.id);

          foyer_check_add (problems, FOYER_FINDING_ACCOUNTS, detail);
          return TRUE;
        }
      last = entry.id;
      g_free (before);
      before = g_steal_pointer (&hash);
    }

  return done;
}

gboolean
foyer_check_money (FoyerDb    *db,
                   GPtrArray  *problems,
                   GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invariants); i++)
    {
      g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, invariants[i].sql);
      gboolean done;
      gboolean row;

      while ((done = foyer_stmt_step (stmt, &row, error)) && row)
        foyer_check_add (problems, invariants[i].kind, foyer_stmt_get_text (stmt, 0));
      if (!done)
        return FALSE;
    }

  return foyer_check_chain (db, problems, error);
}
