/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-sync.h"

static void
add_number (JsonBuilder *builder,
            const char  *name,
            guint        number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
answer (FoyerCli              *cli,
        const FoyerSyncReport *report)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "sent", report->sent);
  add_number (builder, "received", report->received);
  add_number (builder, "waiting", report->waiting);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  g_autoptr(FoyerSyncReport) report = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_sync_run_async (foyer_cli_get_sync (cli), NULL, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  report = foyer_sync_run_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), error);
  if (report == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    answer (cli, report);
  else
    /* Translators: numbers of letters to and from directories */
    foyer_cli_say (cli, _("Sent: %u. Received: %u. Waiting: %u."), report->sent, report->received, report->waiting);

  return foyer_cli_end_try (&report->error, error);
}

const FoyerCliCommand foyer_cmd_sync = {
  .name = "sync",
  .synopsis = "",
  .summary = N_("Send what waits, and fetch what came"),
  .about = N_("Speaks once with every directory of the profile, as a host and as a guest. While the window is open it "
              "does so by itself."),
  .run = run,
};
