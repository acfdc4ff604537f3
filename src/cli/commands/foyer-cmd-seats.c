/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_address (JsonBuilder       *builder,
             const FoyerMySeat *seat)
{
  json_builder_set_member_name (builder, "address");
  if (!seat->has_access)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "street", seat->street);
  add_string (builder, "postcode", seat->postcode);
  add_string (builder, "city", seat->city);
  add_string (builder, "door", seat->door);
  add_string (builder, "wifi", seat->wifi);
  add_string (builder, "note", seat->note);
  json_builder_end_object (builder);
}

static void
add_seat (JsonBuilder       *builder,
          const FoyerMySeat *seat)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_string (builder, "id", seat->id);
  add_string (builder, "listing", seat->listing);
  add_string (builder, "name", seat->name);
  add_string (builder, "day", foyer_day_format (seat->day, day));
  add_string (builder, "part", foyer_part_get_name (seat->part));
  add_string (builder, "state", foyer_booking_state_get_name (seat->state));
  add_address (builder, seat);
  json_builder_set_member_name (builder, "code");
  if (*seat->ticket != '\0')
    json_builder_add_string_value (builder, seat->ticket);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
answer (FoyerCli  *cli,
        GPtrArray *seats)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < seats->len; i++)
    add_seat (builder, seats->pdata[i]);
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

/* How a seat stands, in words. */
static const char *
describe_state (const FoyerMySeat *seat)
{
  switch (seat->state)
    {
    case FOYER_STATE_REQUESTED:
      return seat->queued ? _("waits to be sent") : _("waits for an answer");
    case FOYER_STATE_CONFIRMED:
      return C_("seat", "accepted");
    case FOYER_STATE_DECLINED:
      return C_("seat", "declined");
    case FOYER_STATE_EXPIRED:
      return C_("seat", "not answered in time");
    case FOYER_STATE_WITHDRAWN:
      return C_("seat", "taken back");
    case FOYER_STATE_CANCELLED:
      return C_("seat", "cancelled");
    case FOYER_STATE_NO_SHOW:
      return C_("seat", "noted as not come");
    case FOYER_STATE_CHECKED_IN:
    case FOYER_STATE_CHECKED_OUT:
    default:
      return "";
    }
}

static void
say_seat (FoyerCli          *cli,
          const FoyerMySeat *seat)
{
  g_autofree char *day = foyer_words_day_long (seat->day);
  g_autofree char *part = foyer_words_part (seat->part);

  foyer_cli_say (cli, "%s · %s · %s · %s", *seat->name != '\0' ? seat->name : seat->listing, day, part,
                 describe_state (seat));
  foyer_cli_say (cli, "  %s", seat->id);
  if (!seat->has_access)
    return;
  if (*seat->street != '\0')
    foyer_cli_say (cli, "  %s, %s %s", seat->street, seat->postcode, seat->city);
  if (*seat->door != '\0')
    /* Translators: %s is what opens the door, such as a code */
    foyer_cli_say (cli, _("  Door: %s"), seat->door);
  if (*seat->wifi != '\0')
    /* Translators: %s is the name and the password of a network */
    foyer_cli_say (cli, _("  Wi-Fi: %s"), seat->wifi);
  if (*seat->note != '\0')
    foyer_cli_say (cli, "  %s", seat->note);
  if (*seat->ticket != '\0')
    /* Translators: %s is the code that a guest shows at the desk */
    foyer_cli_say (cli, _("  Code for the desk: %s"), seat->ticket);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  g_autoptr(GPtrArray) seats = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_list_my_seats_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  seats = foyer_store_list_my_seats_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (seats == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, seats);
  else if (seats->len == 0)
    foyer_cli_say (cli, _("No seat yet; “foyerctl search” finds some."));
  else
    for (guint i = 0; i < seats->len; i++)
      say_seat (cli, seats->pdata[i]);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_seats = {
  .name = "seats",
  .synopsis = "",
  .summary = N_("Show my seats at other people’s places"),
  .about = N_("Shows the seats that were asked for elsewhere: those to come first, then past ones. Once the host has "
              "accepted, the street, what opens the door, and the code for the desk are there. It reads what is known "
              "here; “foyerctl sync” fetches what is new."),
  .run = run,
};
