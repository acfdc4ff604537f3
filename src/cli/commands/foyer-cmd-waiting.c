/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-opening.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-waiting.h"
#include "words/foyer-words-waiting.h"
#include "words/foyer-words.h"

static const FoyerCliOption add_options[] = {
  { "member", NC_("placeholder", "ID"), N_("A member, by the id that “foyerctl member find” shows") },
  { "guest", NC_("placeholder", "NAME"), N_("Somebody without a lasting record") },
  { "part", NC_("placeholder", "PART"), N_("full, am or pm; full unless said otherwise") },
  { "seats", NC_("placeholder", "N"), N_("How many seats; 1 unless said otherwise") },
  { NULL },
};

static const FoyerCliOption book_options[] = {
  { "over-limit", NULL, N_("Do it also beyond the limits that the space has for one person") },
  { NULL },
};

static const FoyerCliOption list_options[] = {
  { "day", NC_("placeholder", "DAY"), N_("Only this day; all from today on unless said otherwise") },
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
build_waiter (JsonBuilder       *builder,
              const FoyerWaiter *waiter)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_text (builder, "id", waiter->id);
  json_builder_set_member_name (builder, "member");
  if (waiter->is_member)
    json_builder_add_string_value (builder, waiter->person_id);
  else
    json_builder_add_null_value (builder);
  add_text (builder, "name", waiter->name);
  add_text (builder, "day", foyer_day_format (waiter->day, day));
  add_text (builder, "part", foyer_part_get_name (waiter->part));
  json_builder_set_member_name (builder, "seats");
  json_builder_add_int_value (builder, waiter->seats);
  add_text (builder, "state", foyer_waiting_state_get_name (waiter->state));
  json_builder_set_member_name (builder, "place");
  json_builder_add_int_value (builder, waiter->place);
  json_builder_set_member_name (builder, "until");
  if (waiter->until_ms != 0)
    json_builder_add_int_value (builder, waiter->until_ms);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

/* The end of every verb that changes an entry. */
static gboolean
answer_waiter (FoyerCli  *cli,
               GError   **error)
{
  g_autoptr(FoyerWaiter) waiter = foyer_store_waiter_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL,
                                                             error);

  if (waiter == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      build_waiter (builder, waiter);
      foyer_cli_answer_json (cli, builder);
    }
  else
    {
      g_autofree char *day = foyer_words_day_long (waiter->day);
      g_autofree char *wishes = foyer_words_waiter_wishes (waiter);
      g_autofree char *state = foyer_words_waiter_state (waiter, foyer_clock_now (foyer_cli_get_clock (cli)));

      foyer_cli_say (cli, "%s · %s · %s · %s", waiter->name, day, wishes, state);
      if (foyer_waiting_state_is_open (waiter->state))
        /* Translators: %s is the id of somebody on a waiting list */
        foyer_cli_say (cli, _("The id is %s."), waiter->id);
    }

  return TRUE;
}

static gboolean
run_add (FoyerCli  *cli,
         GError   **error)
{
  static const char * const who[] = { "member", "guest", NULL };
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerWaitingRequest request = { .part = FOYER_PART_FULL, .seats = 1 };
  g_autofree char *guest = NULL;
  g_autoptr(FoyerSpace) space = NULL;

  if (!foyer_cli_parse_day (foyer_cli_args_get_argument (args, 1), &request.day, error)
      || !foyer_cli_need_one_of (args, who, error)
      || !foyer_cli_read_part (args, &request.part, error)
      || !foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &request.seats, error)
      || !foyer_cli_read_name (args, "guest", "name", FOYER_NAME_MAX, &guest, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;
  request.space_id = space->id;
  request.person_id = foyer_cli_args_get (args, "member");
  request.guest_name = guest;
  foyer_store_wait_async (foyer_cli_get_store (cli), &request, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  if (answer_waiter (cli, error))
    return TRUE;
  if (request.person_id != NULL)
    foyer_cli_name_missing_person (error, request.person_id);

  return FALSE;
}

static gboolean
answer_with (FoyerCli            *cli,
             FoyerWaitingAnswer   answer,
             GError             **error)
{
  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_answer_waiter_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                                   answer, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);

  return answer_waiter (cli, error);
}

static gboolean
run_offer (FoyerCli  *cli,
           GError   **error)
{
  return answer_with (cli, FOYER_WAITING_OFFER, error);
}

static gboolean
run_book (FoyerCli  *cli,
          GError   **error)
{
  return answer_with (cli, foyer_cli_args_has (foyer_cli_get_args (cli), "over-limit") ? FOYER_WAITING_BOOK_ANYWAY
                                                                                        : FOYER_WAITING_BOOK, error);
}

static gboolean
run_remove (FoyerCli  *cli,
            GError   **error)
{
  return answer_with (cli, FOYER_WAITING_LEAVE, error);
}

static void
say_list (FoyerCli  *cli,
          GPtrArray *waiters)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (5, 0);

  if (waiters->len == 0)
    {
      foyer_cli_say (cli, _("Nobody is waiting."));
      return;
    }
  for (guint i = 0; i < waiters->len; i++)
    {
      const FoyerWaiter *waiter = waiters->pdata[i];
      g_autofree char *day = foyer_words_day_long (waiter->day);
      g_autofree char *wishes = foyer_words_waiter_wishes (waiter);
      g_autofree char *state = foyer_words_waiter_state (waiter, foyer_clock_now (foyer_cli_get_clock (cli)));

      foyer_cli_table_add (table, day, waiter->name, wishes, state, waiter->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) waiters = NULL;
  FoyerDay day = FOYER_DAY_NONE;

  if (!foyer_cli_read_day (foyer_cli_get_args (cli), "day", &day, error) || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (space == NULL)
    return FALSE;
  foyer_store_list_waiters_async (foyer_cli_get_store (cli), space->id, day, day, foyer_cli_get_cancellable (cli),
                                  foyer_cli_result_cb, cli);
  waiters = foyer_store_list_waiters_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (waiters == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < waiters->len; i++)
        build_waiter (builder, waiters->pdata[i]);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_list (cli, waiters);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_waiting_add = {
  .name = "waiting add",
  .synopsis = N_("SPACE DAY (--member ID | --guest NAME) [--part PART] [--seats N]"),
  .summary = N_("Put somebody on the waiting list of a full day"),
  .about = N_("Puts a member or a guest at the end of the line for a day. As soon as seats become free, by a "
              "cancellation, an absence or more seats, they are offered in order, and nobody else can take them: for "
              "12 hours, but until an hour before the day begins at the latest. Call the guest, then use “foyerctl "
              "waiting book” or “waiting remove”. An offer that nobody answers goes to the next in line. Where a seat "
              "is free already it is offered at once."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "DAY") },
  .options = add_options,
  .run = run_add,
};

const FoyerCliCommand foyer_cmd_waiting_list = {
  .name = "waiting list",
  .synopsis = N_("SPACE [--day DAY]"),
  .summary = N_("Show who waits for a seat, in which order"),
  .about = N_("Lists who waits for the days from today on: their place in the line, or until when a seat is kept for them."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = list_options,
  .run = run_list,
};

const FoyerCliCommand foyer_cmd_waiting_offer = {
  .name = "waiting offer",
  .synopsis = N_("WAITING"),
  .summary = N_("Keep a free seat for somebody who waits"),
  .about = N_("Offers a free seat to one of the waiting list, also out of turn or on the day itself, for 12 hours, until "
              "the end of the day at the latest. It is refused when no seat is free."),
  .arguments = { NC_("placeholder", "WAITING") },
  .run = run_offer,
};

const FoyerCliCommand foyer_cmd_waiting_book = {
  .name = "waiting book",
  .synopsis = N_("WAITING [--over-limit]"),
  .summary = N_("Give somebody who waits their seat"),
  .about = N_("Books the seat that is kept for one of the waiting list, or one that is free, at the price of today. "
              "“foyerctl undo” takes it back. What is over a limit of the space is refused unless --over-limit says so."),
  .arguments = { NC_("placeholder", "WAITING") },
  .options = book_options,
  .run = run_book,
};

const FoyerCliCommand foyer_cmd_waiting_remove = {
  .name = "waiting remove",
  .synopsis = N_("WAITING"),
  .summary = N_("Take somebody off the waiting list"),
  .about = N_("Takes somebody off the list who does not want a seat any more. What was kept for them is offered to the "
              "next in line. “foyerctl undo” puts them back."),
  .arguments = { NC_("placeholder", "WAITING") },
  .run = run_remove,
};
