/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-member.h"
#include "words/foyer-words.h"

/* Read at once. */
#define SLICE 1000

static const FoyerCliOption list_options[] = {
  { "sort", NC_("placeholder", "ORDER"), N_("name, as unless said otherwise, or last-visit: who was here last comes first") },
  { NULL },
};

static gboolean
run_show (FoyerCli  *cli,
          GError   **error)
{
  g_autoptr(FoyerMember) member = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  member = foyer_cli_find_member (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (member == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      foyer_cli_build_member (builder, member);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say_member (cli, member);

  return TRUE;
}

static gboolean
read_sort (FoyerCliArgs     *args,
           FoyerMemberSort  *sort,
           GError          **error)
{
  const char *text = foyer_cli_args_get (args, "sort");
  g_autofree char *quoted = NULL;

  *sort = g_strcmp0 (text, "last-visit") == 0 ? FOYER_MEMBERS_BY_LAST_DAY : FOYER_MEMBERS_BY_NAME;
  if (text == NULL || g_str_equal (text, "name") || g_str_equal (text, "last-visit"))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--sort wants name or last-visit, not “%s”."), quoted);
}

static void
build_line (JsonBuilder           *builder,
            const FoyerMemberLine *line)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, line->person->id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, line->person->name);
  json_builder_set_member_name (builder, "last_day");
  if (line->person->last_day != FOYER_DAY_NONE)
    json_builder_add_string_value (builder, foyer_day_format (line->person->last_day, day));
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
say_line (FoyerCliTable         *table,
          const FoyerMemberLine *line)
{
  g_autofree char *day = line->person->last_day != FOYER_DAY_NONE
                         ? foyer_words_day_range (line->person->last_day, line->person->last_day) : g_strdup ("");

  foyer_cli_table_add (table, line->person->name, line->person->id, day);
}

static gboolean
read_lines (FoyerCli         *cli,
            FoyerMemberList  *list,
            JsonBuilder      *builder,
            FoyerCliTable    *table,
            GError          **error)
{
  for (guint start = 0; start < list->n; start += SLICE)
    {
      g_autoptr(GPtrArray) lines = NULL;

      foyer_store_read_members_async (foyer_cli_get_store (cli), list->rows + start, MIN (SLICE, list->n - start), NULL,
                                      FOYER_DAY_NONE, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
      lines = foyer_store_read_members_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
      if (lines == NULL)
        return FALSE;
      for (guint i = 0; i < lines->len; i++)
        {
          if (builder != NULL)
            build_line (builder, lines->pdata[i]);
          else
            say_line (table, lines->pdata[i]);
        }
    }

  return TRUE;
}

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  FoyerMemberQuery query = { 0 };
  g_autoptr(FoyerMemberList) list = NULL;
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (3, 0);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!read_sort (foyer_cli_get_args (cli), &query.sort, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_list_members_async (foyer_cli_get_store (cli), &query, foyer_cli_get_cancellable (cli),
                                  foyer_cli_result_cb, cli);
  list = foyer_store_list_members_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (list == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      builder = json_builder_new ();
      json_builder_begin_array (builder);
    }
  if (!read_lines (cli, list, builder, table, error))
    return FALSE;
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else if (list->n == 0)
    foyer_cli_say (cli, _("There are no members yet. Add one with “foyerctl member add”."));
  else
    foyer_cli_table_print (table, foyer_cli_get_answer (cli));

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_show = {
  .name = "member show",
  .synopsis = N_("ID"),
  .summary = N_("Show what is known about a member"),
  .about = N_("Shows the record of a member, on how many days they were here, what there is to notice about them, and "
              "what they have booked. What is noticed is worked out of the check-ins each time and kept nowhere: a "
              "regular was here on 5 days within 12 weeks, a weekday is usual from 3 visits on if these are at least "
              "every second week, and a regular is missed after 6 weeks, for a year.\n"
              "\n"
              "“foyerctl member find” tells ids."),
  .arguments = { NC_("placeholder", "ID") },
  .run = run_show,
};

const FoyerCliCommand foyer_cmd_member_list = {
  .name = "member list",
  .synopsis = N_("[--sort ORDER]"),
  .summary = N_("List all members"),
  .about = N_("Lists every member with the last day on which they were here."),
  .options = list_options,
  .run = run_list,
};
