/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* The long list of bookings, beside one that sorts and filters the plain way. */

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "foyer-profile.h"
#include "storage/foyer-store-ledger.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define N_BOOKINGS 160
#define N_QUERIES 120

typedef struct {
  FoyerProfile *profile;
  FoyerLedger  *ledger;
  char         *spaces[2];
  GPtrArray    *bookings;      /* (element-type FoyerBooking), as they were made */
  GRand        *rand;
} Fixture;

/* Another one, whose name comes first. */
static char *
add_space_before (FoyerProfile *profile)
{
  g_autofree char *id = foyer_profile_add_space (profile, 40);
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->id, id);
  g_set_str (&space->name, "Atelier");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 40;
  space->price_minor = 400;
  space->half_price_minor = 250;
  saved = foyer_profile_save_space (profile, space);
  g_assert_no_error (profile->error);

  return g_steal_pointer (&id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", seed);
  fixture->profile = foyer_profile_new (MORNING);
  fixture->ledger = foyer_ledger_new ();
  fixture->spaces[0] = foyer_profile_add_space (fixture->profile, 40);
  fixture->spaces[1] = add_space_before (fixture->profile);
  for (int i = 0; i < 2; i++)
    g_assert_true (foyer_profile_set_week (fixture->profile, fixture->spaces[i], "Mon-Sun 09:00-18:00", NULL));
  fixture->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
  fixture->rand = g_rand_new_with_seed (seed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  foyer_ledger_unref (fixture->ledger);
  foyer_profile_free (fixture->profile);
  g_free (fixture->spaces[0]);
  g_free (fixture->spaces[1]);
  g_ptr_array_unref (fixture->bookings);
  g_rand_free (fixture->rand);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static FoyerLedgerList *
list (Fixture                 *fixture,
      const FoyerLedgerQuery  *query,
      const guint32           *kept,
      gsize                    n_kept)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  FoyerLedgerList *answer;

  foyer_store_list_ledger_async (fixture->profile->store, fixture->ledger, query, kept, n_kept, NULL,
                                 result_cb, &result);
  answer = foyer_store_list_ledger_finish (fixture->profile->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return answer;
}

static GPtrArray *
read_lines (Fixture               *fixture,
            const FoyerLedgerList *answer)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *lines;

  if (answer->n == 0)
    return g_ptr_array_new ();

  foyer_store_read_lines_async (fixture->profile->store, answer->rows, answer->n, NULL, result_cb, &result);
  lines = foyer_store_read_lines_finish (fixture->profile->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return lines;
}

static guint
act (Fixture          *fixture,
     const guint32    *rows,
     gsize             n_rows,
     FoyerLedgerActs   what)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_act_on_many_async (fixture->profile->store, rows, n_rows, what, NULL, result_cb, &result);

  return foyer_store_act_on_many_finish (fixture->profile->store, wait_for (&result), &fixture->profile->op,
                                         &fixture->profile->error);
}

static void
book (Fixture    *fixture,
      int         space,
      int         ahead,
      FoyerPart   part,
      const char *name)
{
  char day[FOYER_DAY_TEXT_SIZE];
  FoyerBooking *booking = foyer_profile_book_guest (fixture->profile, fixture->spaces[space],
                                                    foyer_day_format (foyer_day (TODAY) + ahead, day), part, name);

  if (booking != NULL)
    g_ptr_array_add (fixture->bookings, booking);
  else
    g_clear_error (&fixture->profile->error);
}

static const char *names[] = {
  "Zoé Marchelin", "zoe marchand", "Ellen Brixworth", "Élodie Ünal", "Noor", "Noor Delvigne", "Idris Belcourt",
  "Sébastien A", "Sebastien B", "sebastien  a", "O’Brien", "李明",
};

/* Some of them cancelled, some here, some gone. */
static void
book_many (Fixture *fixture,
           int      n)
{
  for (int i = 0; i < n; i++)
    {
      const guint before = fixture->bookings->len;

      book (fixture, g_rand_int_range (fixture->rand, 0, 2), g_rand_int_range (fixture->rand, 0, 12),
            (FoyerPart) g_rand_int_range (fixture->rand, 1, 4),
            names[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (names))]);
      if (fixture->bookings->len > before && g_rand_int_range (fixture->rand, 0, 4) == 0)
        {
          FoyerBooking **last = (FoyerBooking **) &fixture->bookings->pdata[before];
          FoyerBooking *changed = foyer_profile_set_state (fixture->profile, (*last)->id, FOYER_STATE_CANCELLED);

          g_assert_nonnull (changed);
          foyer_booking_free (*last);
          *last = changed;
        }
    }
}

static gboolean
wants (const FoyerLedgerQuery *query,
       const FoyerBooking     *booking)
{
  g_autofree char *fold = foyer_text_fold (booking->name);
  g_autofree char *text = foyer_text_fold (query->text != NULL ? query->text : "");
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (fold, words[i]) == NULL)
      return FALSE;

  return (query->space_id == NULL || g_str_equal (query->space_id, booking->space_id))
         && (query->first == FOYER_DAY_NONE || booking->day >= query->first)
         && (query->last == FOYER_DAY_NONE || booking->day <= query->last)
         && (query->states == 0 || (query->states & (1u << booking->state)) != 0)
         && (query->parts == 0 || (query->parts & (1u << booking->part)) != 0)
         && (!query->due || booking->due_minor > 0);
}

/* In the order of the list the key never goes down; within the same neither days nor names do. */
static gint64
get_key (const FoyerLedgerQuery *query,
         const FoyerLedgerLine  *line)
{
  static const int states[] = { 0, 1, 6, 8, 7, 5, 2, 3, 4 };

  switch (query->sort)
    {
    case FOYER_LEDGER_DAY:
      return line->day;
    case FOYER_LEDGER_PART:
      return line->part;
    case FOYER_LEDGER_STATE:
      return states[line->state];
    case FOYER_LEDGER_PRICE:
      return line->price_minor;
    case FOYER_LEDGER_DUE:
      return line->due_minor;
    case FOYER_LEDGER_GUEST:
    case FOYER_LEDGER_SPACE:
    default:
      return 0;
    }
}

static int
compare_texts (const char *a,
               const char *b)
{
  g_autofree char *left = foyer_text_fold (a);
  g_autofree char *right = foyer_text_fold (b);

  return strcmp (left, right);
}

static int
compare (const FoyerLedgerQuery *query,
         const FoyerLedgerLine  *a,
         const FoyerLedgerLine  *b)
{
  gint64 order = get_key (query, a) - get_key (query, b);

  if (query->sort == FOYER_LEDGER_GUEST)
    order = compare_texts (a->name, b->name);
  if (query->sort == FOYER_LEDGER_SPACE)
    order = compare_texts (a->space, b->space);
  if (query->descending)
    order = -order;
  if (order == 0)
    order = a->day - b->day;
  if (order == 0)
    order = compare_texts (a->name, b->name);

  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

static void
assert_answers (Fixture                *fixture,
                const FoyerLedgerQuery *query)
{
  g_autoptr(FoyerLedgerList) answer = list (fixture, query, NULL, 0);
  g_autoptr(GPtrArray) lines = read_lines (fixture, answer);
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (lines->len, ==, answer->n);
  for (guint i = 0; i < fixture->bookings->len; i++)
    {
      const FoyerBooking *booking = fixture->bookings->pdata[i];

      if (wants (query, booking))
        g_hash_table_insert (left, booking->id, (gpointer) booking);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const FoyerLedgerLine *line = lines->pdata[i];
      const FoyerBooking *booking = g_hash_table_lookup (left, line->id);

      g_assert_nonnull (booking);
      g_assert_true (g_hash_table_remove (left, line->id));
      g_assert_cmpstr (line->name, ==, booking->name);
      g_assert_cmpint (line->state, ==, booking->state);
      g_assert_cmpint (line->due_minor, ==, booking->due_minor);
      g_assert_cmpint (line->day, ==, booking->day);
      g_assert_cmpint (answer->acts[i] & FOYER_LEDGER_CANCEL, ==,
                       booking->state == FOYER_STATE_CONFIRMED ? FOYER_LEDGER_CANCEL : 0);
      if (i > 0)
        g_assert_cmpint (compare (query, lines->pdata[i - 1], line), <=, 0);
    }
  g_assert_cmpuint (g_hash_table_size (left), ==, 0);
}

static FoyerLedgerQuery
invent_query (Fixture *fixture)
{
  static const char *texts[] = { NULL, "", "zo", "ZOÉ mar", "ELO", "b", "noor", "brien o", "nobody", "明" };
  FoyerLedgerQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  GRand *rand = fixture->rand;

  query.sort = (FoyerLedgerSort) g_rand_int_range (rand, 0, FOYER_LEDGER_DUE + 1);
  query.descending = g_rand_boolean (rand);
  query.text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
  if (g_rand_boolean (rand))
    query.space_id = fixture->spaces[g_rand_int_range (rand, 0, 2)];
  if (g_rand_int_range (rand, 0, 3) == 0)
    query.first = foyer_day (TODAY) + g_rand_int_range (rand, 0, 8);
  if (g_rand_int_range (rand, 0, 3) == 0)
    query.last = foyer_day (TODAY) + g_rand_int_range (rand, 0, 12);
  if (g_rand_int_range (rand, 0, 3) == 0)
    query.states = 1u << (g_rand_boolean (rand) ? FOYER_STATE_CONFIRMED : FOYER_STATE_CANCELLED);
  if (g_rand_int_range (rand, 0, 3) == 0)
    query.parts = (guint) g_rand_int_range (rand, 1, 8) << 1;
  query.due = g_rand_int_range (rand, 0, 4) == 0;

  return query;
}

static void
test_any_question (Fixture       *fixture,
                   gconstpointer  user_data)
{
  book_many (fixture, N_BOOKINGS / 2);
  for (int i = 0; i < N_QUERIES; i++)
    {
      FoyerLedgerQuery query = invent_query (fixture);

      /* What happens meanwhile is there the next time. */
      if (i % 3 == 0)
        book_many (fixture, 2);
      assert_answers (fixture, &query);
    }
}

static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const FoyerLedgerQuery all = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  const FoyerLedgerQuery cancelled = {
    .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .states = 1u << FOYER_STATE_CANCELLED,
  };
  g_autoptr(FoyerLedgerList) before = NULL;
  g_autofree char *verb = NULL;

  for (int i = 0; i < 5; i++)
    book (fixture, 0, i, FOYER_PART_FULL, names[i]);
  before = list (fixture, &all, NULL, 0);
  g_assert_cmpuint (before->n, ==, 5);

  g_assert_cmpuint (act (fixture, before->rows, 5, FOYER_LEDGER_CANCEL), ==, 5);
  {
    g_autoptr(FoyerLedgerList) after = list (fixture, &cancelled, NULL, 0);

    g_assert_cmpuint (after->n, ==, 5);
    g_assert_cmpint (after->acts[0], ==, 0);
  }

  /* One undo for all of them. */
  verb = foyer_profile_undo (fixture->profile, fixture->profile->op);
  g_assert_cmpstr (verb, ==, "cancel");
  {
    g_autoptr(FoyerLedgerList) after = list (fixture, &cancelled, NULL, 0);

    g_assert_cmpuint (after->n, ==, 0);
  }

  /* Of a no-show for today and one for tomorrow neither is noted. */
  g_assert_cmpuint (act (fixture, before->rows, 2, FOYER_LEDGER_NO_SHOW), ==, 0);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_WRONG_DAY);
  {
    g_autoptr(FoyerLedgerList) after = list (fixture, &all, NULL, 0);

    g_assert_cmpint (after->acts[0], ==, FOYER_LEDGER_CANCEL | FOYER_LEDGER_NO_SHOW);
    g_assert_cmpint (after->acts[1], ==, FOYER_LEDGER_CANCEL);
  }
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerLedgerQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(FoyerLedgerList) before = NULL;
  g_autoptr(FoyerLedgerList) after = NULL;
  guint32 kept[2];

  for (int i = 0; i < 6; i++)
    book (fixture, 0, i, FOYER_PART_FULL, names[i]);
  before = list (fixture, &query, NULL, 0);
  kept[0] = before->rows[1];
  kept[1] = before->rows[4];

  query.descending = TRUE;
  after = list (fixture, &query, kept, 2);
  g_assert_cmpuint (after->kept->len, ==, 2);
  g_assert_cmpuint (g_array_index (after->kept, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (after->kept, guint, 1), ==, 4);
  g_assert_cmpuint (after->rows[1], ==, kept[1]);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  user_data)
{
  const FoyerLedgerQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerLedgerList) answer = NULL;

  book (fixture, 0, 0, FOYER_PART_FULL, "Zoé");
  g_cancellable_cancel (cancellable);
  foyer_store_list_ledger_async (fixture->profile->store, fixture->ledger, &query, NULL, 0, cancellable,
                                 result_cb, &result);
  g_assert_null (foyer_store_list_ledger_finish (fixture->profile->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The ledger is none the worse. */
  answer = list (fixture, &query, NULL, 0);
  g_assert_cmpuint (answer->n, ==, 1);
}

static void
test_no_such_space (Fixture       *fixture,
                    gconstpointer  user_data)
{
  const FoyerLedgerQuery query = { .space_id = "none", .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  foyer_store_list_ledger_async (fixture->profile->store, fixture->ledger, &query, NULL, 0, NULL, result_cb, &result);
  g_assert_null (foyer_store_list_ledger_finish (fixture->profile->store, wait_for (&result), &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

#define ADD(path, test) g_test_add ("/ledger/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("any-question", test_any_question);
  ADD ("many-at-once", test_many_at_once);
  ADD ("kept", test_kept);
  ADD ("cancelled", test_cancelled);
  ADD ("no-such-space", test_no_such_space);

  return g_test_run ();
}
