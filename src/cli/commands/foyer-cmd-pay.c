/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-money.h"
#include "cli/foyer-cli-read.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-passes.h"
#include "words/foyer-words-reports.h"
#include "words/foyer-words.h"

static const FoyerCliOption pay_options[] = {
  { "method", NC_("placeholder", "METHOD"), N_("How it is paid: cash, transfer, card or pass") },
  { "amount", NC_("placeholder", "AMOUNT"), N_("What is paid of it; all that is due when left out") },
  { "given", NC_("placeholder", "AMOUNT"), N_("The cash that was handed over, to know the change") },
  { NULL },
};

static void
answer_paid (FoyerCli     *cli,
             const char   *payment,        /* (nullable) */
             const char   *receipt,        /* (nullable) */
             gint64        amount_minor)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "payment");
  if (payment != NULL)
    json_builder_add_string_value (builder, payment);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "receipt");
  if (receipt != NULL)
    json_builder_add_string_value (builder, receipt);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "amount_minor");
  json_builder_add_int_value (builder, amount_minor);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static gboolean
pay_with_pass (FoyerCli        *cli,
               const FoyerDue  *due,
               GError         **error)
{
  g_autoptr(FoyerBooking) booking = NULL;
  gint64 paid;

  foyer_store_pay_with_pass_async (foyer_cli_get_store (cli), due->id, NULL, foyer_cli_get_cancellable (cli),
                                   foyer_cli_result_cb, cli);
  booking = foyer_store_booking_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (booking == NULL)
    return FALSE;

  paid = due->due_minor - booking->due_minor;
  if (foyer_cli_wants_json (cli))
    answer_paid (cli, NULL, NULL, paid);
  else
    foyer_cli_say (cli, _("A pass of %s pays it; a pass makes no receipt."), due->name);

  return TRUE;
}

static void
say_paid (FoyerCli           *cli,
          const FoyerPayment *payment)
{
  g_autofree char *amount = foyer_cli_describe_minor (payment->amount_minor, payment->currency);
  g_autofree char *method = foyer_words_method (payment->method);

  /* Translators: %1$s is an amount, %2$s how it was paid ("Cash"), %3$s the number of a receipt */
  foyer_cli_say (cli, _("%1$s, %2$s. The receipt is %3$s."), amount, method, payment->number);
  if (payment->given_minor > payment->amount_minor)
    {
      g_autofree char *change = foyer_cli_describe_minor (payment->given_minor - payment->amount_minor, payment->currency);

      foyer_cli_say (cli, _("Change: %s"), change);
    }
  /* Translators: %s is the id of a payment */
  foyer_cli_say (cli, _("The payment is %s."), payment->id);
}

static gboolean
run_pay (FoyerCli  *cli,
         GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *method = foyer_cli_args_get (args, "method");
  g_autoptr(FoyerDue) due = NULL;
  g_autoptr(FoyerPayment) payment = NULL;
  g_autofree char *label = NULL;
  FoyerPaymentItem item = { 0 };
  FoyerPaymentOrder order = { .method = method, .items = &item, .n_items = 1 };

  if (!foyer_cli_need (args, "method", error)
      || !foyer_cli_check_method (method, TRUE, error))
    return FALSE;
  if (foyer_cli_args_get (args, "given") != NULL && !g_str_equal (method, "cash"))
    return foyer_cli_refuse (error, _("--given goes with --method cash."));
  if (foyer_cli_args_get (args, "amount") != NULL && g_str_equal (method, "pass"))
    return foyer_cli_refuse (error, _("A pass pays days, so that --amount does not go with it."));
  if (!foyer_cli_open (cli, error)
      || (due = foyer_cli_find_due (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL
      || !foyer_cli_read_price (args, "amount", due->currency, &item.amount_minor, error)
      || !foyer_cli_read_price (args, "given", due->currency, &order.given_minor, error))
    return FALSE;
  if (foyer_cli_args_get (args, "amount") != NULL && item.amount_minor == 0)
    return foyer_cli_refuse (error, _("--amount wants more than nothing."));
  if (g_str_equal (method, "pass"))
    return pay_with_pass (cli, due, error);

  item.id = due->id;
  item.is_pass = due->is_pass;
  item.label = label = foyer_cli_label_due (due);
  foyer_store_pay_async (foyer_cli_get_store (cli), &order, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  payment = foyer_store_payment_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (payment == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer_paid (cli, payment->id, payment->number, payment->amount_minor);
  else
    say_paid (cli, payment);

  return TRUE;
}

static gboolean
run_refund (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerPayment) payment = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *method = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_refund_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                            foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  payment = foyer_store_payment_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (payment == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    {
      answer_paid (cli, payment->id, payment->number, payment->amount_minor);
      return TRUE;
    }

  amount = foyer_cli_describe_minor (-payment->amount_minor, payment->currency);
  method = foyer_words_method (payment->method);
  /* Translators: %1$s is an amount, %2$s how it was paid ("Cash"), %3$s the number of a credit note */
  foyer_cli_say (cli, _("%1$s given back, %2$s. The credit note is %3$s."), amount, method, payment->number);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_pay = {
  .name = "pay",
  .synopsis = N_("BOOKING --method METHOD [--amount AMOUNT] [--given AMOUNT]"),
  .summary = N_("Take money for a booking or a pass"),
  .about = N_("Notes that somebody paid for a booking, or for a pass by its id, and issues the receipt with it. A part of "
              "what is due can be paid, more than that cannot.\n"
              "\n"
              "Nothing that was issued is ever changed: “foyerctl undo” and “foyerctl refund” give the money back, with a "
              "credit note."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .options = pay_options,
  .run = run_pay,
};

const FoyerCliCommand foyer_cmd_refund = {
  .name = "refund",
  .synopsis = N_("PAYMENT"),
  .summary = N_("Give a payment back, with a credit note"),
  .about = N_("Gives a payment back in the way in which it came, whatever happened since, and issues the credit note. What it "
              "paid is due again."),
  .arguments = { NC_("placeholder", "PAYMENT") },
  .run = run_refund,
};
