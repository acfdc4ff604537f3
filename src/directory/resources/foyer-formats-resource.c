/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-listing.h"

/* A listing for calendars and maps of others. */

#define LINE_OCTETS 73

/* The listing and the bytes it was signed in; an answer when there is none. */
static FoyerListing *
read_listing (FoyerExchange   *exchange,
              FoyerResponse  **refusal)
{
  g_autoptr(GError) error = NULL;
  g_auto(FoyerDirectoryPaper) paper = { 0 };
  g_autoptr(FoyerEnvelope) envelope = NULL;
  FoyerListing *listing = NULL;
  gboolean found;

  if (!foyer_directory_store_get_paper (foyer_directory_of (exchange)->store,
                                        foyer_exchange_get_parameter (exchange), FOYER_DOCUMENT_LISTING,
                                        &paper, &found, &error))
    {
      *refusal = foyer_response_new_error (error);
      return NULL;
    }
  if (!found || !paper.live || paper.envelope == NULL)
    {
      *refusal = foyer_response_new_problem (found ? FOYER_PROBLEM_GONE : FOYER_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  envelope = foyer_envelope_verify (paper.envelope, &error);
  if (envelope != NULL)
    listing = foyer_listing_parse (envelope, &error);
  if (listing == NULL)
    *refusal = foyer_response_new_error (error);

  return listing;
}

static GBytes *
write_feature (const FoyerListing *listing,
               const char         *origin)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autofree char *url = g_strdup_printf ("%s/l/%s", origin, listing->id);

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", "Feature");
  foyer_json_writer_add_text (writer, "id", listing->id);
  foyer_json_writer_begin_object (writer, "geometry");
  foyer_json_writer_add_text (writer, "type", "Point");
  foyer_json_writer_begin_array (writer, "coordinates");
  foyer_json_writer_add_degrees (writer, NULL, listing->lon_e6);
  foyer_json_writer_add_degrees (writer, NULL, listing->lat_e6);
  foyer_json_writer_end_array (writer);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_begin_object (writer, "properties");
  foyer_json_writer_add_text (writer, "name", listing->name);
  foyer_json_writer_add_text (writer, "kind", foyer_space_kind_get_name (listing->kind));
  foyer_json_writer_add_text (writer, "area", listing->area);
  foyer_json_writer_add_int (writer, "displaced_m", listing->displaced_m);
  foyer_json_writer_add_int (writer, "seats", listing->seats);
  foyer_json_writer_add_int (writer, "price_minor", listing->price_minor);
  foyer_json_writer_add_text (writer, "currency", listing->currency);
  foyer_json_writer_add_texts (writer, "tags", listing->tags);
  foyer_json_writer_add_text (writer, "url", url);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

FoyerResponse *
foyer_geojson_get (FoyerExchange *exchange)
{
  FoyerResponse *response = NULL;
  g_autoptr(FoyerListing) listing = read_listing (exchange, &response);
  g_autoptr(GBytes) body = NULL;
  g_autofree char *etag = NULL;

  if (listing == NULL)
    return response;
  body = write_feature (listing, foyer_server_get_origin (foyer_exchange_get_server (exchange)));
  response = foyer_response_new (200, "application/geo+json", body);
  etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", listing->rev);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_LISTING);

  return response;
}

/* A content line: text escaped, and folded where it is too long (RFC 5545, sections 3.1 and
 * 3.3.11), never inside of a character. */
static void
append_line (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr(GString) line = g_string_new (name);
  gsize start = 0;

  g_string_append_c (line, ':');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\n')
        g_string_append (line, "\\n");
      else if (*at == '\\' || *at == ';' || *at == ',')
        g_string_append_printf (line, "\\%c", *at);
      else
        g_string_append_c (line, *at);
    }
  while (line->len - start > LINE_OCTETS)
    {
      gsize end = start + LINE_OCTETS;

      while ((line->str[end] & 0xc0) == 0x80)
        end--;
      g_string_append_len (out, line->str + start, (gssize) (end - start));
      g_string_append (out, "\r\n ");
      start = end;
    }
  g_string_append (out, line->str + start);
  g_string_append (out, "\r\n");
}

static void
append_event (GString            *out,
              const FoyerListing *listing,
              const char         *url,
              FoyerDay            day,
              FoyerSeatDay        seats)
{
  g_autofree char *uid = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr(GDateTime) updated = g_date_time_new_from_unix_utc (listing->updated_ms / 1000);
  int year, month, date;

  foyer_day_get_ymd (day, &year, &month, &date);
  uid = g_strdup_printf ("%s-%04d%02d%02d@foyer", listing->id, year, month, date);
  summary = g_strdup_printf ("%s: %d / %d", listing->name, seats.am, seats.pm);
  stamp = g_date_time_format (updated, "%Y%m%dT%H%M%SZ");
  append_line (out, "BEGIN", "VEVENT");
  append_line (out, "UID", uid);
  append_line (out, "DTSTAMP", stamp);
  g_string_append_printf (out, "DTSTART;VALUE=DATE:%04d%02d%02d\r\n", year, month, date);
  append_line (out, "SUMMARY", summary);
  append_line (out, "LOCATION", listing->area);
  g_string_append_printf (out, "URL:%s\r\n", url);
  append_line (out, "TRANSP", "TRANSPARENT");
  append_line (out, "END", "VEVENT");
}

static GBytes *
write_calendar (const FoyerListing        *listing,
                const FoyerDirectorySeats *seats,
                const char                *origin)
{
  GString *out = g_string_new (NULL);
  g_autofree char *url = g_strdup_printf ("%s/l/%s", origin, listing->id);

  append_line (out, "BEGIN", "VCALENDAR");
  append_line (out, "VERSION", "2.0");
  append_line (out, "PRODID", "-//Foyer//foyer-directory//EN");
  append_line (out, "NAME", listing->name);
  g_string_append (out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
  for (guint i = 0; i < seats->n_days; i++)
    if (seats->days[i].am > 0 || seats->days[i].pm > 0)
      append_event (out, listing, url, seats->from + (FoyerDay) i, seats->days[i]);
  append_line (out, "END", "VCALENDAR");

  return g_string_free_to_bytes (out);
}

/* The days on which seats are free, mornings before the stroke and afternoons behind it. */
FoyerResponse *
foyer_calendar_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  FoyerResponse *response = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerListing) listing = read_listing (exchange, &response);
  g_autoptr(GBytes) body = NULL;
  g_autofree char *etag = NULL;
  FoyerDirectorySeats seats;
  gboolean found;

  if (listing == NULL)
    return response;
  if (!foyer_directory_store_get_seats (directory->store, listing->id, FOYER_DAY_NONE, FOYER_HORIZON_DAYS,
                                        &seats, &found, &error))
    return foyer_response_new_error (error);
  body = write_calendar (listing, &seats, foyer_server_get_origin (foyer_exchange_get_server (exchange)));
  response = foyer_response_new (200, "text/calendar; charset=utf-8", body);
  etag = g_strdup_printf ("\"%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%d\"",
                          listing->rev, seats.rev, seats.sold, seats.today);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_SEARCH);

  return response;
}
