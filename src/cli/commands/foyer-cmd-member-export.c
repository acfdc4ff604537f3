/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli.h"
#include "sync/exports/foyer-person-export.h"
#include "words/foyer-words.h"

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *id = foyer_cli_args_get_argument (args, 0);
  const char *file = foyer_cli_args_get_argument (args, 1);
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autoptr(GBytes) archive = NULL;

  if (*file == '\0')
    return foyer_cli_refuse (error, _("“member export” needs the name of a file."));
  if (!foyer_cli_open (cli, error))
    return FALSE;

  foyer_person_export_async (foyer_cli_get_store (cli), id, foyer_words_cell_separator (),
                             foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  archive = foyer_person_export_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (archive == NULL)
    {
      foyer_cli_name_missing_person (error, id);
      return FALSE;
    }
  path = g_canonicalize_filename (file, NULL);
  shown = g_filename_display_name (path);
  if (!foyer_cli_write_file (path, archive, error))
    return FALSE;

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
    /* Translators: %s is a file */
    foyer_cli_say (cli, _("All that is kept about this person is in %s. It is for them and for nobody else."), shown);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_export = {
  .name = "member export",
  .synopsis = N_("ID FILE"),
  .summary = N_("Write all that is kept about somebody into a file"),
  .about = N_("Writes one ZIP archive of all that is kept about a member or a guest: everything as JSON, the same as "
              "tables, and a text in English and French that explains them. It has what the host noted as well, and "
              "earlier values that the journal keeps. Only you may read the file; it is written as a whole or not at all, "
              "and a file that exists is never replaced."),
  .arguments = { NC_("placeholder", "ID"), NC_("placeholder", "FILE") },
  .argument_is_path = TRUE,
  .run = run,
};
