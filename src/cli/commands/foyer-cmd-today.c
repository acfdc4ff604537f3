/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-bookings.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "day", NC_("placeholder", "DAY"), N_("Another day than today") },
  { NULL },
};

static void
answer (FoyerCli            *cli,
        const FoyerDaySheet *sheet)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "day");
  json_builder_add_string_value (builder, foyer_day_format (sheet->day, day));
  foyer_cli_build_people (builder, "expected", sheet->expected, FALSE);
  foyer_cli_build_people (builder, "here", sheet->here, FALSE);
  foyer_cli_build_people (builder, "left", sheet->left, FALSE);
  foyer_cli_build_people (builder, "requests", sheet->requests, TRUE);
  json_builder_set_member_name (builder, "seats_free");
  json_builder_add_int_value (builder, foyer_availability_get_free (&sheet->availability, FOYER_PART_FULL));
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say_seats (FoyerCli                *cli,
           const FoyerAvailability *day)
{
  int seats = foyer_availability_get_seats (day);
  int n_free = foyer_availability_get_free (day, FOYER_PART_FULL);
  g_autofree char *hours = NULL;

  if (!day->open)
    {
      foyer_cli_say (cli, _("Closed"));
      return;
    }
  hours = foyer_words_hours (day->start_minute, day->end_minute);
  switch (foyer_availability_get_fullness (day))
    {
    case FOYER_FULLNESS_MORNINGS_ONLY:
      foyer_cli_say (cli, _("Open %s, free in the morning only"), hours);
      break;
    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      foyer_cli_say (cli, _("Open %s, free in the afternoon only"), hours);
      break;
    case FOYER_FULLNESS_FULL:
      foyer_cli_say (cli, _("Open %s, full"), hours);
      break;
    case FOYER_FULLNESS_CLOSED:
    case FOYER_FULLNESS_FREE:
    default:
      /* Translators: hours of a day, then free seats of all seats */
      foyer_cli_say (cli, ngettext ("Open %s, %d of %d seat free", "Open %s, %d of %d seats free", (gulong) seats),
                     hours, n_free, seats);
      break;
    }
}

static void
say (FoyerCli            *cli,
     const FoyerSpace    *space,
     const FoyerDaySheet *sheet,
     GTimeZone           *zone)
{
  g_autofree char *day = foyer_words_day_title (sheet->day);
  g_autofree char *holiday = foyer_words_holiday (sheet->availability.holiday);
  g_autofree char *due = NULL;
  FoyerMoney money = { .minor = sheet->due_minor };

  if (sheet->availability.holiday != FOYER_HOLIDAY_NONE)
    foyer_cli_say (cli, "%s · %s · %s", space->name, day, holiday);
  else
    foyer_cli_say (cli, "%s · %s", space->name, day);
  say_seats (cli, &sheet->availability);
  foyer_cli_say_people (cli, _("Expected"), sheet->expected, zone);
  foyer_cli_say_people (cli, _("Here"), sheet->here, zone);
  foyer_cli_say_people (cli, C_("guests of a day", "Left"), sheet->left, zone);
  foyer_cli_say_people (cli, _("Requests"), sheet->requests, zone);
  if (sheet->due_minor == 0)
    return;
  g_strlcpy (money.currency, sheet->currency, sizeof money.currency);
  due = foyer_words_money (money);
  g_string_append_c (foyer_cli_get_answer (cli), '\n');
  /* Translators: %s is an amount of money that guests have still to pay */
  foyer_cli_say (cli, _("To collect: %s"), due);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerDay day = FOYER_DAY_NONE;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  if (!foyer_cli_read_day (args, "day", &day, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;
  zone = foyer_zone_new (space->tz, error);
  if (zone == NULL)
    return FALSE;

  foyer_store_day_sheet_async (foyer_cli_get_store (cli), space->id, day, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);
  sheet = foyer_store_day_sheet_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (sheet == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, sheet);
  else
    say (cli, space, sheet, zone);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_today = {
  .name = "today",
  .synopsis = N_("SPACE [--day DAY]"),
  .summary = N_("Show who is expected, here and gone"),
  .about = N_("Shows one day of a space as the front desk sees it, with what is still to be paid and who comes for the "
              "first time. A day ends at three in the morning, not at midnight."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
