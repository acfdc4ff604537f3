/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>

#include "core/foyer-error.h"
#include "foyer-profile.h"
#include "storage/foyer-store-members.h"
#include "storage/foyer-store-rules.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *member;
} Fixture;

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
  fixture->member = foyer_profile_add_member (fixture->profile, "Idris");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->member);
  foyer_profile_free (fixture->profile);
}

/* The space as it is */
static FoyerSpace *
read_space (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) spaces = NULL;

  foyer_store_list_spaces_async (fixture->profile->store, NULL, got_cb, &result);
  spaces = foyer_store_list_spaces_finish (fixture->profile->store, await (&result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);

  return foyer_space_copy (spaces->pdata[0]);
}

static void
write_rules (Fixture    *fixture,
             const char *text)
{
  g_autoptr(FoyerSpace) space = read_space (fixture);
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->rules, text);
  saved = foyer_profile_save_space (fixture->profile, space);
  g_assert_no_error (fixture->profile->error);
}

static void
undo (Fixture    *fixture,
      const char *verb)
{
  g_autofree char *undone = foyer_profile_undo (fixture->profile, 0);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (undone, ==, verb);
}

/* @expected: each version, the last first: "2 2026-11-27 No calls. (1), 1 2026-11-26 No shoes. (0)" */
static void
assert_versions (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(FoyerSpace) space = read_space (fixture);
  char day[FOYER_DAY_TEXT_SIZE];

  foyer_store_list_rules_async (fixture->profile->store, fixture->space, NULL, got_cb, &result);
  list = foyer_store_list_rules_finish (fixture->profile->store, await (&result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < list->len; i++)
    {
      const FoyerHouseRules *rules = list->pdata[i];

      g_string_append_printf (told, "%s%d %s %s (%d)", i > 0 ? ", " : "", rules->version,
                              foyer_day_format (rules->since, day), rules->text, rules->n_accepted);
    }
  g_assert_cmpstr (told->str, ==, expected);
  g_assert_cmpstr (list->len > 0 ? ((FoyerHouseRules *) list->pdata[0])->text : "", ==, space->rules);
}

static FoyerRulesAccepted *
accept_version (Fixture    *fixture,
                const char *person,
                int         version)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_accept_rules_async (fixture->profile->store, person, fixture->space, version, NULL, got_cb, &result);

  return foyer_store_accept_rules_finish (fixture->profile->store, await (&result), &fixture->profile->op,
                                          &fixture->profile->error);
}

/* What the record says of the member: "1 of 2, 2026-11-26" */
static void
assert_accepted (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  char day[FOYER_DAY_TEXT_SIZE];

  foyer_store_read_member_async (fixture->profile->store, fixture->member, NULL, FOYER_DAY_NONE, NULL, got_cb, &result);
  member = foyer_store_read_member_finish (fixture->profile->store, await (&result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < member->rules->len; i++)
    {
      const FoyerRulesAccepted *accepted = member->rules->pdata[i];

      g_assert_cmpstr (accepted->space_id, ==, fixture->space);
      g_string_append_printf (told, "%d of %d, %s", accepted->version, accepted->current,
                              foyer_day_format (accepted->since, day));
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerSpace) saved = NULL;

  assert_versions (fixture, "");
  write_rules (fixture, "No shoes.");
  assert_versions (fixture, "1 2026-11-26 No shoes. (0)");

  /* The same text, and another change, make no version. */
  write_rules (fixture, "No shoes.");
  g_assert_cmpint (fixture->profile->op, ==, 0);
  space = read_space (fixture);
  space->seats = 5;
  saved = foyer_profile_save_space (fixture->profile, space);
  g_assert_no_error (fixture->profile->error);
  assert_versions (fixture, "1 2026-11-26 No shoes. (0)");

  foyer_profile_set_now (fixture->profile, "2026-11-27T00:30:00+01:00");
  write_rules (fixture, "No calls.");
  write_rules (fixture, "");
  write_rules (fixture, "No shoes.");
  assert_versions (fixture, "4 2026-11-27 No shoes. (0), 3 2026-11-27  (0), 2 2026-11-27 No calls. (0),"
                            " 1 2026-11-26 No shoes. (0)");

  undo (fixture, "space-edit");
  undo (fixture, "space-edit");
  assert_versions (fixture, "2 2026-11-27 No calls. (0), 1 2026-11-26 No shoes. (0)");
  write_rules (fixture, "No cats.");
  assert_versions (fixture, "3 2026-11-27 No cats. (0), 2 2026-11-27 No calls. (0), 1 2026-11-26 No shoes. (0)");
  for (guint i = 0; i < 4; i++)
    undo (fixture, "space-edit");
  assert_versions (fixture, "");
}

/* Written with the space itself. */
static void
test_new_space (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(FoyerSpace) space = read_space (fixture);
  g_autoptr(FoyerSpace) saved = NULL;
  g_autofree char *first = g_steal_pointer (&fixture->space);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) list = NULL;

  g_set_str (&space->id, "");
  g_set_str (&space->name, "Second");
  g_set_str (&space->rules, "No shoes.");
  saved = foyer_profile_save_space (fixture->profile, space);
  g_assert_no_error (fixture->profile->error);
  foyer_store_list_rules_async (fixture->profile->store, saved->id, NULL, got_cb, &result);
  list = foyer_store_list_rules_finish (fixture->profile->store, await (&result), &fixture->profile->error);
  g_assert_cmpuint (list->len, ==, 1);
  undo (fixture, "space-add");
  g_clear_object (&result);
  foyer_store_list_rules_async (fixture->profile->store, saved->id, NULL, got_cb, &result);
  g_assert_null (foyer_store_list_rules_finish (fixture->profile->store, await (&result), &fixture->profile->error));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

static void
test_accepted (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(FoyerRulesAccepted) accepted = NULL;
  g_autoptr(FoyerRulesAccepted) again = NULL;
  g_autoptr(FoyerRulesAccepted) second = NULL;
  gint64 then;

  write_rules (fixture, "No shoes.");
  assert_accepted (fixture, "");
  accepted = accept_version (fixture, fixture->member, 0);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (accepted->version, ==, 1);
  g_assert_cmpint (accepted->accepted_ms, ==, fixture->profile->now);
  assert_versions (fixture, "1 2026-11-26 No shoes. (1)");
  assert_accepted (fixture, "1 of 1, 2026-11-26");

  /* Once is enough, and it stays with its first instant. */
  then = fixture->profile->now;
  foyer_profile_set_now (fixture->profile, "2026-12-03T09:00:00+01:00");
  again = accept_version (fixture, fixture->member, 1);
  g_assert_cmpint (fixture->profile->op, ==, 0);
  g_assert_cmpint (again->accepted_ms, ==, then);

  write_rules (fixture, "No calls.");
  assert_accepted (fixture, "1 of 2, 2026-11-26");
  second = accept_version (fixture, fixture->member, 2);
  g_assert_no_error (fixture->profile->error);
  assert_accepted (fixture, "2 of 2, 2026-12-03");
  assert_versions (fixture, "2 2026-12-03 No calls. (1), 1 2026-11-26 No shoes. (1)");
  undo (fixture, "rules-accept");
  assert_accepted (fixture, "1 of 2, 2026-11-26");
  undo (fixture, "space-edit");
  assert_accepted (fixture, "1 of 1, 2026-11-26");
  undo (fixture, "rules-accept");
  assert_accepted (fixture, "");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 written;
  gint64 accept;

  g_assert_null (accept_version (fixture, fixture->member, 0));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NO_RULES);
  write_rules (fixture, "No shoes.");
  g_assert_null (accept_version (fixture, "nobody", 0));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_null (accept_version (fixture, fixture->member, 2));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  write_rules (fixture, "No calls.");
  written = fixture->profile->op;
  g_assert_null (accept_version (fixture, fixture->member, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* What somebody accepted cannot be unwritten under them, and they cannot go without it. */
  foyer_rules_accepted_free (accept_version (fixture, fixture->member, 0));
  accept = fixture->profile->op;
  g_assert_null (foyer_profile_undo (fixture->profile, written));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_free (foyer_profile_undo (fixture->profile, accept));
  g_assert_no_error (fixture->profile->error);
  g_free (foyer_profile_undo (fixture->profile, written));
  g_assert_no_error (fixture->profile->error);

  write_rules (fixture, "");
  g_assert_null (accept_version (fixture, fixture->member, 0));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NO_RULES);
  assert_versions (fixture, "2 2026-11-26  (0), 1 2026-11-26 No shoes. (0)");
  g_assert_true (foyer_profile_archive (fixture->profile, fixture->space, FALSE, NULL));
  g_assert_null (accept_version (fixture, fixture->member, 0));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  sqlite3 *db;

  g_assert_true (foyer_profile_close (fixture->profile));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (foyer_profile_open (fixture->profile));
}

/* What the guards would not let in is found. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *wrong;
    const char *right;
    guint       n_problems;
  } breaches[] = {
    { "UPDATE house_rules SET version = 3", "UPDATE house_rules SET version = 1", 1 },
    { "UPDATE house_rules SET text = 'Shoes.'", "UPDATE house_rules SET text = 'No shoes.'", 1 },
    { "INSERT INTO house_rules SELECT 2, space_id, 2, text, made_at, 0 FROM house_rules",
      "DELETE FROM house_rules WHERE id = 2", 1 },
    /* The space and the person */
    { "UPDATE house_rules SET deleted_at = 1", "UPDATE house_rules SET deleted_at = 0", 2 },
  };

  write_rules (fixture, "No shoes.");
  foyer_rules_accepted_free (accept_version (fixture, fixture->member, 0));
  run_sql (fixture, "DROP TRIGGER house_rules_stays; DROP TRIGGER house_rules_made; DROP TRIGGER house_rules_changed;"
                    "DROP TRIGGER house_rules_no_delete; DROP TRIGGER house_rules_in_use");
  for (gsize i = 0; i < G_N_ELEMENTS (breaches); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;

      run_sql (fixture, breaches[i].wrong);
      problems = foyer_profile_check (fixture->profile);
      g_assert_cmpuint (problems->len, ==, breaches[i].n_problems);
      g_assert_cmpint (((FoyerFinding *) problems->pdata[0])->kind, ==, FOYER_FINDING_RULES);
      run_sql (fixture, breaches[i].right);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/rules/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/rules/new-space", Fixture, NULL, set_up, test_new_space, tear_down);
  g_test_add ("/rules/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  g_test_add ("/rules/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/rules/check", Fixture, NULL, set_up, test_check, tear_down);

  return g_test_run ();
}
