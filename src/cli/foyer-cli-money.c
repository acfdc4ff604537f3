/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-money.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-file.h"
#include "core/foyer-error.h"
#include "words/foyer-words-documents.h"
#include "words/foyer-words-sold.h"
#include "words/foyer-words.h"

gboolean
foyer_cli_check_method (const char  *method,
                        gboolean     pass_too,
                        GError     **error)
{
  g_autofree char *quoted = NULL;

  if (g_str_equal (method, "cash") || g_str_equal (method, "transfer") || g_str_equal (method, "card")
      || (pass_too && g_str_equal (method, "pass")))
    return TRUE;

  quoted = foyer_cli_quote (method);
  if (pass_too)
    return foyer_cli_refuse (error, _("--method wants cash, transfer, card or pass, not “%s”."), quoted);

  return foyer_cli_refuse (error, _("--method wants cash, transfer or card, not “%s”."), quoted);
}

FoyerDue *
foyer_cli_find_due (FoyerCli    *cli,
                    const char  *id,
                    GError     **error)
{
  FoyerDueQuery query = { .subject_id = id };
  g_autoptr(GPtrArray) dues = NULL;

  foyer_store_list_due_async (foyer_cli_get_store (cli), &query, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  dues = foyer_store_list_due_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (dues == NULL)
    {
      foyer_cli_name_missing_booking (error, id);
      return NULL;
    }

  return g_ptr_array_steal_index (dues, 0);
}

char *
foyer_cli_label_due (const FoyerDue *due)
{
  return due->is_pass ? foyer_words_sold_pass (due->halves) : foyer_words_sold_part (due->part);
}

char *
foyer_cli_describe_minor (gint64      minor,
                          const char *currency)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);

  return foyer_words_money (money);
}

gboolean
foyer_cli_answer_document (FoyerCli             *cli,
                           const FoyerDocument  *document,
                           GError              **error)
{
  const char *pdf = foyer_cli_args_get (foyer_cli_get_args (cli), "pdf");
  g_autofree char *amount = NULL;
  g_autofree char *kind = NULL;

  if (pdf != NULL)
    {
      g_autoptr(FoyerPaper) paper = foyer_words_document_paper (document, foyer_cli_args_has (foyer_cli_get_args (cli), "roll"));

      return foyer_cli_answer_pdf (cli, paper, pdf, error);
    }

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, document->id);
      json_builder_set_member_name (builder, "number");
      json_builder_add_string_value (builder, document->number);
      json_builder_set_member_name (builder, "total_minor");
      json_builder_add_int_value (builder, document->total_minor);
      json_builder_set_member_name (builder, "currency");
      json_builder_add_string_value (builder, document->currency);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }

  amount = foyer_cli_describe_minor (document->total_minor, document->currency);
  kind = foyer_words_document_kind (document->kind);
  /* Translators: %1$s is "Invoice" or the like, %2$s its number, %3$s an amount */
  foyer_cli_say (cli, _("%1$s %2$s: %3$s"), kind, document->number, amount);

  return TRUE;
}
