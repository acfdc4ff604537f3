/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include "protocol/foyer-json-writer.h"

#define WAIT_MAX 25

FoyerResponse *
foyer_booking_put (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_REQUEST, NULL);
}

FoyerResponse *
foyer_decision_put (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_DECISION, NULL);
}

FoyerResponse *
foyer_withdrawal_put (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_WITHDRAWAL, NULL);
}

static void
write_letters (FoyerJsonWriter *writer,
               GPtrArray       *items)
{
  foyer_json_writer_begin_array (writer, "items");
  for (guint i = 0; i < items->len; i++)
    {
      const FoyerPageItem *item = g_ptr_array_index (items, i);

      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_int (writer, "at", item->at_ms);
      foyer_json_writer_add_json (writer, "envelope", item->envelope);
      foyer_json_writer_end_object (writer);
    }
  foyer_json_writer_end_array (writer);
}

static FoyerResponse *
make_booking (const FoyerDirectoryBooking *booking)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autoptr(GBytes) body = NULL;
  g_autofree char *etag = NULL;
  FoyerResponse *response;

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "id", booking->id);
  foyer_json_writer_add_text (writer, "listing", booking->listing);
  foyer_json_writer_add_text (writer, "state", foyer_booking_state_get_name (booking->state));
  foyer_json_writer_add_int (writer, "rev", booking->rev);
  foyer_json_writer_add_day (writer, "day", booking->day);
  foyer_json_writer_add_text (writer, "part", foyer_part_get_name (booking->part));
  foyer_json_writer_add_int (writer, "seats", booking->seats);
  foyer_json_writer_add_int (writer, "answer_by", booking->answer_by_ms);
  write_letters (writer, booking->letters->items);
  foyer_json_writer_end_object (writer);
  body = foyer_json_writer_end (writer);

  response = foyer_response_new (200, FOYER_TYPE_JSON, body);
  etag = g_strdup_printf ("\"%" G_GINT64_FORMAT ".%s.%u\"", booking->rev,
                          foyer_booking_state_get_name (booking->state), booking->letters->items->len);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_NONE);

  return response;
}

/* Whoever is neither its guest nor its host learns nothing, not even that it is there. */
FoyerResponse *
foyer_booking_get (FoyerExchange *exchange)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDirectoryBooking) booking = NULL;
  FoyerResponse *refusal = NULL;
  FoyerKey key;

  if (!foyer_exchange_authenticate (exchange, &key, &refusal))
    return refusal;
  booking = foyer_directory_store_get_booking (foyer_directory_of (exchange)->store,
                                               foyer_exchange_get_parameter (exchange), &error);
  if (error != NULL)
    return foyer_response_new_error (error);
  if (booking == NULL ||
      (!foyer_key_equal (&key, &booking->guest) && !foyer_key_equal (&key, &booking->host)))
    return foyer_response_new_problem (FOYER_PROBLEM_NOT_FOUND, NULL);

  return make_booking (booking);
}

static FoyerResponse *
make_page (FoyerPage  *page,
           const char *control)
{
  g_autoptr(GBytes) body = foyer_page_write (page);
  FoyerResponse *response = foyer_response_new (200, FOYER_TYPE_JSON, body);

  foyer_response_set_cache (response, control);

  return response;
}

static FoyerResponse *
refuse_page (gboolean      expired,
             const GError *error)
{
  return expired ? foyer_response_new_problem (FOYER_PROBLEM_CURSOR_EXPIRED, "begin without a cursor")
                 : foyer_response_new_error (error);
}

FoyerResponse *
foyer_changes_get (FoyerExchange *exchange)
{
  static const char * const names[] = { "after", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerQuery) query = NULL;
  g_autoptr(FoyerPage) page = NULL;
  g_autofree char *etag = NULL;
  FoyerResponse *response = NULL;
  const char *after;
  gboolean expired;

  query = foyer_exchange_get_query (exchange, names, &response);
  if (query == NULL)
    return response;
  after = foyer_query_get (query, "after");
  if (after != NULL && !foyer_cursor_is_valid (after))
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "after: is not a cursor");
  page = foyer_directory_store_get_changes (foyer_directory_of (exchange)->store, after, &expired, &error);
  if (page == NULL)
    return refuse_page (expired, error);

  /* The papers between two cursors do not change; one that is replaced moves behind the second. */
  etag = g_strdup_printf ("\"%s-%u-%s\"", page->cursor, page->items->len, page->more ? "more" : "end");
  response = make_page (page, FOYER_CACHE_SEARCH);
  foyer_response_set_etag (response, etag);

  return response;
}

/**
 * Wait:
 * @exchange: suspended
 * @after: (nullable): where it read from
 *
 * A long poll.
 */
typedef struct {
  FoyerExchange *exchange;
  FoyerKey       key;
  char          *after;
} Wait;

static FoyerResponse *
read_inbox (FoyerExchange  *exchange,
            const FoyerKey *key,
            const char     *after,
            gboolean       *is_empty)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerPage) page = NULL;
  gboolean expired;

  page = foyer_directory_store_get_inbox (foyer_directory_of (exchange)->store, key, after, &expired, &error);
  *is_empty = page != NULL && page->items->len == 0;

  return page != NULL ? make_page (page, FOYER_CACHE_NONE) : refuse_page (expired, error);
}

static void
waited_cb (gpointer user_data)
{
  Wait *wait = user_data;
  gboolean is_empty;

  foyer_exchange_finish (wait->exchange, read_inbox (wait->exchange, &wait->key, wait->after, &is_empty));
  g_free (wait->after);
  g_free (wait);
}

/* The wait begins only if nothing came since before the inbox was seen empty. */
static FoyerResponse *
wait_or_read (FoyerExchange  *exchange,
              const FoyerKey *key,
              const char     *after,
              int             seconds)
{
  FoyerWaiters *waiters = foyer_directory_of (exchange)->waiters;
  guint64 since = foyer_waiters_look (waiters, key);
  gboolean is_empty;
  FoyerResponse *response = read_inbox (exchange, key, after, &is_empty);
  Wait *wait;

  if (seconds == 0 || !is_empty)
    return response;

  foyer_response_unref (response);
  wait = g_new (Wait, 1);
  *wait = (Wait) { exchange, *key, g_strdup (after) };
  foyer_exchange_suspend (exchange);
  if (!foyer_waiters_add (waiters, key, since, seconds, waited_cb, wait))
    waited_cb (wait);

  return NULL;
}

FoyerResponse *
foyer_inbox_get (FoyerExchange *exchange)
{
  static const char * const names[] = { "after", "wait", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerQuery) query = NULL;
  FoyerResponse *refusal = NULL;
  FoyerKey key;
  const char *after;
  int seconds;

  if (!foyer_exchange_authenticate (exchange, &key, &refusal))
    return refusal;
  query = foyer_exchange_get_query (exchange, names, &refusal);
  if (query == NULL)
    return refusal;
  after = foyer_query_get (query, "after");
  if (after != NULL && !foyer_cursor_is_valid (after))
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "after: is not a cursor");
  if (!foyer_query_get_int (query, "wait", 0, 0, WAIT_MAX, &seconds, &error))
    return foyer_response_new_error (error);

  return wait_or_read (exchange, &key, after, seconds);
}
