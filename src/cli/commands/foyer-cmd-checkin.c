/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sync.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-codes.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words.h"

#define MEMBER { "member", NC_("placeholder", "ID"), N_("A member, by the id that “foyerctl member find” shows") }
#define GUEST { "guest", NC_("placeholder", "NAME"), N_("Somebody without a lasting record") }
#define BOOKING { "booking", NC_("placeholder", "ID"), N_("A booking, by the id that “foyerctl today” shows") }
#define DAY { "day", NC_("placeholder", "DAY"), N_("The day it was, instead of today") }

static const FoyerCliOption checkin_options[] = {
  MEMBER,
  GUEST,
  BOOKING,
  { "code", NC_("placeholder", "TEXT"), N_("The code of a guest’s ticket, or of a member’s card") },
  { "of", NC_("placeholder", "BOOKING"), N_("Whose guest they are: the booking of who brings them, and pays") },
  { "pays-self", NULL, N_("Who is brought pays for themselves") },
  DAY,
  { NULL },
};

static const FoyerCliOption checkout_options[] = {
  MEMBER,
  GUEST,
  BOOKING,
  DAY,
  { NULL },
};

typedef void (*Verb) (FoyerStore           *store,
                      const FoyerArrival   *arrival,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data);

/* That a code let nobody in is noted, whatever else goes wrong. */
static void
refuse_code (FoyerCli         *cli,
             const FoyerSpace *space,
             FoyerCodeKind     kind,
             const GError     *error)
{
  if (error->domain != FOYER_ERROR)
    return;

  foyer_store_refuse_code_async (foyer_cli_get_store (cli), space->id, kind, error->code,
                                 foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  foyer_store_refuse_code_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL);
}

/* Who shows a ticket or a card, without asking any directory. */
static gboolean
read_code (FoyerCli          *cli,
           const FoyerSpace  *space,
           FoyerArrival      *arrival,
           char             **id,
           GError           **error)
{
  const char *code = foyer_cli_args_get (foyer_cli_get_args (cli), "code");
  FoyerDay day = arrival->day;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GError) local_error = NULL;

  if (code == NULL)
    return TRUE;
  if ((zone = foyer_zone_new (space->tz, error)) == NULL)
    return FALSE;
  if (day == FOYER_DAY_NONE)
    day = foyer_business_day (zone, foyer_clock_now (foyer_cli_get_clock (cli)), space->cut_off);
  foyer_sync_read_code_async (foyer_cli_get_sync (cli), space->id, day, code, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);
  *id = foyer_sync_read_code_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), &arrival->code, &local_error);
  if (*id == NULL)
    {
      refuse_code (cli, space, arrival->code, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (arrival->code == FOYER_CODE_CARD_READ)
    arrival->person_id = *id;
  else
    arrival->booking_id = *id;

  return TRUE;
}

static FoyerBooking *
move (FoyerCli            *cli,
      Verb                 verb,
      const char * const  *who,
      GError             **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerArrival arrival = { .day = FOYER_DAY_NONE };
  g_autofree char *guest = NULL;
  g_autofree char *shown = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  FoyerBooking *booking;

  if (!foyer_cli_need_one_of (args, who, error)
      || !foyer_cli_check_brought (args, error)
      || !foyer_cli_read_day (args, "day", &arrival.day, error)
      || !foyer_cli_read_name (args, "guest", "name", FOYER_NAME_MAX, &guest, error)
      || !foyer_cli_open (cli, error))
    return NULL;
  arrival.person_id = foyer_cli_args_get (args, "member");
  arrival.booking_id = foyer_cli_args_get (args, "booking");
  arrival.guest_name = guest;
  arrival.guest_of = foyer_cli_args_get (args, "of");
  arrival.pays_self = foyer_cli_args_has (args, "pays-self");
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL || !read_code (cli, space, &arrival, &shown, error))
    return NULL;
  arrival.space_id = space->id;

  verb (foyer_cli_get_store (cli), &arrival, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL && arrival.person_id != NULL)
    foyer_cli_name_missing_person (error, arrival.person_id);
  if (booking == NULL && arrival.booking_id != NULL)
    foyer_cli_name_missing_booking (error, arrival.booking_id);
  if (booking == NULL && arrival.guest_of != NULL)
    foyer_cli_name_missing_booking (error, arrival.guest_of);

  return booking;
}

static void
answer (FoyerCli           *cli,
        const FoyerBooking *booking)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, booking->person_id);
  json_builder_set_member_name (builder, "booking");
  json_builder_add_string_value (builder, booking->id);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, foyer_booking_state_get_name (booking->state));
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say_checked_in (FoyerCli           *cli,
                const FoyerBooking *booking)
{
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *due = foyer_cli_describe_amount (booking, booking->due_minor);
  g_autofree char *pays = foyer_words_paid_by_pass (booking, booking->day);
  g_autofree char *guest_of = foyer_words_guest_of (booking);

  if (booking->first_visit)
    /* Translators: name of a person, then the part of the day they stay */
    foyer_cli_say (cli, _("%s is here for the first time. (%s)"), booking->name, part);
  else
    /* Translators: name of a person, then the part of the day they stay */
    foyer_cli_say (cli, _("%s is here. (%s)"), booking->name, part);
  if (guest_of != NULL)
    foyer_cli_say (cli, "%s", guest_of);
  if (booking->due_minor > 0)
    /* Translators: %s is an amount of money */
    foyer_cli_say (cli, _("To pay: %s"), due);
  if (booking->pass_halves > 0)
    foyer_cli_say (cli, "%s", pays);
  foyer_cli_say (cli, _("The booking is %s."), booking->id);
}

static void
say_checked_out (FoyerCli           *cli,
                 const FoyerBooking *booking)
{
  g_autofree char *guests = foyer_words_guests_here (booking);

  /* Translators: %s is the name of a person */
  foyer_cli_say (cli, _("%s has left."), booking->name);
  if (guests != NULL)
    foyer_cli_say (cli, "%s", guests);
}

static gboolean
run_checkin (FoyerCli  *cli,
             GError   **error)
{
  static const char * const who[] = { "member", "guest", "booking", "code", NULL };
  g_autoptr(FoyerBooking) booking = move (cli, foyer_store_check_in_async, who, error);

  if (booking == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, booking);
  else
    say_checked_in (cli, booking);

  return TRUE;
}

static gboolean
run_checkout (FoyerCli  *cli,
              GError   **error)
{
  static const char * const who[] = { "member", "guest", "booking", NULL };
  g_autoptr(FoyerBooking) booking = move (cli, foyer_store_check_out_async, who, error);

  if (booking == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, booking);
  else
    say_checked_out (cli, booking);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_checkin = {
  .name = "checkin",
  .synopsis = N_("SPACE (--member ID | --guest NAME [--of BOOKING] | --booking ID | --code TEXT) [--day DAY]"),
  .summary = N_("Note that somebody has arrived"),
  .about = N_("Checks in the booking of today, or a walk-in when there is none: for the full day before the morning "
              "ends, for the afternoon after it. With --guest the one person of this name who is expected today is "
              "meant, else a new guest.\n"
              "\n"
              "With --of a guest comes with somebody who is here or expected, and who pays for them unless --pays-self says "
              "otherwise. They have a seat of their own, and leave for themselves.\n"
              "\n"
              "Who is here already is refused. Who has left and comes back has the same seat again and pays nothing "
              "more."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = checkin_options,
  .run = run_checkin,
};

const FoyerCliCommand foyer_cmd_checkout = {
  .name = "checkout",
  .synopsis = N_("SPACE (--member ID | --guest NAME | --booking ID) [--day DAY]"),
  .summary = N_("Note that somebody has left"),
  .about = N_("Checks out somebody who is here. The seat stays taken for the rest of the part that was booked."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = checkout_options,
  .run = run_checkout,
};
