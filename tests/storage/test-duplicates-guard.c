/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>

#include "foyer-profile-passes.h"
#include "foyer-profile-people.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define FRIDAY "2026-11-27"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const faults[][2] = {
    { "UPDATE pass SET person_id = 2", "UPDATE pass SET person_id = 1" },
    { "UPDATE person SET merged_into = 2 WHERE id = 2", "UPDATE person SET merged_into = 1 WHERE id = 2" },
    { "UPDATE person SET deleted_at = 0 WHERE id = 2", "UPDATE person SET deleted_at = 5 WHERE id = 2" },
  };
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");

  g_free (foyer_profile_add_pass (profile, bo, 20, ""));
  foyer_person_free (foyer_profile_merge (profile, ada, bo));
  g_assert_no_error (profile->error);
  foyer_profile_run_sql (profile, "DROP TRIGGER pass_person_stays; DROP TRIGGER pass_changed; DROP TRIGGER person_rev; DROP TRIGGER person_changed");
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;

      foyer_profile_run_sql (profile, faults[i][0]);
      problems = foyer_profile_check (profile);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpint (((FoyerFinding *) problems->pdata[0])->kind, ==, FOYER_FINDING_MERGED);
      g_assert_cmpstr (((FoyerFinding *) problems->pdata[0])->detail, ==, bo);
      foyer_profile_run_sql (profile, faults[i][1]);
    }
}

/* In place of the functions of the program, which no journal is written for here. */
static void
answer_one (sqlite3_context  *context,
            int               n,
            sqlite3_value   **values)
{
  sqlite3_result_int (context, 1);
}

/* What is somebody's goes to nobody else, whatever the code believes. */
static void
test_guard (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const thefts[] = {
    "UPDATE booking SET person_id = 2, rev = rev + 1", "UPDATE pass SET person_id = 2",
  };
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
  g_autofree char *path = foyer_profile_get_path (profile);
  sqlite3 *db;

  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, FRIDAY, FOYER_PART_AM, ada));
  g_free (foyer_profile_add_pass (profile, ada, 20, ""));
  g_assert_true (foyer_profile_close (profile));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_create_function (db, "foyer_act", 0, SQLITE_UTF8, NULL, answer_one, NULL, NULL);
  sqlite3_create_function (db, "foyer_now", 0, SQLITE_UTF8, NULL, answer_one, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (thefts); i++)
    {
      g_assert_cmpint (sqlite3_exec (db, thefts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
      g_assert_cmpstr (sqlite3_errmsg (db), ==, "person");
    }
  sqlite3_close (db);
  g_assert_true (foyer_profile_open (profile));
}

#define ADD(path, test) g_test_add ("/storage/duplicates-guard/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("check", test_check);
  ADD ("guard", test_guard);

  return g_test_run ();
}
