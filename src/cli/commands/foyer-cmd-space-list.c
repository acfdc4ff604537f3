/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-fair-use.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "archived", NULL, N_("List those that are archived instead") },
  { NULL },
};

static gboolean
is_published (GPtrArray        *publications,
              const FoyerSpace *space)
{
  for (guint i = 0; i < publications->len; i++)
    {
      const FoyerPublication *publication = publications->pdata[i];

      if (!publication->ending && g_str_equal (publication->space_id, space->id))
        return TRUE;
    }

  return FALSE;
}

/* Only where seats have names. */
static void
build_desks (JsonBuilder      *builder,
             const FoyerSpace *space)
{
  if (space->desks->len == 0)
    return;

  json_builder_set_member_name (builder, "desks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < space->desks->len; i++)
    json_builder_add_string_value (builder, g_array_index (space->desks, FoyerNamedDesk, i).name);
  json_builder_end_array (builder);
}

static void
answer (FoyerCli  *cli,
        GPtrArray *spaces,
        GPtrArray *publications)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpace *space = g_ptr_array_index (spaces, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, space->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, space->name);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, foyer_space_kind_get_name (space->kind));
      json_builder_set_member_name (builder, "seats");
      json_builder_add_int_value (builder, space->seats);
      json_builder_set_member_name (builder, "published");
      json_builder_add_boolean_value (builder, is_published (publications, space));
      build_desks (builder, space);
      foyer_cli_build_fair_use (builder, &space->limits);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli  *cli,
     GPtrArray *spaces,
     GPtrArray *publications)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (6, 0);

  if (spaces->len == 0)
    {
      foyer_cli_say (cli, "%s", foyer_cli_args_has (foyer_cli_get_args (cli), "archived")
                                ? _("No space is archived.")
                                : _("There is no space yet; “foyerctl space add” makes one."));
      return;
    }
  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpace *space = g_ptr_array_index (spaces, i);
      FoyerMoney price = { .minor = space->price_minor };
      g_autofree char *seats = NULL;
      g_autofree char *kind = foyer_words_kind (space->kind);
      g_autofree char *amount = NULL;

      g_strlcpy (price.currency, space->currency, sizeof price.currency);
      amount = foyer_words_money (price);
      seats = g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) space->seats), space->seats);
      foyer_cli_table_add (table, space->name, kind, seats, amount,
                           is_published (publications, space) ? C_("space", "published") : NULL, space->id);
    }
  foyer_cli_table_align_end (table, 2);
  foyer_cli_table_align_end (table, 3);
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static void
keep_only (GPtrArray *spaces,
           gboolean   archived)
{
  for (guint i = spaces->len; i > 0; i--)
    if ((((const FoyerSpace *) spaces->pdata[i - 1])->archived_ms != 0) != archived)
      g_ptr_array_remove_index (spaces, i - 1);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GPtrArray) publications = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_list_spaces_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  spaces = foyer_store_list_spaces_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (spaces == NULL)
    return FALSE;
  keep_only (spaces, foyer_cli_args_has (foyer_cli_get_args (cli), "archived"));
  foyer_store_list_publications_async (foyer_cli_get_store (cli), NULL, foyer_cli_get_cancellable (cli),
                                       foyer_cli_result_cb, cli);
  publications = foyer_store_list_publications_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (publications == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, spaces, publications);
  else
    say (cli, spaces, publications);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_space_list = {
  .name = "space list",
  .synopsis = N_("[--archived]"),
  .summary = N_("List the spaces"),
  .about = N_("Lists the spaces in the order in which they were added, with their ids."),
  .options = options,
  .run = run,
};
