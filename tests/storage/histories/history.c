/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db-private.h"
#include "storage/foyer-store-private.h"
#include "history-private.h"

#define N_MEMBERS 8
#define KEPT_DAYS 100                    /* of the past; acts reach back a few days, undo thirty more */
#define N_ACTS_KEPT 60

static void
act_free (Act *self)
{
  g_ptr_array_unref (self->changes);
  book_free (self->before);
  g_free (self);
}

int
pick (History *self,
      int      begin,
      int      end)
{
  return g_rand_int_range (self->rand, begin, end);
}

gboolean
chance (History *self,
        int      of)
{
  return pick (self, 0, of) == 0;
}

/* ---- the file ---- */

typedef struct {
  int         first;
  const char *sql;               /* (nullable): to be run instead */
} ReadArgs;

static gpointer
read_job (FoyerDb       *db,
          gpointer       args,
          GCancellable  *cancellable,
          GError       **error)
{
  const ReadArgs *read = args;

  if (read->sql == NULL)
    return book_read (db->handle, read->first);
  if (sqlite3_exec (db->handle, read->sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", read->sql, sqlite3_errmsg (db->handle));

  return g_strdup ("");
}

void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
run_on_file (History    *self,
             int         first,
             const char *sql)
{
  ReadArgs args = { first, sql };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_run (self->profile->store, FOYER_PRIORITY_DESK, run_on_file, read_job, &args, NULL,
                   sql != NULL ? g_free : (GDestroyNotify) book_free, NULL, answer_cb, &result);
  await (&result);

  return foyer_store_run_finish (self->profile->store, result, NULL);
}

Book *
read_book (History *self)
{
  return run_on_file (self, self->clocks[0].today - KEPT_DAYS, NULL);
}

/* Faults are planted in this connection alone; nobody cuts the power here. */
static void
open_file (History *self)
{
  g_free (run_on_file (self, 0, "PRAGMA synchronous = OFF"));
  if (self->fault != NULL)
    g_free (run_on_file (self, 0, self->fault));
}

const char *
get_refusal (History *self)
{
  const GError *error = self->profile->error;

  if (error == NULL)
    return "";

  return error->domain == FOYER_ERROR ? foyer_error_get_name ((FoyerError) error->code) : "no refusal, but an error";
}

/* ---- time ---- */

static void
look_at_clock (History *self)
{
  for (int i = 0; i < N_SPACES; i++)
    {
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (self->profile->now / 1000);
      g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, self->zones[i]);
      int hour = g_date_time_get_hour (local);

      self->clocks[i].today = model_day_at (self->zones[i], self->profile->now);
      self->clocks[i].now = self->profile->now;
      self->clocks[i].zone = self->zones[i];
      self->clocks[i].minute = hour < 3 ? 1439 : hour * 60 + g_date_time_get_minute (local);
    }
}

FoyerDay
foyer_day_of (int day)
{
  g_autofree char *text = NULL;

  if (day == 0)
    return FOYER_DAY_NONE;
  text = book_day_text (day);

  return foyer_day (text);
}

void
say (History    *self,
     const char *format,
     ...)
{
  va_list args;

  g_free (self->said);
  va_start (args, format);
  self->said = g_strdup_vprintf (format, args);
  va_end (args);
}

const BookSpace *
space_at (History *self,
          int      i)
{
  return &g_array_index (self->book->spaces, BookSpace, i);
}

char *
new_name (History *self)
{
  return g_strdup_printf ("Gäst %c%c %u", 'A' + pick (self, 0, 26), 'a' + pick (self, 0, 26), ++self->n_names);
}

int
pick_day (History *self,
          int      space)
{
  int today = self->clocks[space].today;

  if (chance (self, 60))
    return today + pick (self, -3, 0);
  if (chance (self, 60))
    return today + MODEL_AHEAD + pick (self, -2, 3);

  return today + (chance (self, 8) ? pick (self, 0, 420) : pick (self, 0, 25));
}

/* ---- a history ---- */

/* What was done is kept for an undo; what nobody did cannot be undone, but stands above what was. */
static void
keep_act (History   *self,
          GPtrArray *changes)            /* (transfer full) */
{
  Act act = { self->is_news ? 0 : self->profile->op, self->profile->now, FALSE, changes, g_steal_pointer (&self->book) };

  if (changes->len == 0)
    {
      g_ptr_array_unref (changes);
      book_free (act.before);
      return;
    }
  g_ptr_array_add (self->acts, g_memdup2 (&act, sizeof act));
  if (self->acts->len > N_ACTS_KEPT)
    g_ptr_array_remove_index (self->acts, 0);
}

static char *
do_one (History *self,
        ActFunc  func)
{
  FoyerProfile *profile = self->profile;
  g_autoptr(Book) want = book_copy (self->book);
  g_autoptr(Book) after = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  const char *wanted, *got;
  char *problem;

  profile->op = 0;
  self->is_news = FALSE;
  wanted = func (self, want);
  if (wanted == NULL)
    return NULL;
  got = get_refusal (self);
  if (g_str_equal (wanted, "preview") && *got == '\0')
    wanted = got = "preview";
  if (!g_str_equal (wanted, got))
    return g_strdup_printf ("wanted “%s”, got “%s”%s%s", wanted, got, profile->error != NULL ? ": " : "",
                            profile->error != NULL ? profile->error->message : "");
  g_clear_error (&profile->error);
  if (*wanted == '\0')
    model_settle (want, self->book, self->clocks, NULL);

  after = read_book (self);
  changes = list_changes (self->book, after);
  problem = book_compare (*wanted == '\0' ? want : self->book, after);
  if (problem != NULL)
    return problem;
  if (*got == '\0' && !self->is_news && (profile->op != 0) != (changes->len > 0))
    return g_strdup_printf ("act %" G_GINT64_FORMAT " changed %u rows", profile->op, changes->len);
  if (*got != '\0' && changes->len > 0)
    return g_strdup ("what was refused or only looked at changed something");

  keep_act (self, g_steal_pointer (&changes));
  self->book = g_steal_pointer (&after);

  return NULL;
}

/* Time goes on, over midnights and nights in which clocks change. */
static char *
wait_a_while (History *self)
{
  g_autoptr(Book) before = g_steal_pointer (&self->book);
  g_autoptr(Book) want = NULL;
  g_autoptr(Book) after = NULL;
  char *problem;

  self->profile->now += chance (self, 2) ? pick (self, 1, 600) * 60000 : (gint64) pick (self, 1, 72) * 3600000;
  look_at_clock (self);
  say (self, "time goes on");
  self->book = read_book (self);
  model_close (before, self->clocks);
  /* What happened long ago has gone out of sight, and who was forgotten has left; nothing else. */
  for (guint i = 0; i < self->book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (self->book->seats, BookSeat, i);
      const BookSeat *was = book_find_seat (before, seat->uid);

      if (was == NULL || !g_str_equal (was->state, seat->state) || was->forgotten != seat->forgotten)
        return g_strdup ("a booking changed by itself");
    }

  want = book_copy (self->book);
  model_time (want, self->clocks);
  if (chance (self, 6))
    {
      g_assert_true (foyer_profile_close (self->profile));
      g_assert_true (foyer_profile_open (self->profile));
      open_file (self);
    }
  foyer_profile_time (self->profile);
  after = read_book (self);
  problem = book_compare (want, after);
  self->is_news = TRUE;
  keep_act (self, list_changes (self->book, after));
  self->book = g_steal_pointer (&after);

  return problem;
}

/* What the facade says of some days is what the model says of them. */
static char *
look_at_days (History *self)
{
  int i = pick (self, 0, N_SPACES);
  const BookSpace *space = space_at (self, i);
  int first = self->clocks[i].today + (chance (self, 4) ? pick (self, 0, 1500) : 0);
  g_autoptr(GArray) days = foyer_profile_availability (self->profile, space->uid, foyer_day_of (first), 30);

  g_assert_no_error (self->profile->error);
  for (guint j = 0; j < days->len; j++)
    {
      const FoyerAvailability *got = &g_array_index (days, FoyerAvailability, j);
      int day = first + (int) j;
      BookSlot plan = model_plan (self->book, space, day);

      if (got->day != foyer_day_of (day) || got->open != (plan.am > 0 || plan.pm > 0) || got->am_seats != plan.am
          || got->pm_seats != plan.pm || got->am_held != model_held (self->book, space->id, day, 1)
          || got->pm_held != model_held (self->book, space->id, day, 2)
          || got->am_kept != model_kept (self->book, space->id, day, 1)
          || got->pm_kept != model_kept (self->book, space->id, day, 2)
          || got->am_shut != plan.am_shut || got->pm_shut != plan.pm_shut
          || (got->holiday != FOYER_HOLIDAY_NONE) != model_is_holiday (space, day))
        return g_strdup_printf ("day %d of space %d is shown wrongly", day, i);
    }

  return NULL;
}

/* What happens, and how often in a hundred and twenty. */
static const struct {
  int      often;
  ActFunc  func;
  gboolean with_strangers;
} habits[] = {
  { 3, act_week }, { 3, act_sentence }, { 3, act_space }, { 10, act_days }, { 17, act_book }, { 6, act_series },
  { 8, act_series_edit }, { 16, act_desk }, { 8, act_wait }, { 6, act_waiter }, { 2, act_calendar }, { 3, act_reading },
  { 1, act_archive }, { 1, act_facts }, { 2, act_names }, { 4, act_wish }, { 1, act_publish },
  { 5, act_request, TRUE }, { 4, act_answer, TRUE }, { 1, act_withdrawal, TRUE }, { 1, act_letters, TRUE },
};

static char *
do_something (History *self)
{
  const gboolean strangers = g_getenv ("FOYER_STRANGERS") != NULL;
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    n += strangers || !habits[i].with_strangers ? habits[i].often : 0;
  n = pick (self, 0, n);
  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    if ((strangers || !habits[i].with_strangers) && (n -= habits[i].often) < 0)
      return do_one (self, habits[i].func);

  g_assert_not_reached ();
}

static char *
live_one (History *self)
{
  int act = pick (self, 0, 100);
  char *problem;

  if (act < 6)
    problem = wait_a_while (self);
  else if (act < 22)
    problem = undo_one (self);
  else
    problem = do_something (self);
  if (problem == NULL)
    problem = model_check (self->book, self->clocks);
  if (problem == NULL && chance (self, 20))
    problem = look_at_days (self);
  if (problem == NULL && chance (self, 6))
    problem = look_at_desks (self);

  return problem;
}

/* Returns: the id of the listing */
static char *
publish (History    *self,
         const char *space)
{
  g_autoptr(GPtrArray) publications = NULL;

  g_assert_true (foyer_profile_publish (self->profile, space, ORIGIN));
  publications = foyer_profile_publications (self->profile);
  for (guint i = 0; i < publications->len; i++)
    {
      const FoyerPublication *publication = publications->pdata[i];

      if (g_str_equal (publication->space_id, space))
        return g_strdup (publication->listing);
    }

  g_assert_not_reached ();
}

static void
found (History *self)
{
  static const struct { const char *name, *tz, *postcode; } places[N_SPACES] = {
    { "Chez nous", "Europe/Paris", "69003" },
    { "Strasbourg", "Europe/Paris", "67000" },
    { "The Loft", "America/New_York", "" },
  };

  for (int i = 0; i < N_SPACES; i++)
    {
      g_autoptr(FoyerSpace) space = foyer_space_new ();
      g_autoptr(FoyerSpace) saved = NULL;

      g_set_str (&space->name, places[i].name);
      g_set_str (&space->tz, places[i].tz);
      g_set_str (&space->postcode, places[i].postcode);
      space->kind = FOYER_SPACE_COWORKING;
      space->seats = 4;
      space->price_minor = 1000;
      space->has_point = TRUE;
      space->lat_e6 = 45759000;
      space->lon_e6 = 4853000;
      saved = foyer_profile_save_space (self->profile, space);
      g_assert_no_error (self->profile->error);
      g_assert_true (foyer_profile_set_week (self->profile, saved->id, "Mon-Fri 09:00-18:00", NULL));
      self->listings[i] = publish (self, saved->id);
      self->zones[i] = g_time_zone_new_identifier (places[i].tz);
    }
  for (int i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *name = new_name (self);

      g_free (foyer_profile_add_member (self->profile, name));
    }
  look_at_clock (self);
  open_file (self);
  self->book = read_book (self);
}

char *
history_live (guint32     seed,
              int         n_acts,
              const char *fault)
{
  static const char * const beginnings[] = {
    "2026-11-26T09:00:00+01:00", "2027-03-27T22:00:00+01:00", "2027-10-30T23:30:00+02:00", "2026-12-31T23:30:00+01:00",
    "2028-02-28T18:00:00+01:00", "2027-05-04T08:00:00+02:00",
  };
  History self = { .rand = g_rand_new_with_seed (seed), .fault = fault,
                   .acts = g_ptr_array_new_with_free_func ((GDestroyNotify) act_free),
                   .silent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  char *problem = NULL;

  self.profile = foyer_profile_new (beginnings[seed % G_N_ELEMENTS (beginnings)]);
  found (&self);
  for (int i = 0; i < n_acts && problem == NULL; i++)
    {
      g_autofree char *what = live_one (&self);

      if (what != NULL)
        problem = g_strdup_printf ("seed %u, act %d (%s): %s", seed, i, self.said, what);
    }

  g_clear_error (&self.profile->error);
  foyer_profile_free (self.profile);
  g_ptr_array_unref (self.acts);
  g_hash_table_unref (self.silent);
  book_free (self.book);
  for (int i = 0; i < N_SPACES; i++)
    {
      g_time_zone_unref (self.zones[i]);
      g_free (self.listings[i]);
    }
  g_rand_free (self.rand);
  g_free (self.said);

  return problem;
}
