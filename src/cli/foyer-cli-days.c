/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-days.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-spaces.h"

gboolean
foyer_cli_answer_days (FoyerCli  *cli,
                       GError   **error)
{
  FoyerDaysChange change = { 0 };

  if (!foyer_store_days_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), &change, error))
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "days");
      json_builder_add_int_value (builder, change.n_days);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }
  if (change.n_days == 0)
    foyer_cli_say (cli, _("These days are so already; nothing was changed."));
  else
    foyer_cli_say (cli, ngettext ("%d day is changed.", "%d days are changed.", (gulong) change.n_days),
                   change.n_days);
  if (change.n_cancelled > 0)
    foyer_cli_say (cli, ngettext ("%d booking is cancelled; tell the guest.",
                                  "%d bookings are cancelled; tell the guests.", (gulong) change.n_cancelled),
                   change.n_cancelled);

  return TRUE;
}

void
foyer_cli_say_unknown_holidays (FoyerCli         *cli,
                                const FoyerSpace *space)
{
  if (foyer_holidays_find_region (space->tz, space->postcode) == FOYER_HOLIDAYS_UNKNOWN)
    /* Translators: %s is a time zone such as Europe/Berlin */
    foyer_cli_say (cli, _("The public holidays of %s are not known here; only those of France are."), space->tz);
}
