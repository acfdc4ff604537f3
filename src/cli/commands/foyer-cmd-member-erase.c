/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli.h"
#include "storage/foyer-store-erasure.h"
#include "words/foyer-words-erasure.h"

typedef struct {
  const char *name;
  guint       count;
} Count;

static void
build_counts (JsonBuilder *builder,
              const char  *member,
              const Count *counts,
              gsize        n)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (gsize i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, counts[i].name);
      json_builder_add_int_value (builder, counts[i].count);
    }
  json_builder_end_object (builder);
}

static void
answer_json (FoyerCli           *cli,
             const FoyerErasure *receipt)
{
  const Count kept[] = {
    { "bookings", receipt->n_bookings },
    { "coming", receipt->n_coming },
    { "here", receipt->n_here },
    { "visits", receipt->n_visits },
    { "passes", receipt->n_passes },
    { "invoices", receipt->n_invoices },
  };
  const Count removed[] = {
    { "records", receipt->n_records },
    { "consents", receipt->n_consents },
    { "rules", receipt->n_rules },
    { "waiting", receipt->n_waiting },
    { "requests", receipt->n_requests },
    { "steps", receipt->n_acts },
  };
  const Count backups[] = { { "cleaned", receipt->n_copies }, { "left", receipt->n_copies_left } };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, receipt->id);
  build_counts (builder, "kept", kept, G_N_ELEMENTS (kept));
  build_counts (builder, "removed", removed, G_N_ELEMENTS (removed));
  build_counts (builder, "backups", backups, G_N_ELEMENTS (backups));
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  const char *id = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0);
  g_autoptr(FoyerErasure) receipt = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_erase_person_async (foyer_cli_get_store (cli), id, foyer_words_erased_member (),
                                  foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  receipt = foyer_store_erase_person_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (receipt == NULL)
    {
      foyer_cli_name_missing_person (error, id);
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      answer_json (cli, receipt);
      return TRUE;
    }
  text = foyer_words_erasure (receipt);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    foyer_cli_say (cli, "%s", lines[i]);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_erase = {
  .name = "member erase",
  .synopsis = N_("ID"),
  .summary = N_("Erase all that is known of somebody, for good"),
  .about = N_("Erases what is known of a member or a guest at once, and “foyerctl undo” does not bring it back: name, "
              "addresses, numbers, skills, needs, languages, notes, emergency contact, card, consents, accepted house "
              "rules, places on waiting lists, and what came with requests from directories. Records that went into "
              "this one go with it. Bookings, visits and passes stay without a name, so that seats and sums are what they "
              "were; what is still to come keeps its seat until it is cancelled.\n"
              "\n"
              "The database is written anew, and so are the backups that Foyer made by itself. Other backups are cleaned "
              "when they are restored. The answer is a receipt, which says nothing of who it was."),
  .arguments = { NC_("placeholder", "ID") },
  .run = run,
};
