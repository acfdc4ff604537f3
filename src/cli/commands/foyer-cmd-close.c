/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-spaces.h"

static const FoyerCliOption options[] = {
  { "cancel", NULL, N_("Cancel the bookings of these days instead of refusing") },
  { NULL },
};

/* Whom closing would cancel, told apart before it does. Nobody there is no error: the act finds its own. */
static GPtrArray *
list_concerned (FoyerCli            *cli,
                const FoyerSpace    *space,
                const FoyerDaysEdit *edit)
{
  FoyerDay first = MAX (edit->first, foyer_cli_get_today (cli, space));

  if (foyer_cli_wants_json (cli) || !edit->cancel_bookings || edit->last < first)
    return NULL;
  foyer_store_list_held_async (foyer_cli_get_store (cli), space->id, first, edit->last,
                               foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);

  return foyer_store_bookings_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerDaysEdit edit = { .to = FOYER_DAYS_CLOSE, .start_minute = -1, .end_minute = -1, .seats = -1 };
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) concerned = NULL;

  if (!foyer_cli_parse_range (foyer_cli_args_get_argument (args, 1), &edit.first, &edit.last, error))
    return FALSE;
  edit.cancel_bookings = foyer_cli_args_has (args, "cancel");
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  concerned = list_concerned (cli, space, &edit);
  foyer_store_edit_days_async (foyer_cli_get_store (cli), space->id, &edit,
                               foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  if (!foyer_cli_answer_days (cli, error))
    return foyer_cli_say_in_the_way (cli, space, *error);
  if (concerned != NULL)
    foyer_cli_say_cancelled (cli, concerned);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_close = {
  .name = "close",
  .synopsis = N_("SPACE DAY[..DAY] [--cancel]"),
  .summary = N_("Close a space on some days"),
  .about = N_("Closes a day or a range of days, both ends included, whatever the week says. Days on which somebody "
              "has a seat are refused as a whole, unless --cancel cancels the bookings, which costs the guests nothing. "
              "Either way it says whom it concerns and what each of them gets back.\n"
              "\n"
              "“foyerctl undo” opens the days again and gives the seats back."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "DAY") },
  .options = options,
  .run = run,
};
