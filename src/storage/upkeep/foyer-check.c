/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-check.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "storage/db/foyer-db-copy.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-photo-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/upkeep/foyer-check-money.h"
#include "storage/upkeep/foyer-check-passes.h"
#include "storage/upkeep/foyer-check-records.h"
#include "storage/upkeep/foyer-check-rules.h"
#include "storage/upkeep/foyer-seed-file.h"

#define CODE_MARK "error code="

/* Each gives a row with one text for every breach. */
static const struct {
  const char       *sql;
  FoyerFindingKind kind;
} invariants[] = {
  { "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
    FOYER_FINDING_REFERENCE },
  { "SELECT b.space_id || ' ' || b.day FROM"
    " (SELECT space_id, day, sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm"
    "    FROM booking WHERE " FOYER_BOOKING_HELD " GROUP BY space_id, day) AS b"
    " LEFT JOIN slot ON slot.space_id = b.space_id AND slot.day = b.day"
    " WHERE b.am > coalesce (slot.am_cap, 0) OR b.pm > coalesce (slot.pm_cap, 0)",
    FOYER_FINDING_OVERBOOKED },
  { "SELECT uid FROM booking NOT INDEXED GROUP BY uid HAVING count (*) > 1",
    FOYER_FINDING_SAME_ID },
  { "SELECT key FROM booking NOT INDEXED WHERE key <> '' AND deleted_at = 0 GROUP BY key HAVING count (*) > 1",
    FOYER_FINDING_SAME_KEY },
  { "SELECT b.uid FROM booking AS b WHERE b.state IN ('checked-in', 'checked-out') AND b.deleted_at = 0"
    " AND b.in_at = 0",
    FOYER_FINDING_NO_ARRIVAL },
  { "SELECT b.uid FROM booking AS b JOIN person AS p ON p.id = b.person_id"
    " WHERE b.deleted_at = 0 AND p.deleted_at > 0",
    FOYER_FINDING_NO_PERSON },
  { "SELECT uid FROM person WHERE last_day <> coalesce ((SELECT day FROM booking WHERE person_id = person.id"
    " AND state IN ('checked-in', 'checked-out') AND deleted_at = 0 ORDER BY day DESC LIMIT 1), '')",
    FOYER_FINDING_LAST_VISIT },
};

/* SQLite's check does not fail when it cannot read a page, it writes the result code into its
 * answer: a disk in trouble is no damaged file. */
static int
foyer_check_get_code (const char *answer)
{
  const char *code = strstr (answer, CODE_MARK);

  return code != NULL ? atoi (code + strlen (CODE_MARK)) : SQLITE_CORRUPT;
}

gboolean
foyer_check_file (FoyerDb   *db,
                  gboolean   full,
                  GError   **error)
{
  g_autofree char *answer = foyer_db_query_text (db, full ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)",
                                                 error);

  if (answer == NULL)
    return FALSE;
  if (!g_str_equal (answer, "ok"))
    {
      int code = foyer_check_get_code (answer);

      if ((code & 0xff) == SQLITE_CORRUPT)
        g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED, answer);
      else
        foyer_db_set_error (db, code, answer, error);
      return FALSE;
    }

  return TRUE;
}

void
foyer_finding_free (FoyerFinding *problem)
{
  g_free (problem->detail);
  g_free (problem);
}

void
foyer_check_add (GPtrArray        *problems,
                 FoyerFindingKind  kind,
                 const char       *detail)
{
  FoyerFinding *problem = g_new (FoyerFinding, 1);

  problem->kind = kind;
  problem->detail = g_strdup (detail);
  g_ptr_array_add (problems, problem);
}

gboolean
foyer_check_rows (FoyerDb    *db,
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

  return TRUE;
}

static gboolean
foyer_check_slots (FoyerDb    *db,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr(GPtrArray) spaces = foyer_space_table_list (db, error);

  if (spaces == NULL)
    return FALSE;

  for (guint i = 0; i < spaces->len; i++)
    {
      FoyerSpaceRow *space = spaces->pdata[i];
      FoyerDay today = foyer_space_row_get_today (space, db, error);
      g_autoptr(GArray) stale = NULL;

      if (today == FOYER_DAY_NONE || (stale = foyer_slot_table_list_stale (db, space, today, error)) == NULL)
        return FALSE;
      for (guint j = 0; j < stale->len; j++)
        {
          char day[FOYER_DAY_TEXT_SIZE];

          g_autofree char *detail = g_strdup_printf ("%" G_GINT64_FORMAT " %s", space->id,
                                                     foyer_day_format (g_array_index (stale, FoyerDay, j), day));

          foyer_check_add (problems, FOYER_FINDING_STALE_SEATS, detail);
        }
    }

  return TRUE;
}

static gboolean
foyer_check_integrity (FoyerDb    *db,
                       GPtrArray  *problems,
                       GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "PRAGMA integrity_check");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    if (!g_str_equal (foyer_stmt_get_text (stmt, 0), "ok"))
      foyer_check_add (problems, FOYER_FINDING_FILE, foyer_stmt_get_text (stmt, 0));

  return done;
}

/* Not among the rest, which also holds for older formats. */
static gboolean
foyer_check_desks (FoyerDb    *db,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.uid FROM desk_pin AS p JOIN desk_pin AS o ON o.space_id = p.space_id AND o.day = p.day"
    " AND o.desk = p.desk AND o.part & p.part AND o.booking_id < p.booking_id"
    " JOIN booking AS b ON b.id = p.booking_id");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    foyer_check_add (problems, FOYER_FINDING_DESK_TWICE, foyer_stmt_get_text (stmt, 0));

  return done;
}

static gboolean
foyer_check_photos (FoyerDb    *db,
                    GPtrArray  *problems,
                    GError    **error)
{
  g_autoptr(GPtrArray) broken = foyer_photo_table_list_broken (db, error);

  for (guint i = 0; broken != NULL && i < broken->len; i++)
    foyer_check_add (problems, FOYER_FINDING_PHOTO, broken->pdata[i]);

  return broken != NULL;
}

static gboolean
foyer_check_search (FoyerDb    *db,
                    GPtrArray  *problems,
                    GError    **error)
{
  return foyer_db_exec (db, "INSERT INTO person_fts (person_fts, rank) VALUES ('integrity-check', 1)", error);
}

gboolean
foyer_check_all (FoyerDb    *copy,
                 GPtrArray  *problems,
                 GError    **error)
{
  gboolean (* const checks[]) (FoyerDb *, GPtrArray *, GError **) = {
    foyer_check_integrity, foyer_check_rows, foyer_check_slots, foyer_check_desks, foyer_check_passes,
    foyer_check_money, foyer_check_photos, foyer_check_records, foyer_check_rules, foyer_check_search,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr(GError) local_error = NULL;

      if (checks[i] (copy, problems, &local_error))
        continue;
      if (!g_error_matches (local_error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      foyer_check_add (problems, FOYER_FINDING_FILE, local_error->message);
    }

  return TRUE;
}

GPtrArray *
foyer_check_live (FoyerDb       *db,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(FoyerDb) copy = foyer_db_open_copy ("", TRUE, foyer_db_get_clock (db), error);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);
  g_autofree char *dir = g_path_get_dirname (foyer_db_get_path (db));

  if (copy == NULL
      || !foyer_db_exec (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error)
      || !foyer_db_copy (db, copy, cancellable, error))
    return NULL;

  foyer_db_breathe_for (copy, db, cancellable);
  if (!foyer_check_all (copy, problems, error))
    return NULL;
  if (!foyer_seed_file_is_fine (dir))
    foyer_check_add (problems, FOYER_FINDING_SEED_FILE, FOYER_SEED_FILE);

  return g_steal_pointer (&problems);
}
