/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Thousands of random acts at the desk, beside a book of passes that counts half days one by one
 * and shares nothing with src: after each act both say the same of every pass and every visit. Time
 * passes, and closes who was forgotten, in two zones.
 * FOYER_SEED lives one history, FOYER_OPERATIONS says how long. */

#include "core/foyer-error.h"
#include "core/foyer-random.h"
#include "foyer-profile-passes.h"

#define N_PEOPLE 4
#define N_SPACES 2
#define MAX_PASSES 400
#define MAX_VISITS 5000
#define MAX_PAYERS 8
#define N_UNDO 40
#define OPERATIONS 700
#define FIRST_MORNING "2026-11-26T09:00:00+01:00"
#define HOUR_MS (G_GINT64_CONSTANT (3600000))
#define DAY_MS (24 * HOUR_MS)

static const char * const zones[N_SPACES] = { "Europe/Paris", "America/New_York" };

typedef struct {
  char     id[40];
  int      person;
  int      space;          /* -1: all */
  int      halves;         /* 0: without a number of days */
  int      used;
  FoyerDay from, until;
  gboolean ended;
} Pass;

typedef struct {
  char              id[40];
  int               person;
  int               space;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  gint64            price;
  FoyerBookingState state;
  gboolean          forgotten;
  struct {
    int pass;
    int n;
  } paid[MAX_PAYERS];
  int               n_paid;
} Visit;

typedef struct {
  Pass  passes[MAX_PASSES];
  int   n_passes;
  Visit visits[MAX_VISITS];
  int   n_visits;
} Book;

typedef struct {
  FoyerProfile *profile;
  FoyerRandom  *random;
  char         *spaces[N_SPACES];
  char         *people[N_PEOPLE];
  FoyerDay      today[N_SPACES];
  Book          book;
  GPtrArray    *before;          /* (element-type Book): what undo leads back to */
} World;

static int
draw (World *world,
      int    n)
{
  return (int) foyer_random_range (world->random, 0, (guint32) n);
}

/* A day ends at three by the clock on the wall. Who came on a day that is over and did not leave
 * has left, whatever the host did or took back meanwhile. */
static void
look_at_clock (World *world)
{
  for (int i = 0; i < N_SPACES; i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (world->profile->now / 1000);
      g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
      g_autofree char *text = g_date_time_format (local, "%Y-%m-%d");

      world->today[i] = foyer_day (text) - (g_date_time_get_hour (local) < 3);
    }
  for (int i = 0; i < world->book.n_visits; i++)
    {
      Visit *visit = &world->book.visits[i];

      if (visit->state != FOYER_STATE_CHECKED_IN || visit->day >= world->today[visit->space])
        continue;
      visit->state = FOYER_STATE_CHECKED_OUT;
      visit->forgotten = TRUE;
    }
}

static int
count_paid (const Visit *visit)
{
  int n = 0;

  for (int i = 0; i < visit->n_paid; i++)
    n += visit->paid[i].n;

  return n;
}

static int
count_paid_of (const Visit *visit,
               int          pass)
{
  for (int i = 0; i < visit->n_paid; i++)
    if (visit->paid[i].pass == pass)
      return visit->paid[i].n;

  return 0;
}

static int
count_halves (const Visit *visit)
{
  return visit->seats * (visit->part == FOYER_PART_FULL ? 2 : 1);
}

/* Of a pass without a number of days: one seat in each half, unless another visit has it. */
static int
count_month_left (const Book  *book,
                  const Visit *visit,
                  int          pass)
{
  int left = 0;

  for (guint half = FOYER_PART_AM; half <= FOYER_PART_PM; half++)
    {
      gboolean is_free = (visit->part & half) != 0;

      for (int i = 0; i < book->n_visits; i++)
        if (&book->visits[i] != visit && book->visits[i].day == visit->day && (book->visits[i].part & half) != 0
            && count_paid_of (&book->visits[i], pass) > 0)
          is_free = FALSE;
      left += is_free ? 1 : 0;
    }

  return MAX (left - count_paid_of (visit, pass), 0);
}

static gboolean
can_pay (const Book  *book,
         const Visit *visit,
         int          n)
{
  const Pass *pass = &book->passes[n];

  return pass->person == visit->person && !pass->ended && (pass->space == -1 || pass->space == visit->space)
         && (pass->from == FOYER_DAY_NONE || pass->from <= visit->day)
         && (pass->until == FOYER_DAY_NONE || visit->day <= pass->until)
         && (pass->halves > 0 ? pass->used < pass->halves : count_month_left (book, visit, n) > 0);
}

/* Half a day after half a day: who of those that can goes first? */
static gboolean
goes_before (const Book  *book,
             const Visit *had,
             int          a,
             int          b)
{
  const Pass *first = &book->passes[a];
  const Pass *second = &book->passes[b];
  gint64 first_end = first->until != FOYER_DAY_NONE ? first->until : G_MAXINT32;
  gint64 second_end = second->until != FOYER_DAY_NONE ? second->until : G_MAXINT32;

  if ((first->halves == 0) != (second->halves == 0))
    return first->halves == 0;
  if (first->halves > 0 && (count_paid_of (had, a) > 0) != (count_paid_of (had, b) > 0))
    return count_paid_of (had, a) > 0;
  if (first_end != second_end)
    return first_end < second_end;

  return a < b;
}

static int
pay (Book  *book,
     Visit *visit,
     int    only)
{
  const Visit had = *visit;
  int n = 0;

  while (visit->price > 0 && count_paid (visit) < count_halves (visit))
    {
      int best = -1;
      int i;

      for (int j = 0; j < book->n_passes; j++)
        if ((only < 0 || only == j) && can_pay (book, visit, j)
            && (best < 0 || goes_before (book, &had, j, best)))
          best = j;
      if (best < 0)
        break;
      for (i = 0; i < visit->n_paid && visit->paid[i].pass != best; i++)
        ;
      g_assert_cmpint (i, <, MAX_PAYERS);
      if (i == visit->n_paid)
        visit->paid[visit->n_paid++].pass = best;
      visit->paid[i].n++;
      book->passes[best].used++;
      n++;
    }

  return n;
}

static void
give_back (Book  *book,
           Visit *visit)
{
  for (int i = 0; i < visit->n_paid; i++)
    book->passes[visit->paid[i].pass].used -= visit->paid[i].n;
  visit->n_paid = 0;
  memset (visit->paid, 0, sizeof visit->paid);
}

static gint64
get_due (const Visit *visit)
{
  gint64 rest = count_halves (visit) - count_paid (visit);
  gint64 cents = 0;

  if (visit->state == FOYER_STATE_CANCELLED)
    return 0;
  /* The smallest amount that is not less than its share. */
  while (cents * count_halves (visit) < visit->price * rest)
    cents++;

  return cents;
}

/* ---- acts ---- */

static void
remember (World *world)
{
  g_ptr_array_add (world->before, g_memdup2 (&world->book, sizeof world->book));
  if (world->before->len > N_UNDO)
    g_ptr_array_remove_index (world->before, 0);
}

static Visit *
draw_visit (World *world)
{
  return world->book.n_visits > 0 ? &world->book.visits[world->book.n_visits - 1 - draw (world, MIN (world->book.n_visits, 12))]
                                  : NULL;
}

static void
assert_answer (const FoyerBooking *booking,
               const Visit        *visit)
{
  g_assert_cmpint (booking->pass_halves, ==, count_paid (visit));
  g_assert_cmpint (booking->due_minor, ==, get_due (visit));
  g_assert_cmpint (booking->state, ==, visit->state);
  g_assert_cmpint (booking->forgotten, ==, visit->forgotten);
}

static void
sell (World *world)
{
  Book *book = &world->book;
  Pass *pass = &book->passes[book->n_passes];
  FoyerPassSale sale = { .currency = "EUR", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE };
  g_autoptr(FoyerPass) sold = NULL;

  if (book->n_passes == MAX_PASSES)
    return;
  *pass = (Pass) { .person = draw (world, N_PEOPLE), .space = draw (world, 4) == 0 ? draw (world, N_SPACES) : -1 };
  sale.person_id = world->people[pass->person];
  sale.space_id = pass->space >= 0 ? world->spaces[pass->space] : NULL;
  sale.halves = draw (world, 5) == 0 ? 0 : 1 + draw (world, 7);
  sale.reason = (FoyerPassReason) draw (world, 3);
  sale.price_minor = sale.reason == FOYER_PASS_SOLD ? draw (world, 5000) : 0;
  if (draw (world, 3) > 0 || sale.halves == 0)
    sale.until = world->today[0] + draw (world, 6);
  if (draw (world, 4) == 0 && sale.until != FOYER_DAY_NONE)
    sale.from = sale.until - draw (world, 3);
  else if (sale.halves == 0)
    sale.from = world->today[0];
  sold = foyer_profile_sell (world->profile, &sale);
  g_assert_no_error (world->profile->error);

  remember (world);
  g_strlcpy (pass->id, sold->id, sizeof pass->id);
  pass->halves = sale.halves;
  pass->from = sold->from;
  pass->until = sold->until;
  book->n_passes++;
}

static void
note_visit (World              *world,
            const FoyerBooking *booking,
            int                 person,
            int                 space)
{
  Book *book = &world->book;
  Visit *visit = &book->visits[book->n_visits++];

  g_assert_cmpint (book->n_visits, <, MAX_VISITS);
  *visit = (Visit) {
    .person = person, .space = space, .day = booking->day, .part = booking->part, .seats = booking->seats,
    .price = booking->price_minor, .state = booking->state,
  };
  g_strlcpy (visit->id, booking->id, sizeof visit->id);
}

static void
book_seats (World *world)
{
  int person = draw (world, N_PEOPLE);
  int space = draw (world, N_SPACES);
  FoyerBookingRequest request = {
    .space_id = world->spaces[space], .person_id = world->people[person], .day = world->today[space] + draw (world, 2),
    .part = (FoyerPart) (1 + draw (world, 3)), .seats = 1 + (draw (world, 5) == 0 ? 1 : 0), .again = draw (world, 3) == 0,
  };
  g_autoptr(FoyerBooking) booking = foyer_profile_book (world->profile, &request);

  if (booking == NULL)
    {
      g_clear_error (&world->profile->error);
      return;
    }
  remember (world);
  note_visit (world, booking, person, space);
  assert_answer (booking, &world->book.visits[world->book.n_visits - 1]);
}

static Visit *
find_visit (World      *world,
            const char *id)
{
  for (int i = 0; i < world->book.n_visits; i++)
    if (g_str_equal (world->book.visits[i].id, id))
      return &world->book.visits[i];

  return NULL;
}

static void
check_in (World *world)
{
  int person = draw (world, N_PEOPLE);
  int space = draw (world, N_SPACES);
  FoyerArrival arrival = { .space_id = world->spaces[space], .person_id = world->people[person], .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) booking = foyer_profile_check_in (world->profile, &arrival);
  Visit *visit;
  gboolean is_new = TRUE;

  if (booking == NULL)
    {
      g_clear_error (&world->profile->error);
      return;
    }
  remember (world);
  visit = find_visit (world, booking->id);
  if (visit == NULL)
    {
      note_visit (world, booking, person, space);
      visit = &world->book.visits[world->book.n_visits - 1];
    }
  else
    is_new = visit->state == FOYER_STATE_CONFIRMED;
  visit->state = FOYER_STATE_CHECKED_IN;
  visit->forgotten = FALSE;
  if (is_new)
    pay (&world->book, visit, -1);
  assert_answer (booking, visit);
}

static void
check_out (World *world)
{
  int space = draw (world, N_SPACES);
  FoyerArrival arrival = {
    .space_id = world->spaces[space], .person_id = world->people[draw (world, N_PEOPLE)], .day = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerBooking) booking = foyer_profile_check_out (world->profile, &arrival);

  if (booking == NULL)
    {
      g_clear_error (&world->profile->error);
      return;
    }
  remember (world);
  find_visit (world, booking->id)->state = FOYER_STATE_CHECKED_OUT;
}

static void
set_state (World             *world,
           FoyerBookingState  state)
{
  Visit *visit = draw_visit (world);
  g_autoptr(FoyerBooking) booking = NULL;

  if (visit == NULL)
    return;
  booking = foyer_profile_set_state (world->profile, visit->id, state);
  if (booking == NULL)
    {
      g_clear_error (&world->profile->error);
      return;
    }
  remember (world);
  visit->state = state;
  if (state == FOYER_STATE_CANCELLED)
    give_back (&world->book, visit);
  else
    pay (&world->book, visit, -1);
  assert_answer (booking, visit);
}

static void
pay_with_pass (World *world)
{
  Book *book = &world->book;
  Visit *visit = draw_visit (world);
  int only = book->n_passes > 0 && draw (world, 3) == 0 ? draw (world, book->n_passes) : -1;
  g_autoptr(FoyerBooking) booking = NULL;
  Book old = *book;
  int n;

  if (visit == NULL)
    return;
  booking = foyer_profile_pay (world->profile, visit->id, only >= 0 ? book->passes[only].id : NULL);
  n = get_due (visit) > 0 ? pay (book, visit, only) : 0;
  g_assert_true ((booking != NULL) == (n > 0));
  if (booking == NULL)
    {
      g_assert_true (world->profile->error->domain == FOYER_ERROR);
      g_clear_error (&world->profile->error);
      return;
    }
  assert_answer (booking, visit);
  g_ptr_array_add (world->before, g_memdup2 (&old, sizeof old));
}

static void
return_to_pass (World *world)
{
  Visit *visit = draw_visit (world);
  g_autoptr(FoyerBooking) booking = NULL;

  if (visit == NULL)
    return;
  booking = foyer_profile_return (world->profile, visit->id);
  g_assert_true ((booking != NULL) == (count_paid (visit) > 0));
  g_clear_error (&world->profile->error);
  if (booking == NULL)
    return;
  remember (world);
  give_back (&world->book, visit);
  assert_answer (booking, visit);
}

static void
end_pass (World *world)
{
  Pass *pass = world->book.n_passes > 0 ? &world->book.passes[draw (world, world->book.n_passes)] : NULL;
  g_autoptr(FoyerPass) ended = NULL;

  if (pass == NULL || draw (world, 4) > 0)
    return;
  ended = foyer_profile_end_pass (world->profile, pass->id);
  g_assert_true ((ended != NULL) == !pass->ended);
  g_clear_error (&world->profile->error);
  if (ended == NULL)
    return;
  remember (world);
  pass->ended = TRUE;
}

static void
undo (World *world)
{
  g_autofree char *verb = NULL;
  g_autofree Book *before = NULL;

  if (world->before->len == 0)
    return;
  verb = foyer_profile_undo (world->profile, 0);
  g_assert_no_error (world->profile->error);
  before = g_ptr_array_steal_index (world->before, world->before->len - 1);
  world->book = *before;
  look_at_clock (world);
}

static void
next_day (World *world)
{
  world->profile->now += DAY_MS;
  look_at_clock (world);
}

static void
wait_for_hours (World *world)
{
  world->profile->now += draw (world, 8) * HOUR_MS;
  look_at_clock (world);
}

/* ---- both books ---- */

static void
assert_passes (World *world)
{
  Book *book = &world->book;

  for (int person = 0; person < N_PEOPLE; person++)
    {
      g_autoptr(GPtrArray) passes = foyer_profile_passes (world->profile, world->people[person]);
      guint n = 0;

      for (int i = 0; i < book->n_passes; i++)
        {
          const Pass *pass = &book->passes[i];

          if (pass->person != person || pass->ended)
            continue;
          n++;
          for (guint j = 0; j < passes->len; j++)
            {
              const FoyerPass *other = passes->pdata[j];

              if (g_str_equal (other->id, pass->id))
                g_assert_cmpint (other->n_used, ==, pass->used);
            }
        }
      g_assert_cmpuint (passes->len, ==, n);
    }
}

static guint
count_visits (const Book        *book,
              int                space,
              FoyerDay           day,
              FoyerBookingState  state)
{
  guint n = 0;

  for (int i = 0; i < book->n_visits; i++)
    n += book->visits[i].space == space && book->visits[i].day == day && book->visits[i].state == state;

  return n;
}

/* Who came and did not leave, each once. */
static guint
count_inside (const Book *book,
              int         space)
{
  gboolean is_inside[N_PEOPLE] = { FALSE };
  guint n = 0;

  for (int i = 0; i < book->n_visits; i++)
    if (book->visits[i].space == space && book->visits[i].state == FOYER_STATE_CHECKED_IN)
      is_inside[book->visits[i].person] = TRUE;
  for (int i = 0; i < N_PEOPLE; i++)
    n += is_inside[i];

  return n;
}

/* Who is here is who came and did not leave. */
static void
assert_visits (World *world)
{
  for (int space = 0; space < N_SPACES; space++)
    {
      g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (world->profile, world->spaces[space], FOYER_DAY_NONE);
      g_autoptr(GPtrArray) called = foyer_profile_roll_call (world->profile, world->spaces[space]);
      GPtrArray *lists[] = { sheet->here, sheet->left };
      g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (called->len, ==, count_inside (&world->book, space));
      g_assert_cmpuint (sheet->here->len, ==, count_visits (&world->book, space, world->today[space], FOYER_STATE_CHECKED_IN));
      g_assert_cmpuint (sheet->left->len, ==, count_visits (&world->book, space, world->today[space], FOYER_STATE_CHECKED_OUT));
      for (guint i = 0; i < sheet->here->len; i++)
        g_assert_true (g_hash_table_add (people, ((FoyerBooking *) sheet->here->pdata[i])->person_id));

      for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
          {
            const FoyerBooking *booking = lists[i]->pdata[j];

            assert_answer (booking, find_visit (world, booking->id));
          }
    }
}

static char *
add_space (World      *world,
           const char *zone)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->name, zone);
  g_set_str (&space->tz, zone);
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 3;
  saved = foyer_profile_save_space (world->profile, space);
  g_assert_no_error (world->profile->error);

  return g_strdup (saved->id);
}

static void
live (guint64 seed,
      int     n)
{
  static void (* const acts[]) (World *) = {
    sell, book_seats, book_seats, book_seats, check_in, check_in, check_in, check_out, check_out, pay_with_pass,
    pay_with_pass, return_to_pass, end_pass, undo, undo, next_day, wait_for_hours,
  };
  World world = { .profile = foyer_profile_new (FIRST_MORNING), .random = foyer_random_new_seeded (seed) };
  g_autoptr(GPtrArray) problems = NULL;

  world.before = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < N_SPACES; i++)
    {
      world.spaces[i] = add_space (&world, zones[i]);
      g_assert_true (foyer_profile_set_week (world.profile, world.spaces[i], "Mon-Sun 09:00-18:00", NULL));
    }
  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %c", 'A' + i);

      world.people[i] = foyer_profile_add_member (world.profile, name);
    }

  look_at_clock (&world);
  for (int i = 0; i < n; i++)
    {
      int act = draw (&world, G_N_ELEMENTS (acts) + 2);

      world.profile->now += 1000;
      look_at_clock (&world);
      g_test_message ("seed %" G_GUINT64_FORMAT ", act %d: %d", seed, i, act);
      if (act < (int) G_N_ELEMENTS (acts))
        acts[act] (&world);
      else
        set_state (&world, act == G_N_ELEMENTS (acts) ? FOYER_STATE_CANCELLED : FOYER_STATE_NO_SHOW);
      assert_passes (&world);
      if (i % 7 == 0 || (act < (int) G_N_ELEMENTS (acts) && acts[act] == undo))
        assert_visits (&world);
    }
  problems = foyer_profile_check (world.profile);
  g_assert_cmpuint (problems->len, ==, 0);

  for (int i = 0; i < N_SPACES; i++)
    g_free (world.spaces[i]);
  for (int i = 0; i < N_PEOPLE; i++)
    g_free (world.people[i]);
  g_ptr_array_unref (world.before);
  foyer_random_unref (world.random);
  foyer_profile_free (world.profile);
}

static void
test_conserved (void)
{
  const char *seed = g_getenv ("FOYER_SEED");
  const char *operations = g_getenv ("FOYER_OPERATIONS");
  int n = operations != NULL ? (int) g_ascii_strtoll (operations, NULL, 10) : OPERATIONS;

  if (seed != NULL)
    {
      live (g_ascii_strtoull (seed, NULL, 10), n);
      return;
    }
  for (guint64 i = 1; i <= 3; i++)
    live (i, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/passes-random/conserved", test_conserved);

  return g_test_run ();
}
