/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-upkeep.h"

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  const char *file = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autofree char *path = g_canonicalize_filename (file, NULL);
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;

  if (*file == '\0')
    return foyer_cli_refuse (error, _("“restore” needs the name of a file."));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      shown = g_filename_display_name (path);
      g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                   _("There is no file %s; nothing was changed."), shown);
      return FALSE;
    }
  foyer_store_restore_async (foyer_cli_get_dir (cli), path, foyer_cli_get_clock (cli),
                             foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  kept = foyer_store_restore_finish (foyer_cli_wait (cli), error);
  if (kept == NULL)
    return FALSE;
  shown = g_filename_display_name (kept);

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kept");
      json_builder_add_string_value (builder, shown);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say (cli, _("Everything is as it was in the copy. What was here before is kept in %s."), shown);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_restore = {
  .name = "restore",
  .synopsis = N_("FILE"),
  .summary = N_("Go back to what a copy has"),
  .about = N_("Checks the copy, puts it in place of the profile and keeps the profile that was there beside it. This "
              "is also the way back from a damaged profile."),
  .arguments = { NC_("placeholder", "FILE") },
  .argument_is_path = TRUE,
  .run = run,
};
