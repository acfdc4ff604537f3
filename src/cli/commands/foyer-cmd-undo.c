/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli.h"

static const struct {
  const char *verb;
  const char *sentence;
} sentences[] = {
  { "space-add", N_("The space is taken away again.") },
  { "space-edit", N_("The space is as it was before.") },
  { "week", N_("The week is as it was before.") },
  { "open", N_("The days are as they were before.") },
  { "close", N_("The days are as they were before.") },
  { "days", N_("The days are as they were before.") },
  { "follow", N_("The calendar is not followed, and what it closed is open again.") },
  { "unfollow", N_("The calendar is followed again.") },
  { "calendar-edit", N_("The calendar is as it was before.") },
  { "photo-add", N_("The photo is taken away again.") },
  { "photo-remove", N_("The photo is there again.") },
  { "photo-move", N_("The photos are in the order of before.") },
  { "member-add", N_("The member is taken away again.") },
  { "member-edit", N_("The member is as before.") },
  { "card", N_("The cards are as they were before.") },
  { "rules-accept", N_("The acceptance of the house rules is taken back.") },
  { "member-merge", N_("They are two people again, each with what was theirs.") },
  { "member-apart", N_("They may be suggested as one person again.") },
  { "book", N_("The booking is taken back.") },
  { "cancel", N_("The booking is valid again.") },
  { "noshow", N_("The booking is valid again.") },
  { "desk", N_("The wish for a desk is as it was before.") },
  { "series", N_("The series is taken back.") },
  { "series-away", N_("The seats of the absence are taken again.") },
  { "series-back", N_("The seats of the absence are free again.") },
  { "series-end", N_("The series goes on.") },
  { "wait", N_("Nobody was put on the waiting list.") },
  { "offer", N_("The offer is taken back.") },
  { "unwait", N_("The place on the waiting list is as it was before.") },
  { "publish", N_("The space is not published.") },
  { "unpublish", N_("The space stays published.") },
  { "accept", N_("The request is open again.") },
  { "decline", N_("The request is open again.") },
  { "request", N_("The request is taken back.") },
  { "withdraw", N_("The seat is as it was before.") },
  { "pass-sell", N_("The pass is taken away again.") },
  { "pay", N_("The money is given back, with a credit note.") },
  { "seller", N_("Who sells is as it was before.") },
  { "pass-end", N_("The pass is good again.") },
  { "pass-pay", N_("The half days are back on the pass.") },
  { "pass-return", N_("The pass has paid again.") },
  { "checkin", N_("The check-in is taken back.") },
  { "checkout", N_("The check-out is taken back.") },
};

static const char *
describe (const char *verb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (strcmp (sentences[i].verb, verb) == 0)
      return _(sentences[i].sentence);

  return _("The last act is taken back.");
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  g_autofree char *verb = NULL;
  g_autofree char *id = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_undo_async (foyer_cli_get_store (cli), 0, foyer_cli_get_cancellable (cli),
                          foyer_cli_result_cb, cli);
  if (!foyer_store_undo_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &verb, &id, error))
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_string_value (builder, verb);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, id);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    foyer_cli_say (cli, "%s", describe (verb));

  return TRUE;
}

const FoyerCliCommand foyer_cmd_undo = {
  .name = "undo",
  .synopsis = "",
  .summary = N_("Take back the last act"),
  .about = N_("Takes back the last act that can be taken back, also one of the application: a check-in, a booking, "
              "a cancellation, a closed day. It is refused when the seat went to somebody else meanwhile."),
  .run = run,
};
