/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-bookings.h"
#include "words/foyer-words-paper.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "pdf", NC_("placeholder", "FILE"), N_("Write the sheet to take along into a new file"), .is_path = TRUE },
  { NULL },
};

static void
answer (FoyerCli  *cli,
        GPtrArray *here,
        gint64     now_ms)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "at");
  json_builder_add_int_value (builder, now_ms);
  foyer_cli_build_people (builder, "here", here, FALSE);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli         *cli,
     const FoyerSpace *space,
     GPtrArray        *here,
     GTimeZone        *zone,
     gint64            now_ms)
{
  g_autofree char *day = foyer_words_day_title (foyer_instant_get_day (zone, now_ms));
  g_autofree char *time = foyer_words_time (foyer_instant_get_minute (zone, now_ms));

  foyer_cli_say (cli, "%s · %s · %s", space->name, day, time);
  if (here->len == 0)
    foyer_cli_say (cli, _("Nobody is here."));
  else
    foyer_cli_say_people (cli, _("Here"), here, zone);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  const char *pdf = foyer_cli_args_get (foyer_cli_get_args (cli), "pdf");
  gint64 now_ms = foyer_clock_now (foyer_cli_get_clock (cli));
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GPtrArray) here = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (space == NULL)
    return FALSE;
  zone = foyer_zone_new (space->tz, error);
  if (zone == NULL)
    return FALSE;

  foyer_store_roll_call_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);
  here = foyer_store_bookings_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (here == NULL)
    return FALSE;
  if (pdf != NULL)
    {
      g_autoptr(FoyerPaper) sheet = foyer_words_roll_call_sheet (space, here, now_ms);

      return foyer_cli_answer_pdf (cli, sheet, pdf, error);
    }
  if (foyer_cli_wants_json (cli))
    answer (cli, here, now_ms);
  else
    say (cli, space, here, zone, now_ms);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_rollcall = {
  .name = "rollcall",
  .synopsis = N_("SPACE [--pdf FILE]"),
  .summary = N_("List everybody who is in the building now"),
  .about = N_("Lists everybody who is checked in and not out again, whatever day they came on: the list to take along "
              "when the building must be left.\n"
              "\n"
              "With --pdf the list becomes a file to be printed, with a box to tick for each name and the numbers to "
              "call. A file that exists is never replaced."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
