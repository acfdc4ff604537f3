/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-booking.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-money.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-passes.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words-sold.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

#define MEMBER { "member", NC_("placeholder", "ID"), N_("A member, by the id that “foyerctl member find” shows") }
#define WHAT_OPTIONS \
  { "days", NC_("placeholder", "N"), N_("How many days: 10, or 2.5 for two and a half") }, \
  { "month", NULL, N_("As many days as a month has, one seat a day") }, \
  { "from", NC_("placeholder", "DAY"), N_("The first day; with --month today unless said otherwise") }, \
  { "expires", NC_("placeholder", "DAY"), N_("The last day; with --month that of the month unless said otherwise") }, \
  { "space", NC_("placeholder", "SPACE"), N_("Good in this space alone; in all that ask its currency unless said otherwise") }, \
  { "currency", NC_("placeholder", "CODE"), N_("The currency of the spaces in which it is good, where they ask several") }

static const FoyerCliOption sell_options[] = {
  MEMBER,
  WHAT_OPTIONS,
  { "price", NC_("placeholder", "AMOUNT"), N_("What the member pays for it") },
  { "method", NC_("placeholder", "METHOD"), N_("How: cash, transfer or card") },
  { NULL },
};

static const FoyerCliOption give_options[] = {
  MEMBER,
  WHAT_OPTIONS,
  { "reason", NC_("placeholder", "REASON"), N_("gift or trial; gift unless said otherwise") },
  { NULL },
};

static const FoyerCliOption list_options[] = {
  MEMBER,
  { NULL },
};

static const FoyerCliOption use_options[] = {
  { "pass", NC_("placeholder", "ID"), N_("This pass, by the id that “foyerctl pass list” shows, instead of the next") },
  { NULL },
};

static FoyerDay
get_today (FoyerCli *cli)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  return foyer_instant_get_day (zone, foyer_clock_now (foyer_cli_get_clock (cli)));
}

/* That of its space, or the one that all spaces ask. */
static gboolean
find_currency (FoyerCli          *cli,
               const FoyerSpace  *space,        /* (nullable) */
               char               currency[4],
               GError           **error)
{
  const char *given = foyer_cli_args_get (foyer_cli_get_args (cli), "currency");
  g_autoptr(GPtrArray) spaces = NULL;
  g_autofree char *quoted = NULL;

  if (given != NULL && !foyer_currency_is_valid (given))
    {
      quoted = foyer_cli_quote (given);
      return foyer_cli_refuse (error, _("--currency wants the code of a currency such as EUR, not “%s”."), quoted);
    }
  if (given != NULL || space != NULL)
    {
      g_strlcpy (currency, given != NULL ? given : space->currency, 4);
      return TRUE;
    }

  foyer_store_list_spaces_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  spaces = foyer_store_list_spaces_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (spaces == NULL)
    return FALSE;
  g_strlcpy (currency, spaces->len > 0 ? ((FoyerSpace *) spaces->pdata[0])->currency : "EUR", 4);
  for (guint i = 1; i < spaces->len; i++)
    if (!g_str_equal (((FoyerSpace *) spaces->pdata[i])->currency, currency))
      return foyer_cli_refuse (error, _("The spaces ask different currencies; say which with --space or --currency."));

  return TRUE;
}

/* What is read without the profile, so that a mistake leaves no trace. */
static gboolean
read_sale (FoyerCliArgs   *args,
           FoyerPassSale  *sale,
           GError        **error)
{
  static const char * const what[] = { "days", "month", NULL };
  const char *days = foyer_cli_args_get (args, "days");
  g_autofree char *quoted = NULL;

  if (!foyer_cli_need (args, "member", error) || !foyer_cli_need_one_of (args, what, error)
      || !foyer_cli_read_day (args, "from", &sale->from, error)
      || !foyer_cli_read_day (args, "expires", &sale->until, error))
    return FALSE;
  if (days != NULL && !foyer_pass_parse_days (days, &sale->halves, NULL))
    {
      quoted = foyer_cli_quote (days);
      return foyer_cli_refuse (error, _("--days wants a number of days from 0.5 to 1000 such as 10 or 2.5, not “%s”."),
                               quoted);
    }
  sale->person_id = foyer_cli_args_get (args, "member");

  return TRUE;
}

static FoyerPass *
sell (FoyerCli       *cli,
      FoyerPassSale  *sale,
      GError        **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *where = foyer_cli_args_get (args, "space");
  g_autoptr(FoyerSpace) space = NULL;
  g_autofree char *label = foyer_words_sold_pass (sale->halves);
  char currency[4];
  FoyerPass *pass;

  if (!foyer_cli_open (cli, error)
      || (where != NULL && (space = foyer_cli_find_space (cli, where, error)) == NULL)
      || !find_currency (cli, space, currency, error)
      || !foyer_cli_read_price (args, "price", currency, &sale->price_minor, error))
    return NULL;
  sale->space_id = space != NULL ? space->id : NULL;
  sale->currency = currency;
  sale->label = label;
  foyer_store_sell_pass_async (foyer_cli_get_store (cli), sale, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  pass = foyer_store_pass_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (pass == NULL)
    foyer_cli_name_missing_person (error, sale->person_id);

  return pass;
}

static gboolean
answer_pass (FoyerCli        *cli,
             const FoyerPass *pass)
{
  g_autofree char *left = foyer_words_pass_left (pass);
  g_autofree char *time = foyer_words_pass_time (pass, get_today (cli));
  g_autofree char *why = foyer_words_pass_why (pass);
  g_autofree char *facts = foyer_words_facts ((const char *[]) { left, time, why, NULL });

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, pass->id);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }

  if (pass->ended_ms != 0)
    foyer_cli_say (cli, _("The pass has ended."));
  else
    foyer_cli_say (cli, "%s", facts);
  /* Translators: %s is the id of a pass */
  foyer_cli_say (cli, _("The pass is %s."), pass->id);

  return TRUE;
}

static gboolean
run_sell (FoyerCli  *cli,
          GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerPassSale sale = { .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE, .method = foyer_cli_args_get (args, "method") };
  g_autoptr(FoyerPass) pass = NULL;
  g_autofree char *quoted = NULL;

  if (sale.method != NULL && !g_str_equal (sale.method, "cash") && !g_str_equal (sale.method, "transfer")
      && !g_str_equal (sale.method, "card"))
    {
      quoted = foyer_cli_quote (sale.method);
      return foyer_cli_refuse (error, _("--method wants cash, transfer or card, not “%s”."), quoted);
    }

  return read_sale (args, &sale, error) && foyer_cli_need (args, "price", error)
         && (pass = sell (cli, &sale, error)) != NULL && answer_pass (cli, pass);
}

static gboolean
run_give (FoyerCli  *cli,
          GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *reason = foyer_cli_args_get (args, "reason");
  FoyerPassSale sale = { .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE, .reason = FOYER_PASS_GIFT };
  g_autoptr(FoyerPass) pass = NULL;
  g_autofree char *quoted = NULL;

  if (reason != NULL
      && (!foyer_pass_reason_parse (reason, &sale.reason, NULL) || sale.reason == FOYER_PASS_SOLD))
    {
      quoted = foyer_cli_quote (reason);
      return foyer_cli_refuse (error, _("--reason wants gift or trial, not “%s”."), quoted);
    }

  return read_sale (args, &sale, error) && (pass = sell (cli, &sale, error)) != NULL && answer_pass (cli, pass);
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         FoyerDay     day)
{
  char text[FOYER_DAY_TEXT_SIZE];

  json_builder_set_member_name (builder, member);
  if (day != FOYER_DAY_NONE)
    json_builder_add_string_value (builder, foyer_day_format (day, text));
  else
    json_builder_add_null_value (builder);
}

/* What is as usual is not said. */
static void
build_pass (JsonBuilder     *builder,
            const FoyerPass *pass)
{
  const int left = foyer_pass_get_left (pass);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, pass->id);
  json_builder_set_member_name (builder, "days_left");
  if (left < 0)
    json_builder_add_null_value (builder);
  else if (left % 2 == 0)
    json_builder_add_int_value (builder, left / 2);
  else
    json_builder_add_double_value (builder, left / 2 + 0.5);
  add_day (builder, "expires", pass->until);
  if (pass->from != FOYER_DAY_NONE)
    add_day (builder, "from", pass->from);
  if (pass->reason != FOYER_PASS_SOLD)
    {
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, foyer_pass_reason_get_name (pass->reason));
    }
  if (pass->space_id != NULL)
    {
      json_builder_set_member_name (builder, "space");
      json_builder_add_string_value (builder, pass->space_id);
    }
  json_builder_end_object (builder);
}

static void
say_passes (FoyerCli  *cli,
            GPtrArray *passes)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (4, 0);

  if (passes->len == 0)
    {
      foyer_cli_say (cli, _("No pass."));
      return;
    }
  for (guint i = 0; i < passes->len; i++)
    {
      const FoyerPass *pass = passes->pdata[i];
      g_autofree char *left = foyer_words_pass_left (pass);
      g_autofree char *time = foyer_words_pass_time (pass, get_today (cli));
      g_autofree char *why = foyer_words_pass_why (pass);

      foyer_cli_table_add (table, left, time, why, pass->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *person_id = foyer_cli_args_get (args, "member");
  g_autoptr(GPtrArray) passes = NULL;

  if (!foyer_cli_need (args, "member", error) || !foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_list_passes_async (foyer_cli_get_store (cli), person_id, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  passes = foyer_store_list_passes_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (passes == NULL)
    {
      foyer_cli_name_missing_person (error, person_id);
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < passes->len; i++)
        build_pass (builder, passes->pdata[i]);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_passes (cli, passes);

  return TRUE;
}

static gboolean
run_end (FoyerCli  *cli,
         GError   **error)
{
  g_autoptr(FoyerPass) pass = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_end_pass_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                              foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  pass = foyer_store_pass_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);

  return pass != NULL && answer_pass (cli, pass);
}

/* The end of both that move half days between a booking and its passes. */
static gboolean
answer_booking (FoyerCli  *cli,
                GError   **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL,
                                                                error);
  g_autofree char *due = NULL;
  g_autofree char *pays = NULL;
  g_autofree char *facts = NULL;

  if (booking == NULL)
    {
      if (foyer_cli_args_get (foyer_cli_get_args (cli), "pass") == NULL)
        foyer_cli_name_missing_booking (error, id);
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, booking->id);
      json_builder_set_member_name (builder, "due_minor");
      json_builder_add_int_value (builder, booking->due_minor);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }

  pays = foyer_words_paid_by_pass (booking, get_today (cli));
  facts = foyer_words_facts ((const char *[]) { booking->name, pays, NULL });
  foyer_cli_say (cli, "%s", facts);
  if (booking->due_minor > 0)
    {
      due = foyer_cli_describe_amount (booking, booking->due_minor);
      /* Translators: %s is an amount of money */
      foyer_cli_say (cli, _("To pay: %s"), due);
    }

  return TRUE;
}

static gboolean
run_use (FoyerCli  *cli,
         GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_pay_with_pass_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (args, 0),
                                   foyer_cli_args_get (args, "pass"), foyer_cli_get_cancellable (cli),
                                   foyer_cli_result_cb, cli);

  return answer_booking (cli, error);
}

static gboolean
run_return (FoyerCli  *cli,
            GError   **error)
{
  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_return_to_pass_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                                    foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);

  return answer_booking (cli, error);
}

const FoyerCliCommand foyer_cmd_pass_sell = {
  .name = "pass sell",
  .synopsis = N_("--member ID (--days N | --month) --price AMOUNT [--method METHOD] [--from DAY] [--expires DAY] [--space SPACE] [--currency CODE]"),
  .summary = N_("Sell somebody a pass"),
  .about = N_("Notes that somebody paid for days ahead: a number of days, of which each visit takes one or a half, or a "
              "month.\n"
              "\n"
              "A check-in takes what is due of the passes by itself: first of a month, which costs no day, then of what "
              "expires first. Whoever comes in again after a check-out, or stays for the second half, pays no second "
              "day. Somebody who did not come, or cancelled too late, has had the day; one that the host cancels is "
              "returned. “foyerctl undo” takes a pass back of which nothing was used."),
  .options = sell_options,
  .run = run_sell,
};

const FoyerCliCommand foyer_cmd_pass_give = {
  .name = "pass give",
  .synopsis = N_("--member ID (--days N | --month) [--reason REASON] [--from DAY] [--expires DAY] [--space SPACE] [--currency CODE]"),
  .summary = N_("Give somebody a pass: a gift, or days on trial"),
  .about = N_("A pass that costs nothing and says why, so that free days stay visible. In all else it is as one that is "
              "sold."),
  .options = give_options,
  .run = run_give,
};

const FoyerCliCommand foyer_cmd_pass_list = {
  .name = "pass list",
  .synopsis = N_("--member ID"),
  .summary = N_("Show what is left on somebody’s passes"),
  .about = N_("Lists the passes of a member, in the order in which they pay; last those that are over or empty."),
  .options = list_options,
  .run = run_list,
};

const FoyerCliCommand foyer_cmd_pass_use = {
  .name = "pass use",
  .synopsis = N_("BOOKING [--pass ID]"),
  .summary = N_("Pay a booking with a pass"),
  .about = N_("Takes what is due for a booking of the passes of its guest now: before the visit, or after it when the pass "
              "was sold later. A check-in does so by itself."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = use_options,
  .run = run_use,
};

const FoyerCliCommand foyer_cmd_pass_return = {
  .name = "pass return",
  .synopsis = N_("BOOKING"),
  .summary = N_("Give back to a pass what a booking took of it"),
  .about = N_("Returns the days that passes paid of a booking, so that its price is due instead."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .run = run_return,
};

const FoyerCliCommand foyer_cmd_pass_end = {
  .name = "pass end",
  .synopsis = N_("PASS"),
  .summary = N_("End a pass before its time"),
  .about = N_("Ends a pass, by the id that “foyerctl pass list” shows: what is left of it is gone, what was used stays used. "
              "“foyerctl undo” makes it good again."),
  .arguments = { NC_("placeholder", "PASS") },
  .run = run_end,
};
