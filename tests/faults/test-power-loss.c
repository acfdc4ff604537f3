/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* The store's verbs on a machine whose power goes: what was acknowledged is there, nothing
 * is harmed. With less than synchronous=FULL the same test must see the loss. */

#include "campaign.h"
#include "desk-db.h"
#include "power-loss-vfs.h"
#include "witness.h"

#define N_CUTS 4
#define N_CONTROLS 60
#define PATH "/foyer.db"

typedef struct {
  PowerLoss   *machine;
  GRand       *rand;
  FoyerClock  *clock;
  FoyerRandom *random;
  Ledger      *ledger;
  DeskKeeper  *keeper;
} World;

/* A profile where a keeper has begun, so that not every seed pays for that. */
static PowerLossDisk *begun;
static guint n_begun;
/* Set over what the store sets; "" leaves it. */
static const char *synchronous;

static void
world_init (World   *self,
            guint64  seed)
{
  self->machine = power_loss_new (seed);
  self->rand = g_rand_new_with_seed ((guint32) seed);
  self->clock = foyer_clock_new_frozen (DESK_NOW);
  self->random = foyer_random_new_seeded (seed);
  self->ledger = ledger_new ();
  self->keeper = desk_keeper_new ((guint32) seed, ledger_read, self->ledger);
}

static void
world_clear (World *self)
{
  desk_keeper_free (self->keeper);
  ledger_free (self->ledger);
  foyer_random_unref (self->random);
  foyer_clock_unref (self->clock);
  g_rand_free (self->rand);
  power_loss_free (self->machine);
}

static FoyerDb *
world_open (World   *self,
            GError **error)
{
  FoyerDb *db = foyer_db_open (PATH, POWER_LOSS_VFS, self->clock, self->random, error);

  if (db != NULL && !foyer_db_exec (db, synchronous, error))
    g_clear_pointer (&db, foyer_db_free);

  return db;
}

/* Works until the power goes, now and then closing in good order before. */
static void
world_work (World   *self,
            FoyerDb *db)
{
  DeskDb desk = desk_db (db);
  const guint n_acts = g_rand_int_range (self->rand, 0, 3) == 0 ? (guint) g_rand_int_range (self->rand, 0, 30) : G_MAXUINT;
  g_autoptr(GError) error = NULL;

  desk_keeper_learn (self->keeper, desk_db_get_handle (db));
  for (guint i = 0; i < n_acts && desk_keeper_act (self->keeper, &desk.desk, &error); i++)
    {
      if (g_rand_int_range (self->rand, 0, 25) == 0 && !foyer_db_checkpoint (db, &error))
        break;
    }
  /* Without power nothing but an error of the file can have happened. */
  if (error != NULL)
    {
      if (error->domain != FOYER_DB_ERROR || !power_loss_is_off (self->machine))
        g_error ("with power on: %s", error->message);
      foyer_db_free (db);
    }
  else
    {
      foyer_db_close (db, NULL);
    }
}

/* Returns: (nullable) (transfer full): what was lost */
static char *
world_find_loss (World   *self,
                 FoyerDb *db)
{
  sqlite3 *handle = desk_db_get_handle (db);
  char *loss = ledger_find_loss (self->ledger, handle);

  if (loss == NULL)
    ledger_accept (self->ledger, handle);

  return loss;
}

/* Returns: (nullable) (transfer full): what was lost or harmed */
static char *
world_live_and_die (World *self)
{
  g_autoptr(GError) error = NULL;
  FoyerDb *db;
  char *wrong;

  /* The power may go while the file is opened, also while it is mended. */
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    {
      power_loss_cut_after (self->machine, g_rand_int_range (self->rand, 1, 12));
      db = world_open (self, NULL);
      if (db != NULL)
        world_work (self, db);
      power_loss_restart (self->machine);
    }

  db = world_open (self, &error);
  if (db == NULL)
    return g_strdup (error->message);
  wrong = world_find_loss (self, db);
  if (wrong != NULL)
    {
      foyer_db_free (db);
      return wrong;
    }
  power_loss_cut_after (self->machine, g_rand_int_range (self->rand, 1, 150));
  world_work (self, db);
  power_loss_restart (self->machine);

  return NULL;
}

static char *
world_run (guint64  seed,
           guint64 *n_acts)
{
  World world;
  char *wrong = NULL;

  world_init (&world, seed);
  power_loss_load (world.machine, begun, seed);
  ledger_expect (world.ledger, n_begun);
  for (guint i = 0; wrong == NULL && i < N_CUTS; i++)
    wrong = world_live_and_die (&world);
  if (wrong == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerDb) db = world_open (&world, &error);

      wrong = db == NULL ? g_strdup (error->message) : world_find_loss (&world, db);
      if (wrong == NULL)
        wrong = witness_find_harm (desk_db_get_handle (db));
    }
  *n_acts = ledger_get_n_acts (world.ledger);
  world_clear (&world);

  return wrong;
}

static void
lose_power (guint64  seed,
            guint64 *found)
{
  guint64 n_acts = 0;
  g_autofree char *wrong = world_run (seed, &n_acts);

  g_assert_cmpstr (wrong, ==, NULL);
  *found += n_acts;
}

static void
lose_power_unsafely (guint64  seed,
                     guint64 *found)
{
  guint64 n_acts = 0;
  g_autofree char *wrong = world_run (seed, &n_acts);

  *found += wrong != NULL;
}

static void
test_nothing_lost (void)
{
  const guint64 n_seeds = campaign_get_number ("FOYER_SEEDS", 5000);
  guint64 n_acts;

  synchronous = "";
  n_acts = campaign_run ("power-loss", n_seeds, lose_power);
  g_test_message ("%" G_GUINT64_FORMAT " seeds, %d power cuts each, %" G_GUINT64_FORMAT " acknowledged acts, none lost",
                  n_seeds, N_CUTS, n_acts);
  if (!campaign_is_replay ())
    g_assert_cmpuint (n_acts, >, 10 * n_seeds);
}

static void
check_seen (const char *name,
            const char *pragma)
{
  guint64 n_wrong;

  synchronous = pragma;
  n_wrong = campaign_run (name, N_CONTROLS, lose_power_unsafely);
  g_test_message ("%s: harm in %" G_GUINT64_FORMAT " of %d seeds", pragma, n_wrong, N_CONTROLS);
  if (!campaign_is_replay ())
    g_assert_cmpuint (n_wrong, >, N_CONTROLS / 2);
}

static void
test_normal_is_seen (void)
{
  check_seen ("power-loss-normal", "PRAGMA synchronous = NORMAL");
}

static void
test_off_is_seen (void)
{
  check_seen ("power-loss-off", "PRAGMA synchronous = OFF");
}

/* Every seed starts from this. Afterwards no file is open. */
static void
begin (void)
{
  World world;
  FoyerDb *db;
  DeskDb desk;
  g_autoptr(GError) error = NULL;

  /* Another seed than any of the campaign, so that no id is made twice. */
  world_init (&world, 0);
  db = world_open (&world, &error);
  g_assert_no_error (error);
  desk = desk_db (db);
  desk_keeper_begin (world.keeper, &desk.desk, &error);
  g_assert_no_error (error);
  n_begun = ledger_get_n_acts (world.ledger);
  foyer_db_close (db, &error);
  g_assert_no_error (error);
  begun = power_loss_save (world.machine);
  world_clear (&world);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  synchronous = "";
  begin ();
  g_test_add_func ("/power-loss/nothing-lost", test_nothing_lost);
  g_test_add_func ("/power-loss/normal-is-seen", test_normal_is_seen);
  g_test_add_func ("/power-loss/off-is-seen", test_off_is_seen);
  status = g_test_run ();
  power_loss_disk_free (begun);

  return status;
}
