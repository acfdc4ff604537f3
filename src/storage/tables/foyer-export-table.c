/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-export-table.h"

#include "storage/db/foyer-stmt.h"

#define PART(p) "CASE " p " WHEN 1 THEN 'am' WHEN 2 THEN 'pm' ELSE 'full' END"
/* An instant, "" for none. */
#define AT(x) "iif (" x " = 0, '', strftime ('%Y-%m-%dT%H:%M:%SZ', " x " / 1000, 'unixepoch'))"
#define BOOKINGS "(SELECT id FROM booking WHERE person_id = ?1)"
/* Who the records were that went into ?1, and ?1. */
#define RECORDS \
  "(WITH RECURSIVE r (id) AS (SELECT ?1 UNION SELECT p.id FROM person AS p JOIN r ON p.merged_into = r.id) SELECT id FROM r)"

/* What was taken back by an undo is no part of it, but for what is still there to be read: the journal. */
static const struct {
  const char *name;
  const char *columns;
  const char *sql;
} sheets_of[] = {
  { "person", "id kind name email phone since needs languages notes emergency_name emergency_phone card",
    "SELECT p.uid, iif (p.member = 1, 'member', 'guest'), p.name, p.email, p.phone, " AT ("p.created_at") ","
    " coalesce (r.needs, ''), coalesce (r.languages, ''), coalesce (r.notes, ''), coalesce (r.emergency_name, ''),"
    " coalesce (r.emergency_phone, ''), coalesce (r.card, '')"
    " FROM person AS p LEFT JOIN person_record AS r ON r.person_id = p.id WHERE p.id = ?1" },
  { "skills", "skill",
    "SELECT skill FROM person_skill WHERE person_id = ?1 AND deleted_at = 0 ORDER BY id" },
  { "consents", "purpose given withdrawn",
    "SELECT purpose, " AT ("given_at") ", " AT ("withdrawn_at")
    " FROM person_consent WHERE person_id = ?1 AND deleted_at = 0 ORDER BY id" },
  { "rules", "space version# accepted text",
    "SELECT s.name, h.version, " AT ("a.accepted_at") ", h.text FROM rules_accepted AS a"
    " JOIN house_rules AS h ON h.id = a.rules_id JOIN space AS s ON s.id = h.space_id"
    " WHERE a.person_id = ?1 AND a.deleted_at = 0 ORDER BY a.id" },
  { "bookings", "id space day part seats# state made_by price_minor# currency key arrived left booked",
    "SELECT b.uid, s.name, b.day, " PART ("b.part") ", b.seats, b.state, b.made_by, b.price_minor, b.currency, b.key, "
    AT ("b.in_at") ", " AT ("b.out_at") ", " AT ("b.created_at")
    " FROM booking AS b JOIN space AS s ON s.id = b.space_id"
    " WHERE b.person_id = ?1 AND b.deleted_at = 0 ORDER BY b.day, b.id" },
  { "visits", "booking event at",
    "SELECT b.uid, v.event, " AT ("v.at") " FROM visit AS v JOIN booking AS b ON b.id = v.booking_id"
    " WHERE b.person_id = ?1 ORDER BY v.id" },
  { "refused_codes", "space day kind reason at",
    "SELECT s.name, c.day, c.kind, c.reason, " AT ("c.at") " FROM refused_code AS c JOIN space AS s ON s.id = c.space_id"
    " WHERE c.person_id = ?1 ORDER BY c.id" },
  { "series", "id space weekdays# every_weeks# part seats# from until",
    "SELECT x.uid, s.name, x.weekdays, x.every_weeks, " PART ("x.part") ", x.seats, x.from_day, x.until_day"
    " FROM series AS x JOIN space AS s ON s.id = x.space_id WHERE x.person_id = ?1 AND x.deleted_at = 0 ORDER BY x.id" },
  { "waiting", "id space day part seats# state asked",
    "SELECT w.uid, s.name, w.day, " PART ("w.part") ", w.seats, w.state, " AT ("w.created_at")
    " FROM waiting AS w JOIN space AS s ON s.id = w.space_id WHERE w.person_id = ?1 AND w.deleted_at = 0 ORDER BY w.id" },
  { "passes", "id space halves# used# reason price_minor# currency method from until given ended",
    "SELECT p.uid, coalesce (s.name, ''), p.halves, p.used, p.reason, p.price_minor, p.currency, p.method, p.from_day,"
    " p.until_day, " AT ("p.created_at") ", " AT ("p.ended_at")
    " FROM pass AS p LEFT JOIN space AS s ON s.id = p.space_id WHERE p.person_id = ?1 AND p.deleted_at = 0 ORDER BY p.id" },
  { "pass_uses", "pass booking halves# at",
    "SELECT p.uid, b.uid, u.halves, " AT ("u.at") " FROM pass_use AS u JOIN pass AS p ON p.id = u.pass_id"
    " JOIN booking AS b ON b.id = u.booking_id WHERE b.person_id = ?1 ORDER BY u.id" },
  { "payments", "id space day at method amount_minor# currency document for",
    "SELECT p.uid, s.name, p.day, " AT ("p.at") ", p.method, t.amount_minor, p.currency, coalesce (d.number, ''),"
    " coalesce (b.uid, x.uid) FROM payment_part AS t JOIN payment AS p ON p.id = t.payment_id"
    " JOIN space AS s ON s.id = p.space_id LEFT JOIN document AS d ON d.payment_id = p.id"
    " LEFT JOIN booking AS b ON b.id = t.booking_id LEFT JOIN pass AS x ON x.id = t.pass_id"
    " LEFT JOIN booking_payer AS o ON o.booking_id = b.id"
    " WHERE b.person_id = ?1 OR x.person_id = ?1 OR o.person_id = ?1 ORDER BY t.id" },
  { "invoices", "number day total_minor# currency name company street postcode city country siren vat_number",
    "SELECT d.number, d.issued_day, d.total_minor, d.currency, b.name, b.company, b.street, b.postcode, b.city, b.country,"
    " b.siren, b.vat_number FROM document_buyer AS b JOIN document AS d ON d.id = b.document_id"
    " WHERE b.person_id IN " RECORDS " ORDER BY d.id" },
  { "requests", "booking directory key asked note skills consents decided",
    "SELECT b.uid, r.origin, r.guest_key, " AT ("r.asked_at") ", r.note, r.skills, r.consents, r.decided"
    " FROM request AS r JOIN booking AS b ON b.id = r.booking_id WHERE b.person_id = ?1 ORDER BY r.booking_id" },
  { "records", "id name email phone",
    "SELECT uid, name, email, phone FROM person WHERE id IN " RECORDS " AND id <> ?1 ORDER BY id" },
  { "journal", "at verb what before",
    "SELECT " AT ("a.at") ", a.verb, j.tbl, j.before FROM"
    " (SELECT act_id, tbl, before FROM act_row WHERE before <> '' AND ((tbl = 'person' AND row_id IN " RECORDS ")"
    "    OR (tbl = 'person_skill' AND iif (before = '', 0, before ->> 'person_id') IN " RECORDS ")"
    "    OR (tbl = 'booking' AND row_id IN " BOOKINGS "))"
    "  UNION ALL SELECT act_id, tbl, before FROM act_extra_row"
    "   WHERE before <> '' AND tbl = 'person_record' AND row_id IN " RECORDS ") AS j"
    " JOIN act AS a ON a.id = j.act_id ORDER BY a.id" },
};

gboolean
foyer_export_table_read (FoyerDb    *db,
                         gint64      id,
                         GPtrArray  *sheets,
                         GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets_of); i++)
    {
      FoyerSheet *sheet = foyer_sheet_new (sheets_of[i].name, sheets_of[i].columns);
      const guint n = g_strv_length (sheet->columns);
      g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sheets_of[i].sql);
      gboolean done;
      gboolean row;

      g_ptr_array_add (sheets, sheet);
      foyer_stmt_bind_int (stmt, 1, id);
      while ((done = foyer_stmt_step (stmt, &row, error)) && row)
        {
          char **texts = g_new0 (char *, n + 1);

          for (guint column = 0; column < n; column++)
            texts[column] = foyer_stmt_dup_text (stmt, (int) column);
          foyer_sheet_add (sheet, texts);
        }
      if (!done)
        return FALSE;
    }

  return TRUE;
}
