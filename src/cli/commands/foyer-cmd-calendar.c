/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sync.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-calendars.h"
#include "sync/foyer-calendars.h"
#include "words/foyer-words-calendars.h"
#include "words/foyer-words.h"

static const FoyerCliOption subscribe_options[] = {
  { "name", NC_("placeholder", "NAME"), N_("What to call it; what it calls itself unless said otherwise") },
  { "closes", NC_("placeholder", "WHAT"), N_("days, halves (the default) or nothing") },
  { NULL },
};

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_int (JsonBuilder *builder,
         const char  *member,
         gint64       number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
build_conflict (JsonBuilder                 *builder,
                const FoyerCalendarConflict *conflict)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_text (builder, "day", foyer_day_format (conflict->day, day));
  add_text (builder, "part", foyer_part_get_name (conflict->part));
  add_text (builder, "summary", conflict->summary);
  add_int (builder, "seats", conflict->n_seats);
  json_builder_end_object (builder);
}

/* Its address is for whoever gave it, and for nobody else. */
static void
build_calendar (JsonBuilder         *builder,
                const FoyerCalendar *calendar,
                gint64               now_ms)
{
  g_autofree char *source = foyer_calendar_dup_source (calendar);

  json_builder_begin_object (builder);
  add_text (builder, "id", calendar->id);
  add_text (builder, "space", calendar->space_id);
  add_text (builder, "name", calendar->name);
  add_text (builder, "source", source);
  add_text (builder, "closes", foyer_calendar_closes_get_name (calendar->closes));
  add_int (builder, "read_at", calendar->read_ms);
  add_int (builder, "age", MAX (now_ms - calendar->read_ms, 0) / 1000);
  json_builder_set_member_name (builder, "promised");
  json_builder_add_boolean_value (builder, !foyer_calendar_is_old (calendar, now_ms));
  add_int (builder, "events", calendar->n_events);
  add_int (builder, "left_out", calendar->n_left_out);
  json_builder_set_member_name (builder, "trouble");
  if (calendar->trouble != FOYER_CALENDAR_FINE)
    json_builder_add_string_value (builder, foyer_calendar_trouble_get_name (calendar->trouble));
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; calendar->conflicts != NULL && i < calendar->conflicts->len; i++)
    build_conflict (builder, calendar->conflicts->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
say_conflicts (FoyerCli            *cli,
               const FoyerCalendar *calendar)
{
  for (guint i = 0; calendar->conflicts != NULL && i < calendar->conflicts->len; i++)
    {
      g_autofree char *conflict = foyer_words_calendar_conflict (calendar->conflicts->pdata[i]);

      foyer_cli_say (cli, "  %s", conflict);
    }
}

static void
say_calendar (FoyerCli            *cli,
              const FoyerCalendar *calendar)
{
  g_autofree char *source = foyer_calendar_dup_source (calendar);
  g_autofree char *closes = foyer_words_calendar_closes (calendar->closes);
  g_autofree char *state = foyer_words_calendar_state (calendar, foyer_clock_now (foyer_cli_get_clock (cli)));

  /* Translators: of a calendar: its name, where it is, what it closes, and its id */
  foyer_cli_say (cli, _("%s · %s · closes: %s · %s"), calendar->name, source, closes, calendar->id);
  foyer_cli_say (cli, "  %s", state);
  say_conflicts (cli, calendar);
}

static void
answer_calendars (FoyerCli  *cli,
                  GPtrArray *calendars)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!foyer_cli_wants_json (cli))
    {
      if (calendars->len == 0)
        foyer_cli_say (cli, _("No calendar is followed."));
      for (guint i = 0; i < calendars->len; i++)
        say_calendar (cli, calendars->pdata[i]);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < calendars->len; i++)
    build_calendar (builder, calendars->pdata[i], foyer_clock_now (foyer_cli_get_clock (cli)));
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

/* ---- subscribe ---- */

static char *
read_address (const char  *text,
              GError     **error)
{
  g_autofree char *path = NULL;
  char *address;

  if (strstr (text, "://") == NULL && *text != '\0')
    path = g_canonicalize_filename (text, NULL);
  address = foyer_calendar_clean_address (path != NULL ? path : text, NULL);
  if (address == NULL)
    foyer_cli_refuse (error, _("A calendar is a file, or an address that begins with https:// or webcal://, without a name "
                               "and password in it."));

  return address;
}

static gboolean
read_closes (FoyerCliArgs         *args,
             FoyerCalendarCloses  *closes,
             GError              **error)
{
  const char *text = foyer_cli_args_get (args, "closes");

  return text == NULL || foyer_calendar_closes_parse (text, closes, NULL)
         || foyer_cli_refuse (error, _("--closes wants “days”, “halves” or “nothing”."));
}

static gboolean
run_subscribe (FoyerCli  *cli,
               GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autofree char *address = read_address (foyer_cli_args_get_argument (args, 1), error);
  g_autofree char *name = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerCalendar) calendar = NULL;
  FoyerCalendar wanted = { .id = (char *) "", .closes = FOYER_CALENDAR_CLOSES_HALVES };

  if (address == NULL
      || !read_closes (args, &wanted.closes, error)
      || !foyer_cli_read_name (args, "name", "name", FOYER_NAME_MAX, &name, error)
      || !foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL)
    return FALSE;
  wanted.space_id = space->id;
  wanted.address = address;
  wanted.name = name != NULL ? name : (char *) "";
  foyer_sync_follow_calendar_async (foyer_cli_get_sync (cli), &wanted, foyer_cli_get_cancellable (cli), foyer_cli_result_cb,
                                    cli);
  calendar = foyer_sync_follow_calendar_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), NULL, error);
  if (calendar == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_text (builder, "id", calendar->id);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_calendar (cli, calendar);

  return TRUE;
}

/* ---- list, refresh, remove ---- */

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  const char *text = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) calendars = NULL;

  if (!foyer_cli_open (cli, error)
      || (text != NULL && (space = foyer_cli_find_space (cli, text, error)) == NULL))
    return FALSE;
  foyer_store_list_calendars_async (foyer_cli_get_store (cli), space != NULL ? space->id : NULL,
                                    foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  calendars = foyer_store_list_calendars_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (calendars == NULL)
    return FALSE;
  answer_calendars (cli, calendars);

  return TRUE;
}

static gboolean
run_refresh (FoyerCli  *cli,
             GError   **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerCalendarsReport) report = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_sync_refresh_calendars_async (foyer_cli_get_sync (cli), id, FALSE, foyer_cli_get_cancellable (cli),
                                      foyer_cli_result_cb, cli);
  report = foyer_sync_refresh_calendars_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), error);
  if (report == NULL)
    return FALSE;
  if (id != NULL)
    for (guint i = report->calendars->len; i > 0; i--)
      if (!g_str_equal (((FoyerCalendar *) report->calendars->pdata[i - 1])->id, id))
        g_ptr_array_remove_index (report->calendars, i - 1);
  answer_calendars (cli, report->calendars);
  if (report->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&report->error));

  return FALSE;
}

static gboolean
run_remove (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerCalendar) calendar = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_remove_calendar_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                                     foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  calendar = foyer_store_calendar_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (calendar == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_text (builder, "id", calendar->id);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    /* Translators: %s is the name of a calendar */
    foyer_cli_say (cli, _("“%s” is no longer followed; the days that it closed follow the week again."), calendar->name);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_calendar_subscribe = {
  .name = "calendar subscribe",
  .synopsis = N_("SPACE ADDRESS [--name NAME] [--closes WHAT]"),
  .summary = N_("Close the days that another calendar takes"),
  .about = N_("Follows a calendar in the format of iCalendar: a file, or an address that begins with https:// or webcal://. "
              "What is in it during the opening hours closes the half of the day, or with “--closes days” the whole day; "
              "what takes no time of its owner, and everything with “--closes nothing”, is only shown. Days that you "
              "opened or closed by their date stay as you said. Who has a seat on a day that closes keeps it, and the "
              "day is named as a conflict.\n"
              "The address is often all that it takes to read a calendar: Foyer shows it nowhere. “foyerctl undo” takes "
              "the calendar and what it closed back."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "ADDRESS") },
  .options = subscribe_options,
  .run = run_subscribe,
};

const FoyerCliCommand foyer_cmd_calendar_list = {
  .name = "calendar list",
  .synopsis = N_("[SPACE]"),
  .summary = N_("Show the calendars that are followed"),
  .about = N_("Lists the calendars: when each was read, what is wrong with it, what was left out, and on which days people "
              "have seats that it closes. What was read more than a week ago is no longer promised."),
  .arguments = { NC_("placeholder", "SPACE") },
  .may_lack_last = TRUE,
  .run = run_list,
};

const FoyerCliCommand foyer_cmd_calendar_refresh = {
  .name = "calendar refresh",
  .synopsis = N_("[CALENDAR]"),
  .summary = N_("Read the calendars again"),
  .about = N_("Reads the calendars now; the application does so by itself, every six hours or as often as they say. One "
              "that cannot be read keeps what was known of it: exit status 69 when it does not answer, 65 when it is no "
              "calendar any more."),
  .arguments = { NC_("placeholder", "CALENDAR") },
  .may_lack_last = TRUE,
  .run = run_refresh,
};

const FoyerCliCommand foyer_cmd_calendar_remove = {
  .name = "calendar remove",
  .synopsis = N_("CALENDAR"),
  .summary = N_("Follow a calendar no longer"),
  .about = N_("Removes a calendar, by the id that “foyerctl calendar list” shows, and opens what it closed. “foyerctl undo” "
              "brings both back."),
  .arguments = { NC_("placeholder", "CALENDAR") },
  .run = run_remove,
};
