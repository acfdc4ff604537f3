/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-sync.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { NULL },
};

static const FoyerCliOption accept_options[] = {
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { "over-limit", NULL, N_("Do it also beyond the limits that the space has for one person") },
  { NULL },
};

static gboolean
run (FoyerCli           *cli,
     FoyerBookingState   state,
     GError            **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  if (state == FOYER_STATE_CONFIRMED && foyer_cli_args_has (foyer_cli_get_args (cli), "over-limit"))
    foyer_store_accept_anyway_async (foyer_cli_get_store (cli), id, foyer_cli_get_cancellable (cli),
                                     foyer_cli_result_cb, cli);
  else
    foyer_store_answer_async (foyer_cli_get_store (cli), id, state, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL)
    {
      foyer_cli_name_missing_booking (error, id);
      return FALSE;
    }

  day = foyer_words_day_long (booking->day);
  sentence = state == FOYER_STATE_CONFIRMED
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    ? g_strdup_printf (_("%s, %s: accepted, and the seat is kept."), booking->name, day)
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    : g_strdup_printf (_("%s, %s: declined."), booking->name, day);

  return foyer_cli_tell_booking (cli, booking, sentence, error);
}

static gboolean
run_accept (FoyerCli  *cli,
            GError   **error)
{
  return run (cli, FOYER_STATE_CONFIRMED, error);
}

static gboolean
run_decline (FoyerCli  *cli,
             GError   **error)
{
  return run (cli, FOYER_STATE_DECLINED, error);
}

const FoyerCliCommand foyer_cmd_accept = {
  .name = "accept",
  .synopsis = N_("BOOKING [--over-limit] [--offline]"),
  .summary = N_("Accept a request"),
  .about = N_("Accepts a request by its id, which “foyerctl today” shows: the seat is taken at the price of now, and "
              "the guest learns the street and what opens the door. When no seat is left the request stays, "
              "and so it does when it is over a limit of the space, unless --over-limit says to accept it all the same. "
              "“foyerctl undo” takes it back until it was sent."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = accept_options,
  .run = run_accept,
};

const FoyerCliCommand foyer_cmd_decline = {
  .name = "decline",
  .synopsis = N_("BOOKING [--offline]"),
  .summary = N_("Decline a request"),
  .about = N_("Declines a request by its id, which “foyerctl today” shows. “foyerctl undo” takes it back until it was "
              "sent."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = options,
  .run = run_decline,
};
