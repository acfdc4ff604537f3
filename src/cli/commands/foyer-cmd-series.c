/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-series.h"
#include "storage/foyer-store-series.h"
#include "words/foyer-words.h"

static const FoyerCliOption preview_options[] = {
  { "preview", NULL, N_("Only say what would be done") },
  { NULL },
};

static const FoyerCliOption back_options[] = {
  { "over-limit", NULL, N_("Do it also beyond the limits that the space has for one person") },
  { "preview", NULL, N_("Only say what would be done") },
  { NULL },
};

static const FoyerCliOption end_options[] = {
  { "from", NC_("placeholder", "DAY"), N_("The first day that is no longer wanted; today unless said otherwise") },
  { "preview", NULL, N_("Only say what would be done") },
  { NULL },
};

static gboolean
edit (FoyerCli         *cli,
      FoyerSeriesEdit  *change,
      GError          **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);

  change->series_id = foyer_cli_args_get_argument (args, 0);
  change->preview = foyer_cli_args_has (args, "preview");
  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_edit_series_async (foyer_cli_get_store (cli), change, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);

  return foyer_cli_answer_series (cli, change->to != FOYER_SERIES_BACK, error);
}

static gboolean
edit_range (FoyerCli       *cli,
            FoyerSeriesTo   to,
            GError        **error)
{
  FoyerSeriesEdit change = { .to = to, .over_limit = foyer_cli_args_has (foyer_cli_get_args (cli), "over-limit") };

  return foyer_cli_parse_range (foyer_cli_args_get_argument (foyer_cli_get_args (cli), 1),
                                &change.first, &change.last, error)
         && edit (cli, &change, error);
}

static gboolean
run_away (FoyerCli  *cli,
          GError   **error)
{
  return edit_range (cli, FOYER_SERIES_AWAY, error);
}

static gboolean
run_back (FoyerCli  *cli,
          GError   **error)
{
  return edit_range (cli, FOYER_SERIES_BACK, error);
}

static gboolean
run_end (FoyerCli  *cli,
         GError   **error)
{
  FoyerSeriesEdit change = { .to = FOYER_SERIES_END, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };

  return foyer_cli_read_day (foyer_cli_get_args (cli), "from", &change.first, error)
         && edit (cli, &change, error);
}

static void
build_series (JsonBuilder       *builder,
              const FoyerSeries *series)
{
  char text[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, series->id);
  json_builder_set_member_name (builder, "member");
  json_builder_add_string_value (builder, series->person_id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, series->name);
  json_builder_set_member_name (builder, "weekdays");
  json_builder_begin_array (builder);
  for (int weekday = 1; weekday <= 7; weekday++)
    if ((series->rule.weekdays & FOYER_WEEKDAY_BIT (weekday)) != 0)
      json_builder_add_int_value (builder, weekday);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "weeks");
  json_builder_add_int_value (builder, series->rule.every_weeks);
  json_builder_set_member_name (builder, "part");
  json_builder_add_string_value (builder, foyer_part_get_name (series->part));
  json_builder_set_member_name (builder, "seats");
  json_builder_add_int_value (builder, series->seats);
  json_builder_set_member_name (builder, "from");
  json_builder_add_string_value (builder, foyer_day_format (series->rule.from, text));
  json_builder_set_member_name (builder, "until");
  json_builder_add_string_value (builder, foyer_day_format (series->rule.until, text));
  json_builder_set_member_name (builder, "ahead");
  json_builder_add_int_value (builder, series->n_ahead);
  json_builder_set_member_name (builder, "away");
  json_builder_begin_array (builder);
  for (guint i = 0; i < series->away->len; i++)
    json_builder_add_string_value (builder, foyer_day_format (g_array_index (series->away, FoyerDay, i), text));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
say_list (FoyerCli  *cli,
          GPtrArray *list)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (5, 0);

  if (list->len == 0)
    {
      foyer_cli_say (cli, _("There is no series."));
      return;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const FoyerSeries *series = list->pdata[i];
      g_autofree char *rule = foyer_words_series (&series->rule);
      g_autofree char *part = foyer_words_part (series->part);
      g_autofree char *days = g_strdup_printf (ngettext ("%d day ahead", "%d days ahead", (gulong) series->n_ahead),
                                               series->n_ahead);

      foyer_cli_table_add (table, series->name, rule, part, days, series->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) list = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (space == NULL)
    return FALSE;
  foyer_store_list_series_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  list = foyer_store_list_series_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (list == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < list->len; i++)
        build_series (builder, list->pdata[i]);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_list (cli, list);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_series_list = {
  .name = "series list",
  .synopsis = N_("SPACE"),
  .summary = N_("Show who takes a seat again and again"),
  .about = N_("Lists the series of a space that are not over, with their ids, what lies ahead of each and the days given "
              "free for an absence. “foyerctl book SPACE \"every Tuesday until June\"” makes one."),
  .arguments = { NC_("placeholder", "SPACE") },
  .run = run_list,
};

const FoyerCliCommand foyer_cmd_series_away = {
  .name = "series away",
  .synopsis = N_("SERIES DAY[..DAY] [--preview]"),
  .summary = N_("Give the seats of a series free for an absence"),
  .about = N_("Frees the days of a series from the first to the last day, both included, and names them. The series goes "
              "on afterwards. “foyerctl series back” takes them again as far as seats are left, “foyerctl undo” takes "
              "the whole absence back. A series is named by its id or by that of any of its bookings."),
  .arguments = { NC_("placeholder", "SERIES"), NC_("placeholder", "DAY") },
  .options = preview_options,
  .run = run_away,
};

const FoyerCliCommand foyer_cmd_series_back = {
  .name = "series back",
  .synopsis = N_("SERIES DAY[..DAY] [--over-limit] [--preview]"),
  .summary = N_("Take the seats of an absence again"),
  .about = N_("Books the days again that “foyerctl series away” gave free, at the price of today, and names those on which "
              "no seat is left or a limit of the space is exceeded. A day that was cancelled by itself stays so."),
  .arguments = { NC_("placeholder", "SERIES"), NC_("placeholder", "DAY") },
  .options = back_options,
  .run = run_back,
};

const FoyerCliCommand foyer_cmd_series_end = {
  .name = "series end",
  .synopsis = N_("SERIES [--from DAY] [--preview]"),
  .summary = N_("End a series"),
  .about = N_("Cancels what lies ahead of a series, or all from a day on, and frees the seats. Days that are past and "
              "people who are here stay as they are. A single day is cancelled by “foyerctl cancel”."),
  .arguments = { NC_("placeholder", "SERIES") },
  .options = end_options,
  .run = run_end,
};
