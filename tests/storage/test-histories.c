/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>

#include "histories/history.h"
#include "histories/model.h"

/* Hosts live through random histories on real files, and a calendar that shares nothing with src
 * says after each act what has to be in the file. FOYER_HISTORIES says how many histories,
 * FOYER_OPERATIONS how long each, and FOYER_SEED begins with one. With FOYER_STRANGERS guests ask
 * through a directory as well: of what they were told before an undo, the calendar does not know
 * everything yet, and one history in thirty ends with a complaint that is still to be explained. */

#define HISTORIES 4
#define OPERATIONS 400
#define TRIES 12

static int
get_size (const char *name,
          int         usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? MAX (1, atoi (text)) : usual;
}

static void
test_histories (void)
{
  int n_histories = get_size ("FOYER_HISTORIES", HISTORIES);
  int n_acts = get_size ("FOYER_OPERATIONS", OPERATIONS);
  const char *given = g_getenv ("FOYER_SEED");
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : (guint32) g_test_rand_int ();

  for (int i = 0; i < n_histories; i++, seed++)
    {
      g_autofree char *problem = NULL;

      g_test_message ("seed %u, %d acts", seed, n_acts);
      problem = history_live (seed, n_acts, NULL);
      if (problem != NULL)
        g_test_message ("%s", problem);
      g_assert_null (problem);
    }
  g_test_message ("%d histories of %d acts", n_histories, n_acts);
}

/* Faults that a history has to find. */
static const struct {
  const char *name;
  const char *sql;
} faults[] = {
  { "guard-dropped", "DROP TRIGGER IF EXISTS booking_guard_insert" },
  { "undo-skips-a-row",
    "CREATE TEMP TRIGGER fault AFTER INSERT ON main.act_row WHEN NEW.tbl = 'day_exception' AND NEW.row_id % 3 = 0 BEGIN"
    " DELETE FROM act_row WHERE act_id = NEW.act_id AND tbl = NEW.tbl AND row_id = NEW.row_id; END" },
  { "undo-forgets-when-somebody-came",
    "CREATE TEMP TRIGGER fault AFTER UPDATE OF in_at ON main.booking WHEN OLD.in_at <> 0 AND NEW.in_at = 0 BEGIN"
    " UPDATE booking SET in_at = OLD.in_at, rev = rev + 1 WHERE id = NEW.id; END" },
  { "absence-ignored",
    "CREATE TEMP TRIGGER fault AFTER INSERT ON main.series_away BEGIN"
    " UPDATE booking SET state = 'confirmed', rev = rev + 1 WHERE id = NEW.booking_id; END" },
  { "cancelled-is-something-else",
    "CREATE TEMP TRIGGER fault AFTER UPDATE OF state ON main.booking WHEN NEW.state = 'cancelled' AND NEW.id % 5 = 0"
    " BEGIN UPDATE booking SET state = 'no-show', rev = rev + 1 WHERE id = NEW.id; END" },
  { "a-seat-too-many",
    "CREATE TEMP TRIGGER fault AFTER UPDATE OF am_cap ON main.slot WHEN NEW.am_cap = 3 AND OLD.am_cap <> 4"
    " BEGIN UPDATE slot SET am_cap = 4 WHERE space_id = NEW.space_id AND day = NEW.day; END" },
};

static void
assert_caught (const char *sql)
{
  for (int i = 0; i < TRIES; i++)
    {
      g_autofree char *problem = history_live ((guint32) g_test_rand_int (), OPERATIONS, sql);

      if (problem != NULL)
        {
          g_test_message ("caught: %s", problem);
          return;
        }
    }
  g_test_fail_printf ("nobody noticed");
}

static void
test_fault (gconstpointer sql)
{
  assert_caught (sql);
}

/* The model errs, so that what it says is seen to matter. */
static void
test_model_forgets (void)
{
  model_ignores_absences = TRUE;
  assert_caught (NULL);
  model_ignores_absences = FALSE;
}

static void
test_model_of_another_easter (void)
{
  model_easter_off = 7;
  assert_caught (NULL);
  model_easter_off = 0;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/histories/lives", test_histories);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/storage/histories/caught/", faults[i].name, NULL);

      g_test_add_data_func (path, faults[i].sql, test_fault);
    }
  g_test_add_func ("/storage/histories/caught/absence-forgotten", test_model_forgets);
  g_test_add_func ("/storage/histories/caught/another-easter", test_model_of_another_easter);

  return g_test_run ();
}
