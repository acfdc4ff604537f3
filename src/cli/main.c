/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "cli/commands/foyer-cli-commands.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-fair-use.h"
#include "cli/foyer-cli-help.h"
#include "cli/foyer-cli.h"
#include "core/foyer-error.h"
#include "words/foyer-words.h"

/* In the order in which --help shows them: that of a host's first day. */
static const FoyerCliCommand * const commands[] = {
  &foyer_cmd_space_add,
  &foyer_cmd_space_edit,
  &foyer_cmd_space_list,
  &foyer_cmd_space_archive,
  &foyer_cmd_space_restore,
  &foyer_cmd_space_poster,
  &foyer_cmd_space_rules,
  &foyer_cmd_space_seller,
  &foyer_cmd_open,
  &foyer_cmd_close,
  &foyer_cmd_week,
  &foyer_cmd_availability,
  &foyer_cmd_holidays,
  &foyer_cmd_photo_add,
  &foyer_cmd_photo_list,
  &foyer_cmd_photo_remove,
  &foyer_cmd_photo_move,
  &foyer_cmd_calendar_subscribe,
  &foyer_cmd_calendar_list,
  &foyer_cmd_calendar_refresh,
  &foyer_cmd_calendar_remove,
  &foyer_cmd_member_add,
  &foyer_cmd_member_edit,
  &foyer_cmd_member_find,
  &foyer_cmd_member_list,
  &foyer_cmd_member_show,
  &foyer_cmd_member_accept_rules,
  &foyer_cmd_member_duplicates,
  &foyer_cmd_member_merge,
  &foyer_cmd_member_export,
  &foyer_cmd_member_erase,
  &foyer_cmd_member_apart,
  &foyer_cmd_member_card,
  &foyer_cmd_book,
  &foyer_cmd_cancel,
  &foyer_cmd_noshow,
  &foyer_cmd_desk,
  &foyer_cmd_series_list,
  &foyer_cmd_series_away,
  &foyer_cmd_series_back,
  &foyer_cmd_series_end,
  &foyer_cmd_waiting_add,
  &foyer_cmd_waiting_list,
  &foyer_cmd_waiting_offer,
  &foyer_cmd_waiting_book,
  &foyer_cmd_waiting_remove,
  &foyer_cmd_pass_sell,
  &foyer_cmd_pass_give,
  &foyer_cmd_pass_list,
  &foyer_cmd_pass_use,
  &foyer_cmd_pass_return,
  &foyer_cmd_pass_end,
  &foyer_cmd_pay,
  &foyer_cmd_refund,
  &foyer_cmd_receipt,
  &foyer_cmd_invoice,
  &foyer_cmd_credit,
  &foyer_cmd_ledger,
  &foyer_cmd_close_day,
  &foyer_cmd_checkin,
  &foyer_cmd_checkout,
  &foyer_cmd_today,
  &foyer_cmd_rollcall,
  &foyer_cmd_refusals,
  &foyer_cmd_publish,
  &foyer_cmd_unpublish,
  &foyer_cmd_accept,
  &foyer_cmd_decline,
  &foyer_cmd_search,
  &foyer_cmd_request,
  &foyer_cmd_seats,
  &foyer_cmd_sync,
  &foyer_cmd_undo,
  &foyer_cmd_backup,
  &foyer_cmd_restore,
  &foyer_cmd_check,
  &foyer_cmd_sample,
  NULL,
};

static char *
describe_as_json (const GError *error,
                  const char   *sentence)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const char * const *ids = foyer_error_get_ids (error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, foyer_cli_error_get_name (error));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, sentence);
  if (*ids != NULL)
    {
      json_builder_set_member_name (builder, "bookings");
      json_builder_begin_array (builder);
      for (; *ids != NULL; ids++)
        json_builder_add_string_value (builder, *ids);
      json_builder_end_array (builder);
    }
  foyer_cli_build_over_limit (builder, foyer_error_get_over_limit (error));
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return foyer_cli_json_to_text (builder);
}

/* The sentence goes to people and, for scripts, the one document says the same, unless the
 * command had an answer of its own although it failed (check). */
static int
report (const GError *error,
        const char   *answer,
        gboolean      json)
{
  g_autofree char *sentence = foyer_cli_error_describe (error);
  g_autofree char *document = json && *answer == '\0' ? describe_as_json (error, sentence) : g_strdup (answer);
  const char * const *ids = foyer_error_get_ids (error);

  foyer_cli_write_complaint (sentence);
  g_debug ("%s", error->message);
  if (g_error_matches (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_OUTPUT))
    return foyer_cli_error_get_status (error);
  foyer_cli_write_answer (document, NULL);
  /* Who is in the way was said already by a command that can name them. */
  if (!json && *answer == '\0')
    for (; *ids != NULL; ids++)
      {
        g_autofree char *line = g_strconcat (*ids, "\n", NULL);

        foyer_cli_write_answer (line, NULL);
      }

  return foyer_cli_error_get_status (error);
}

static gboolean
explain (FoyerCliArgs  *args,
         GError       **error)
{
  const FoyerCliCommand *command = foyer_cli_args_get_command (args);
  g_autofree char *text = NULL;

  if (foyer_cli_args_has (args, "version"))
    text = g_strdup ("foyerctl " FOYER_VERSION "\n");
  else if (command != NULL)
    text = foyer_cli_help_for_command (command);
  else
    text = foyer_cli_help_for_program (commands, foyer_cli_args_get_group (args));

  return foyer_cli_write_answer (text, error);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  const FoyerCliCommand *command = foyer_cli_args_get_command (foyer_cli_get_args (cli));
  gboolean done;

  if (!foyer_cli_prepare (cli, error))
    return FALSE;
  done = command->run (cli, error);
  /* Nobody hears of an act before it is kept, and a reader who leaves early kills no
   * process that has a database open. */
  foyer_cli_close (cli);

  return done && foyer_cli_write_answer (foyer_cli_get_answer (cli)->str, error);
}

static gboolean
asks_for_json (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--json") == 0)
      return TRUE;

  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  FoyerCliArgs *args = foyer_cli_args_new ();
  FoyerCli *cli = foyer_cli_new (args);
  g_autoptr(GError) error = NULL;
  int status = 0;
  int stopped_by;

  foyer_cli_guard_streams ();
  setlocale (LC_ALL, "");
  foyer_words_init ();

  /* Where the command line cannot be read, --json may stand behind the mistake. */
  if (!foyer_cli_args_parse (args, argc, argv, commands, &error))
    status = report (error, "", asks_for_json (argc, argv));
  else if (foyer_cli_args_has (args, "help") || foyer_cli_args_has (args, "version"))
    status = explain (args, &error) ? 0 : report (error, "", FALSE);
  else if (!run (cli, &error))
    status = report (error, foyer_cli_get_answer (cli)->str, foyer_cli_wants_json (cli));

  stopped_by = error != NULL ? foyer_cli_get_signal (cli) : 0;
  foyer_cli_free (cli);
  if (stopped_by != 0)
    {
      /* So that a shell sees what ended its loop. */
      signal (stopped_by, SIG_DFL);
      raise (stopped_by);
    }

  return status;
}
