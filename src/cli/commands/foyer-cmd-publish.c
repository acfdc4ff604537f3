/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sync.h"
#include "storage/foyer-store-travel.h"

static const FoyerCliOption publish_options[] = {
  { "directory", NC_("placeholder", "URL"), N_("The directory, such as https://foyer.example.org") },
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { NULL },
};

static const FoyerCliOption unpublish_options[] = {
  { "directory", NC_("placeholder", "URL"), N_("One directory instead of all") },
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { NULL },
};

/* Where the space stands, or (nullable) %NULL: nowhere any more. */
static gboolean
find_publication (FoyerCli          *cli,
                  const char        *space_id,
                  const char        *origin,          /* (nullable): any */
                  FoyerPublication **found,
                  GError           **error)
{
  g_autoptr(GPtrArray) publications = NULL;

  foyer_store_list_publications_async (foyer_cli_get_store (cli), space_id, foyer_cli_get_cancellable (cli),
                                       foyer_cli_result_cb, cli);
  publications = foyer_store_list_publications_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (publications == NULL)
    return FALSE;

  *found = NULL;
  for (guint i = 0; i < publications->len && *found == NULL; i++)
    {
      const FoyerPublication *publication = publications->pdata[i];

      if (origin == NULL || g_str_equal (publication->origin, origin))
        *found = g_ptr_array_steal_index (publications, i);
    }

  return TRUE;
}

static void
answer (FoyerCli   *cli,
        const char *listing,
        gboolean    published,
        gboolean    queued)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, listing);
  json_builder_set_member_name (builder, "published");
  json_builder_add_boolean_value (builder, published);
  if (queued)
    {
      json_builder_set_member_name (builder, "queued");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

/* What could give a home away is said before anything leaves, and it is the host's to decide. */
static gboolean
warn (FoyerCli    *cli,
      const char  *space_id,
      GError     **error)
{
  g_autoptr(FoyerPreview) preview = NULL;

  foyer_sync_preview_async (foyer_cli_get_sync (cli), space_id, foyer_cli_get_cancellable (cli), foyer_cli_result_cb,
                            cli);
  preview = foyer_sync_preview_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), error);
  if (preview == NULL)
    return FALSE;

  for (guint i = 0; i < preview->leaks->len; i++)
    {
      const FoyerLeak *leak = preview->leaks->pdata[i];
      g_autofree char *quoted = foyer_cli_quote (leak->excerpt);
      /* Translators: %s is a piece of a public text that looks like a street, phone, e-mail or code */
      g_autofree char *sentence = g_strdup_printf (_("Everybody will be able to read “%s”; change it with "
                                                     "“foyerctl space edit” if it is private."), quoted);

      foyer_cli_write_complaint (sentence);
    }

  return TRUE;
}

static gboolean
run_publish (FoyerCli  *cli,
             GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autofree char *origin = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerPublication) publication = NULL;
  g_autoptr(GError) unreachable = NULL;
  gboolean queued;

  if (!foyer_cli_need (args, "directory", error)
      || !foyer_cli_read_directory (args, &origin, error)
      || !foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL)
    return FALSE;
  if (!space->has_point)
    {
      g_set_error_literal (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                           _("Nobody knows where this space is; “foyerctl space edit” takes its --city or its "
                             "--lat and --lon."));
      return FALSE;
    }
  if (!warn (cli, space->id, error))
    return FALSE;

  foyer_store_publish_async (foyer_cli_get_store (cli), space->id, origin, foyer_cli_get_cancellable (cli),
                             foyer_cli_result_cb, cli);
  if (!foyer_store_publication_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error)
      || !foyer_cli_try_once (cli, origin, &unreachable, error)
      || !find_publication (cli, space->id, origin, &publication, error))
    return FALSE;
  if (*publication->trouble != '\0')
    {
      foyer_cli_set_refused (error, publication->trouble);
      return FALSE;
    }

  queued = !publication->sent;
  if (foyer_cli_wants_json (cli))
    answer (cli, publication->listing, TRUE, queued);
  else
    /* Translators: name of a space, then the address of a directory */
    foyer_cli_say (cli, _("%s is published at %s."), space->name, origin);
  if (!foyer_cli_wants_json (cli) && queued)
    foyer_cli_say_queued (cli);

  return foyer_cli_end_try (&unreachable, error);
}

static gboolean
run_unpublish (FoyerCli  *cli,
               GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autofree char *origin = NULL;
  g_autofree char *listing = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerPublication) before = NULL;
  g_autoptr(FoyerPublication) after = NULL;
  g_autoptr(GError) unreachable = NULL;

  if (!foyer_cli_read_directory (args, &origin, error)
      || !foyer_cli_open (cli, error)
      || (space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL
      || !find_publication (cli, space->id, origin, &before, error))
    return FALSE;

  foyer_store_unpublish_async (foyer_cli_get_store (cli), space->id, origin, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);
  if (!foyer_store_publication_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error)
      || !foyer_cli_try_once (cli, origin, &unreachable, error)
      || !find_publication (cli, space->id, origin, &after, error))
    return FALSE;

  listing = g_strdup (before->listing);
  if (foyer_cli_wants_json (cli))
    answer (cli, listing, FALSE, after != NULL);
  else
    /* Translators: %s is the name of a space */
    foyer_cli_say (cli, _("%s is not published any more."), space->name);
  if (!foyer_cli_wants_json (cli) && after != NULL)
    foyer_cli_say_queued (cli);

  return foyer_cli_end_try (&unreachable, error);
}

const FoyerCliCommand foyer_cmd_publish = {
  .name = "publish",
  .synopsis = N_("SPACE --directory URL [--offline]"),
  .summary = N_("Let strangers find a space"),
  .about = N_("Publishes a space at a directory, and keeps it and its free seats up to date there from now on. The "
              "street, the phone, the e-mail address and what opens the door and the Wi-Fi never leave this machine in "
              "clear, and the point of a home is shifted. What looks private in a public text is named.\n"
              "\n"
              "When the directory cannot be reached, it is kept and sent later: the answer says so, and the status is 69."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = publish_options,
  .run = run_publish,
};

const FoyerCliCommand foyer_cmd_unpublish = {
  .name = "unpublish",
  .synopsis = N_("SPACE [--directory URL] [--offline]"),
  .summary = N_("Take a space down again"),
  .about = N_("Takes a space down from one directory or all of them. Guests who were accepted stay accepted."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = unpublish_options,
  .run = run_unpublish,
};
