/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/db/foyer-db.h"
#include "storage/foyer-store-photos.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-photo-table.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define FRIDAY "2026-11-27"
#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define ELSEWHERE "https://elsewhere.example"

typedef struct {
  FoyerProfile *profile;
  char         *space;
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
  fixture->space = foyer_profile_add_published (fixture->profile);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static FoyerPhoto *
finish (Fixture      *fixture,
        GAsyncResult *result)
{
  return foyer_store_photo_finish (fixture->profile->store, result, &fixture->profile->op, &fixture->profile->error);
}

/* The store looks at no pixel: a letter is a photo. */
static FoyerPhoto *
add_to (Fixture    *fixture,
        const char *space,
        const char *letter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (letter, strlen (letter));

  foyer_store_add_photo_async (fixture->profile->store, space, bytes, NULL, got_cb, &result);

  return finish (fixture, await (&result));
}

static char *
add (Fixture    *fixture,
     const char *letter)
{
  g_autoptr(FoyerPhoto) photo = add_to (fixture, fixture->space, letter);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, letter, -1);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (photo->sha256, ==, sha256);
  g_assert_cmpstr (photo->space_id, ==, fixture->space);
  g_assert_cmpuint (photo->size, ==, strlen (letter));

  return g_strdup (photo->id);
}

static gboolean
take_away (Fixture    *fixture,
           const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerPhoto) photo = NULL;

  foyer_store_remove_photo_async (fixture->profile->store, id, NULL, got_cb, &result);
  photo = finish (fixture, await (&result));

  return photo != NULL;
}

static gboolean
move (Fixture    *fixture,
      const char *id,
      guint       to)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerPhoto) photo = NULL;

  foyer_store_move_photo_async (fixture->profile->store, id, to, NULL, got_cb, &result);
  photo = finish (fixture, await (&result));

  return photo != NULL;
}

static GBytes *
read_bytes (Fixture    *fixture,
            const char *letter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, letter, -1);

  foyer_store_read_photo_async (fixture->profile->store, sha256, NULL, got_cb, &result);

  return foyer_store_read_photo_finish (fixture->profile->store, await (&result), &fixture->profile->error);
}

static GPtrArray *
list_spaces (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_spaces_async (fixture->profile->store, NULL, got_cb, &result);

  return foyer_store_list_spaces_finish (fixture->profile->store, await (&result), &fixture->profile->error);
}

/* @letters: "cab"; the photos, and those that a listing would name, are of these letters in their order */
static void
assert_photos (Fixture    *fixture,
               const char *letters)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) photos = NULL;
  g_autoptr(GPtrArray) spaces = list_spaces (fixture);
  const FoyerSpace *space = spaces->pdata[0];

  foyer_store_list_photos_async (fixture->profile->store, fixture->space, NULL, got_cb, &result);
  photos = foyer_store_list_photos_finish (fixture->profile->store, await (&result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (photos->len, ==, strlen (letters));
  g_assert_cmpuint (g_strv_length (space->photos), ==, photos->len);
  for (guint i = 0; i < photos->len; i++)
    {
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, &letters[i], 1);

      g_assert_cmpstr (((FoyerPhoto *) photos->pdata[i])->sha256, ==, sha256);
      g_assert_cmpstr (space->photos[i], ==, sha256);
    }
}

static void
undo (Fixture    *fixture,
      const char *verb)
{
  g_autofree char *undone = foyer_profile_undo (fixture->profile, 0);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (undone, ==, verb);
}

/* ---- the photos of a space ---- */

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = add (fixture, "b");
  g_autofree char *c = add (fixture, "c");

  assert_photos (fixture, "abc");
  g_assert_true (move (fixture, c, 1));
  assert_photos (fixture, "cab");
  g_assert_true (move (fixture, c, 2));
  assert_photos (fixture, "acb");
  g_assert_true (move (fixture, a, 99));
  assert_photos (fixture, "cba");
  g_assert_cmpint (fixture->profile->op, >, 0);
  g_assert_true (move (fixture, a, 3));
  g_assert_cmpint (fixture->profile->op, ==, 0);
  undo (fixture, "photo-move");
  assert_photos (fixture, "acb");
  undo (fixture, "photo-move");
  undo (fixture, "photo-move");
  assert_photos (fixture, "abc");
  undo (fixture, "photo-add");
  assert_photos (fixture, "ab");
}

/* What is brought back finds its own place, also when the others changed theirs meanwhile. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = add (fixture, "b");
  g_autofree char *c = add (fixture, "c");
  g_autofree char *d = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *undone = NULL;
  gint64 op;

  g_assert_true (take_away (fixture, b));
  op = fixture->profile->op;
  assert_photos (fixture, "ac");
  g_assert_null (read_bytes (fixture, "b"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_false (take_away (fixture, b));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_false (move (fixture, b, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_true (move (fixture, c, 1));
  d = add (fixture, "d");
  assert_photos (fixture, "cad");
  undone = foyer_profile_undo (fixture->profile, op);
  g_assert_cmpstr (undone, ==, "photo-remove");
  assert_photos (fixture, "cbad");
  bytes = read_bytes (fixture, "b");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "b", 1);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *other = foyer_profile_add_space (fixture->profile, 2);
  g_autofree char *first = add (fixture, "a");
  gint64 op;

  g_assert_null (add_to (fixture, fixture->space, "a"));
  g_assert_cmpint (fixture->profile->op, ==, 0);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_SAME_PHOTO);
  g_assert_null (add_to (fixture, "01942f00-0000-7000-8000-000000000001", "a"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  foyer_photo_free (add_to (fixture, other, "a"));
  for (const char *letter = "bcdef"; *letter != '\0'; letter++)
    {
      const char text[] = { *letter, '\0' };

      g_free (add (fixture, text));
    }
  g_assert_null (add_to (fixture, fixture->space, "g"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_MANY_PHOTOS);

  /* What took the place of another keeps it. */
  g_assert_true (take_away (fixture, first));
  op = fixture->profile->op;
  g_free (add (fixture, "g"));
  g_assert_null (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_MANY_PHOTOS);
  assert_photos (fixture, "bcdefg");
  undo (fixture, "photo-add");
  g_free (add (fixture, "a"));
  g_assert_null (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_SAME_PHOTO);
  assert_photos (fixture, "bcdefa");
}

static void
test_space (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerSpace) renamed = foyer_space_new ();
  g_autofree char *added = NULL;
  g_autofree char *photo = add (fixture, "a");
  g_autofree char *late = NULL;
  g_autoptr(GPtrArray) spaces = list_spaces (fixture);
  gint64 op;

  /* Whoever saves a space leaves its photos. */
  g_set_str (&((FoyerSpace *) spaces->pdata[0])->about, "Another text.");
  g_clear_pointer (&((FoyerSpace *) spaces->pdata[0])->photos[0], g_free);
  saved = foyer_profile_save_space (fixture->profile, spaces->pdata[0]);
  g_assert_cmpuint (g_strv_length (saved->photos), ==, 1);
  assert_photos (fixture, "a");

  g_assert_true (foyer_profile_archive (fixture->profile, fixture->space, FALSE, NULL));
  g_assert_null (add_to (fixture, fixture->space, "b"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (take_away (fixture, photo));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (move (fixture, photo, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  undo (fixture, "archive");

  /* A space that has one is not undone from under it. */
  g_set_str (&renamed->name, "Second");
  renamed->seats = 1;
  g_clear_pointer (&saved, foyer_space_free);
  saved = foyer_profile_save_space (fixture->profile, renamed);
  op = fixture->profile->op;
  foyer_photo_free (add_to (fixture, saved->id, "z"));
  g_assert_null (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
}

/* ---- what a directory is sent ---- */

static FoyerPost *
due_photo (Fixture *fixture)
{
  g_autoptr(GPtrArray) posts = foyer_profile_due (fixture->profile, NULL);

  for (guint i = 0; i < posts->len; i++)
    if (((FoyerPost *) posts->pdata[i])->kind == FOYER_POST_PHOTO)
      return g_ptr_array_steal_index (posts, i);

  g_assert_not_reached ();
}

static void
assert_waiting (Fixture *fixture,
                guint    n)
{
  g_autoptr(GPtrArray) waiting = foyer_profile_waiting (fixture->profile);

  g_assert_cmpuint (waiting->len, ==, n);
}

/* No photo goes before the directory has the listing that names it. */
static void
test_sent (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a", 1);
  g_autoptr(FoyerPost) photo = NULL;
  g_autoptr(FoyerPost) listing = NULL;
  g_autoptr(GPtrArray) posts = NULL;

  foyer_profile_assert_due (fixture->profile, "listing");
  assert_waiting (fixture, 3);
  posts = foyer_profile_due (fixture->profile, NULL);
  listing = g_ptr_array_steal_index (posts, 0);
  g_assert_cmpstr (listing->space->photos[0], ==, sha256);
  g_assert_true (foyer_profile_write (fixture->profile, listing, "one"));
  foyer_profile_assert_due (fixture->profile, "listing*");
  g_assert_true (foyer_profile_post_answered (fixture->profile, listing->seq, FOYER_POST_TAKEN, 0, 1, NULL));
  foyer_profile_assert_due (fixture->profile, "availability photo*");
  photo = due_photo (fixture);
  g_assert_cmpstr (photo->subject, ==, a);
  g_assert_cmpstr (photo->sha256, ==, sha256);
  g_assert_cmpmem (g_bytes_get_data (photo->body, NULL), g_bytes_get_size (photo->body), "a", 1);
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);

  /* Order and removal are the listing's to say. */
  b = add (fixture, "b");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);
  g_assert_true (move (fixture, b, 1));
  foyer_profile_assert_due (fixture->profile, "listing");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  g_assert_true (take_away (fixture, b));
  foyer_profile_assert_due (fixture->profile, "listing");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  undo (fixture, "photo-remove");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);

  /* One that is gone before it left is never sent. */
  g_free (add (fixture, "c"));
  undo (fixture, "photo-add");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  assert_waiting (fixture, 0);
}

static void
test_publication (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *photo = add (fixture, "a");

  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);
  g_assert_true (foyer_profile_publish (fixture->profile, fixture->space, ELSEWHERE));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);
  g_assert_true (foyer_profile_unpublish (fixture->profile, fixture->space, ORIGIN));
  foyer_profile_assert_due (fixture->profile, "tombstone");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  g_assert_true (take_away (fixture, photo));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  undo (fixture, "photo-remove");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);
  g_assert_true (foyer_profile_publish (fixture->profile, fixture->space, ORIGIN));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);

  /* What leaves takes what has not left yet with it. */
  g_free (add (fixture, "b"));
  g_assert_true (foyer_profile_unpublish (fixture->profile, fixture->space, NULL));
  foyer_profile_assert_due (fixture->profile, "tombstone tombstone");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);
  assert_waiting (fixture, 0);
}

/* Only the listing is due, and leaves. */
static void
send_listing (Fixture *fixture)
{
  g_autoptr(GPtrArray) posts = foyer_profile_due (fixture->profile, NULL);
  const FoyerPost *listing = posts->pdata[0];

  g_assert_cmpuint (posts->len, ==, 1);
  g_assert_cmpint (listing->kind, ==, FOYER_POST_LISTING);
  g_assert_true (foyer_profile_write (fixture->profile, listing, "listing"));
  g_assert_true (foyer_profile_post_answered (fixture->profile, listing->seq, FOYER_POST_TAKEN, 0, listing->rev, NULL));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *photo = add (fixture, "a");
  g_autoptr(FoyerPost) post = NULL;
  g_autoptr(FoyerPost) again = NULL;
  g_autoptr(GPtrArray) waiting = NULL;

  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);
  g_free (add (fixture, "b"));
  send_listing (fixture);
  post = due_photo (fixture);
  g_assert_true (foyer_profile_post_answered (fixture->profile, post->seq, FOYER_POST_REFUSED, 0, 0, "photo-refused"));
  foyer_profile_assert_due (fixture->profile, "");
  waiting = foyer_profile_waiting (fixture->profile);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->kind, ==, "photo");
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->name, ==, "Le Foyer");
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->trouble, ==, "photo-refused");

  /* Another order does not make it any better; taking it away does. */
  g_assert_true (move (fixture, photo, 2));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  assert_waiting (fixture, 1);
  g_assert_true (take_away (fixture, post->subject));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 1);
  assert_waiting (fixture, 0);
  undo (fixture, "photo-remove");
  send_listing (fixture);

  /* A directory that does not know of it hears of it again after the next listing. */
  again = due_photo (fixture);
  g_assert_true (foyer_profile_post_answered (fixture->profile, again->seq, FOYER_POST_REFUSED, 0, 0, "not-found"));
  foyer_profile_assert_due (fixture->profile, "");
  g_assert_true (move (fixture, photo, 1));
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);
  assert_waiting (fixture, 0);
}

/* A directory that was restored, and a profile that was, send everything again. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *photo = add (fixture, "a");
  g_autofree char *path = g_build_filename (fixture->profile->dir, "copy.db", NULL);
  g_autofree char *kept = NULL;

  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);
  foyer_profile_take (fixture->profile, "", "e", foyer_news_request (fixture->profile, BOOKING, FRIDAY, 'a'));
  foyer_profile_take (fixture->profile, "", "f", foyer_news_request (fixture->profile, BOOKING, FRIDAY, 'a'));
  foyer_profile_assert_due (fixture->profile, "listing");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);

  g_assert_true (foyer_profile_backup (fixture->profile, path));
  g_assert_true (foyer_profile_close (fixture->profile));
  kept = foyer_profile_restore (fixture->profile, path);
  g_assert_nonnull (kept);
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_photos (fixture, "a");
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 3);
}

/* ---- its file ---- */

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

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *photo = add (fixture, "a");
  g_autoptr(GPtrArray) problems = NULL;

  run_sql (fixture, "DROP TRIGGER photo_stays; DROP TRIGGER photo_changed; UPDATE photo SET bytes = x'62'");
  problems = foyer_profile_check (fixture->profile);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((FoyerFinding *) problems->pdata[0])->kind, ==, FOYER_FINDING_PHOTO);
  g_assert_cmpstr (((FoyerFinding *) problems->pdata[0])->detail, ==, photo);
  run_sql (fixture, "UPDATE photo SET bytes = x'61'");
  g_clear_pointer (&problems, g_ptr_array_unref);

  run_sql (fixture, "DROP TRIGGER photo_guard; DROP TRIGGER photo_made; DROP TRIGGER photo_made_told;"
           "INSERT INTO photo (uid, space_id, position, sha256, created_at, bytes)"
           " SELECT '01942f00-0000-7000-8000-000000000001', space_id, 9, sha256, 1, bytes FROM photo");
  problems = foyer_profile_check (fixture->profile);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((FoyerFinding *) problems->pdata[0])->detail, ==, "01942f00-0000-7000-8000-000000000001");
  run_sql (fixture, "DROP TRIGGER photo_no_delete; DELETE FROM photo WHERE position = 9");
}

/* What was taken away is kept for as long as it may come back. */
static void
test_pruned (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = add (fixture, "b");
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  const char *count = "SELECT count (*) FROM photo";
  FoyerDb *db;
  gint64 n;

  g_assert_true (take_away (fixture, a));
  foyer_booking_free (foyer_profile_book_guest (fixture->profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Zoé"));
  g_assert_true (foyer_profile_close (fixture->profile));
  db = foyer_db_open (path, NULL, fixture->profile->clock, NULL, &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  for (gint64 days = FOYER_JOURNAL_DAYS - 1; days <= FOYER_JOURNAL_DAYS + 1; days += 2)
    {
      fixture->profile->now += (days > FOYER_JOURNAL_DAYS ? 2 : days) * DAY_MS;
      g_assert_true (foyer_act_prune (db, &fixture->profile->error));
      g_assert_true (foyer_photo_table_prune (db, &fixture->profile->error));
      g_assert_true (foyer_db_query_int (db, count, &n, &fixture->profile->error));
      g_assert_cmpint (n, ==, days > FOYER_JOURNAL_DAYS ? 1 : 2);
    }
  g_assert_true (foyer_db_close (db, NULL));
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_photos (fixture, "b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/storage/photos/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/storage/photos/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/storage/photos/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/storage/photos/space", Fixture, NULL, set_up, test_space, tear_down);
  g_test_add ("/storage/photos/sent", Fixture, NULL, set_up, test_sent, tear_down);
  g_test_add ("/storage/photos/publication", Fixture, NULL, set_up, test_publication, tear_down);
  g_test_add ("/storage/photos/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/storage/photos/restored", Fixture, NULL, set_up, test_restored, tear_down);
  g_test_add ("/storage/photos/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/storage/photos/pruned", Fixture, NULL, set_up, test_pruned, tear_down);

  return g_test_run ();
}
