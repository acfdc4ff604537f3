/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-member.h"
#include "storage/foyer-store-rules.h"
#include "words/foyer-words-rules.h"

static void
answer_versions (FoyerCli        *cli,
                 const GPtrArray *list)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const FoyerHouseRules *rules = list->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "version");
      json_builder_add_int_value (builder, rules->version);
      json_builder_set_member_name (builder, "since");
      json_builder_add_string_value (builder, foyer_day_format (rules->since, day));
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, rules->text);
      json_builder_set_member_name (builder, "accepted");
      json_builder_add_int_value (builder, rules->n_accepted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say_version (FoyerCli              *cli,
             const FoyerHouseRules *rules)
{
  g_autofree char *version = foyer_words_rules_version (rules);
  g_auto(GStrv) lines = g_strsplit (rules->text, "\n", -1);

  if (rules->n_accepted > 0)
    /* Translators: %1$s says which version of house rules: "Version 2, since 3 May 2026"; %2$d are people */
    foyer_cli_say (cli, ngettext ("%1$s · accepted by %2$d person", "%1$s · accepted by %2$d people",
                                  (gulong) rules->n_accepted), version, rules->n_accepted);
  else
    foyer_cli_say (cli, "%s", version);
  for (gsize i = 0; lines[i] != NULL; i++)
    foyer_cli_say (cli, "  %s", lines[i]);
}

static gboolean
run_rules (FoyerCli  *cli,
           GError   **error)
{
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GPtrArray) list = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
  if (space == NULL)
    return FALSE;
  foyer_store_list_rules_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);
  list = foyer_store_list_rules_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (list == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    answer_versions (cli, list);
  else if (list->len == 0)
    foyer_cli_say (cli, _("“%s” has no house rules."), space->name);
  for (guint i = 0; i < list->len && !foyer_cli_wants_json (cli); i++)
    say_version (cli, list->pdata[i]);

  return TRUE;
}

static gboolean
run_accept (FoyerCli  *cli,
            GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *id = foyer_cli_args_get_argument (args, 0);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerRulesAccepted) accepted = NULL;
  g_autofree char *words = NULL;

  if (!foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 1), error)) == NULL)
    return FALSE;
  foyer_store_accept_rules_async (foyer_cli_get_store (cli), id, space->id, 0, foyer_cli_get_cancellable (cli),
                                  foyer_cli_result_cb, cli);
  accepted = foyer_store_accept_rules_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (accepted == NULL)
    {
      foyer_cli_name_missing_person (error, id);
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      foyer_cli_build_accepted (builder, accepted);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }
  words = foyer_words_rules_accepted (accepted);
  /* Translators: the first %s is the name of a space, the second what a member did: "Accepted the rules of 3 May 2026" */
  foyer_cli_say (cli, _("%s: %s"), accepted->space_name, words);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_space_rules = {
  .name = "space rules",
  .synopsis = N_("SPACE"),
  .summary = N_("Show the house rules and what they were"),
  .about = N_("Shows the house rules of a space, and the versions before them, each with the day since which it was in "
              "force and how many people accepted it. A version is made whenever “foyerctl space edit --rules” changes "
              "the text; none is ever lost."),
  .arguments = { NC_("placeholder", "SPACE") },
  .run = run_rules,
};

const FoyerCliCommand foyer_cmd_member_accept_rules = {
  .name = "member accept-rules",
  .synopsis = N_("ID SPACE"),
  .summary = N_("Write down that a member accepts the house rules"),
  .about = N_("Writes down that a member accepts the house rules of a space as they are now. When these change later, the "
              "record goes on saying which version was accepted, and when. “foyerctl undo” takes it back."),
  .arguments = { NC_("placeholder", "ID"), NC_("placeholder", "SPACE") },
  .run = run_accept,
};
