/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-upkeep.h"

static const FoyerCliOption options[] = {
  { "seed", NC_("placeholder", "N"), N_("Which season: the same number always gives the same one") },
  { "members", NC_("placeholder", "N"), N_("How many members, up to 100000; those of one home unless said otherwise") },
  { "bookings", NC_("placeholder", "N"), N_("How many bookings, up to 1000000; those of one home unless said otherwise") },
  { NULL },
};

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  guint64 seed = 0;
  int n_members = -1;
  int n_bookings = -1;

  if (!foyer_cli_need (args, "seed", error)
      || !foyer_cli_read_seed (args, "seed", &seed, error)
      || !foyer_cli_read_int (args, "members", 1, FOYER_SAMPLE_MEMBERS_MAX, &n_members, error)
      || !foyer_cli_read_int (args, "bookings", 0, FOYER_SAMPLE_BOOKINGS_MAX, &n_bookings, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_sample_async (foyer_cli_get_store (cli), seed, n_members, n_bookings,
                            foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  if (!foyer_store_sample_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error))
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "seed");
      json_builder_add_int_value (builder, (gint64) seed);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say (cli, _("The season is ready; “foyerctl space list” shows where it takes place."));

  return TRUE;
}

const FoyerCliCommand foyer_cmd_sample = {
  .name = "sample",
  .synopsis = N_("--seed N [OPTION…]"),
  .summary = N_("Fill an empty profile with an invented season"),
  .about = N_("Invents a home with eight seats, its guests and a season of days, to look around and to try things out. "
              "With many members or bookings there are several spaces. A profile that has a space already is left as "
              "it is."),
  .options = options,
  .run = run,
};
