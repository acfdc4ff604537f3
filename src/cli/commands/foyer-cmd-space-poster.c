/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-file.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sentence.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words-paper.h"

static const FoyerCliOption options[] = {
  { "pdf", NC_("placeholder", "FILE"), N_("The new file that it becomes"), .is_path = TRUE },
  { NULL },
};

/* The first of its public pages that a directory knows of. */
static gboolean
find_link (FoyerCli          *cli,
           const FoyerSpace  *space,
           char             **link,
           GError           **error)
{
  g_autoptr(GPtrArray) publications = NULL;

  foyer_store_list_publications_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                                       foyer_cli_result_cb, cli);
  publications = foyer_store_list_publications_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (publications == NULL)
    return FALSE;
  *link = foyer_words_public_page (publications);

  return TRUE;
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GArray) rules = NULL;
  g_autoptr(FoyerPaper) poster = NULL;
  g_autofree char *link = NULL;

  if (!foyer_cli_need (args, "pdf", error) || !foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL || !find_link (cli, space, &link, error))
    return FALSE;

  foyer_store_get_week_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli),
                              foyer_cli_result_cb, cli);
  rules = foyer_store_get_week_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (rules == NULL)
    return FALSE;
  poster = foyer_words_door_poster (space, rules, link, foyer_cli_get_today (cli, space));

  return foyer_cli_answer_pdf (cli, poster, foyer_cli_args_get (args, "pdf"), error);
}

const FoyerCliCommand foyer_cmd_space_poster = {
  .name = "space poster",
  .synopsis = N_("SPACE --pdf FILE"),
  .summary = N_("Make the poster for the door"),
  .about = N_("Makes one page to be printed: the hours, the price, what to do on arrival, the house rules and, for a "
              "space that is published, the way to its public page. Nothing private stands on it. A file that exists "
              "is never replaced."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = options,
  .run = run,
};
