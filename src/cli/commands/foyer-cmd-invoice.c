/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-money.h"
#include "cli/foyer-cli-read.h"
#include "storage/foyer-store-documents.h"

static const FoyerCliOption receipt_options[] = {
  { "pdf", NC_("placeholder", "FILE"), N_("The new file that it becomes"), .is_path = TRUE },
  { "roll", NULL, N_("For the roll of a till, 80 mm wide") },
  { NULL },
};

static const FoyerCliOption invoice_options[] = {
  { "member", NC_("placeholder", "ID"), N_("Whose days and passes of a month are on it") },
  { "month", NC_("placeholder", "MONTH"), N_("The month, such as 2026-11") },
  { "name", NC_("placeholder", "NAME"), N_("To whom it is written; the member when left out") },
  { "company", NC_("placeholder", "NAME"), N_("Their company") },
  { "street", NC_("placeholder", "TEXT"), N_("Street and number") },
  { "postcode", NC_("placeholder", "TEXT"), N_("Postal code") },
  { "city", NC_("placeholder", "NAME"), N_("Town") },
  { "country", NC_("placeholder", "CODE"), N_("Country, such as FR") },
  { "siren", NC_("placeholder", "DIGITS"), N_("Their SIREN, nine digits") },
  { "vat-number", NC_("placeholder", "TEXT"), N_("Their VAT number") },
  { "pdf", NC_("placeholder", "FILE"), N_("The new file that it becomes"), .is_path = TRUE },
  { NULL },
};

static gboolean
run_receipt (FoyerCli  *cli,
             GError   **error)
{
  g_autoptr(FoyerDocument) document = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_get_document_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                                  foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  document = foyer_store_document_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);

  return document != NULL && foyer_cli_answer_document (cli, document, error);
}

static gboolean
read_month (FoyerCliArgs  *args,
            FoyerDay      *first,
            FoyerDay      *last,
            GError       **error)
{
  const char *text = foyer_cli_args_get (args, "month");
  g_autofree char *day = g_strconcat (text, "-01", NULL);
  g_autofree char *quoted = NULL;

  if (foyer_day_parse (day, first, NULL))
    {
      *last = foyer_day_add_months (*first, 1) - 1;
      return TRUE;
    }
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--month wants a month such as 2026-11, not “%s”."), quoted);
}

/* What is on it: the booking that was named, or all that somebody owes or paid for in a month and that
 * is on no invoice. */
static GPtrArray *
list_things (FoyerCli  *cli,
             GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *booking = foyer_cli_args_get_argument (args, 0);
  FoyerDueQuery query = { .person_id = foyer_cli_args_get (args, "member"), .paid_too = TRUE };
  g_autoptr(GPtrArray) dues = NULL;
  FoyerDue *due;

  if (booking != NULL)
    {
      if ((due = foyer_cli_find_due (cli, booking, error)) == NULL)
        return NULL;
      dues = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_due_free);
      g_ptr_array_add (dues, due);
      return g_steal_pointer (&dues);
    }

  if (!read_month (args, &query.first, &query.last, error))
    return NULL;
  foyer_store_list_due_async (foyer_cli_get_store (cli), &query, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  dues = foyer_store_list_due_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (dues == NULL)
    {
      foyer_cli_name_missing_person (error, query.person_id);
      return NULL;
    }
  for (guint i = dues->len; i > 0; i--)
    if (*((FoyerDue *) dues->pdata[i - 1])->invoice != '\0' || ((FoyerDue *) dues->pdata[i - 1])->price_minor == 0)
      g_ptr_array_remove_index (dues, i - 1);
  if (dues->len == 0)
    {
      g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                   _("Nothing of that month is left to be put on an invoice; nothing was issued."));
      return NULL;
    }

  return g_steal_pointer (&dues);
}

static FoyerBuyer *
make_buyer (FoyerCliArgs   *args,
            const FoyerDue *due)
{
  FoyerBuyer *buyer = foyer_buyer_new ();
  const struct {
    const char  *option;
    char       **field;
  } texts[] = {
    { "name", &buyer->name }, { "company", &buyer->company }, { "street", &buyer->street },
    { "postcode", &buyer->postcode }, { "city", &buyer->city }, { "country", &buyer->country },
    { "siren", &buyer->siren }, { "vat-number", &buyer->vat_number },
  };

  g_set_str (&buyer->name, due->name);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (foyer_cli_args_get (args, texts[i].option) != NULL)
      g_set_str (texts[i].field, foyer_cli_args_get (args, texts[i].option));

  return buyer;
}

static gboolean
run_invoice (FoyerCli  *cli,
             GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const gboolean of_month = foyer_cli_args_get (args, "member") != NULL || foyer_cli_args_get (args, "month") != NULL;
  g_autoptr(GPtrArray) dues = NULL;
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree FoyerInvoiceLine *lines = NULL;
  g_autoptr(FoyerBuyer) buyer = NULL;
  g_autoptr(FoyerDocument) document = NULL;
  FoyerInvoiceOrder order = { 0 };

  if ((foyer_cli_args_get_argument (args, 0) != NULL) == of_month)
    return foyer_cli_refuse (error, _("“invoice” wants a booking, or --member and --month."));
  if (of_month && (!foyer_cli_need (args, "member", error) || !foyer_cli_need (args, "month", error)))
    return FALSE;
  if (!foyer_cli_open (cli, error) || (dues = list_things (cli, error)) == NULL)
    return FALSE;

  lines = g_new0 (FoyerInvoiceLine, dues->len);
  for (guint i = 0; i < dues->len; i++)
    {
      const FoyerDue *due = dues->pdata[i];

      g_ptr_array_add (labels, foyer_cli_label_due (due));
      lines[i] = (FoyerInvoiceLine) { due->id, due->is_pass, labels->pdata[i] };
    }
  buyer = make_buyer (args, dues->pdata[0]);
  order.person_id = ((FoyerDue *) dues->pdata[0])->person_id;
  order.buyer = buyer;
  order.lines = lines;
  order.n_lines = dues->len;
  foyer_store_issue_invoice_async (foyer_cli_get_store (cli), &order, foyer_cli_get_cancellable (cli),
                                   foyer_cli_result_cb, cli);
  document = foyer_store_document_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);

  return document != NULL && foyer_cli_answer_document (cli, document, error);
}

static gboolean
run_credit (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerDocument) document = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_credit_invoice_async (foyer_cli_get_store (cli), foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0),
                                    foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  document = foyer_store_document_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);

  return document != NULL && foyer_cli_answer_document (cli, document, error);
}

const FoyerCliCommand foyer_cmd_receipt = {
  .name = "receipt",
  .synopsis = N_("PAYMENT [--pdf FILE] [--roll]"),
  .summary = N_("Show a receipt or an invoice, or make it a PDF"),
  .about = N_("Finds a document by its number, or by the payment that it is about. With --pdf it becomes a file to be "
              "printed or sent. A file that exists is never replaced."),
  .arguments = { NC_("placeholder", "PAYMENT") },
  .options = receipt_options,
  .run = run_receipt,
};

const FoyerCliCommand foyer_cmd_invoice = {
  .name = "invoice",
  .synopsis = N_("(BOOKING | --member ID --month MONTH) [--name NAME] [--company NAME] [--street TEXT] [--postcode TEXT] [--city NAME] [--country CODE] [--siren DIGITS] [--vat-number TEXT] [--pdf FILE]"),
  .summary = N_("Issue an invoice for a booking, or for a month"),
  .about = N_("Writes an invoice for a booking, or for all that a member owes or paid for in a month and that is on no other "
              "one. The space needs somebody who sells first: “foyerctl space seller”.\n"
              "\n"
              "What is issued stays. “foyerctl credit” takes an invoice back."),
  .arguments = { NC_("placeholder", "BOOKING") },
  .may_lack_last = TRUE,
  .options = invoice_options,
  .run = run_invoice,
};

const FoyerCliCommand foyer_cmd_credit = {
  .name = "credit",
  .synopsis = N_("INVOICE [--pdf FILE]"),
  .summary = N_("Take an invoice back with a credit note"),
  .about = N_("Issues the credit note of an invoice, so that what was on it can be put on another one. What was paid stays "
              "paid: “foyerctl refund” gives a payment back."),
  .arguments = { NC_("placeholder", "INVOICE") },
  .options = receipt_options,
  .run = run_credit,
};
