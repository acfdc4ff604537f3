/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-bookings.h"
#include "words/foyer-words.h"

static FoyerBooking *
set_state (FoyerCli           *cli,
           FoyerBookingState   state,
           GError            **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  FoyerBooking *booking;

  if (!foyer_cli_open (cli, error))
    return NULL;
  foyer_store_set_state_async (foyer_cli_get_store (cli), id, state, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL)
    foyer_cli_name_missing_booking (error, id);

  return booking;
}

static gboolean
run_cancel (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerBooking) booking = set_state (cli, FOYER_STATE_CANCELLED, error);
  g_autofree char *day = NULL;

  if (booking == NULL)
    return FALSE;
  day = foyer_words_day_long (booking->day);
  if (foyer_cli_wants_json (cli))
    foyer_cli_answer_state (cli, booking);
  else
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    foyer_cli_say (cli, _("%s, %s: the booking is cancelled and the seat is free again."), booking->name, day);

  return TRUE;
}

static gboolean
run_noshow (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerBooking) booking = set_state (cli, FOYER_STATE_NO_SHOW, error);
  g_autofree char *day = NULL;

  if (booking == NULL)
    return FALSE;
  day = foyer_words_day_long (booking->day);
  if (foyer_cli_wants_json (cli))
    foyer_cli_answer_state (cli, booking);
  else
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    foyer_cli_say (cli, _("%s, %s: noted as not come, and the seat is free again."), booking->name, day);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_cancel = {
  .name = "cancel",
  .synopsis = N_("BOOKING"),
  .summary = N_("Cancel a booking"),
  .about = N_("Cancels a booking by its id and frees the seat. Somebody who is here or has been here cannot be "
              "cancelled. “foyerctl undo” takes it back as long as the seat is free."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .run = run_cancel,
};

const FoyerCliCommand foyer_cmd_noshow = {
  .name = "noshow",
  .synopsis = N_("BOOKING"),
  .summary = N_("Note that somebody did not come"),
  .about = N_("Notes of a booking of today or of an earlier day that the guest did not come, and frees the seat. "
              "“foyerctl undo” takes it back as long as the seat is free."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .run = run_noshow,
};
