/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words.h"

#define DAYS_MAX 3660

static const FoyerCliOption options[] = {
  { "from", NC_("placeholder", "DAY"), N_("The first day") },
  { "days", NC_("placeholder", "N"), N_("How many days, 1 to 3660") },
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

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "day");
      json_builder_add_string_value (builder, foyer_day_format (day->day, text));
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, day->open);
      json_builder_set_member_name (builder, "seats");
      json_builder_add_int_value (builder, day->open ? foyer_availability_get_seats (day) : 0);
      json_builder_set_member_name (builder, "am_free");
      json_builder_add_int_value (builder, foyer_availability_get_free (day, FOYER_PART_AM));
      json_builder_set_member_name (builder, "pm_free");
      json_builder_add_int_value (builder, foyer_availability_get_free (day, FOYER_PART_PM));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static char *
describe_free (const FoyerAvailability *day)
{
  int n = foyer_availability_get_free (day, FOYER_PART_FULL);

  switch (foyer_availability_get_fullness (day))
    {
    case FOYER_FULLNESS_CLOSED:
      return g_strdup (C_("day", "Closed"));
    case FOYER_FULLNESS_FULL:
      return g_strdup (C_("day", "Full"));
    case FOYER_FULLNESS_MORNINGS_ONLY:
      n = foyer_availability_get_free (day, FOYER_PART_AM);
      return g_strdup_printf (ngettext ("%d free, morning only", "%d free, morning only", (gulong) n), n);
    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      n = foyer_availability_get_free (day, FOYER_PART_PM);
      return g_strdup_printf (ngettext ("%d free, afternoon only", "%d free, afternoon only", (gulong) n), n);
    case FOYER_FULLNESS_FREE:
    default:
      /* Translators: free seats of all seats */
      return g_strdup_printf (ngettext ("%d of %d free", "%d of %d free", (gulong) n), n,
                              foyer_availability_get_seats (day));
    }
}

static void
say (FoyerCli *cli,
     GArray   *days)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (5, 0);

  for (guint i = 0; i < days->len; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);
      char date[FOYER_DAY_TEXT_SIZE];
      g_autofree char *name = foyer_words_weekday_short (foyer_day_get_weekday (day->day));
      g_autofree char *hours = day->open ? foyer_words_hours (day->start_minute, day->end_minute) : NULL;
      g_autofree char *free_seats = describe_free (day);
      g_autofree char *holiday = foyer_words_holiday (day->holiday);

      foyer_cli_table_add (table, foyer_day_format (day->day, date), name, hours, free_seats, holiday);
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
  int n_days = 0;

  if (!foyer_cli_need (args, "from", error)
      || !foyer_cli_need (args, "days", error)
      || !foyer_cli_read_day (args, "from", &first, error)
      || !foyer_cli_read_int (args, "days", 1, DAYS_MAX, &n_days, error))
    return FALSE;
  if (!foyer_day_is_valid (first + n_days - 1))
    return foyer_cli_refuse (error, _("These days go beyond the year 9999."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  foyer_store_availability_async (foyer_cli_get_store (cli), space->id, first, n_days,
                                  foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  days = foyer_store_availability_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (days == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, days);
  else
    say (cli, days);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_availability = {
  .name = "availability",
  .synopsis = N_("SPACE --from DAY --days N"),
  .summary = N_("Show which days are open and what is free"),
  .about = N_("Lists days one after the other, past ones too, with the hours and the free seats of the morning and "
              "the afternoon. Public holidays are named."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
