/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words.h"

#define A_YEAR 366
#define DAYS_MAX 1827

static const FoyerCliOption options[] = {
  { "from", NC_("placeholder", "DAY"), N_("The first day; today unless said otherwise") },
  { "days", NC_("placeholder", "N"), N_("How many days, 1 to 1827; a year unless said otherwise") },
  { NULL },
};

static void
answer (FoyerCli *cli,
        GArray   *days)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);
      char text[FOYER_DAY_TEXT_SIZE];

      if (day->holiday == FOYER_HOLIDAY_NONE)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "day");
      json_builder_add_string_value (builder, foyer_day_format (day->day, text));
      json_builder_set_member_name (builder, "holiday");
      json_builder_add_string_value (builder, foyer_holiday_get_name (day->holiday));
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, day->open);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli         *cli,
     const FoyerSpace *space,
     GArray           *days)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (4, 0);

  foyer_cli_say_unknown_holidays (cli, space);
  for (guint i = 0; i < days->len; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);
      char date[FOYER_DAY_TEXT_SIZE];
      g_autofree char *weekday = foyer_words_weekday_short (foyer_day_get_weekday (day->day));
      g_autofree char *name = foyer_words_holiday (day->holiday);

      if (day->holiday != FOYER_HOLIDAY_NONE)
        foyer_cli_table_add (table, foyer_day_format (day->day, date), weekday, name,
                             day->open ? C_("day", "Open") : C_("day", "Closed"));
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GArray) days = NULL;
  FoyerDay first = FOYER_DAY_NONE;
  int n_days = A_YEAR;

  if (!foyer_cli_read_day (args, "from", &first, error)
      || !foyer_cli_read_int (args, "days", 1, DAYS_MAX, &n_days, error))
    return FALSE;
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;
  if (first == FOYER_DAY_NONE)
    first = foyer_cli_get_today (cli, space);
  if (!foyer_day_is_valid (first + n_days - 1))
    return foyer_cli_refuse (error, _("These days go beyond the year 9999."));

  foyer_store_availability_async (foyer_cli_get_store (cli), space->id, first, n_days,
                                  foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  days = foyer_store_availability_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (days == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, days);
  else
    say (cli, space, days);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_holidays = {
  .name = "holidays",
  .synopsis = N_("SPACE [--from DAY] [--days N]"),
  .summary = N_("Show the public holidays of a space"),
  .about = N_("Lists the public holidays where a space is, by its zone and its postcode, and whether it is open then. "
              "Those of France are known, with the days that Alsace, Moselle and the overseas regions add.\n"
              "\n"
              "“foyerctl space edit SPACE --holidays closed” keeps the week from opening a space on them; a day that "
              "was opened by itself stays open."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
