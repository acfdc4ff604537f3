/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* The n-th read, write, sync … of every verb fails, for every n: the verb says so by a
 * typed error, and the book is as before or as after, never between. */

#include "desk-db.h"
#include "power-loss-vfs.h"
#include "scene.h"
#include "storage/db/foyer-db-private.h"
#include "storage/upkeep/foyer-check.h"
#include "witness.h"

#define PATH "/foyer.db"

typedef struct {
  const char    *name;
  PowerLossCall  calls;
  int            code;
  FoyerDbError   expected;
} Fault;

static const Fault faults[] = {
  { "read error", POWER_LOSS_READ, SQLITE_IOERR_READ, FOYER_DB_ERROR_IO },
  { "write error", POWER_LOSS_WRITE, SQLITE_IOERR_WRITE, FOYER_DB_ERROR_IO },
  { "disk full", POWER_LOSS_WRITE, SQLITE_FULL, FOYER_DB_ERROR_DISK_FULL },
  { "sync error", POWER_LOSS_SYNC, SQLITE_IOERR_FSYNC, FOYER_DB_ERROR_IO },
  { "truncate error", POWER_LOSS_TRUNCATE, SQLITE_IOERR_TRUNCATE, FOYER_DB_ERROR_IO },
  { "open error", POWER_LOSS_OPEN, SQLITE_CANTOPEN, FOYER_DB_ERROR_IO },
  { "delete error", POWER_LOSS_DELETE, SQLITE_IOERR_DELETE, FOYER_DB_ERROR_IO },
};

typedef struct {
  PowerLoss     *machine;
  PowerLossDisk *disk;
  FoyerClock    *clock;
  Scene          scene;
  char          *before;
  char          *after;
  guint          n_runs;
} Stage;

/* Ids repeat with @seed, so that a story told twice is the same. */
static FoyerDb *
stage_open_with (Stage    *self,
                 guint64   seed,
                 GError  **error)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);

  return foyer_db_open (PATH, POWER_LOSS_VFS, self->clock, random, error);
}

static FoyerDb *
stage_open (Stage   *self,
            GError **error)
{
  return stage_open_with (self, 2, error);
}

/* Lets the power go in the midst of things, so that the journal is still full. */
static void
stage_leave (Stage   *self,
             FoyerDb *db)
{
  power_loss_cut_after (self->machine, 1);
  foyer_db_free (db);
  power_loss_restart (self->machine);
}

static void
stage_init (Stage *self)
{
  g_autoptr(GError) error = NULL;
  FoyerDb *db;
  DeskDb desk;

  *self = (Stage) { 0 };
  self->machine = power_loss_new (1);
  self->clock = foyer_clock_new_frozen (DESK_NOW);
  db = stage_open_with (self, 1, &error);
  g_assert_no_error (error);
  desk = desk_db (db);
  scene_make (&self->scene, &desk.desk, &error);
  g_assert_no_error (error);
  self->before = witness_digest (db->handle);
  stage_leave (self, db);
  self->disk = power_loss_save (self->machine);
}

static void
stage_clear (Stage *self)
{
  scene_clear (&self->scene);
  power_loss_disk_free (self->disk);
  foyer_clock_unref (self->clock);
  power_loss_free (self->machine);
  g_free (self->before);
  g_free (self->after);
}

/* What the book says when nothing fails. */
static void
stage_rehearse (Stage          *self,
                const SceneAct *act)
{
  g_autoptr(GError) error = NULL;
  FoyerDb *db;
  DeskDb desk;

  power_loss_load (self->machine, self->disk, 1);
  db = stage_open (self, &error);
  g_assert_no_error (error);
  desk = desk_db (db);
  act->func (&self->scene, &desk.desk, &error);
  g_assert_no_error (error);
  g_free (self->after);
  self->after = witness_digest (db->handle);
  foyer_db_free (db);
}

/* The next start after a fault.
 * Returns: (nullable) (transfer full): what is wrong */
static char *
stage_inspect (Stage    *self,
               gboolean  done)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDb) db = stage_open (self, &error);
  g_autofree char *digest = NULL;
  char *harm;

  if (db == NULL)
    return g_strdup_printf ("it does not open again: %s", error->message);
  harm = witness_find_harm (db->handle);
  if (harm != NULL)
    return harm;
  digest = witness_digest (db->handle);
  if (g_str_equal (digest, self->after) || (!done && g_str_equal (digest, self->before)))
    return NULL;

  return g_strdup (g_str_equal (digest, self->before) ? "acknowledged, and not there" : "neither before nor after");
}

/* The answer a verb gave, and what the same connection sees then.
 * Returns: (nullable) (transfer full): what is wrong */
static char *
stage_judge (Stage        *self,
             FoyerDb      *db,
             const Fault  *fault,
             gboolean      done,
             const GError *error)
{
  g_autofree char *digest = NULL;

  if (done != (error == NULL))
    return g_strdup ("an answer and an error");
  if (error != NULL && !g_error_matches (error, FOYER_DB_ERROR, (int) fault->expected))
    return g_strdup_printf ("the wrong error: %s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  if (foyer_db_is_broken (db))
    return NULL;
  digest = witness_digest (db->handle);
  if (!g_str_equal (digest, done ? self->after : self->before))
    return g_strdup ("the connection sees something else than it said");

  return NULL;
}

/* Returns: (nullable) (transfer full): what is wrong */
static char *
stage_run (Stage          *self,
           const SceneAct *act,
           const Fault    *fault,
           guint64         n,
           gboolean        persistent,
           gboolean       *fired)
{
  g_autoptr(GError) error = NULL;
  char *wrong;
  FoyerDb *db;
  DeskDb desk;
  gboolean done;

  self->n_runs++;
  power_loss_load (self->machine, self->disk, n);
  db = stage_open (self, NULL);
  desk = desk_db (db);
  power_loss_fail (self->machine, fault->calls, n, fault->code, persistent);
  done = act->func (&self->scene, &desk.desk, &error);
  *fired = power_loss_has_failed (self->machine);
  power_loss_fail (self->machine, 0, 0, SQLITE_OK, FALSE);

  wrong = stage_judge (self, db, fault, done, error);
  stage_leave (self, db);

  return wrong != NULL ? wrong : stage_inspect (self, done);
}

/* Returns: (nullable) (transfer full): what is wrong first */
static char *
stage_run_all (Stage          *self,
               const SceneAct *act)
{
  stage_rehearse (self, act);
  for (guint i = 0; i < G_N_ELEMENTS (faults) * 2; i++)
    {
      const Fault *fault = &faults[i / 2];
      gboolean persistent = i % 2 != 0;
      gboolean fired = TRUE;

      for (guint64 n = 1; fired; n++)
        {
          g_autofree char *wrong = stage_run (self, act, fault, n, persistent, &fired);

          if (wrong != NULL)
            return g_strdup_printf ("%s, %s at call %" G_GUINT64_FORMAT "%s: %s", act->name, fault->name, n,
                                    persistent ? " and later" : "", wrong);
        }
    }

  return NULL;
}

static void
test_acts (void)
{
  Stage stage;

  stage_init (&stage);
  for (guint i = 0; scene_acts[i].name != NULL; i++)
    {
      g_autofree char *wrong = stage_run_all (&stage, &scene_acts[i]);

      g_assert_cmpstr (wrong, ==, NULL);
    }
  g_test_message ("%u faults", stage.n_runs);
  stage_clear (&stage);
}

/* Upkeep: nothing of the story changes, whatever fails. */

typedef gboolean (*UpkeepFunc) (Stage   *stage,
                                GError **error);

static gboolean
upkeep_open (Stage   *stage,
             GError **error)
{
  g_autoptr(FoyerDb) db = stage_open (stage, error);

  return db != NULL;
}

static gboolean
upkeep_close (Stage   *stage,
              GError **error)
{
  FoyerDb *db = stage_open (stage, error);

  return db != NULL && foyer_db_close (db, error);
}

static gboolean
upkeep_checkpoint (Stage   *stage,
                   GError **error)
{
  g_autoptr(FoyerDb) db = stage_open (stage, error);

  return db != NULL && foyer_db_checkpoint (db, error);
}

static gboolean
upkeep_check (Stage   *stage,
              GError **error)
{
  g_autoptr(FoyerDb) db = stage_open (stage, error);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);

  if (db == NULL || !foyer_check_file (db, TRUE, error) || !foyer_check_rows (db, problems, error))
    return FALSE;
  g_assert_cmpuint (problems->len, ==, 0);

  return TRUE;
}

static const struct {
  const char *name;
  UpkeepFunc  func;
} upkeeps[] = {
  { "open", upkeep_open },
  { "close", upkeep_close },
  { "checkpoint", upkeep_checkpoint },
  { "check", upkeep_check },
};

static gboolean
upkeep_run (Stage       *stage,
            guint        which,
            const Fault *fault,
            guint64      n,
            gboolean     persistent)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *wrong = NULL;
  gboolean fired;

  stage->n_runs++;
  power_loss_load (stage->machine, stage->disk, n);
  power_loss_fail (stage->machine, fault->calls, n, fault->code, persistent);
  if (!upkeeps[which].func (stage, &error))
    {
      if (!g_error_matches (error, FOYER_DB_ERROR, (int) fault->expected))
        g_test_message ("%s, %s at call %" G_GUINT64_FORMAT, upkeeps[which].name, fault->name, n);
      g_assert_error (error, FOYER_DB_ERROR, (int) fault->expected);
    }
  fired = power_loss_has_failed (stage->machine);
  power_loss_fail (stage->machine, 0, 0, SQLITE_OK, FALSE);
  power_loss_restart (stage->machine);
  wrong = stage_inspect (stage, FALSE);
  g_assert_cmpstr (wrong, ==, NULL);

  return fired;
}

static void
test_upkeep (void)
{
  Stage stage;

  stage_init (&stage);
  stage.after = g_strdup (stage.before);
  for (guint which = 0; which < G_N_ELEMENTS (upkeeps); which++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (faults) * 2; i++)
        {
          guint64 n = 1;

          while (upkeep_run (&stage, which, &faults[i / 2], n, i % 2 != 0))
            n++;
        }
    }
  g_test_message ("%u faults", stage.n_runs);
  stage_clear (&stage);
}

/* Planted faults */

/* A guest is kept, then the seat: what happens between is seen. */
static gboolean
book_in_two (const Scene  *scene,
             Desk         *desk,
             GError      **error)
{
  g_autoptr(FoyerPerson) draft = foyer_person_new ();
  g_autoptr(FoyerPerson) person = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  FoyerBookingRequest request = { .space_id = scene->space_id, .day = DESK_TODAY, .part = FOYER_PART_AM, .seats = 1 };
  gint64 op;

  g_set_str (&draft->name, "Half there");
  person = desk->save_person (desk, draft, &op, error);
  if (person == NULL)
    return FALSE;
  request.person_id = person->id;
  booking = desk->book (desk, &request, &op, error);

  return booking != NULL;
}

static gboolean
book_at_any_price (const Scene  *scene,
                   Desk         *desk,
                   GError      **error)
{
  const FoyerBookingRequest request = {
    .space_id = scene->space_id, .guest_name = "All is well", .day = DESK_TODAY, .part = FOYER_PART_AM, .seats = 1,
  };
  gint64 op;
  g_autoptr(FoyerBooking) booking = desk->book (desk, &request, &op, NULL);

  return TRUE;
}

static void
test_planted_are_seen (void)
{
  const SceneAct planted[] = {
    { "book in two transactions", book_in_two },
    { "book at any price", book_at_any_price },
  };
  Stage stage;

  stage_init (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autofree char *wrong = stage_run_all (&stage, &planted[i]);

      g_test_message ("found: %s", wrong);
      g_assert_nonnull (wrong);
    }
  stage_clear (&stage);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io-faults/acts", test_acts);
  g_test_add_func ("/io-faults/upkeep", test_upkeep);
  g_test_add_func ("/io-faults/planted-are-seen", test_planted_are_seen);

  return g_test_run ();
}
