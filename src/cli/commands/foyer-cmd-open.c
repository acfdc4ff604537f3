/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-spaces.h"

static const FoyerCliOption options[] = {
  { "seats", NC_("placeholder", "N"), N_("How many seats are open, instead of all that the space has") },
  { "from", NC_("placeholder", "DAY"), N_("The first day of a weekly opening") },
  { "until", NC_("placeholder", "DAY"), N_("The last day of a weekly opening") },
  { NULL },
};

static gboolean
read_rule (FoyerCliArgs      *args,
           const char        *text,
           FoyerOpeningRule  *rule,
           GError           **error)
{
  if (!foyer_opening_rule_parse (text, rule, NULL))
    {
      g_autofree char *quoted = foyer_cli_quote (text);

      return foyer_cli_refuse (error, _("“%s” is neither a weekly opening such as “Tue,Thu 09:00-18:00” nor a day such as 2026-11-26."),
                               quoted);
    }
  if (!foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &rule->seats, error)
      || !foyer_cli_read_day (args, "from", &rule->from, error)
      || !foyer_cli_read_day (args, "until", &rule->until, error))
    return FALSE;
  if (rule->from != FOYER_DAY_NONE && rule->until != FOYER_DAY_NONE && rule->from > rule->until)
    return foyer_cli_refuse (error, _("--until is a day before --from."));

  return TRUE;
}

static gboolean
read_days (FoyerCliArgs   *args,
           const char     *text,
           FoyerDaysEdit  *edit,
           GError        **error)
{
  if (foyer_cli_args_has (args, "from") || foyer_cli_args_has (args, "until"))
    return foyer_cli_refuse (error, _("--from and --until belong to a weekly opening; the days of “%s” say it themselves."),
                             text);

  return foyer_cli_parse_range (text, &edit->first, &edit->last, error)
         && foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &edit->seats, error);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *text = foyer_cli_args_get_argument (args, 1);
  gboolean dated = g_ascii_isdigit (*text);
  FoyerOpeningRule rule = { 0 };
  FoyerDaysEdit edit = { .to = FOYER_DAYS_OPEN, .start_minute = -1, .end_minute = -1, .seats = -1 };
  g_autoptr(FoyerSpace) space = NULL;

  if (dated ? !read_days (args, text, &edit, error) : !read_rule (args, text, &rule, error))
    return FALSE;
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  if (dated)
    foyer_store_edit_days_async (foyer_cli_get_store (cli), space->id, &edit,
                                 foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  else
    foyer_store_add_rule_async (foyer_cli_get_store (cli), space->id, &rule,
                                foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);

  return foyer_cli_answer_days (cli, error);
}

const FoyerCliCommand foyer_cmd_open = {
  .name = "open",
  .synopsis = N_("SPACE (\"WEEKDAYS HOURS\" | DAY[..DAY]) [OPTION…]"),
  .summary = N_("Open a space every week or on some days"),
  .about = N_("With weekdays, as in “Tue,Thu 09:00-18:00” or “Mon-Fri 9-18” in one argument, the space opens every "
              "week from then on. Weekdays are English and may be cut to three letters.\n"
              "\n"
              "With a day or a range of days, as in 2026-12-21..2026-12-31, it opens on these days whatever the week "
              "says, for the hours of the week, or from 09:00 to 18:00 where the week has none.\n"
              "\n"
              "Hours that end when the morning ends open the morning alone; hours that begin then open the afternoon "
              "alone. The answer is how many days changed within a year from today."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "WHEN") },
  .options = options,
  .run = run,
};
