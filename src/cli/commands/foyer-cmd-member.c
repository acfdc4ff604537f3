/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-people.h"

#define FOUND_MAX 200

static const FoyerCliOption add_options[] = {
  { "name", NC_("placeholder", "NAME"), N_("How the member is called") },
  { "email", NC_("placeholder", "ADDRESS"), N_("An e-mail address") },
  { "phone", NC_("placeholder", "NUMBER"), N_("A phone number") },
  { "skill", NC_("placeholder", "TEXT"), N_("What the member knows how to do; may be repeated"), .many = TRUE },
  { NULL },
};

static void
build_id (JsonBuilder       *builder,
          const FoyerPerson *person,
          gboolean           with_name)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, person->id);
  if (with_name)
    {
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, person->name);
    }
  json_builder_end_object (builder);
}

static gboolean
read_person (FoyerCliArgs  *args,
             FoyerPerson   *person,
             GError       **error)
{
  const char * const *skills = foyer_cli_args_get_all (args, "skill");

  if (!foyer_cli_need (args, "name", error))
    return FALSE;
  g_set_str (&person->name, foyer_cli_args_get (args, "name"));
  if (foyer_cli_args_has (args, "email"))
    g_set_str (&person->email, foyer_cli_args_get (args, "email"));
  if (foyer_cli_args_has (args, "phone"))
    g_set_str (&person->phone, foyer_cli_args_get (args, "phone"));
  if (skills != NULL)
    {
      g_strfreev (person->skills);
      person->skills = g_strdupv ((char **) skills);
    }

  return foyer_person_check (person, error);
}

static gboolean
run_add (FoyerCli  *cli,
         GError   **error)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;

  if (!read_person (foyer_cli_get_args (cli), person, error)
      || !foyer_cli_open (cli, error))
    return FALSE;
  person->is_member = TRUE;
  foyer_store_save_person_async (foyer_cli_get_store (cli), person, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  saved = foyer_store_save_person_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (saved == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      build_id (builder, saved, FALSE);
      foyer_cli_answer_json (cli, builder);
    }
  else
    /* Translators: the first %s is the name of a person, the second an id */
    foyer_cli_say (cli, _("%s is a member now. The id is %s."), saved->name, saved->id);

  return TRUE;
}

static void
say_found (FoyerCli  *cli,
           GPtrArray *people)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 0);

  if (people->len == 0)
    {
      foyer_cli_say (cli, _("No member was found."));
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      const FoyerPerson *person = g_ptr_array_index (people, i);

      foyer_cli_table_add (table, person->name, person->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run_find (FoyerCli  *cli,
          GError   **error)
{
  g_autofree char *text = g_strdup (foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0));
  g_autoptr(GPtrArray) people = NULL;

  if (*g_strstrip (text) == '\0')
    return foyer_cli_refuse (error, _("“member find” needs a part of a name, of an e-mail address or of a phone number."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_find_people_async (foyer_cli_get_store (cli), text, TRUE, NULL, FOYER_DAY_NONE, FOUND_MAX,
                                 foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  people = foyer_store_find_people_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (people == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < people->len; i++)
        build_id (builder, g_ptr_array_index (people, i), TRUE);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_found (cli, people);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_add = {
  .name = "member add",
  .synopsis = N_("--name NAME [OPTION…]"),
  .summary = N_("Remember a person who comes more than once"),
  .about = N_("Adds a member and says the id by which other commands know this person. Two members may bear the same "
              "name. What is known about a member stays on this computer."),
  .options = add_options,
  .run = run_add,
};

const FoyerCliCommand foyer_cmd_member_find = {
  .name = "member find",
  .synopsis = N_("TEXT"),
  .summary = N_("Look for members by name, e-mail address or phone number"),
  .about = N_("Finds members by any part of the name, with or without accents, by the beginning of the e-mail address "
              "or by the last digits of the phone number, and shows at most 200 of them."),
  .arguments = { NC_("placeholder", "TEXT") },
  .run = run_find,
};
