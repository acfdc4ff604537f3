/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-sync.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "core/foyer-error.h"
#include "storage/foyer-store-travel.h"

gboolean
foyer_cli_read_directory (FoyerCliArgs  *args,
                          char         **origin,
                          GError       **error)
{
  const char *text = foyer_cli_args_get (args, "directory");
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return TRUE;
  *origin = foyer_sync_read_origin (text, NULL);
  if (*origin != NULL)
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--directory wants the address of a directory, such as "
                                    "https://foyer.example.org, not “%s”."), quoted);
}

gboolean
foyer_cli_try_once (FoyerCli    *cli,
                    const char  *origin,
                    GError     **unreachable,
                    GError     **error)
{
  g_autoptr(FoyerSyncReport) report = NULL;

  if (foyer_cli_args_has (foyer_cli_get_args (cli), "offline"))
    return TRUE;

  foyer_sync_run_async (foyer_cli_get_sync (cli), origin, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  report = foyer_sync_run_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), error);
  if (report == NULL)
    return FALSE;
  if (report->error != NULL)
    *unreachable = g_steal_pointer (&report->error);

  return TRUE;
}

gboolean
foyer_cli_find_waiting (FoyerCli    *cli,
                        const char  *subject,
                        gboolean    *queued,
                        char       **trouble,
                        GError     **error)
{
  g_autoptr(GPtrArray) waiting = NULL;

  foyer_store_list_waiting_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  waiting = foyer_store_list_waiting_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (waiting == NULL)
    return FALSE;

  *queued = FALSE;
  for (guint i = 0; i < waiting->len; i++)
    {
      const FoyerWaiting *post = waiting->pdata[i];

      if (!g_str_equal (post->subject, subject))
        continue;
      if (*post->trouble == '\0')
        *queued = TRUE;
      else
        g_set_str (trouble, post->trouble);
    }

  return TRUE;
}

void
foyer_cli_set_refused (GError     **error,
                       const char  *code)
{
  static const FoyerError codes[] = {
    FOYER_ERROR_FULL, FOYER_ERROR_CLOSED, FOYER_ERROR_PAST_DAY, FOYER_ERROR_BEYOND_HORIZON, FOYER_ERROR_NOT_FOUND,
    FOYER_ERROR_ALREADY_BOOKED, FOYER_ERROR_BAD_STATE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (code, foyer_error_get_name (codes[i])))
      {
        g_set_error (error, FOYER_ERROR, (int) codes[i], "the directory refuses: %s", code);
        return;
      }

  /* Nobody else knows these words, so they are said as they are. */
  g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_REFUSED,
               /* Translators: %s is the code of a reason, such as "taken" */
               _("The directory refuses this (%s); it is kept here, and “foyerctl sync” tries what has changed."), code);
}

void
foyer_cli_answer_travelling (FoyerCli           *cli,
                             const char         *id,
                             FoyerBookingState   state,
                             gboolean            queued)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, foyer_booking_state_get_name (state));
  if (queued)
    {
      json_builder_set_member_name (builder, "queued");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

void
foyer_cli_say_queued (FoyerCli *cli)
{
  foyer_cli_say (cli, _("It waits to be sent; “foyerctl sync” sends it."));
}

gboolean
foyer_cli_end_try (GError **unreachable,
                   GError **error)
{
  if (*unreachable == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (unreachable));

  return FALSE;
}

gboolean
foyer_cli_tell_booking (FoyerCli            *cli,
                        const FoyerBooking  *booking,
                        const char          *sentence,
                        GError             **error)
{
  g_autoptr(GError) unreachable = NULL;
  g_autofree char *trouble = NULL;
  gboolean queued = FALSE;

  if (booking->travels
      && (!foyer_cli_try_once (cli, NULL, &unreachable, error)
          || !foyer_cli_find_waiting (cli, booking->id, &queued, &trouble, error)))
    return FALSE;
  if (foyer_cli_wants_json (cli))
    {
      foyer_cli_answer_travelling (cli, booking->id, booking->state, queued);
    }
  else
    {
      foyer_cli_say (cli, "%s", sentence);
      if (queued)
        foyer_cli_say_queued (cli);
    }

  /* Somebody else's trouble is none of this booking's. */
  if (!queued)
    g_clear_error (&unreachable);

  return foyer_cli_end_try (&unreachable, error);
}
