/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli-sync.h"
#include "core/foyer-opening.h"
#include "words/foyer-words.h"

#define RADIUS_DEFAULT 5000
#define LIMIT_DEFAULT 20
#define MICRO 1000000

static const FoyerCliOption options[] = {
  { "directory", NC_("placeholder", "URL"), N_("The directory, such as https://foyer.example.org") },
  { "near", NC_("placeholder", "PLACE"), N_("A town, quarter or postcode, or LAT,LON in degrees") },
  { "day", NC_("placeholder", "DAY"), N_("The day, at most 64 days from now") },
  { "part", NC_("placeholder", "PART"), N_("full (the default), am or pm") },
  { "radius", NC_("placeholder", "METRES"), N_("How far, 5000 by default") },
  { "seats", NC_("placeholder", "N"), N_("How many seats, one by default") },
  { "q", NC_("placeholder", "WORDS"), N_("Words that the place’s text has") },
  { "limit", NC_("placeholder", "N"), N_("How many places, 20 by default") },
  { NULL },
};

static gboolean
parse_degrees (const char *text,
               int         most,
               int        *degrees_e6)
{
  char *end = NULL;
  double degrees = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || strspn (text, "+-.0123456789") != strlen (text) || !(fabs (degrees) <= most))
    return FALSE;
  *degrees_e6 = (int) lround (degrees * MICRO);

  return TRUE;
}

static gboolean
parse_point (const char       *text,
             FoyerSearchQuery *query)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", 3);

  return g_strv_length (parts) == 2
         && parse_degrees (g_strstrip (parts[0]), 90, &query->lat_e6)
         && parse_degrees (g_strstrip (parts[1]), 180, &query->lon_e6);
}

static gboolean
find_near (FoyerCli          *cli,
           FoyerSearchQuery  *query,
           GError           **error)
{
  const char *near = foyer_cli_args_get (foyer_cli_get_args (cli), "near");
  g_autoptr(GPtrArray) places = NULL;
  const FoyerPlace *place;

  if (parse_point (near, query))
    return TRUE;
  foyer_sync_places_async (foyer_cli_get_sync (cli), near, 1, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  places = foyer_sync_places_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), error);
  if (places == NULL)
    return FALSE;
  if (places->len == 0)
    {
      g_autofree char *quoted = foyer_cli_quote (near);

      g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                   _("No place called “%s” is known; write a town, a postcode, or LAT,LON."), quoted);
      return FALSE;
    }
  place = places->pdata[0];
  query->lat_e6 = place->lat_e6;
  query->lon_e6 = place->lon_e6;

  return TRUE;
}

/* ---- answers ---- */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_degrees (JsonBuilder *builder,
             const char  *name,
             int          degrees_e6)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, degrees_e6 / (double) MICRO);
}

static void
add_week (JsonBuilder             *builder,
          const FoyerSearchResult *result)
{
  json_builder_set_member_name (builder, "week");
  json_builder_begin_array (builder);
  for (int i = 0; i < FOYER_SEARCH_WEEK; i++)
    {
      char day[FOYER_DAY_TEXT_SIZE];

      json_builder_begin_object (builder);
      add_string (builder, "day", foyer_day_format (result->week_from + i, day));
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, result->week[i].open);
      add_int (builder, "am", result->week[i].am);
      add_int (builder, "pm", result->week[i].pm);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_result (JsonBuilder             *builder,
            const FoyerSearchResult *result)
{
  char key[FOYER_KEY_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_string (builder, "listing", result->id);
  add_string (builder, "key", foyer_key_format (&result->key, key));
  add_string (builder, "name", result->name);
  add_string (builder, "kind", foyer_space_kind_get_name (result->kind));
  add_string (builder, "area", result->area);
  add_degrees (builder, "lat", result->lat_e6);
  add_degrees (builder, "lon", result->lon_e6);
  add_int (builder, "distance_m", result->distance_m);
  add_int (builder, "price_minor", result->price_minor);
  add_int (builder, "half_price_minor", result->half_price_minor);
  add_string (builder, "currency", result->currency);
  add_int (builder, "seats_left", result->seats_left);
  add_week (builder, result);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (guint i = 0; result->tags != NULL && result->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, result->tags[i]);
  json_builder_end_array (builder);
  add_int (builder, "rev", result->rev);
  json_builder_end_object (builder);
}

static void
answer (FoyerCli              *cli,
        const FoyerSearchPage *page)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < page->items->len; i++)
    add_result (builder, page->items->pdata[i]);
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say (FoyerCli              *cli,
     const FoyerSearchPage *page,
     FoyerPart              part)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (7, 0);

  if (page->items->len == 0)
    {
      foyer_cli_say (cli, _("No free seat there on that day; try another day or a larger --radius."));
      return;
    }
  for (guint i = 0; i < page->items->len; i++)
    {
      const FoyerSearchResult *result = page->items->pdata[i];
      FoyerMoney price = { .minor = part == FOYER_PART_FULL ? result->price_minor : result->half_price_minor };
      g_autofree char *kind = foyer_words_kind (result->kind);
      /* Translators: a distance in metres */
      g_autofree char *distance = g_strdup_printf (_("%d m"), result->distance_m);
      g_autofree char *seats = g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) result->seats_left),
                                                result->seats_left);
      g_autofree char *amount = NULL;

      g_strlcpy (price.currency, result->currency, sizeof price.currency);
      amount = foyer_words_money (price);
      foyer_cli_table_add (table, result->name, kind, result->area, distance, seats, amount, result->id);
    }
  foyer_cli_table_align_end (table, 3);
  foyer_cli_table_align_end (table, 4);
  foyer_cli_table_align_end (table, 5);
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run (FoyerCli  *cli,
     GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  FoyerSearchQuery query = {
    .radius_m = RADIUS_DEFAULT, .day = FOYER_DAY_NONE, .part = FOYER_PART_FULL, .seats = 1, .limit = LIMIT_DEFAULT,
    .words = foyer_cli_args_get (args, "q"),
  };
  g_autofree char *origin = NULL;
  g_autoptr(FoyerSearchPage) page = NULL;
  gint64 as_of_ms;

  if (!foyer_cli_need (args, "directory", error)
      || !foyer_cli_need (args, "near", error)
      || !foyer_cli_read_directory (args, &origin, error)
      || !foyer_cli_read_day (args, "day", &query.day, error)
      || !foyer_cli_read_part (args, &query.part, error)
      || !foyer_cli_read_int (args, "radius", 1, FOYER_SEARCH_RADIUS_MAX, &query.radius_m, error)
      || !foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &query.seats, error)
      || !foyer_cli_read_int (args, "limit", 1, FOYER_SEARCH_LIMIT_MAX, &query.limit, error)
      || !foyer_cli_open (cli, error)
      || !find_near (cli, &query, error))
    return FALSE;

  foyer_sync_search_async (foyer_cli_get_sync (cli), origin, &query, foyer_cli_get_cancellable (cli),
                           foyer_cli_result_cb, cli);
  page = foyer_sync_search_finish (foyer_cli_get_sync (cli), foyer_cli_wait (cli), &as_of_ms, error);
  if (page == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer (cli, page);
  else
    say (cli, page, query.part);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_search = {
  .name = "search",
  .synopsis = N_("--directory URL --near PLACE [--day DAY] [--part PART] [--radius METRES] [--seats N] [--q WORDS] "
                 "[--limit N]"),
  .summary = N_("Find a free seat near a place"),
  .about = N_("Looks for places with free seats on a day, the nearest first. Names of places are found on this machine, "
              "and the directory learns the point to about 500 metres."),
  .options = options,
  .run = run,
};
