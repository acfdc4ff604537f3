/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"

static const FoyerCliOption options[] = {
  { "seats", NC_("placeholder", "N"), N_("How many seats are open, instead of all that the space has") },
  { "from", NC_("placeholder", "DAY"), N_("The first day of a weekly opening") },
  { "until", NC_("placeholder", "DAY"), N_("The last day of a weekly opening") },
  { "preview", NULL, N_("Only say which days the sentence opens") },
  { NULL },
};

static gboolean
read_rule (FoyerCliArgs      *args,
           FoyerOpeningRule  *rule,
           GError           **error)
{
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
run_rule (FoyerCli          *cli,
          const FoyerSpace  *space,
          FoyerOpeningRule  *rule,
          GError           **error)
{
  foyer_store_add_rule_async (foyer_cli_get_store (cli), space->id, rule, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);

  return foyer_cli_answer_days (cli, error) || foyer_cli_say_in_the_way (cli, space, *error);
}

static gboolean
run_days (FoyerCli          *cli,
          const FoyerSpace  *space,
          FoyerDaysEdit     *edit,
          GError           **error)
{
  foyer_store_edit_days_async (foyer_cli_get_store (cli), space->id, edit, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);

  return foyer_cli_answer_days (cli, error) || foyer_cli_say_in_the_way (cli, space, *error);
}

static gboolean
run_sentence (FoyerCli          *cli,
              const FoyerSpace  *space,
              const char        *sentence,
              GError           **error)
{
  FoyerDay today = foyer_cli_get_today (cli, space);
  g_autoptr(FoyerOpeningPlan) plan = foyer_cli_read_sentence (sentence, today, error);

  if (plan == NULL)
    return FALSE;
  if (foyer_cli_args_has (foyer_cli_get_args (cli), "preview"))
    {
      foyer_cli_answer_plan (cli, space, plan, today);
      return TRUE;
    }

  foyer_store_add_plan_async (foyer_cli_get_store (cli), space->id, plan, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);

  return foyer_cli_answer_days (cli, error) || foyer_cli_say_in_the_way (cli, space, *error);
}

/* What cannot be understood is said before anything is opened. */
static gboolean
check_sentence (FoyerCli    *cli,
                const char  *sentence,
                GError     **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  FoyerDay today = foyer_instant_get_day (zone, foyer_clock_now (foyer_cli_get_clock (cli)));
  g_autoptr(FoyerOpeningPlan) plan = foyer_cli_read_sentence (sentence, today, error);

  if (plan == NULL)
    return FALSE;
  if (foyer_cli_args_has (args, "seats") || foyer_cli_args_has (args, "from") || foyer_cli_args_has (args, "until"))
    return foyer_cli_refuse (error, _("A whole sentence says its seats and its first and last day itself; leave --seats, --from and --until out."));

  return TRUE;
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *text = foyer_cli_args_get_argument (args, 1);
  gboolean dated = g_ascii_isdigit (*text) && strspn (text, G_CSET_DIGITS "-.") == strlen (text);
  FoyerOpeningRule rule = { 0 };
  gboolean weekly = !dated && !foyer_cli_args_has (args, "preview") && foyer_opening_rule_parse (text, &rule, NULL);
  FoyerDaysEdit edit = { .to = FOYER_DAYS_OPEN, .start_minute = -1, .end_minute = -1, .seats = -1 };
  g_autoptr(FoyerSpace) space = NULL;

  if (dated ? !read_days (args, text, &edit, error)
            : weekly ? !read_rule (args, &rule, error) : !check_sentence (cli, text, error))
    return FALSE;
  if (dated && foyer_cli_args_has (args, "preview"))
    return foyer_cli_refuse (error, _("--preview belongs to a sentence; a day or a range of days says itself what it is."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  if (dated)
    return run_days (cli, space, &edit, error);
  if (weekly)
    return run_rule (cli, space, &rule, error);

  return run_sentence (cli, space, text, error);
}

const FoyerCliCommand foyer_cmd_open = {
  .name = "open",
  .synopsis = N_("SPACE (\"WEEKDAYS HOURS\" | DAY[..DAY] | \"SENTENCE\") [OPTION…]"),
  .summary = N_("Open a space every week or on some days"),
  .about = N_("With weekdays, as in “Tue,Thu 09:00-18:00” or “Mon-Fri 9-18” in one argument, the space opens every "
              "week from then on. Weekdays are English and may be cut to three letters.\n"
              "\n"
              "With a day or a range of days, as in 2026-12-21..2026-12-31, it opens on these days whatever the week "
              "says, for the hours of the week, or from 09:00 to 18:00 where the week has none.\n"
              "\n"
              "A sentence in English or French says both at once: “Tue and Thu 9-18, 3 seats, not in August, but on "
              "24 Dec” or “mardi et jeudi de 9h à 18h, 3 places, sauf en août, mais aussi le 24 décembre”. With "
              "--preview nothing is changed, and the days that it opens are listed.\n"
              "\n"
              "Hours that end when the morning ends open the morning alone; hours that begin then open the afternoon "
              "alone. The answer is how many days changed within a year from today."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "WHEN") },
  .options = options,
  .run = run,
};
