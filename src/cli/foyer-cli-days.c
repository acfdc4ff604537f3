/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-days.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-output.h"
#include "cli/foyer-cli-sentence.h"
#include "core/foyer-error.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words.h"

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

static void
add_concerned (FoyerCliTable      *table,
               const FoyerBooking *booking)
{
  FoyerMoney paid = { .minor = booking->paid_minor };
  g_autofree char *day = foyer_words_day_short (booking->day);
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *back = NULL;

  g_strlcpy (paid.currency, booking->currency, sizeof paid.currency);
  back = foyer_words_gets_back (paid, booking->due_minor);
  foyer_cli_table_add (table, booking->name, day, part, back, booking->id);
}

gboolean
foyer_cli_say_in_the_way (FoyerCli         *cli,
                          const FoyerSpace *space,
                          const GError     *error)
{
  const char * const *ids = foyer_error_get_ids (error);
  FoyerDay today = foyer_cli_get_today (cli, space);
  g_autoptr(FoyerCliTable) table = NULL;
  g_autoptr(GPtrArray) held = NULL;

  if (foyer_cli_wants_json (cli) || !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS))
    return FALSE;
  foyer_store_list_held_async (foyer_cli_get_store (cli), space->id, today, today + FOYER_CLI_AHEAD,
                               foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  held = foyer_store_bookings_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL);
  if (held == NULL)
    return FALSE;

  table = foyer_cli_table_new (5, 0);
  for (guint i = 0; i < held->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (held, i);

      if (g_strv_contains (ids, booking->id))
        add_concerned (table, booking);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));

  return FALSE;
}

void
foyer_cli_say_cancelled (FoyerCli  *cli,
                         GPtrArray *bookings)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (5, 0);

  for (guint i = 0; i < bookings->len; i++)
    add_concerned (table, g_ptr_array_index (bookings, i));
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}
