/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli-series.h"
#include "cli/foyer-cli.h"
#include "core/foyer-opening.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-series.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "member", NC_("placeholder", "ID"), N_("A member, by the id that “foyerctl member find” shows") },
  { "guest", NC_("placeholder", "NAME"), N_("Somebody without a lasting record") },
  { "part", NC_("placeholder", "PART"), N_("full, am or pm; full unless said otherwise") },
  { "seats", NC_("placeholder", "N"), N_("How many seats; 1 unless said otherwise") },
  { "key", NC_("placeholder", "KEY"), N_("Any text that makes a second try give the first answer") },
  { "again", NULL, N_("Book also when this person already has a seat at that time") },
  { "over-limit", NULL, N_("Do it also beyond the limits that the space has for one person") },
  { "desk", NC_("placeholder", "NAME"), N_("Where they wish to sit, when the seats of the space have names") },
  { "pin", NULL, N_("The desk is theirs: nobody else can have it pinned, and they are not moved") },
  { "of", NC_("placeholder", "BOOKING"), N_("Whose guest they are: the booking of who brings them, and pays") },
  { "pays-self", NULL, N_("Who is brought pays for themselves") },
  { "from", NC_("placeholder", "DAY"), N_("The first day of a series; today unless said otherwise") },
  { "until", NC_("placeholder", "DAY"), N_("The last day of a series; a year ahead at the latest") },
  { "weeks", NC_("placeholder", "N"), N_("A series of every N-th week; 1 unless said otherwise") },
  { "preview", NULL, N_("Only say which days of a series would be booked") },
  { NULL },
};

static gboolean
read_request (FoyerCliArgs         *args,
              FoyerBookingRequest  *request,
              char                **guest,
              char                **key,
              GError              **error)
{
  static const char * const who[] = { "member", "guest", NULL };

  if (!foyer_cli_need_one_of (args, who, error)
      || !foyer_cli_check_brought (args, error)
      || !foyer_cli_read_part (args, &request->part, error)
      || !foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &request->seats, error)
      || !foyer_cli_read_name (args, "guest", "name", FOYER_NAME_MAX, guest, error)
      || !foyer_cli_read_name (args, "key", "key", FOYER_LINE_MAX, key, error))
    return FALSE;
  request->person_id = foyer_cli_args_get (args, "member");
  request->guest_name = *guest;
  request->key = *key;
  request->again = foyer_cli_args_has (args, "again");
  request->over_limit = foyer_cli_args_has (args, "over-limit");
  request->desk = foyer_cli_args_get (args, "desk");
  request->pin_desk = foyer_cli_args_has (args, "pin");
  request->guest_of = foyer_cli_args_get (args, "of");
  request->pays_self = foyer_cli_args_has (args, "pays-self");
  if (request->pin_desk && request->desk == NULL)
    return foyer_cli_refuse (error, _("--pin needs --desk, which says what is pinned."));

  return TRUE;
}

/* A booking is answered as it was made, so that the same key gives the same answer also
 * when the guest has come meanwhile. */
static void
answer (FoyerCli           *cli,
        const FoyerBooking *booking)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, booking->id);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, foyer_booking_state_get_name (FOYER_STATE_CONFIRMED));
  json_builder_set_member_name (builder, "price_minor");
  json_builder_add_int_value (builder, booking->price_minor);
  json_builder_set_member_name (builder, "currency");
  json_builder_add_string_value (builder, booking->currency);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli           *cli,
     const FoyerBooking *booking)
{
  g_autofree char *day = foyer_words_day_long (booking->day);
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *price = foyer_cli_describe_amount (booking, booking->price_minor);
  g_autofree char *desks = foyer_words_desks (booking);
  g_autofree char *guest_of = foyer_words_guest_of (booking);

  /* Translators: name, day, part of the day, price, id: "Zoé Marchelin · Thursday 26 November · Morning · €4.00" */
  foyer_cli_say (cli, ngettext ("%s · %s · %s · %d seat · %s", "%s · %s · %s · %d seats · %s",
                                (gulong) booking->seats),
                 booking->name, day, part, booking->seats, price);
  if (guest_of != NULL)
    foyer_cli_say (cli, "%s", guest_of);
  /* Translators: %s is the id of a booking */
  foyer_cli_say (cli, _("The seat is booked. The id is %s."), booking->id);
  if (desks != NULL)
    /* Translators: %s are one or more names of desks */
    foyer_cli_say (cli, _("Desk: %s"), desks);
}

static gboolean
check_for_series (FoyerCliArgs  *args,
                  GError       **error)
{
  static const char * const who[] = { "member", "guest", NULL };

  if (!foyer_cli_check_series (foyer_cli_args_get_argument (args, 1), error)
      || !foyer_cli_need_one_of (args, who, error))
    return FALSE;
  if (foyer_cli_args_has (args, "key"))
    return foyer_cli_refuse (error, _("--key belongs to a single day; a series books no day twice anyway."));
  if (foyer_cli_args_has (args, "of") || foyer_cli_args_has (args, "pays-self"))
    return foyer_cli_refuse (error, _("--of and --pays-self belong to a single day."));
  if (foyer_cli_args_has (args, "desk") || foyer_cli_args_has (args, "pin"))
    return foyer_cli_refuse (error, _("--desk and --pin belong to a single day; “foyerctl desk” says it of each booking."));

  return TRUE;
}

static gboolean
run_series (FoyerCli  *cli,
            GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerSeriesRequest request = { .seats = 1 };
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerSeriesPlan) plan = NULL;
  g_autofree char *guest = NULL;

  if (!check_for_series (args, error)
      || !foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &request.seats, error)
      || !foyer_cli_read_name (args, "guest", "name", FOYER_NAME_MAX, &guest, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;
  plan = foyer_cli_read_series (args, foyer_cli_args_get_argument (args, 1), space,
                                foyer_cli_get_today (cli, space), error);
  if (plan == NULL)
    return FALSE;
  request.space_id = space->id;
  request.person_id = foyer_cli_args_get (args, "member");
  request.guest_name = guest;
  request.plan = plan;
  request.again = foyer_cli_args_has (args, "again");
  request.over_limit = foyer_cli_args_has (args, "over-limit");
  request.preview = foyer_cli_args_has (args, "preview");
  foyer_store_book_series_async (foyer_cli_get_store (cli), &request, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  if (foyer_cli_answer_series (cli, FALSE, error))
    return TRUE;
  if (request.person_id != NULL)
    foyer_cli_name_missing_person (error, request.person_id);

  return FALSE;
}

static gboolean
check_for_day (FoyerCliArgs  *args,
               GError       **error)
{
  static const char * const options_of_series[] = { "from", "until", "weeks", "preview" };

  for (gsize i = 0; i < G_N_ELEMENTS (options_of_series); i++)
    if (foyer_cli_args_has (args, options_of_series[i]))
      /* Translators: %s is an option of a command, such as until */
      return foyer_cli_refuse (error, _("--%s belongs to a series such as “every Tuesday”."), options_of_series[i]);

  return TRUE;
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerBookingRequest request = { .part = FOYER_PART_FULL, .seats = 1 };
  g_autofree char *guest = NULL;
  g_autofree char *key = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerBooking) booking = NULL;

  if (!foyer_day_parse (foyer_cli_args_get_argument (args, 1), &request.day, NULL))
    return run_series (cli, error);
  if (!check_for_day (args, error)
      || !read_request (args, &request, &guest, &key, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;
  request.space_id = space->id;
  foyer_store_book_async (foyer_cli_get_store (cli), &request, foyer_cli_get_cancellable (cli),
                          foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL)
    {
      if (request.person_id != NULL)
        foyer_cli_name_missing_person (error, request.person_id);
      if (request.guest_of != NULL)
        foyer_cli_name_missing_booking (error, request.guest_of);
      return FALSE;
    }
  if (foyer_cli_wants_json (cli))
    answer (cli, booking);
  else
    say (cli, booking);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_book = {
  .name = "book",
  .synopsis = N_("SPACE (DAY | SERIES) (--member ID | --guest NAME) [OPTION…]"),
  .summary = N_("Take a seat for somebody"),
  .about = N_("Books a seat for a member or for a guest by name, at the price of today. It is refused when the day is "
              "over, closed or full for the part asked, when the same person already has a seat at that time, and when it would be more than "
              "the limits of the space let one person have, which --over-limit goes beyond.\n"
              "\n"
              "With --key a script may try again without fear: the same key with the same booking gives the same "
              "answer and takes no second seat.\n"
              "\n"
              "In place of a day a series can be said in words: “every Tuesday until June”, “tous les mardis sauf en août”. "
              "It takes a seat on each of its days on which there is one and names those that fall out, such as holidays. "
              "It ends a year ahead at the latest. “foyerctl undo” takes it back as a whole; see also “foyerctl series "
              "away”, “series back” and “series end”."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "DAY") },
  .options = options,
  .run = run,
};
