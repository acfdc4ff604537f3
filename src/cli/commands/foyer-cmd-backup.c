/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli.h"
#include "core/foyer-error.h"
#include "storage/foyer-store-upkeep.h"

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  const char *file = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autoptr(GError) own = NULL;

  if (*file == '\0')
    return foyer_cli_refuse (error, _("“backup” needs the name of a file."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  path = g_canonicalize_filename (file, NULL);
  shown = g_filename_display_name (path);
  foyer_store_backup_async (foyer_cli_get_store (cli), path, foyer_cli_get_cancellable (cli),
                            foyer_cli_result_cb, cli);
  if (!foyer_store_backup_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &own))
    {
      if (g_error_matches (own, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
        g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                     _("There is no folder that could take %s; nothing was written."), shown);
      else
        g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, shown);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say (cli, _("A checked copy of everything is in %s."), shown);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_backup = {
  .name = "backup",
  .synopsis = N_("FILE"),
  .summary = N_("Write a checked copy of everything into a file"),
  .about = N_("Writes the whole profile into one new file, reads it again to be sure of it, and only then gives it its "
              "name. A file that exists is never replaced."),
  .arguments = { NC_("placeholder", "FILE") },
  .argument_is_path = TRUE,
  .run = run,
};
