/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* How long a host waits for the first rows of every order and filter of all bookings of the
 * profile in ARGV[1], and what others at the desk wait meanwhile. */

#include <stdlib.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-ledger.h"
#include "storage/foyer-store-people.h"

#define ROUNDS 4
#define PAGE 128
/* A fast typist. */
#define KEY_MS 60
/* The goals: the first rows, and a keystroke's own budget. */
#define FIRST_ROWS_MS 150.0
#define DESK_MS 8.0

static GAsyncResult *answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  answer = g_object_ref (result);
}

static void
wait_for_answer (void)
{
  g_clear_object (&answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct {
  gint64 asked;
  gint64 longest;
  guint  waiting;
} Desk;

static void
desk_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Desk *desk = user_data;

  g_ptr_array_unref (foyer_store_find_people_finish (FOYER_STORE (source), result, NULL));
  desk->longest = MAX (desk->longest, g_get_monotonic_time () - desk->asked);
  desk->waiting--;
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* The list and what is seen of it, in ms; somebody types at the desk all the while. */
static double
ask (FoyerStore             *store,
     FoyerLedger            *ledger,
     const FoyerLedgerQuery *query,
     Desk                   *desk,
     guint                  *n)
{
  g_autoptr(FoyerLedgerList) list = NULL;
  gint64 start = g_get_monotonic_time ();
  guint timer = 0;

  if (desk != NULL)
    timer = g_timeout_add (KEY_MS, tick_cb, NULL);
  g_clear_object (&answer);
  foyer_store_list_ledger_async (store, ledger, query, NULL, 0, NULL, answer_cb, NULL);
  while (answer == NULL)
    {
      if (desk != NULL && desk->waiting == 0 && g_get_monotonic_time () - desk->asked > KEY_MS * 1000)
        {
          desk->waiting++;
          desk->asked = g_get_monotonic_time ();
          foyer_store_find_people_async (store, "zo", FALSE, NULL, FOYER_DAY_NONE, 20, NULL, desk_cb, desk);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  g_clear_handle_id (&timer, g_source_remove);
  list = foyer_store_list_ledger_finish (store, answer, NULL);
  *n = list->n;
  if (list->n > 0)
    {
      foyer_store_read_lines_async (store, list->rows, MIN (PAGE, list->n), NULL, answer_cb, NULL);
      wait_for_answer ();
      g_ptr_array_unref (foyer_store_read_lines_finish (store, answer, NULL));
    }
  while (desk != NULL && desk->waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
print (const char *name,
       double      value,
       double      goal)
{
  g_print ("{\"name\": \"%s\", \"value\": %.3f, \"floor\": %.3f, \"goal\": 1.0, \"unit\": \"ms\"}\n", name, value, goal);
}

int
main (int    argc,
      char **argv)
{
  static const FoyerLedgerQuery queries[] = {
    { .sort = FOYER_LEDGER_DAY, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE },
    { .sort = FOYER_LEDGER_DAY, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .descending = TRUE },
    { .sort = FOYER_LEDGER_GUEST, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE },
    { .sort = FOYER_LEDGER_SPACE, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE },
    { .sort = FOYER_LEDGER_PART, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE },
    { .sort = FOYER_LEDGER_STATE, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .descending = TRUE },
    { .sort = FOYER_LEDGER_PRICE, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE },
    { .sort = FOYER_LEDGER_DUE, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .due = TRUE },
    { .sort = FOYER_LEDGER_GUEST, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .text = "z" },
    { .sort = FOYER_LEDGER_DAY, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .states = 1u << FOYER_STATE_NO_SHOW },
  };
  g_autoptr(FoyerClock) clock = foyer_clock_new_system ();
  g_autoptr(FoyerStore) store = NULL;
  g_autoptr(FoyerLedger) ledger = foyer_ledger_new ();
  g_autoptr(GError) error = NULL;
  Desk desk = { 0 };
  double worst = 0;
  double first;
  guint n;

  if (argc != 2)
    g_error ("usage: bench-ledger PROFILE");
  foyer_store_open_async (argv[1], clock, NULL, NULL, answer_cb, NULL);
  wait_for_answer ();
  store = foyer_store_open_finish (answer, &error);
  if (store == NULL)
    g_error ("%s", error->message);

  /* The window learns the names in its first quiet moment, long before anybody opens the list. */
  foyer_store_find_people_async (store, "zo", FALSE, NULL, FOYER_DAY_NONE, 20, NULL, answer_cb, NULL);
  wait_for_answer ();
  g_ptr_array_unref (foyer_store_find_people_finish (store, answer, NULL));

  first = ask (store, ledger, &queries[0], NULL, &n);
  g_printerr ("read %u bookings and sorted them in %.1f ms\n", n, first);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      {
        double ms = ask (store, ledger, &queries[i], &desk, &n);

        g_printerr ("query %u: %.1f ms, %u rows\n", i, ms, n);
        worst = MAX (worst, ms);
      }
  print ("first-rows", worst, FIRST_ROWS_MS);
  print ("desk-meanwhile", (double) desk.longest / 1000, DESK_MS);
  foyer_store_close_async (store, answer_cb, NULL);
  wait_for_answer ();

  return EXIT_SUCCESS;
}
