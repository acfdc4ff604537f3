/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sync.h"
#include "core/foyer-error.h"
#include "core/foyer-opening.h"
#include "core/foyer-random.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words.h"

static const FoyerCliOption options[] = {
  { "directory", NC_("placeholder", "URL"), N_("The directory, such as https://foyer.example.org") },
  { "part", NC_("placeholder", "PART"), N_("full (the default), am or pm") },
  { "seats", NC_("placeholder", "N"), N_("How many seats, one by default") },
  { "note", NC_("placeholder", "TEXT"), N_("A word to the host, whom alone it reaches") },
  { "name", NC_("placeholder", "NAME"), N_("Who comes, instead of this account’s name") },
  { "offline", NULL, N_("Keep it, and leave the sending to “foyerctl sync”") },
  { NULL },
};

/* What a listing says, on its way into a wish. */
typedef struct {
  FoyerListingView *view;          /* (nullable): not read */
  char              host[FOYER_KEY_TEXT_SIZE];
} Facts;

static void
facts_clear (Facts *facts)
{
  g_clear_pointer (&facts->view, foyer_listing_view_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static void
use_facts (Facts         *facts,
           FoyerSeatWish *wish)
{
  const FoyerListing *listing = facts->view->listing;
  gint64 one = wish->part == FOYER_PART_FULL ? listing->price_minor : listing->half_price_minor;

  wish->host = foyer_key_format (&facts->view->key, facts->host);
  wish->name = listing->name;
  wish->area = listing->area;
  wish->tz = listing->tz;
  wish->currency = listing->currency;
  wish->price_minor = MIN (one, FOYER_MONEY_MAX / wish->seats) * wish->seats;
  wish->cancel_minute = listing->cancel_minute;
  wish->cancel_days = listing->cancel_days;
}

/* The listing is looked at first, so that what cannot be is refused now and not by a letter.
 * Who cannot be reached is asked later. */
static gboolean
read_listing (FoyerCli      *cli,
              Facts         *facts,
              FoyerSeatWish *wish,
              GError       **error)
{
  g_autoptr(GError) local_error = NULL;

  if (foyer_cli_args_has (foyer_cli_get_args (cli), "offline"))
    return TRUE;
  foyer_sync_listing_async (foyer_cli_get_sync (cli), wish->origin, wish->listing, NULL,
                            foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  facts->view = foyer_sync_listing_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), &local_error);
  if (facts->view != NULL)
    {
      use_facts (facts, wish);
      return TRUE;
    }
  if (g_error_matches (local_error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE))
    return TRUE;
  if (g_error_matches (local_error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    {
      g_autofree char *quoted = foyer_cli_quote (wish->listing);

      g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                   _("The directory has no place “%s”; “foyerctl search” shows those there are."), quoted);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
find_seat (FoyerCli     *cli,
           const char   *id,
           FoyerMySeat **seat,
           GError      **error)
{
  g_autoptr(GPtrArray) seats = NULL;

  foyer_store_list_my_seats_async (foyer_cli_get_store (cli), foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  seats = foyer_store_list_my_seats_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (seats == NULL)
    return FALSE;

  g_clear_pointer (seat, foyer_my_seat_free);
  for (guint i = 0; i < seats->len && *seat == NULL; i++)
    if (g_str_equal (((FoyerMySeat *) seats->pdata[i])->id, id))
      *seat = g_ptr_array_steal_index (seats, i);

  return *seat != NULL;
}

static gboolean
send (FoyerCli            *cli,
      const FoyerSeatWish *wish,
      GError             **error)
{
  g_autoptr(FoyerMySeat) seat = NULL;
  g_autoptr(GError) unreachable = NULL;
  g_autofree char *id = NULL;

  foyer_store_ask_async (foyer_cli_get_store (cli), wish, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  seat = foyer_store_my_seat_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (seat == NULL)
    return FALSE;
  id = g_strdup (seat->id);
  if (!foyer_cli_try_once (cli, wish->origin, &unreachable, error)
      || !find_seat (cli, id, &seat, error))
    return FALSE;
  if (*seat->trouble != '\0')
    {
      foyer_cli_set_refused (error, seat->trouble);
      return FALSE;
    }

  if (foyer_cli_wants_json (cli))
    {
      foyer_cli_answer_travelling (cli, seat->id, seat->state, seat->queued);
    }
  else
    {
      g_autofree char *day = foyer_words_day_long (seat->day);

      /* Translators: name of a place, then a day */
      foyer_cli_say (cli, _("%s, %s: the host is asked. The seat is %s."),
                     *seat->name != '\0' ? seat->name : seat->listing, day, seat->id);
      if (seat->queued)
        foyer_cli_say_queued (cli);
    }
  if (!seat->queued)
    g_clear_error (&unreachable);

  return foyer_cli_end_try (&unreachable, error);
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerSeatWish wish = { .part = FOYER_PART_FULL, .seats = 1 };
  g_auto(Facts) facts = { 0 };
  g_autofree char *origin = NULL;
  g_autofree char *listing = g_ascii_strdown (foyer_cli_args_get_argument (args, 0), -1);
  g_autofree char *name = NULL;

  if (!foyer_cli_need (args, "directory", error)
      || !foyer_cli_read_directory (args, &origin, error)
      || !foyer_cli_parse_day (foyer_cli_args_get_argument (args, 1), &wish.day, error)
      || !foyer_cli_read_part (args, &wish.part, error)
      || !foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &wish.seats, error)
      || !foyer_cli_read_name (args, "name", "name", FOYER_NAME_MAX, &name, error))
    return FALSE;
  if (!foyer_id_is_valid (listing))
    {
      g_autofree char *quoted = foyer_cli_quote (listing);

      g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                   _("“%s” is not the id of a place; “foyerctl search” shows those there are."), quoted);
      return FALSE;
    }
  wish.origin = origin;
  wish.listing = listing;
  wish.note = foyer_cli_args_get (args, "note");
  wish.guest_name = name != NULL ? name : g_get_real_name ();
  if (name == NULL && g_strcmp0 (wish.guest_name, "Unknown") == 0)
    wish.guest_name = g_get_user_name ();

  return foyer_cli_open (cli, error)
         && read_listing (cli, &facts, &wish, error)
         && send (cli, &wish, error);
}

const FoyerCliCommand foyer_cmd_request = {
  .name = "request",
  .synopsis = N_("LISTING DAY --directory URL [--part PART] [--seats N] [--note TEXT] [--name NAME] [--offline]"),
  .summary = N_("Ask for a seat at somebody else’s place"),
  .about = N_("Asks the host of a place, by its id from “foyerctl search”, for a seat on a day. Name and note reach the "
              "host alone. “foyerctl seats” shows what became of it, and “foyerctl cancel” takes it back.\n"
              "\n"
              "When the directory cannot be reached, it is kept and sent later: the answer says so, and the status is 69."),
  .arguments = { NC_("placeholder", "LISTING"), NC_("placeholder", "DAY") },
  .options = options,
  .run = run,
};
