/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* What moves whole files about: opening, backing up, restoring, changing to a new format.
 * Killed before any file call, or with any of them failing, there is the old profile or
 * the new one, never something between and never none. */

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "campaign.h"
#include "desk-store.h"
#include "file-faults.h"
#include "profile.h"
#include "storage/db/foyer-migrations.h"
#include "storage/foyer-db-error.h"
#include "victim.h"

/* Faults of a kind in a test run, spread over all the calls. */
#define N_SAMPLES 24

enum { DONE = 0, REFUSED = 1, NEWER = 3 };

typedef gboolean (*CaseFunc) (const char *dir,
                              GError    **error);

/* Profiles to begin with. "left" is one whose process was killed. */
static char *begun;
static char *left;
static char *other;

static char *
get_copy_path (const char *dir)
{
  return g_build_filename (dir, "copy.db", NULL);
}

static gboolean
run_open (const char *dir,
          GError    **error)
{
  g_autoptr(DeskStore) store = desk_store_open (dir, error);

  return store != NULL && desk_store_close (store, error);
}

static gboolean
run_backup (const char *dir,
            GError    **error)
{
  g_autofree char *path = get_copy_path (dir);
  g_autoptr(DeskStore) store = desk_store_open (dir, error);

  return store != NULL && desk_store_backup (store, path, error);
}

static gboolean
run_restore (const char *dir,
             GError    **error)
{
  g_autofree char *source = profile_get_db (other);
  g_autofree char *kept = desk_store_restore (dir, source, error);

  return kept != NULL;
}

static gboolean
run_migrate (const char *dir,
             GError    **error)
{
  static const char script[] =
    "ALTER TABLE space ADD COLUMN stars INTEGER NOT NULL DEFAULT 5;"
    "CREATE TABLE star (id INTEGER PRIMARY KEY, space_id INTEGER NOT NULL, n INTEGER NOT NULL) STRICT;"
    "INSERT INTO star (space_id, n) SELECT id, stars FROM space;";
  g_autofree char *path = profile_get_db (dir);
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (DESK_NOW);
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();
  g_autoptr(FoyerDb) db = foyer_db_open (path, NULL, clock, NULL, error);
  FoyerMigration *migration = g_new0 (FoyerMigration, 1);

  migration->version = (int) migrations->len + 1;
  migration->name = g_strdup ("stars");
  migration->script = g_bytes_new_static (script, sizeof script);
  g_ptr_array_add (migrations, migration);

  return db != NULL && foyer_migrations_run (db, migrations, FALSE, error);
}

/* @from: what the profile is before; @copies: leaves copy.db */
static const struct {
  const char  *name;
  CaseFunc     func;
  char       **from;
  gboolean     copies;
} cases[] = {
  { "open anew", run_open, NULL, FALSE },
  { "open", run_open, &left, FALSE },
  { "back up", run_backup, &begun, TRUE },
  { "restore", run_restore, &left, FALSE },
  { "migrate", run_migrate, &begun, FALSE },
};

static const struct {
  const char      *name;
  FileFaultsCalls  calls;
  FileFaultsKind   kind;
  int              error_number;
} kinds[] = {
  { "killed", FILE_FAULTS_WRITING, FILE_FAULTS_KILL, 0 },
  { "EIO once", FILE_FAULTS_READING | FILE_FAULTS_WRITING, FILE_FAULTS_ERRNO_ONCE, EIO },
  { "EIO from then on", FILE_FAULTS_READING | FILE_FAULTS_WRITING, FILE_FAULTS_ERRNO_FROM, EIO },
  { "ENOSPC once", FILE_FAULTS_WRITING, FILE_FAULTS_ERRNO_ONCE, ENOSPC },
  { "ENOSPC from then on", FILE_FAULTS_WRITING, FILE_FAULTS_ERRNO_FROM, ENOSPC },
};

/* Calls of each case and kind when nothing fails, and the story before and after. */
static guint64 n_calls[G_N_ELEMENTS (cases)][G_N_ELEMENTS (kinds)];
static char *before[G_N_ELEMENTS (cases)];
static char *after[G_N_ELEMENTS (cases)];

typedef struct {
  const char *dir;
  guint       which;
  guint       kind;
  guint64     n;       /* 0: none */
} Trial;

/* SQLite takes a disk that cannot read for a damaged file, tries for reading what it cannot
 * open for writing, and forgets why it could not open. The exact words are in io-faults. */
static gboolean
is_expected (const GError *error,
             int           error_number)
{
  return g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_IO)
         || g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_READ_ONLY)
         || g_error_matches (error, FOYER_DB_ERROR, error_number == ENOSPC ? FOYER_DB_ERROR_DISK_FULL
                                                                           : FOYER_DB_ERROR_DAMAGED);
}

static void
try (int      fd,
     gpointer user_data)
{
  const Trial *trial = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *count = NULL;
  gboolean done;

  file_faults_start (trial->dir, kinds[trial->kind].calls, kinds[trial->kind].kind, kinds[trial->kind].error_number,
                     trial->n);
  done = cases[trial->which].func (trial->dir, &error);
  file_faults_stop ();
  g_assert_true (done == (error == NULL));
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, file_faults_count ());
  victim_tell (count, GINT_TO_POINTER (fd));
  if (done)
    return;

  if (!is_expected (error, kinds[trial->kind].error_number))
    g_error ("%s, %s at call %" G_GUINT64_FORMAT ": the wrong error: %s", cases[trial->which].name,
             kinds[trial->kind].name, trial->n, error->message);
  _exit (REFUSED);
}

/* The next start. */
static void
start_again (int      fd,
             gpointer dir)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (dir, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER))
    _exit (NEWER);
  g_assert_no_error (error);
  desk_store_check (store, &problem, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problem, ==, NULL);
  desk_store_close (store, &error);
  g_assert_no_error (error);
}

static char *
make_dir (guint which)
{
  g_autoptr(GError) error = NULL;
  char *dir;

  if (cases[which].from != NULL)
    return profile_copy (*cases[which].from);
  dir = g_dir_make_tmp ("foyer-faults-XXXXXX", &error);
  g_assert_no_error (error);

  return dir;
}

static void
inspect_copy (const char *dir,
              guint       which,
              guint       kind,
              gboolean    done,
              gboolean    refused)
{
  g_autofree char *path = get_copy_path (dir);
  g_autofree char *harm = NULL;
  g_autofree char *digest = NULL;
  sqlite3 *db;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_false (done);
      return;
    }
  /* Where nothing can be removed any more it stays, and is whole. */
  g_assert_true (!refused || kinds[kind].kind == FILE_FAULTS_ERRNO_FROM);
  db = witness_open (path, NULL);
  g_assert_nonnull (db);
  harm = witness_find_harm (db);
  g_assert_cmpstr (harm, ==, NULL);
  digest = witness_digest (db);
  g_assert_cmpstr (digest, ==, before[which]);
  sqlite3_close (db);
}

/* A restore that failed leaves no second name of the database that is in use. */
static void
assert_nothing_kept (const char *dir)
{
  g_autoptr(GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    g_assert_false (g_str_has_prefix (name, "before-restore"));
}

static void
inspect (const char *dir,
         guint       which,
         guint       kind,
         int         status)
{
  gboolean done = status == DONE;
  gboolean refused = WIFEXITED (status) && WEXITSTATUS (status) == REFUSED;
  g_autofree char *digest = NULL;
  int again;

  g_assert_true (done || refused || (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL));
  again = victim_run (start_again, (gpointer) dir, NULL);
  profile_inspect (dir, NULL);
  digest = profile_digest (dir);
  if (done || g_strcmp0 (digest, before[which]) != 0)
    g_assert_cmpstr (digest, ==, after[which]);
  g_assert_true (again == DONE
                 || (WEXITSTATUS (again) == NEWER && g_strcmp0 (digest, after[which]) == 0));
  if (refused && kinds[kind].kind == FILE_FAULTS_ERRNO_ONCE && g_strcmp0 (digest, before[which]) == 0)
    assert_nothing_kept (dir);
  if (cases[which].copies)
    inspect_copy (dir, which, kind, done, refused);
}

/* @found counts the faults that struck. */
static void
fail_a_call (guint64  seed,
             guint64 *found)
{
  const guint64 n_samples = campaign_get_number ("FOYER_ROUNDS", N_SAMPLES);
  const guint64 number = seed - 1;
  Trial trial = {
    .which = (guint) (number / G_N_ELEMENTS (kinds) % G_N_ELEMENTS (cases)),
    .kind = (guint) (number % G_N_ELEMENTS (kinds)),
  };
  const guint64 sample = number / G_N_ELEMENTS (kinds) / G_N_ELEMENTS (cases);
  const guint64 n = n_calls[trial.which][trial.kind];
  char *dir;
  int status;

  /* The first, the last, and evenly between; all of them when there are few. */
  trial.n = n <= n_samples ? sample + 1 : 1 + sample * (n - 1) / (n_samples - 1);
  if (trial.n > n)
    return;

  dir = make_dir (trial.which);
  trial.dir = dir;
  status = victim_run (try, &trial, NULL);
  if (g_test_verbose ())
    g_test_message ("%s, %s at call %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT ": %d", cases[trial.which].name,
                    kinds[trial.kind].name, trial.n, n, status);
  inspect (dir, trial.which, trial.kind, status);
  profile_remove (dir);
  (*found)++;
}

/* Counts the calls, and keeps what the profile says before and after. */
static void
rehearse (guint which)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      char *dir = make_dir (which);
      const Trial trial = { dir, which, kind, 0 };
      g_autoptr(GString) count = g_string_new (NULL);

      if (kind == 0 && cases[which].from != NULL)
        before[which] = profile_digest (dir);
      g_assert_cmpint (victim_run (try, (gpointer) &trial, count), ==, DONE);
      n_calls[which][kind] = g_ascii_strtoull (count->str, NULL, 10);
      g_assert_cmpuint (n_calls[which][kind], >, 0);
      if (kind == 0)
        after[which] = profile_digest (dir);
      profile_remove (dir);
    }
}

static void
test_calls (void)
{
  const guint64 n_samples = campaign_get_number ("FOYER_ROUNDS", N_SAMPLES);
  guint64 n_struck;

  g_assert_cmpuint (n_samples, >, 1);
  for (guint which = 0; which < G_N_ELEMENTS (cases); which++)
    rehearse (which);
  n_struck = campaign_run ("file-faults", n_samples * G_N_ELEMENTS (cases) * G_N_ELEMENTS (kinds), fail_a_call);
  g_test_message ("%" G_GUINT64_FORMAT " faults, each left the old or the new", n_struck);
  for (guint which = 0; which < G_N_ELEMENTS (cases); which++)
    {
      g_clear_pointer (&before[which], g_free);
      g_clear_pointer (&after[which], g_free);
    }
}

static void
work_until_killed (int      fd,
                   gpointer dir)
{
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (5, victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = NULL;

  profile_learn (dir, keeper);
  store = desk_store_open (dir, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    {
      desk_keeper_act (keeper, &store->desk, &error);
      g_assert_no_error (error);
    }
  kill (getpid (), SIGKILL);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  begun = profile_make (10);
  other = profile_make (25);
  left = profile_copy (begun);
  victim_run (work_until_killed, left, NULL);
  g_test_add_func ("/file-faults/calls", test_calls);
  status = g_test_run ();
  profile_remove (begun);
  profile_remove (other);
  profile_remove (left);

  return status;
}
