/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli-money.h"
#include "cli/foyer-cli-read.h"
#include "sync/exports/foyer-payments-export.h"
#include "words/foyer-words-reports.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "from", NC_("placeholder", "DAY"), N_("The first day; all when left out") },
  { "to", NC_("placeholder", "DAY"), N_("The last day") },
  { "space", NC_("placeholder", "SPACE"), N_("Only what was paid to this space") },
  { "csv", NC_("placeholder", "FILE"), N_("The new file that the table becomes, for an accountant"), .is_path = TRUE },
  { NULL },
};

/* Of each currency, in the order in which they came. Sums of what a book can hold do not overflow. */
static GArray *
add_up (GPtrArray *payments)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (FoyerMoney));

  for (guint i = 0; i < payments->len; i++)
    {
      const FoyerPayment *payment = payments->pdata[i];
      FoyerMoney *total = NULL;

      for (guint j = 0; j < totals->len; j++)
        if (g_str_equal (g_array_index (totals, FoyerMoney, j).currency, payment->currency))
          total = &g_array_index (totals, FoyerMoney, j);
      if (total == NULL)
        {
          FoyerMoney none = { 0 };

          g_strlcpy (none.currency, payment->currency, sizeof none.currency);
          g_array_append_val (totals, none);
          total = &g_array_index (totals, FoyerMoney, totals->len - 1);
        }
      total->minor += payment->amount_minor;
    }

  return totals;
}

static void
build_payment (JsonBuilder        *builder,
               const FoyerPayment *payment)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "payment");
  json_builder_add_string_value (builder, payment->id);
  json_builder_set_member_name (builder, "day");
  json_builder_add_string_value (builder, foyer_day_format (payment->day, day));
  json_builder_set_member_name (builder, "at");
  json_builder_add_int_value (builder, payment->at_ms);
  json_builder_set_member_name (builder, "space");
  json_builder_add_string_value (builder, payment->space_id);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, payment->number);
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, payment->method);
  json_builder_set_member_name (builder, "amount_minor");
  json_builder_add_int_value (builder, payment->amount_minor);
  json_builder_set_member_name (builder, "currency");
  json_builder_add_string_value (builder, payment->currency);
  json_builder_set_member_name (builder, "refunds");
  if (payment->refunds != NULL)
    json_builder_add_string_value (builder, payment->refunds);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
answer_json (FoyerCli  *cli,
             GPtrArray *payments,
             GArray    *totals)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < payments->len; i++)
    build_payment (builder, payments->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < totals->len; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "currency");
      json_builder_add_string_value (builder, g_array_index (totals, FoyerMoney, i).currency);
      json_builder_set_member_name (builder, "total_minor");
      json_builder_add_int_value (builder, g_array_index (totals, FoyerMoney, i).minor);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
answer_text (FoyerCli  *cli,
             GPtrArray *payments,
             GArray    *totals)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (5, 2);

  if (payments->len == 0)
    {
      foyer_cli_say (cli, _("Nothing was paid then."));
      return;
    }

  foyer_cli_table_align_end (table, 3);
  for (guint i = 0; i < payments->len; i++)
    {
      const FoyerPayment *payment = payments->pdata[i];
      g_autofree char *day = foyer_words_day_short (payment->day);
      g_autofree char *method = foyer_words_method (payment->method);
      g_autofree char *amount = foyer_cli_describe_minor (payment->amount_minor, payment->currency);

      foyer_cli_table_add (table, day, payment->number, method, amount, payment->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
  for (guint i = 0; i < totals->len; i++)
    {
      g_autofree char *sum = foyer_words_money (g_array_index (totals, FoyerMoney, i));

      /* Translators: %s is an amount of money */
      foyer_cli_say (cli, _("In all: %s"), sum);
    }
}

static gboolean
write_csv (FoyerCli    *cli,
           GPtrArray   *payments,
           const char  *file,
           GError     **error)
{
  g_autoptr(GBytes) bytes = foyer_payments_export_csv (payments, foyer_words_cell_separator ());
  g_autofree char *path = g_canonicalize_filename (file, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  if (!foyer_cli_write_file (path, bytes, error))
    return FALSE;
  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, shown);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say (cli, _("The payments are in %s."), shown);

  return TRUE;
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *where = foyer_cli_args_get (args, "space");
  const char *csv = foyer_cli_args_get (args, "csv");
  FoyerPaymentQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) payments = NULL;
  g_autoptr(GArray) totals = NULL;

  if (!foyer_cli_read_day (args, "from", &query.first, error) || !foyer_cli_read_day (args, "to", &query.last, error))
    return FALSE;
  if (query.first != FOYER_DAY_NONE && query.last != FOYER_DAY_NONE && query.first > query.last)
    return foyer_cli_refuse (error, _("--from is after --to."));
  if (!foyer_cli_open (cli, error) || (where != NULL && (space = foyer_cli_find_space (cli, where, error)) == NULL))
    return FALSE;

  query.space_id = space != NULL ? space->id : NULL;
  foyer_store_list_payments_async (foyer_cli_get_store (cli), &query, foyer_cli_get_cancellable (cli),
                                   foyer_cli_result_cb, cli);
  payments = foyer_store_list_payments_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (payments == NULL)
    return FALSE;
  if (csv != NULL)
    return write_csv (cli, payments, csv, error);

  totals = add_up (payments);
  if (foyer_cli_wants_json (cli))
    answer_json (cli, payments, totals);
  else
    answer_text (cli, payments, totals);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_ledger = {
  .name = "ledger",
  .synopsis = N_("[--from DAY] [--to DAY] [--space SPACE] [--csv FILE]"),
  .summary = N_("Show what was paid, and what was given back"),
  .about = N_("Lists the payments of some days with their receipts, and what they come to in each currency. With --csv they "
              "become a table. A file that exists is never replaced."),
  .options = options,
  .run = run,
};
