/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include <string.h>

#include "core/foyer-opening.h"
#include "core/foyer-random.h"
#include "core/foyer-text.h"

#define RADIUS_DEFAULT 5000
#define LIMIT_DEFAULT 20
#define MS_PER_HOUR G_GINT64_CONSTANT (3600000)
#define MS_PER_DAY (24 * MS_PER_HOUR)
/* A zone differs from the sun's time by less, and a day ends at three in the morning. */
#define ZONE_HOURS 4
#define CUT_OFF_HOURS 3

static const char * const names[] = {
  "near", "radius", "day", "part", "seats", "kind", "tag", "q", "limit", "cursor", NULL,
};

static FoyerResponse *
refuse (FoyerProblemType  type,
        const char       *detail)
{
  return foyer_response_new_problem (type, detail);
}

/* A day that is over, or too far ahead, whatever the zone of a space near the point: what is
 * closer to the edge is each space's own question. */
static FoyerResponse *
check_day (FoyerExchange             *exchange,
           const FoyerDirectoryQuery *query)
{
  gint64 now_ms = foyer_clock_now (foyer_server_get_clock (foyer_exchange_get_server (exchange)));
  gint64 sun_ms = now_ms + query->lon_e6 / 15000000 * MS_PER_HOUR;

  if (query->day == FOYER_DAY_NONE)
    return NULL;
  if (query->day < (sun_ms - (ZONE_HOURS + CUT_OFF_HOURS) * MS_PER_HOUR) / MS_PER_DAY)
    return refuse (FOYER_PROBLEM_PAST_DAY, NULL);
  if (query->day >= (sun_ms + ZONE_HOURS * MS_PER_HOUR) / MS_PER_DAY + FOYER_HORIZON_DAYS)
    return refuse (FOYER_PROBLEM_BEYOND_HORIZON, NULL);

  return NULL;
}

/**
 * foyer_search_read_cursor:
 * @text: the cursor of a page, which lives as long as @query
 * @query: (inout): where the search goes on
 *
 * Returns: whether @text is a cursor: a distance and an id
 */
gboolean
foyer_search_read_cursor (const char          *text,
                          FoyerDirectoryQuery *query)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 5 || text[digits] != '.' || !foyer_id_is_valid (text + digits + 1))
    return FALSE;
  query->after_m = (int) g_ascii_strtoull (text, NULL, 10);
  query->after_id = text + digits + 1;

  return TRUE;
}

static FoyerResponse *
read_words (FoyerQuery          *given,
            FoyerDirectoryQuery *query)
{
  const char *day = foyer_query_get (given, "day");
  const char *part = foyer_query_get (given, "part");
  const char *kind = foyer_query_get (given, "kind");
  const char *cursor = foyer_query_get (given, "cursor");
  FoyerSpaceKind found;

  if (day != NULL && !foyer_day_parse (day, &query->day, NULL))
    return refuse (FOYER_PROBLEM_INVALID, "day: is not a day such as 2026-11-26");
  if (part != NULL && !foyer_part_parse (part, &query->part, NULL))
    return refuse (FOYER_PROBLEM_INVALID, "part: is not am, pm or full");
  if (kind != NULL)
    {
      if (!foyer_space_kind_parse (kind, &found, NULL))
        return refuse (FOYER_PROBLEM_INVALID, "kind: is not home, coworking or third-place");
      query->kind = found;
    }
  query->tag = foyer_query_get (given, "tag");
  query->text = foyer_query_get (given, "q");

  return cursor == NULL || foyer_search_read_cursor (cursor, query)
           ? NULL : refuse (FOYER_PROBLEM_INVALID, "cursor: is not one of this search");
}

static FoyerResponse *
read_query (FoyerExchange        *exchange,
            FoyerQuery           *given,
            FoyerDirectoryQuery  *query)
{
  g_autoptr(GError) error = NULL;
  FoyerResponse *refusal;

  *query = (FoyerDirectoryQuery) {
    .day = FOYER_DAY_NONE, .part = FOYER_PART_FULL, .kind = -1, .after_m = -1,
  };
  if (!foyer_query_get_point (given, "near", &query->lat_e6, &query->lon_e6, &error) ||
      !foyer_query_get_int (given, "radius", RADIUS_DEFAULT, 1, FOYER_SEARCH_RADIUS_MAX, &query->radius_m, &error) ||
      !foyer_query_get_int (given, "seats", 1, 1, FOYER_SEATS_MAX, &query->seats, &error) ||
      !foyer_query_get_int (given, "limit", LIMIT_DEFAULT, 1, FOYER_SEARCH_LIMIT_MAX, &query->limit, &error))
    return foyer_response_new_error (error);
  refusal = read_words (given, query);

  return refusal != NULL ? refusal : check_day (exchange, query);
}

FoyerResponse *
foyer_search_get (FoyerExchange *exchange)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerQuery) given = NULL;
  g_autoptr(FoyerSearchPage) page = NULL;
  g_autoptr(GBytes) body = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *etag = NULL;
  FoyerResponse *response = NULL;
  FoyerDirectoryQuery query;

  given = foyer_exchange_get_query (exchange, names, &response);
  if (given == NULL)
    return response;
  response = read_query (exchange, given, &query);
  if (response != NULL)
    return response;
  page = foyer_directory_store_search (foyer_directory_of (exchange)->store, &query, &error);
  if (page == NULL)
    return foyer_response_new_error (error);

  body = foyer_search_page_write (page);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, body);
  etag = g_strdup_printf ("\"%s\"", sum);
  response = foyer_response_new (200, FOYER_TYPE_JSON, body);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_SEARCH);

  return response;
}
