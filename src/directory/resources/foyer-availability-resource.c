/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include "protocol/foyer-json-writer.h"

static const char * const names[] = { "from", "days", NULL };

static GBytes *
write_seats (const char                *id,
             const FoyerDirectorySeats *seats,
             GBytes                    *envelope)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();

  foyer_json_writer_begin_object (writer, NULL);
  if (envelope != NULL)
    foyer_json_writer_add_json (writer, "envelope", envelope);
  else
    foyer_json_writer_add_null (writer, "envelope");
  foyer_json_writer_begin_object (writer, "view");
  foyer_json_writer_add_text (writer, "listing", id);
  foyer_json_writer_add_int (writer, "rev", seats->rev);
  foyer_json_writer_add_day (writer, "today", seats->today);
  foyer_json_writer_add_day (writer, "from", seats->from);
  foyer_json_writer_begin_array (writer, "days");
  for (guint i = 0; i < seats->n_days; i++)
    {
      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_day (writer, "day", seats->from + (FoyerDay) i);
      foyer_json_writer_add_bool (writer, "open", seats->days[i].open);
      foyer_json_writer_add_int (writer, "am", seats->days[i].am);
      foyer_json_writer_add_int (writer, "pm", seats->days[i].pm);
      foyer_json_writer_end_object (writer);
    }
  foyer_json_writer_end_array (writer);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

static FoyerResponse *
make_response (const char                *id,
               const FoyerDirectorySeats *seats,
               GBytes                    *envelope)
{
  g_autoptr(GBytes) body = write_seats (id, seats, envelope);
  g_autofree char *etag =
    g_strdup_printf ("\"%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%d.%d.%u\"", seats->rev, seats->sold,
                     seats->today, seats->from, seats->n_days);
  FoyerResponse *response = foyer_response_new (200, FOYER_TYPE_JSON, body);

  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_SEARCH);

  return response;
}

static FoyerResponse *
read_query (FoyerQuery *query,
            FoyerDay   *from,
            int        *n_days)
{
  g_autoptr(GError) error = NULL;
  const char *day = foyer_query_get (query, "from");

  *from = FOYER_DAY_NONE;
  if (day != NULL &&
      (!foyer_day_parse (day, from, NULL) || !foyer_day_is_valid (*from + FOYER_HORIZON_DAYS)))
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "from: is not a day such as 2026-11-26");
  if (!foyer_query_get_int (query, "days", FOYER_HORIZON_DAYS, 1, FOYER_HORIZON_DAYS, n_days, &error))
    return foyer_response_new_error (error);

  return NULL;
}

FoyerResponse *
foyer_availability_get (FoyerExchange *exchange)
{
  FoyerDirectoryStore *store = foyer_directory_of (exchange)->store;
  const char *id = foyer_exchange_get_parameter (exchange);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerQuery) query = NULL;
  g_auto(FoyerDirectoryPaper) paper = { 0 };
  FoyerResponse *response = NULL;
  FoyerDirectorySeats seats;
  gboolean found;
  FoyerDay from;
  int n_days;

  query = foyer_exchange_get_query (exchange, names, &response);
  if (query == NULL)
    return response;
  response = read_query (query, &from, &n_days);
  if (response != NULL)
    return response;
  if (!foyer_directory_store_get_seats (store, id, from, (guint) n_days, &seats, &found, &error) ||
      !foyer_directory_store_get_paper (store, id, FOYER_DOCUMENT_AVAILABILITY, &paper, &found, &error))
    return foyer_response_new_error (error);
  if (!found)
    return foyer_response_new_problem (FOYER_PROBLEM_NOT_FOUND, NULL);
  if (!seats.live)
    return foyer_response_new_problem (FOYER_PROBLEM_GONE, NULL);

  return make_response (id, &seats, paper.envelope);
}

FoyerResponse *
foyer_availability_put (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_AVAILABILITY, NULL);
}

FoyerResponse *
foyer_allotment_put (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_ALLOTMENT, NULL);
}

FoyerResponse *
foyer_recall_post (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_RECALL, NULL);
}
