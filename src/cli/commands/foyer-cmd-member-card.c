/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli-read.h"
#include "storage/foyer-store-codes.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words-codes.h"

static const FoyerCliOption options[] = {
  { "also", NC_("placeholder", "ID"), N_("Another member whose card comes onto the same sheet; may be given often"), .many = TRUE },
  { "pdf", NC_("placeholder", "FILE"), N_("The new file that the cards become"), .is_path = TRUE },
  { "new", NULL, N_("Give each a new card; the code of the old one lets nobody in any more") },
  { NULL },
};

static void
answer (FoyerCli  *cli,
        GPtrArray *people)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!foyer_cli_wants_json (cli))
    {
      for (guint i = 0; i < people->len; i++)
        {
          const FoyerPerson *person = people->pdata[i];

          /* Translators: %1$s is a member, %2$s the code of their card */
          foyer_cli_say (cli, _("%1$s has the card %2$s."), person->name, person->card);
        }
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    {
      const FoyerPerson *person = people->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, person->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, person->name);
      json_builder_set_member_name (builder, "card");
      json_builder_add_string_value (builder, person->card);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

/* The place of a card: that of the one space there is; else it is good at all of them. */
static gboolean
find_place (FoyerCli  *cli,
            char     **place,
            GError   **error)
{
  g_autoptr(GPtrArray) spaces = NULL;

  foyer_store_list_spaces_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  spaces = foyer_store_list_spaces_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (spaces == NULL)
    return FALSE;
  *place = g_strdup (spaces->len == 1 ? ((FoyerSpace *) spaces->pdata[0])->name : "");

  return TRUE;
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *pdf = foyer_cli_args_get (args, "pdf");
  g_autoptr(GStrvBuilder) ids_builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  g_autofree char *place = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(FoyerPaper) sheet = NULL;

  if (!foyer_cli_open (cli, error) || !find_place (cli, &place, error))
    return FALSE;
  g_strv_builder_add (ids_builder, foyer_cli_args_get_argument (args, 0));
  if (foyer_cli_args_get_all (args, "also") != NULL)
    g_strv_builder_addv (ids_builder, (const char **) foyer_cli_args_get_all (args, "also"));
  ids = g_strv_builder_end (ids_builder);
  foyer_store_give_cards_async (foyer_cli_get_store (cli), (const char * const *) ids, foyer_cli_args_has (args, "new"),
                                foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  people = foyer_store_give_cards_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (people == NULL)
    {
      if (ids[1] == NULL)
        foyer_cli_name_missing_person (error, ids[0]);
      return FALSE;
    }
  if (pdf == NULL)
    {
      answer (cli, people);
      return TRUE;
    }

  sheet = foyer_words_card_sheet (people, place);

  return foyer_cli_answer_pdf (cli, sheet, pdf, error);
}

const FoyerCliCommand foyer_cmd_member_card = {
  .name = "member card",
  .synopsis = N_("ID [--also ID…] [--new] [--pdf FILE]"),
  .summary = N_("Give a member a card, and print it"),
  .about = N_("Says the code of the card of a member, who gets one where they have none. With --pdf it becomes a card to "
              "be printed and cut out, with a code for the scanner at the desk. A file that exists is never replaced."),
  .arguments = { NC_("placeholder", "ID") },
  .options = options,
  .run = run,
};
