/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-sentence.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-output.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "words/foyer-words.h"

#define PREVIEW_DAYS 366

FoyerDay
foyer_cli_get_today (FoyerCli         *cli,
                     const FoyerSpace *space)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);

  g_assert (zone != NULL);

  return foyer_business_day (zone, foyer_clock_now (foyer_cli_get_clock (cli)), space->cut_off);
}

FoyerOpeningPlan *
foyer_cli_read_sentence (const char  *sentence,
                         FoyerDay     today,
                         GError     **error)
{
  g_autoptr(GError) why = NULL;
  g_autofree char *quoted = NULL;
  FoyerOpeningPlan *plan = foyer_opening_plan_read (sentence, today, &why);
  const char * const *ids;

  if (plan != NULL)
    return plan;

  quoted = foyer_cli_quote (sentence);
  ids = foyer_error_get_ids (why);
  if (ids == NULL || ids[0] == NULL)
    foyer_cli_refuse (error, _("“%s” is neither a weekly opening such as “Tue,Thu 09:00-18:00” nor a day such as 2026-11-26."),
                      quoted);
  else if (ids[1] != NULL)
    foyer_cli_refuse (error, _("“%s” can mean %s or %s; write which one."), quoted, ids[0], ids[1]);
  else
    {
      g_autofree char *word = foyer_cli_quote (ids[0]);

      foyer_cli_refuse (error, _("“%s” is not understood in “%s”; write it as in “Tue,Thu 09:00-18:00” or “Tue and Thu 9-18, not in August”."),
                        word, quoted);
    }

  return NULL;
}

static void
answer_json (FoyerCli               *cli,
             const FoyerSpace       *space,
             const FoyerOpeningPlan *plan,
             const char             *sentence,
             FoyerDay                today)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sentence");
  json_builder_add_string_value (builder, sentence);
  json_builder_set_member_name (builder, "open");
  json_builder_begin_array (builder);
  for (FoyerDay day = today; day < today + PREVIEW_DAYS; day++)
    {
      char text[FOYER_DAY_TEXT_SIZE];

      if (foyer_opening_plan_resolve (plan, space, day).open)
        json_builder_add_string_value (builder, foyer_day_format (day, text));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

/* A day that the sentence would open if it were no holiday. */
static void
say_closed_holiday (FoyerCli               *cli,
                    const FoyerSpace       *space,
                    const FoyerOpeningPlan *plan,
                    FoyerDay                day)
{
  FoyerHoliday holiday = foyer_space_get_holiday (space, day);
  g_autoptr(FoyerOpeningPlan) open = NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;

  if (holiday == FOYER_HOLIDAY_NONE)
    return;
  open = foyer_opening_plan_copy (plan);
  open->holidays = FOYER_PLAN_HOLIDAYS_OPEN;
  if (!foyer_opening_plan_resolve (open, space, day).open)
    return;

  name = foyer_words_day_long (day);
  what = foyer_words_holiday (holiday);
  /* Translators: a day and its public holiday: “Friday 25 December  closed: Christmas” */
  foyer_cli_say (cli, _("%s  closed: %s"), name, what);
}

void
foyer_cli_answer_plan (FoyerCli               *cli,
                       const FoyerSpace       *space,
                       const FoyerOpeningPlan *plan,
                       FoyerDay                today)
{
  g_autofree char *sentence = foyer_opening_plan_write (plan, foyer_words_language (), today);

  if (foyer_cli_wants_json (cli))
    {
      answer_json (cli, space, plan, sentence, today);
      return;
    }

  foyer_cli_say (cli, "%s", sentence);
  if (plan->holidays == FOYER_PLAN_HOLIDAYS_CLOSED)
    foyer_cli_say_unknown_holidays (cli, space);
  for (FoyerDay day = today; day < today + PREVIEW_DAYS; day++)
    {
      FoyerDayPlan hours = foyer_opening_plan_resolve (plan, space, day);
      g_autofree char *name = NULL;
      g_autofree char *when = NULL;
      int seats = MAX (hours.am_seats, hours.pm_seats);

      if (!hours.open)
        {
          say_closed_holiday (cli, space, plan, day);
          continue;
        }
      name = foyer_words_day_long (day);
      when = foyer_words_hours (hours.start_minute, hours.end_minute);
      /* Translators: a day, its hours, its seats: “Tuesday, 1 December 2026  09:00–18:00  3 seats” */
      foyer_cli_say (cli, ngettext ("%s  %s  %d seat", "%s  %s  %d seats", (gulong) seats), name, when, seats);
    }
}
