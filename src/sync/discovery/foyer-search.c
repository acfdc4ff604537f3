/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "sync/discovery/foyer-reading-private.h"

/* Nobody needs to know better where a person looks, and neighbours' answers are alike. */
#define NEAR_STEP_E6 5000

typedef struct {
  GTask       *task;
  FoyerRunner *runner;
  FoyerCall   *call;
} FoyerSearchQuest;

typedef struct {
  FoyerSearchPage *page;
  gint64           as_of_ms;
} FoyerSearchAnswer;

static void
foyer_search_quest_free (gpointer data)
{
  FoyerSearchQuest *self = data;

  foyer_call_free (self->call);
  g_free (self);
}

static void
foyer_search_answer_free (gpointer data)
{
  FoyerSearchAnswer *self = data;

  g_clear_pointer (&self->page, foyer_search_page_free);
  g_free (self);
}

static void
foyer_search_quest_read_cb (GBytes       *body,
                            gint64        as_of_ms,
                            const GError *error,
                            gpointer      user_data)
{
  FoyerSearchQuest *self = user_data;
  g_autoptr(GError) syntax = NULL;
  FoyerSearchPage *page = body != NULL ? foyer_search_page_parse (body, &syntax) : NULL;
  FoyerSearchAnswer *answer;

  if (page == NULL)
    {
      foyer_quest_fail (self->runner, self->task,
                        syntax == NULL ? g_error_copy (error)
                                       : g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER,
                                                      "a page of results: %s", syntax->message));
      return;
    }
  foyer_reading_keep (self->runner, self->call, as_of_ms, body);
  answer = g_new (FoyerSearchAnswer, 1);
  *answer = (FoyerSearchAnswer) { page, as_of_ms };
  foyer_quest_end (self->runner, self->task, answer, foyer_search_answer_free);
}

static void
foyer_search_quest_begin (FoyerRunner *runner,
                          GTask       *task)
{
  FoyerSearchQuest *self = g_task_get_task_data (task);

  self->task = task;
  self->runner = runner;
  foyer_reading_ask (runner, self->call, g_task_get_cancellable (task), foyer_search_quest_read_cb, self);
}

static int
foyer_search_round (int e6)
{
  int half = e6 < 0 ? -NEAR_STEP_E6 / 2 : NEAR_STEP_E6 / 2;

  return (e6 + half) / NEAR_STEP_E6 * NEAR_STEP_E6;
}

static void
foyer_search_append_degrees (GString *target,
                             int      e6)
{
  int rounded = foyer_search_round (e6);

  g_string_append_printf (target, "%s%d.%03d", rounded < 0 ? "-" : "", ABS (rounded) / 1000000,
                          ABS (rounded) % 1000000 / 1000);
}

/* Its parameters always stand in one order, so that equal questions are equal URLs. */
static FoyerCall *
foyer_search_write (const char             *origin,
                    const FoyerSearchQuery *query,
                    FoyerDay                day)
{
  g_autoptr(GString) target = g_string_new ("/v1/listings?near=");
  char date[FOYER_DAY_TEXT_SIZE];

  foyer_search_append_degrees (target, query->lat_e6);
  g_string_append_c (target, ',');
  foyer_search_append_degrees (target, query->lon_e6);
  g_string_append_printf (target, "&radius=%d&day=%s&part=%s&seats=%d", CLAMP (query->radius_m, 1, FOYER_SEARCH_RADIUS_MAX),
                          foyer_day_format (day, date), foyer_part_get_name (query->part), MAX (query->seats, 1));
  if (query->words != NULL && *query->words != '\0')
    {
      g_autofree char *words = g_uri_escape_string (query->words, NULL, FALSE);

      g_string_append_printf (target, "&q=%s", words);
    }
  g_string_append_printf (target, "&limit=%d", CLAMP (query->limit, 1, FOYER_SEARCH_LIMIT_MAX));
  if (query->cursor != NULL)
    {
      g_autofree char *cursor = g_uri_escape_string (query->cursor, NULL, FALSE);

      g_string_append_printf (target, "&cursor=%s", cursor);
    }

  return foyer_call_new ("GET", origin, "%s", target->str);
}

/**
 * foyer_sync_search_async:
 * @self: a sync
 * @origin: of the directory
 * @query: copied; what is looked for
 * @cancellable: (nullable): ends the waiting
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Looks for free seats near a point. The point is rounded before it leaves.
 */
void
foyer_sync_search_async (FoyerSync              *self,
                         const char             *origin,
                         const FoyerSearchQuery *query,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  FoyerSearchQuest *quest;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  FoyerDay day;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (origin != NULL && query != NULL);

  day = query->day;
  if (day == FOYER_DAY_NONE)
    day = foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (foyer_sync_get_store (self))),
                              FOYER_CUT_OFF_DEFAULT);
  quest = g_new0 (FoyerSearchQuest, 1);
  quest->call = foyer_search_write (origin, query, day);
  foyer_quest_begin (self, foyer_sync_search_async, foyer_search_quest_begin, quest, foyer_search_quest_free,
                     cancellable, callback, user_data);
}

/**
 * foyer_sync_search_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @as_of_ms: (out) (optional): when the page was fetched, in UTC milliseconds
 * @error: return location for an error
 *
 * Ends [method@Sync.search_async]. Where no answer could be had, the page may be one that was
 * kept; @as_of_ms tells.
 *
 * Errors: any #FoyerSyncError; beyond-horizon, past-day (FOYER_ERROR); %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set
 */
FoyerSearchPage *
foyer_sync_search_finish (FoyerSync     *self,
                          GAsyncResult  *result,
                          gint64        *as_of_ms,
                          GError       **error)
{
  FoyerSearchAnswer *answer;
  FoyerSearchPage *page;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return NULL;

  if (as_of_ms != NULL)
    *as_of_ms = answer->as_of_ms;
  page = g_steal_pointer (&answer->page);
  foyer_search_answer_free (answer);

  return page;
}
