/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-codes.h"
#include "words/foyer-words-codes.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "day", NC_("placeholder", "DAY"), N_("The day it was, instead of today") },
  { NULL },
};

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
answer (FoyerCli  *cli,
        GPtrArray *codes)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < codes->len; i++)
    {
      const FoyerRefusedCode *code = codes->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "at");
      json_builder_add_int_value (builder, code->at_ms);
      add_text (builder, "code", foyer_code_kind_get_name (code->kind));
      add_text (builder, "reason", code->reason);
      add_text (builder, "member", code->person_id);
      add_text (builder, "name", code->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli  *cli,
     GPtrArray *codes,
     GTimeZone *zone)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (3, 0);

  if (codes->len == 0)
    {
      foyer_cli_say (cli, _("No code was refused."));
      return;
    }

  for (guint i = 0; i < codes->len; i++)
    {
      const FoyerRefusedCode *code = codes->pdata[i];
      g_autofree char *time = foyer_words_time (foyer_instant_get_minute (zone, code->at_ms));
      g_autofree char *whose = foyer_words_refused_code (code);

      foyer_cli_table_add (table, time, whose, foyer_words_refused_code_reason (code), NULL);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerDay day = FOYER_DAY_NONE;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GPtrArray) codes = NULL;

  if (!foyer_cli_read_day (args, "day", &day, error) || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL || (zone = foyer_zone_new (space->tz, error)) == NULL)
    return FALSE;

  foyer_store_list_refused_codes_async (foyer_cli_get_store (cli), space->id, day, foyer_cli_get_cancellable (cli),
                                        foyer_cli_result_cb, cli);
  codes = foyer_store_list_refused_codes_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (codes == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, codes);
  else
    say (cli, codes, zone);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_refusals = {
  .name = "refusals",
  .synopsis = N_("SPACE [--day DAY]"),
  .summary = N_("List the codes that let nobody in"),
  .about = N_("Lists the tickets and cards that were shown on a day and let nobody in, with the reason, the latest first. "
              "Of a code itself nothing is kept, and after three months nothing at all."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
