/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli.h"
#include "core/foyer-booking.h"
#include "storage/foyer-store-archive.h"
#include "storage/foyer-store-bookings.h"

static const FoyerCliOption options[] = {
  { "cancel", NULL, N_("Cancel the bookings from today on instead of refusing") },
  { NULL },
};

/* Whom it would cancel, told apart before it does; who has left is none of them. */
static GPtrArray *
list_concerned (FoyerCli         *cli,
                const FoyerSpace *space)
{
  FoyerDay today = foyer_cli_get_today (cli, space);
  GPtrArray *held;

  if (foyer_cli_wants_json (cli) || !foyer_cli_args_has (foyer_cli_get_args (cli), "cancel"))
    return NULL;
  foyer_store_list_held_async (foyer_cli_get_store (cli), space->id, today, today + FOYER_CLI_AHEAD,
                               foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  held = foyer_store_bookings_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL);
  for (guint i = held != NULL ? held->len : 0; i > 0; i--)
    if (((const FoyerBooking *) held->pdata[i - 1])->state != FOYER_STATE_CONFIRMED)
      g_ptr_array_remove_index (held, i - 1);

  return held;
}

static void
answer (FoyerCli                 *cli,
        const FoyerSpace         *space,
        const FoyerArchiveChange *change)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, space->id);
  json_builder_set_member_name (builder, "cancelled");
  json_builder_add_int_value (builder, change->n_cancelled);
  json_builder_set_member_name (builder, "declined");
  json_builder_add_int_value (builder, change->n_declined);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli                 *cli,
     const FoyerSpace         *space,
     const FoyerArchiveChange *change)
{
  foyer_cli_say (cli, _("“%s” is archived; its past stays."), space->name);
  if (change->n_cancelled > 0)
    foyer_cli_say (cli, ngettext ("%d booking is cancelled.", "%d bookings are cancelled.", (gulong) change->n_cancelled),
                   change->n_cancelled);
  if (change->n_declined > 0)
    foyer_cli_say (cli, ngettext ("%d request is declined.", "%d requests are declined.", (gulong) change->n_declined),
                   change->n_declined);
}

static gboolean
run_archive (FoyerCli  *cli,
             GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) concerned = NULL;
  FoyerArchiveChange change = { 0 };

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  concerned = list_concerned (cli, space);
  foyer_store_archive_space_async (foyer_cli_get_store (cli), space->id, foyer_cli_args_has (args, "cancel"),
                                   foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  if (!foyer_store_archive_space_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &change, error))
    return foyer_cli_say_in_the_way (cli, space, *error);
  if (foyer_cli_wants_json (cli))
    answer (cli, space, &change);
  else
    say (cli, space, &change);
  if (concerned != NULL)
    foyer_cli_say_cancelled (cli, concerned);

  return TRUE;
}

static gboolean
run_restore (FoyerCli  *cli,
             GError   **error)
{
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (space == NULL)
    return FALSE;

  foyer_store_take_up_space_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                   foyer_cli_result_cb, cli);
  if (!foyer_store_take_up_space_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error))
    return FALSE;
  if (!foyer_cli_wants_json (cli))
    {
      foyer_cli_say (cli, _("“%s” takes bookings again."), space->name);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, space->id);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_space_archive = {
  .name = "space archive",
  .synopsis = N_("SPACE [--cancel]"),
  .summary = N_("Put a space aside and keep its past"),
  .about = N_("Puts a space aside: it takes no bookings, requests or walk-ins any more, its listing ends in every "
              "directory, requests are declined and nobody waits for a seat. What was stays: bookings, people and "
              "money. Bookings from today on are refused as a whole, unless --cancel cancels them, which costs the "
              "guests nothing; it says whom it concerns and what each of them gets back. Directories hear of it "
              "with the next “foyerctl sync”.\n"
              "\n"
              "“foyerctl space restore” takes the space up again; “foyerctl undo” gives the seats back as well."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run_archive,
};

const FoyerCliCommand foyer_cmd_space_restore = {
  .name = "space restore",
  .synopsis = N_("SPACE"),
  .summary = N_("Take an archived space up again"),
  .about = N_("Takes a space up again that was archived, with the hours it had. Bookings that were cancelled stay "
              "cancelled, and no directory lists it until “foyerctl publish” does.\n"
              "\n"
              "“foyerctl space list --archived” shows those that are archived."),
  .arguments = { NC_("placeholder", "SPACE") },
  .run = run_restore,
};
