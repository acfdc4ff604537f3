/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli-money.h"
#include "cli/foyer-cli-read.h"
#include "storage/foyer-store-accounts.h"
#include "storage/foyer-store-documents.h"
#include "words/foyer-words-reports.h"

static const FoyerCliOption options[] = {
  { "counted", NC_("placeholder", "AMOUNT"), N_("The cash that was counted in the till") },
  { "left", NC_("placeholder", "AMOUNT"), N_("What of it stays for the next day; nothing when left out") },
  { "pdf", NC_("placeholder", "FILE"), N_("The new file that the sheet of the day becomes"), .is_path = TRUE },
  { NULL },
};

static void
build_string (JsonBuilder *builder,
              const char  *name,
              const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
build_int (JsonBuilder *builder,
           const char  *name,
           gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
answer_json (FoyerCli        *cli,
             const FoyerTill *till)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  build_string (builder, "id", till->id);
  build_string (builder, "day", foyer_day_format (till->day, day));
  build_string (builder, "currency", till->currency);
  build_int (builder, "expected_minor", till->expected_minor);
  build_int (builder, "counted_minor", till->counted_minor);
  build_int (builder, "difference_minor", *till->id != '\0' ? till->counted_minor - till->expected_minor : 0);
  build_int (builder, "left_minor", till->left_minor);
  build_string (builder, "head", till->head);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
answer_text (FoyerCli        *cli,
             const FoyerTill *till)
{
  g_autofree char *expected = foyer_cli_describe_minor (till->expected_minor, till->currency);
  g_autofree char *counted = foyer_cli_describe_minor (till->counted_minor, till->currency);
  g_autofree char *difference = foyer_cli_describe_minor (till->counted_minor - till->expected_minor, till->currency);

  if (*till->id == '\0')
    {
      foyer_cli_say (cli, _("The till should hold %s."), expected);
      return;
    }
  /* Translators: three amounts */
  foyer_cli_say (cli, _("Counted %1$s, expected %2$s, difference %3$s."), counted, expected, difference);
  /* Translators: %s is a hash, 64 letters and digits */
  foyer_cli_say (cli, _("The seal of the accounts is %s."), till->head);
}

static gboolean
write_sheet (FoyerCli         *cli,
             const FoyerSpace *space,
             const FoyerTill  *till,
             const char       *pdf,
             GError          **error)
{
  g_autoptr(GArray) takings = g_array_new (FALSE, FALSE, sizeof (FoyerTakings));
  g_autoptr(FoyerSeller) seller = NULL;
  g_autoptr(FoyerPaper) paper = NULL;
  FoyerDayCloseFacts facts = { 0 };

  foyer_store_get_seller_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);
  seller = foyer_store_seller_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, NULL, error);
  if (seller == NULL)
    return FALSE;

  for (guint i = 0; i < till->takings->len; i++)
    {
      const FoyerMethodTakings *of_method = &g_array_index (till->takings, FoyerMethodTakings, i);
      FoyerTakings line = { of_method->method, of_method->n_payments, of_method->received_minor, of_method->returned_minor };

      g_array_append_val (takings, line);
    }
  facts = (FoyerDayCloseFacts) {
    .seller = seller, .day = till->day, .closed_ms = till->at_ms, .currency = till->currency,
    .expected_minor = till->expected_minor, .counted_minor = till->counted_minor, .takings = takings, .head = till->head,
  };
  paper = foyer_words_day_close_paper (&facts);

  return foyer_cli_answer_pdf (cli, paper, pdf, error);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const gboolean close = foyer_cli_args_get (args, "counted") != NULL;
  const char *pdf = foyer_cli_args_get (args, "pdf");
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerTill) till = NULL;
  gint64 counted = 0, left = 0;

  if (!close && (pdf != NULL || foyer_cli_args_get (args, "left") != NULL))
    return foyer_cli_refuse (error, _("--left and --pdf go with --counted."));
  if (!foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL
      || !foyer_cli_read_price (args, "counted", space->currency, &counted, error)
      || !foyer_cli_read_price (args, "left", space->currency, &left, error))
    return FALSE;
  if (left > counted)
    return foyer_cli_refuse (error, _("More cannot be left than was counted."));

  if (close)
    foyer_store_close_day_async (foyer_cli_get_store (cli), space->id, counted, left, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  else
    foyer_store_get_till_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);
  till = foyer_store_till_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (till == NULL)
    return FALSE;
  if (pdf != NULL)
    return write_sheet (cli, space, till, pdf, error);
  if (foyer_cli_wants_json (cli))
    answer_json (cli, till);
  else
    answer_text (cli, till);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_close_day = {
  .name = "close-day",
  .synopsis = N_("SPACE [--counted AMOUNT [--left AMOUNT]] [--pdf FILE]"),
  .summary = N_("Close the till of a day with the cash that was counted"),
  .about = N_("Compares the cash that was counted with what the book expects: what was left in the till, and what came in "
              "and was given back since. The close is written into the accounts, and its seal holds all that was written "
              "before. Without --counted only what is expected is said, and nothing is closed."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
