/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-db-error.h"
#include "storage/foyer-store-upkeep.h"
#include "words/foyer-words.h"

static void
answer (FoyerCli *cli,
        char    **problems)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems[0] == NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (gsize i = 0; problems[i] != NULL; i++)
    json_builder_add_string_value (builder, problems[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

/* The problems of the profile; a file too damaged to be opened is one. */
static char **
find_problems (FoyerCli  *cli,
               GError   **error)
{
  g_autoptr(GError) own = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GPtrArray) problems = NULL;

  if (foyer_cli_open (cli, &own))
    {
      foyer_store_check_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);
      problems = foyer_store_check_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &own);
    }
  if (g_error_matches (own, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED))
    {
      g_strv_builder_take (builder, foyer_words_describe_error (own));
      return g_strv_builder_end (builder);
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  for (guint i = 0; i < problems->len; i++)
    g_strv_builder_take (builder, foyer_words_describe_finding (problems->pdata[i]));

  return g_strv_builder_end (builder);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  g_auto(GStrv) problems = find_problems (cli, error);
  guint n;

  if (problems == NULL)
    return FALSE;
  n = g_strv_length (problems);
  if (foyer_cli_wants_json (cli))
    answer (cli, problems);
  else if (n == 0)
    foyer_cli_say (cli, _("Everything is in order."));
  else
    for (guint i = 0; i < n; i++)
      foyer_cli_say (cli, "%s", problems[i]);
  if (n == 0)
    return TRUE;

  g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_PROBLEMS,
               ngettext ("%u problem was found; restore the last good backup.",
                         "%u problems were found; restore the last good backup.", n), n);
  return FALSE;
}

const FoyerCliCommand foyer_cmd_check = {
  .name = "check",
  .synopsis = "",
  .summary = N_("Look whether everything is in order"),
  .about = N_("Reads the whole profile and checks that the file is sound and that what it says fits together: no more "
              "seats taken than were open, no booking without a guest. Nothing is changed. The status is 65 when "
              "something is wrong."),
  .run = run,
};
