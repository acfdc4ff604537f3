/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-bookings.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "pin", NULL, N_("The desk is theirs: nobody else can have it pinned, and they are not moved") },
  { "any", NULL, N_("Any desk will do; takes the wish away") },
  { NULL },
};

static void
say (FoyerCli           *cli,
     const FoyerBooking *booking)
{
  g_autofree char *day = foyer_words_day_long (booking->day);
  g_autofree char *desks = foyer_words_desks (booking);

  if (desks == NULL)
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    foyer_cli_say (cli, _("%s, %s: a seat without a name."), booking->name, day);
  else
    /* Translators: name of a person, a day, names of desks: "Zoé Marchelin, Thursday 26 November: Window" */
    foyer_cli_say (cli, _("%s, %s: %s"), booking->name, day, desks);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *id = foyer_cli_args_get_argument (args, 0);
  const char *desk = foyer_cli_args_get_argument (args, 1);
  const gboolean any = foyer_cli_args_has (args, "any");
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (any == (desk != NULL))
    return foyer_cli_refuse (error, _("Name a desk, or say --any."));
  if (any && foyer_cli_args_has (args, "pin"))
    return foyer_cli_refuse (error, _("--any and --pin exclude each other."));
  if (!foyer_cli_open (cli, error))
    return FALSE;

  foyer_store_set_desk_async (foyer_cli_get_store (cli), id, desk, foyer_cli_args_has (args, "pin"),
                              foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL)
    {
      foyer_cli_name_missing_booking (error, id);
      return FALSE;
    }
  if (!foyer_cli_wants_json (cli))
    {
      say (cli, booking);
      return TRUE;
    }
  builder = json_builder_new ();
  foyer_cli_build_person (builder, booking, TRUE);
  foyer_cli_answer_json (cli, builder);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_desk = {
  .name = "desk",
  .synopsis = N_("BOOKING (NAME [--pin] | --any)"),
  .summary = N_("Say at which desk somebody wishes to sit"),
  .about = N_("Says at which desk a booking wishes to sit, and answers where it does. Wishes are met in the order of the "
              "bookings, so that everybody finds a seat: who has none may sit elsewhere when somebody else comes. What is "
              "pinned stays, and so does who is here.\n"
              "\n"
              "The names come from “foyerctl space edit --desk”."),
  .arguments = { NC_("placeholder", "BOOKING"), NC_("placeholder", "NAME") },
  .options = options,
  .may_lack_last = TRUE,
  .run = run,
};
