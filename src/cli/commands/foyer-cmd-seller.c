/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-money.h"
#include "storage/foyer-store-documents.h"
#include "words/foyer-words-documents.h"

static const FoyerCliOption options[] = {
  { "name", NC_("placeholder", "NAME"), N_("Who sells, as the law knows them") },
  { "trade-name", NC_("placeholder", "NAME"), N_("How the place is called") },
  { "ei", NULL, N_("It is an “entrepreneur individuel”") },
  { "no-ei", NULL, N_("It is none, or none any more") },
  { "street", NC_("placeholder", "TEXT"), N_("Street and number") },
  { "postcode", NC_("placeholder", "TEXT"), N_("Postal code") },
  { "city", NC_("placeholder", "NAME"), N_("Town") },
  { "country", NC_("placeholder", "CODE"), N_("Country, such as FR") },
  { "siren", NC_("placeholder", "DIGITS"), N_("SIREN, nine digits") },
  { "siret", NC_("placeholder", "DIGITS"), N_("SIRET, fourteen digits") },
  { "vat-number", NC_("placeholder", "TEXT"), N_("VAT number, for who charges it") },
  { "vat-rate", NC_("placeholder", "PERCENT"), N_("The VAT that prices include, such as 20; 0 for none") },
  { "account-name", NC_("placeholder", "NAME"), N_("Whose the account is, as the bank knows them") },
  { "iban", NC_("placeholder", "IBAN"), N_("Where transfers go") },
  { "bic", NC_("placeholder", "BIC"), N_("The code of the bank") },
  { NULL },
};

static gboolean
read_rate (FoyerCliArgs  *args,
           int           *vat_bp,
           GError       **error)
{
  const char *text = foyer_cli_args_get (args, "vat-rate");
  g_autofree char *quoted = NULL;
  FoyerMoney rate;

  /* A rate has two decimals, as an amount in euros has. */
  if (text == NULL)
    return TRUE;
  if (foyer_money_parse (text, "EUR", &rate, NULL) && rate.minor <= FOYER_VAT_MAX)
    {
      *vat_bp = (int) rate.minor;
      return TRUE;
    }
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--vat-rate wants a rate such as 20 or 5.5, not “%s”."), quoted);
}

static gboolean
read_seller (FoyerCliArgs  *args,
             FoyerSeller   *seller,
             gboolean      *changed,
             GError       **error)
{
  const struct {
    const char  *option;
    char       **field;
  } texts[] = {
    { "name", &seller->name }, { "trade-name", &seller->trade_name }, { "street", &seller->street },
    { "postcode", &seller->postcode }, { "city", &seller->city }, { "country", &seller->country },
    { "siren", &seller->siren }, { "siret", &seller->siret }, { "vat-number", &seller->vat_number },
    { "account-name", &seller->account_name }, { "iban", &seller->iban }, { "bic", &seller->bic },
  };
  const gboolean ei = foyer_cli_args_has (args, "ei");
  const gboolean no_ei = foyer_cli_args_has (args, "no-ei");

  *changed = ei || no_ei || foyer_cli_args_get (args, "vat-rate") != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (foyer_cli_args_get (args, texts[i].option) != NULL)
      {
        g_set_str (texts[i].field, foyer_cli_args_get (args, texts[i].option));
        *changed = TRUE;
      }
  /* Who says another SIREN means another company. */
  if (foyer_cli_args_get (args, "siren") != NULL && foyer_cli_args_get (args, "siret") == NULL)
    g_set_str (&seller->siret, "");
  if (foyer_cli_args_get (args, "siret") != NULL && foyer_cli_args_get (args, "siren") == NULL)
    g_set_str (&seller->siren, "");
  if (ei && no_ei)
    return foyer_cli_refuse (error, _("--ei and --no-ei do not go together."));
  if (ei || no_ei)
    seller->is_ei = ei;

  return read_rate (args, &seller->vat_bp, error);
}

static void
answer (FoyerCli          *cli,
        const FoyerSeller *seller,
        gboolean           by_host)
{
  const struct {
    const char *name;
    const char *value;
  } texts[] = {
    { "name", seller->name }, { "trade_name", seller->trade_name }, { "street", seller->street },
    { "postcode", seller->postcode }, { "city", seller->city }, { "country", seller->country },
    { "siren", seller->siren }, { "siret", seller->siret }, { "vat_number", seller->vat_number },
    { "account_name", seller->account_name }, { "iban", seller->iban }, { "bic", seller->bic },
  };
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *line = NULL;

  if (!foyer_cli_wants_json (cli))
    {
      line = foyer_words_seller (seller);
      foyer_cli_say (cli, "%s", line);
      if (!by_host)
        foyer_cli_say (cli, _("Nobody said who sells yet: receipts name the space, and invoices wait."));
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].name);
      json_builder_add_string_value (builder, texts[i].value);
    }
  json_builder_set_member_name (builder, "ei");
  json_builder_add_boolean_value (builder, seller->is_ei);
  json_builder_set_member_name (builder, "vat_bp");
  json_builder_add_int_value (builder, seller->vat_bp);
  json_builder_set_member_name (builder, "said");
  json_builder_add_boolean_value (builder, by_host);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerSeller) seller = NULL;
  g_autoptr(FoyerSeller) said = NULL;
  gboolean changed, by_host;

  if (!foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL)
    return FALSE;
  foyer_store_get_seller_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);
  seller = foyer_store_seller_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &by_host, NULL, error);
  if (seller == NULL || !read_seller (args, seller, &changed, error))
    return FALSE;
  if (!changed)
    {
      answer (cli, seller, by_host);
      return TRUE;
    }

  foyer_store_set_seller_async (foyer_cli_get_store (cli), space->id, seller, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);
  said = foyer_store_seller_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &by_host, NULL, error);
  if (said == NULL)
    return FALSE;
  answer (cli, said, TRUE);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_space_seller = {
  .name = "space seller",
  .synopsis = N_("SPACE [--name NAME] [--trade-name NAME] [--ei|--no-ei] [--street TEXT] [--postcode TEXT] [--city NAME] [--country CODE] [--siren DIGITS] [--siret DIGITS] [--vat-number TEXT] [--vat-rate PERCENT] [--account-name NAME] [--iban IBAN] [--bic BIC]"),
  .summary = N_("Show or say who sells the seats of a space"),
  .about = N_("Says what receipts and invoices name: who sells, where, under which numbers, and to which account transfers go. "
              "What is left out stays as it is; without an option it is shown. What was issued before stays as it was.\n"
              "\n"
              "Where no VAT is charged, French papers say so."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
