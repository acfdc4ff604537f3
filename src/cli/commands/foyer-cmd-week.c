/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-sentence.h"
#include "cli/foyer-cli.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words-week.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "set", NC_("placeholder", "SENTENCE"), N_("Say the week anew, in place of what it was") },
  { "preview", NULL, N_("Only say which days the sentence opens") },
  { NULL },
};

static gboolean
run_show (FoyerCli          *cli,
          const FoyerSpace  *space,
          GError           **error)
{
  FoyerDay today = foyer_cli_get_today (cli, space);
  g_autoptr(GArray) rules = NULL;
  g_autoptr(GPtrArray) sentences = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  foyer_store_get_week_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);
  rules = foyer_store_get_week_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (rules == NULL)
    return FALSE;

  /* Scripts read one language. */
  sentences = foyer_words_week (space, rules, foyer_cli_wants_json (cli) ? FOYER_LANGUAGE_ENGLISH
                                                                         : foyer_words_language (), today);
  if (!foyer_cli_wants_json (cli))
    {
      if (sentences->len == 0)
        foyer_cli_say (cli, _("No day of the week is open."));
      for (guint i = 0; i < sentences->len; i++)
        foyer_cli_say (cli, "%s", (const char *) g_ptr_array_index (sentences, i));
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sentences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);

  return TRUE;
}

static gboolean
run_replace (FoyerCli          *cli,
             const FoyerSpace  *space,
             const char        *sentence,
             GError           **error)
{
  FoyerDay today = foyer_cli_get_today (cli, space);
  g_autoptr(FoyerOpeningPlan) plan = foyer_cli_read_sentence (sentence, today, error);

  if (plan == NULL)
    return FALSE;
  /* The whole week is said here: what is not said of holidays is not so. */
  if (plan->rules->len > 0 && plan->holidays == FOYER_PLAN_HOLIDAYS_UNSAID)
    plan->holidays = FOYER_PLAN_HOLIDAYS_OPEN;
  if (foyer_cli_args_has (foyer_cli_get_args (cli), "preview"))
    {
      foyer_cli_answer_plan (cli, space, plan, today);
      return TRUE;
    }

  foyer_store_set_plan_async (foyer_cli_get_store (cli), space->id, plan, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);

  return foyer_cli_answer_days (cli, error) || foyer_cli_say_in_the_way (cli, space, *error);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  const char *sentence = foyer_cli_args_get (args, "set");
  g_autoptr(FoyerSpace) space = NULL;

  if (sentence == NULL && foyer_cli_args_has (args, "preview"))
    return foyer_cli_refuse (error, _("--preview belongs to --set."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL)
    return FALSE;

  return sentence == NULL ? run_show (cli, space, error) : run_replace (cli, space, sentence, error);
}

const FoyerCliCommand foyer_cmd_week = {
  .name = "week",
  .synopsis = N_("SPACE [--set SENTENCE] [--preview]"),
  .summary = N_("Show the week of a space in words, or say it anew"),
  .about = N_("Says when a space is open every week, in sentences that “open” and --set can read again. Where several "
              "of them hold on a day, each half of it follows the one that was made last.\n"
              "\n"
              "With --set a sentence takes the place of the whole week, where “open” only adds to it; what it says of "
              "single days is written over the week. Days that were opened or closed by themselves stay so."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
