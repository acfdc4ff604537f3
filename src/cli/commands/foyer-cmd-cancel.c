/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-sync.h"
#include "core/foyer-cancellation.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { NULL },
};

static FoyerBooking *
set_state (FoyerCli           *cli,
           FoyerBookingState   state,
           GError            **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);

  foyer_store_set_state_async (foyer_cli_get_store (cli), id, state, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);

  return foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
}

/* Until when that cost nothing. */
static gboolean
is_late (FoyerCli          *cli,
         const FoyerMySeat *seat)
{
  g_autoptr(GTimeZone) zone = *seat->tz != '\0' ? foyer_zone_new (seat->tz, NULL) : NULL;

  return seat->state == FOYER_STATE_CANCELLED && zone != NULL
         && !foyer_cancellation_is_free (zone, seat->day, seat->cancel_minute, seat->cancel_days,
                                         foyer_clock_now (foyer_cli_get_clock (cli)));
}

/* A seat of this guest at somebody else's place. */
static gboolean
withdraw (FoyerCli  *cli,
          GError   **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerMySeat) seat = NULL;
  g_autoptr(GError) unreachable = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *day = NULL;
  gboolean queued;

  foyer_store_withdraw_async (foyer_cli_get_store (cli), id, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  seat = foyer_store_my_seat_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (seat == NULL)
    {
      foyer_cli_name_missing_booking (error, id);
      return FALSE;
    }
  if (!foyer_cli_try_once (cli, seat->origin, &unreachable, error)
      || !foyer_cli_find_waiting (cli, id, &queued, &trouble, error))
    return FALSE;

  day = foyer_words_day_long (seat->day);
  if (foyer_cli_wants_json (cli))
    {
      foyer_cli_answer_travelling (cli, seat->id, seat->state, queued);
    }
  else
    {
      /* Translators: name of a place, then a day */
      foyer_cli_say (cli, is_late (cli, seat) ? _("%s, %s: taken back, and the price is due by the rule of the host.")
                                              : _("%s, %s: taken back."), seat->name, day);
      if (queued)
        foyer_cli_say_queued (cli);
    }
  if (!queued)
    g_clear_error (&unreachable);

  return foyer_cli_end_try (&unreachable, error);
}

/* What the guest gets back, whom it never costs anything when the host cancels. */
static char *
describe_cancelled (const FoyerBooking *booking)
{
  g_autofree char *day = foyer_words_day_long (booking->day);
  FoyerMoney paid = { 0 };
  g_autofree char *back = NULL;

  g_strlcpy (paid.currency, booking->currency, sizeof paid.currency);
  back = foyer_words_gets_back (paid, booking->price_minor);
  if (*back == '\0')
    /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
    return g_strdup_printf (_("%s, %s: the booking is cancelled and the seat is free again."), booking->name, day);

  /* Translators: name of a person, a day, and what they get back: "€4.00 no longer due" */
  return g_strdup_printf (_("%s, %s: the booking is cancelled and the seat is free again; %s."), booking->name, day, back);
}

static gboolean
run_cancel (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *sentence = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  booking = set_state (cli, FOYER_STATE_CANCELLED, &local_error);
  if (g_error_matches (local_error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    return withdraw (cli, error);
  if (booking == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  sentence = describe_cancelled (booking);

  return foyer_cli_tell_booking (cli, booking, sentence, error);
}

static gboolean
run_noshow (FoyerCli  *cli,
            GError   **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  booking = set_state (cli, FOYER_STATE_NO_SHOW, error);
  if (booking == NULL)
    {
      foyer_cli_name_missing_booking (error, id);
      return FALSE;
    }
  day = foyer_words_day_long (booking->day);
  /* Translators: name of a person, then a day: "Zoé Marchelin, Thursday 26 November" */
  sentence = g_strdup_printf (_("%s, %s: noted as not come, and the seat is free again."), booking->name, day);

  return foyer_cli_tell_booking (cli, booking, sentence, error);
}

const FoyerCliCommand foyer_cmd_cancel = {
  .name = "cancel",
  .synopsis = N_("BOOKING [--offline]"),
  .summary = N_("Cancel a booking"),
  .about = N_("Cancels a booking by its id and frees the seat. Somebody who is here or has been here cannot be "
              "cancelled. “foyerctl undo” takes it back as long as the seat is free. A guest of a directory is told; "
              "then it can be taken back until it was sent.\n"
              "\n"
              "A seat at somebody else’s place, by its id from “foyerctl seats”, is taken back likewise, and the host is "
              "told."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = options,
  .run = run_cancel,
};

const FoyerCliCommand foyer_cmd_noshow = {
  .name = "noshow",
  .synopsis = N_("BOOKING [--offline]"),
  .summary = N_("Note that somebody did not come"),
  .about = N_("Notes of a booking of today or of an earlier day that the guest did not come, and frees the seat. "
              "“foyerctl undo” takes it back as long as the seat is free."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = options,
  .run = run_noshow,
};
