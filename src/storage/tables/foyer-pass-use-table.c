/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-pass-use-table.h"

#include "storage/db/foyer-stmt.h"

/* As the index of the schema has it, word for word. */
#define OPEN "p.ended_at = 0 AND p.deleted_at = 0 AND (p.halves = 0 OR p.used < p.halves)"
#define GOOD "p.currency = b.currency AND (p.space_id IS NULL OR p.space_id = b.space_id) AND p.from_day <= b.day"

/* A pass without a number of days pays one seat in each half of a day: one that another visit of
 * the day took is none for this one. */
#define TAKEN_BY_OTHERS(half) \
  "EXISTS (SELECT 1 FROM pass_use AS u JOIN booking AS o ON o.id = u.booking_id" \
  " WHERE u.pass_id = p.id AND o.day = b.day AND o.id <> b.id AND o.part & " half \
  " GROUP BY o.id HAVING sum (u.halves) > 0)"

/* Who brought a guest may pay for them. */
#define JOIN_PASS "JOIN pass AS p ON p.person_id = (SELECT person_id FROM booking_payer WHERE booking_id = b.id) "

#define SELECT_OFFER \
  "SELECT p.id, b.id, p.halves, p.used, p.until_day, p.created_at, b.part," \
  " coalesce ((SELECT sum (halves) FROM pass_use WHERE pass_id = p.id AND booking_id = b.id), 0)," \
  " p.halves = 0 AND " TAKEN_BY_OTHERS ("1") ", p.halves = 0 AND " TAKEN_BY_OTHERS ("2") \
  " FROM booking AS b " JOIN_PASS

static int
foyer_pass_use_table_count_free (FoyerStmt *stmt,
                                 int        taken)
{
  const guint part = (guint) foyer_stmt_get_int (stmt, 6);
  const int n = (part & FOYER_PART_AM && foyer_stmt_get_int (stmt, 8) == 0)
                + (part & FOYER_PART_PM && foyer_stmt_get_int (stmt, 9) == 0);

  return MAX (n - taken, 0);
}

static GArray *
foyer_pass_use_table_read_offers (FoyerStmt  *stmt,
                                  GError    **error)
{
  g_autoptr(GArray) offers = g_array_new (FALSE, FALSE, sizeof (FoyerPassOffer));
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerPassOffer offer = { foyer_stmt_get_int (stmt, 0), foyer_stmt_get_int (stmt, 1), { 0 } };
      FoyerPassChoice *choice = &offer.choice;

      choice->unlimited = foyer_stmt_get_int (stmt, 2) == 0;
      choice->until = foyer_stmt_get_day (stmt, 4);
      choice->sold_ms = foyer_stmt_get_int (stmt, 5);
      choice->taken = (int) foyer_stmt_get_int (stmt, 7);
      choice->left = choice->unlimited ? foyer_pass_use_table_count_free (stmt, choice->taken)
                                       : (int) (foyer_stmt_get_int (stmt, 2) - foyer_stmt_get_int (stmt, 3));
      g_array_append_val (offers, offer);
    }

  return done ? g_steal_pointer (&offers) : NULL;
}

GArray *
foyer_pass_use_table_list_offers (FoyerDb                *db,
                                  const FoyerBookingRow  *row,
                                  GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_OFFER "WHERE b.id = ?1 AND " OPEN " AND " GOOD " AND (p.until_day = '' OR b.day <= p.until_day) ORDER BY p.id");

  foyer_stmt_bind_int (stmt, 1, row->id);

  return foyer_pass_use_table_read_offers (stmt, error);
}

GArray *
foyer_pass_use_table_list_days (FoyerDb   *db,
                                gint64     space_id,
                                FoyerDay   first,
                                FoyerDay   last,
                                GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_OFFER "WHERE b.space_id = ?1 AND b.day BETWEEN ?2 AND ?3 AND b.state IN ('confirmed', 'checked-in', 'checked-out')"
    " AND b.deleted_at = 0 AND " OPEN " AND " GOOD " AND (p.until_day = '' OR b.day <= p.until_day)"
    " ORDER BY b.day, b.id, p.id");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);

  return foyer_pass_use_table_read_offers (stmt, error);
}

gboolean
foyer_pass_use_table_has_expired (FoyerDb                *db,
                                  const FoyerBookingRow  *row,
                                  gboolean               *has,
                                  GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM booking AS b " JOIN_PASS "WHERE b.id = ?1 AND " OPEN " AND " GOOD
    " AND p.until_day <> '' AND p.until_day < b.day LIMIT 1");

  foyer_stmt_bind_int (stmt, 1, row->id);

  return foyer_stmt_step (stmt, has, error);
}

gboolean
foyer_pass_use_table_append (FoyerDb  *db,
                             gint64    pass_id,
                             gint64    booking_id,
                             int       halves,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (?1, ?2, ?3, ?4)");

  foyer_stmt_bind_int (stmt, 1, pass_id);
  foyer_stmt_bind_int (stmt, 2, booking_id);
  foyer_stmt_bind_int (stmt, 3, halves);
  foyer_stmt_bind_int (stmt, 4, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_pass_use_table_return (FoyerDb  *db,
                             gint64    booking_id,
                             GError  **error)
{
  return foyer_pass_use_table_restore (db, booking_id, "{}", error);
}

gboolean
foyer_pass_use_table_restore (FoyerDb     *db,
                              gint64       booking_id,
                              const char  *before,
                              GError     **error)
{
  /* What is returned first, so that a visit never has more than it is. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO pass_use (pass_id, booking_id, halves, at)"
    " SELECT pass_id, ?1, sum (n), ?3"
    "   FROM (SELECT CAST (key AS INTEGER) AS pass_id, value AS n FROM json_each (?2)"
    "         UNION ALL SELECT pass_id, -halves FROM pass_use WHERE booking_id = ?1)"
    "  GROUP BY pass_id HAVING sum (n) <> 0 ORDER BY sum (n)");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, before);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
