/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <unistd.h>

#include "campaign.h"
#include "sim-world.h"

#define N_STEPS 500
/* In how many worlds a planted mistake has to show itself. */
#define N_WORLDS_TO_FIND 60

static void
live (guint64  seed,
      guint64 *found)
{
  g_autofree char *complaint = sim_world_live (seed, (guint) campaign_get_number ("FOYER_STEPS", N_STEPS),
                                               SIM_BUG_NONE);

  if (complaint != NULL)
    g_error ("%s", complaint);
  *found += 1;
}

static void
test_worlds (void)
{
  guint64 n_seeds = campaign_get_number ("FOYER_SEEDS", 300);
  guint64 found = campaign_run ("sim", n_seeds, live);

  g_assert_cmpuint (found, ==, campaign_is_replay () ? 1 : n_seeds);
}

static void
test_bug (gconstpointer data)
{
  SimBug bug = (SimBug) GPOINTER_TO_INT (data);
  g_autofree char *complaint = NULL;
  guint64 seed;

  if (campaign_is_replay ())
    {
      g_test_skip ("one seed alone");
      return;
    }
  for (seed = 1; seed <= N_WORLDS_TO_FIND && complaint == NULL; seed++)
    complaint = sim_world_live (seed, N_STEPS, bug);
  g_assert_nonnull (complaint);
  g_test_message ("found in world %d: %s", (int) seed - 1, complaint);
}

/* The same seed, the same life. */
static void
test_repeats (void)
{
  for (guint64 seed = 1; seed <= 10; seed++)
    {
      g_autofree char *once = sim_world_live (seed, 300, SIM_BUG_HALVES);
      g_autofree char *again = sim_world_live (seed, 300, SIM_BUG_HALVES);

      g_assert_cmpstr (once, ==, again);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char * const names[] = {
    [SIM_BUG_NO_DEDUPE] = "no-dedupe",
    [SIM_BUG_CURSOR_FIRST] = "cursor-first",
    [SIM_BUG_NEW_BOX] = "new-box",
    [SIM_BUG_TIMEOUT_FAILED] = "timeout-failed",
    [SIM_BUG_LOWER_REV] = "lower-rev",
    [SIM_BUG_HALVES] = "halves",
    [SIM_BUG_CLEAR_STREET] = "clear-street",
  };
  const char *seed = g_getenv ("FOYER_SIM_SEED");

  g_test_init (&argc, &argv, NULL);
  /* a world that failed tells its seed under this name */
  if (seed != NULL)
    g_setenv ("FOYER_SEED", seed, TRUE);

  for (SimBug bug = SIM_BUG_NONE + 1; bug <= SIM_BUG_LAST; bug++)
    {
      g_autofree char *path = g_strconcat ("/sim/planted/", names[bug], NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (bug), test_bug);
    }
  g_test_add_func ("/sim/repeats", test_repeats);
  g_test_add_func ("/sim/worlds", test_worlds);

  return g_test_run ();
}
