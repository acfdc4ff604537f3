/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE                  /* memmem() */

#include <string.h>

#include "core/foyer-error.h"
#include "foyer-profile-passes.h"
#include "foyer-profile-people.h"
#include "foyer-profile-travel.h"
#include "storage/foyer-store-erasure.h"
#include "storage/foyer-store-export.h"

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
  fixture->space = foyer_profile_add_published (fixture->profile);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  assert_sound (fixture);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static FoyerErasure *
erase (Fixture    *fixture,
       const char *id)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GAsyncResult) result = NULL;

  g_clear_error (&profile->error);
  foyer_store_erase_person_async (profile->store, id, "Erased member", NULL, got_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return foyer_store_erase_person_finish (profile->store, result, &profile->error);
}

static void
must_erase (Fixture    *fixture,
            const char *id)
{
  g_autoptr(FoyerErasure) receipt = erase (fixture, id);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (receipt->id, ==, id);
  g_assert_cmpint (receipt->at_ms, ==, fixture->profile->now);
}

/* Whether the database or its journal, as they lie on the disk, have @text. */
static gboolean
is_on_disk (Fixture    *fixture,
            const char *text)
{
  static const char * const ends[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *path = foyer_profile_get_path (fixture->profile);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (file, &bytes, &length, NULL) && memmem (bytes, length, text, strlen (text)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static char *
add_person (Fixture    *fixture,
            const char *name,
            const char *notes)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;

  g_set_str (&person->name, name);
  g_set_str (&person->notes, notes);
  saved = foyer_profile_save_person (fixture->profile, person);
  g_assert_no_error (fixture->profile->error);

  return g_strdup (saved->id);
}

/* Two who were one for a while: what is erased of one is not left with the other. */
static void
test_once_one (Fixture       *fixture,
               gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = add_person (fixture, "Ada Lund", "Likes-the-window.");
  g_autofree char *other = add_person (fixture, "Othersomebody Lund", "Othernotes.");
  g_autoptr(FoyerPerson) one = foyer_profile_merge (profile, ada, other);
  g_autofree char *verb = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_assert_no_error (profile->error);
  verb = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (verb, ==, "member-merge");
  g_assert_true (is_on_disk (fixture, "Othernotes"));
  must_erase (fixture, other);
  g_assert_false (is_on_disk (fixture, "Othernotes"));
  g_assert_false (is_on_disk (fixture, "thersomebody"));
  g_assert_true (is_on_disk (fixture, "Likes-the-window."));

  found = foyer_profile_find (profile, "lund", NULL, FOYER_DAY_NONE, 10);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((FoyerPerson *) found->pdata[0])->id, ==, ada);
  g_assert_null (erase (fixture, other));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* A record that went into another goes with it, whichever is named. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = add_person (fixture, "Ada Lund", "Firstnotes.");
  g_autofree char *other = add_person (fixture, "Othersomebody Lund", "Othernotes.");
  g_autoptr(FoyerPerson) one = foyer_profile_merge (profile, ada, other);
  g_autoptr(FoyerErasure) receipt = erase (fixture, other);
  g_autofree char *verb = NULL;

  g_assert_no_error (profile->error);
  g_assert_cmpuint (receipt->n_records, ==, 2);
  g_assert_false (is_on_disk (fixture, "Othernotes"));
  g_assert_false (is_on_disk (fixture, "Firstnotes"));
  verb = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (verb, !=, "member-merge");
  g_assert_cmpstr (verb, !=, "member-add");
  g_assert_null (erase (fixture, ada));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* Whoever asked through a directory is told that nobody comes, and the same request does not bring them
 * back: neither again, nor to a backup in which it never was. */
static void
test_guest (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *copy = g_build_filename (profile->dir, "copy.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *guest = NULL;
  g_autoptr(FoyerErasure) receipt = NULL;

  foyer_profile_send_all (profile);
  g_assert_true (foyer_profile_backup (profile, copy));
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'g')), ==, 1);
  found = foyer_profile_find (profile, "zoe", NULL, FOYER_DAY_NONE, 10);
  g_assert_cmpuint (found->len, ==, 1);
  guest = g_strdup (((FoyerPerson *) found->pdata[0])->id);
  g_assert_true (is_on_disk (fixture, "A small one."));

  receipt = erase (fixture, guest);
  g_assert_no_error (profile->error);
  g_assert_cmpuint (receipt->n_requests, ==, 1);
  g_assert_cmpuint (receipt->n_coming, ==, 0);
  g_assert_false (is_on_disk (fixture, "A small one."));
  g_assert_false (is_on_disk (fixture, "z@example.org"));
  g_assert_false (is_on_disk (fixture, "knitting"));
  foyer_profile_assert_due (profile, "decision");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  foyer_profile_take (profile, "", "f", foyer_news_request (profile, BOOKING, FRIDAY, 'g'));
  assert_sound (fixture);

  g_assert_true (foyer_profile_close (profile));
  kept = foyer_profile_restore (profile, copy);
  g_assert_no_error (profile->error);
  g_assert_true (foyer_profile_open (profile));
  foyer_profile_take (profile, "", "g", foyer_news_request (profile, BOOKING, FRIDAY, 'g'));
  g_clear_pointer (&found, g_ptr_array_unref);
  found = foyer_profile_find (profile, "zoe", NULL, FOYER_DAY_NONE, 10);
  g_assert_cmpuint (found->len, ==, 0);
}

/* A backup of the format before, and a database that cannot be read any more: the log is in a copy. */
static void
test_old_backup (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *copy = g_build_filename (profile->dir, "copy.db", NULL);
  g_autofree char *folder = g_build_filename (profile->dir, FOYER_STORE_BACKUP_FOLDER, NULL);
  g_autofree char *cleaned = g_build_filename (folder, "foyer-2026-11-25.db", NULL);
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autofree char *ada = add_person (fixture, "Ada Lund", "Onlyinthebackup.");
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;
  g_autoptr(FoyerErasure) receipt = NULL;

  foyer_profile_run_sql (profile, "DROP TRIGGER booking_paid_in_use; DROP TRIGGER pass_paid_in_use; DROP TRIGGER space_paid_in_use;"
                         "DROP INDEX booking_freed; DROP TABLE account_entry; DROP TABLE day_close; DROP TABLE pay_code;"
                         "DROP TABLE document_buyer; DROP TABLE document_line; DROP TABLE document; DROP TABLE payment_part;"
                         "DROP TABLE payment; DROP TABLE seller; ALTER TABLE pass DROP COLUMN settled;"
                         "ALTER TABLE profile DROP COLUMN restores;"
                         "DROP TRIGGER pass_use_guard; DROP TRIGGER pass_person_in_use_elsewhere; DROP VIEW booking_payer;"
                         "DROP TRIGGER booking_brought_stays; DROP TRIGGER booking_brought_guard; DROP TRIGGER booking_brought_in_use;"
                         "DROP INDEX booking_brought; ALTER TABLE booking DROP COLUMN host_pays; ALTER TABLE booking DROP COLUMN brought_by;"
                         "CREATE TRIGGER pass_use_guard AFTER INSERT ON pass_use BEGIN SELECT 1; END;"
                         "CREATE TRIGGER pass_person_in_use_elsewhere AFTER UPDATE ON pass BEGIN SELECT 1; END;"
                         "DROP TRIGGER booking_changed; ALTER TABLE booking DROP COLUMN forgotten;"
                         "CREATE TRIGGER booking_changed AFTER UPDATE ON booking BEGIN SELECT 1; END;"
                         "DROP TABLE refused_code; DROP TABLE erasure_log; DROP TRIGGER person_erased_stays; PRAGMA user_version = 14");
  g_assert_true (foyer_profile_backup (profile, copy));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (foyer_profile_backup (profile, cleaned));

  receipt = erase (fixture, ada);
  g_assert_no_error (profile->error);
  g_assert_cmpuint (receipt->n_copies_left, ==, 0);
  g_assert_cmpuint (receipt->n_copies, >=, 1);
  g_assert_true (foyer_profile_close (profile));

  kept = foyer_profile_restore (profile, copy);
  g_assert_no_error (profile->error);
  g_assert_false (is_on_disk (fixture, "Onlyinthebackup."));

  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  again = foyer_profile_restore (profile, copy);
  g_assert_no_error (profile->error);
  g_assert_false (is_on_disk (fixture, "Onlyinthebackup."));
  g_assert_true (foyer_profile_open (profile));
  g_assert_null (erase (fixture, ada));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* What they could ask for before; after, there is nothing to ask for. */
static void
test_export (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = add_person (fixture, "Ada Lund", "Likes-the-window.");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  const FoyerSheet *person;

  foyer_store_export_person_async (profile->store, ada, NULL, got_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  sheets = foyer_store_export_person_finish (profile->store, result, &profile->error);
  g_assert_no_error (profile->error);
  person = sheets->pdata[0];
  g_assert_cmpstr (person->name, ==, "person");
  g_assert_cmpuint (person->rows->len, ==, 1);
  g_assert_true (g_strv_contains (person->rows->pdata[0], ada));
  g_assert_true (g_strv_contains (person->rows->pdata[0], "Likes-the-window."));

  must_erase (fixture, ada);
  g_clear_object (&result);
  foyer_store_export_person_async (profile->store, ada, NULL, got_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (foyer_store_export_person_finish (profile->store, result, &profile->error));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* Who was erased and has something all the same is found. */
static void
test_check (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = add_person (fixture, "Ada Lund", "");
  g_autoptr(GPtrArray) problems = NULL;

  must_erase (fixture, ada);
  assert_sound (fixture);
  foyer_profile_run_sql (profile, "DROP TRIGGER person_erased_stays; DROP TRIGGER person_rev; DROP TRIGGER person_changed;"
                                  "UPDATE person SET email = 'ada@example.org' WHERE deleted_at < 0");
  problems = foyer_profile_check (profile);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((FoyerFinding *) problems->pdata[0])->kind, ==, FOYER_FINDING_RECORD);
  foyer_profile_run_sql (profile, "UPDATE person SET email = '' WHERE deleted_at < 0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/erasure/once-one", Fixture, NULL, set_up, test_once_one, tear_down);
  g_test_add ("/erasure/merged", Fixture, NULL, set_up, test_merged, tear_down);
  g_test_add ("/erasure/guest", Fixture, NULL, set_up, test_guest, tear_down);
  g_test_add ("/erasure/old-backup", Fixture, NULL, set_up, test_old_backup, tear_down);
  g_test_add ("/erasure/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/erasure/check", Fixture, NULL, set_up, test_check, tear_down);

  return g_test_run ();
}
