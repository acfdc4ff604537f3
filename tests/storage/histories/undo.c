/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "history-private.h"

#define JOURNAL_MS (G_GINT64_CONSTANT (30) * 86400 * 1000)

static void
change_free (Change *self)
{
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

GPtrArray *
list_changes (const Book *before,
              const Book *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, before->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *now = g_hash_table_lookup (after->rows, key);

      if (g_strcmp0 (now, value) != 0)
        {
          Change change = { g_strdup (key), g_strdup (value), g_strdup (now) };

          g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
        }
    }
  g_hash_table_iter_init (&iter, after->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (before->rows, key))
      {
        Change change = { g_strdup (key), NULL, g_strdup (value) };

        g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
      }

  return changes;
}

/* What follows from an undo is the model's to say: the waiting list, who left before, and who is
 * there again on a day that is over. */
static gboolean
is_left_to_model (const char *key,
                  const Book *before,
                  const Book *after)
{
  gint64 id = g_str_has_prefix (key, "booking ") ? g_ascii_strtoll (key + strlen ("booking "), NULL, 10) : 0;
  const BookRequest *request = id != 0 ? book_get_request (before, id) : NULL;
  const BookSeat *seat = id != 0 ? book_get_seat (after, id) : NULL;

  return g_str_has_prefix (key, "waiting ") || (request != NULL && request->left) || (seat != NULL && seat->forgotten);
}

static guint
count_changes (GPtrArray  *changes,
               const Book *before,
               const Book *after)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += !is_left_to_model (((Change *) changes->pdata[i])->key, before, after);

  return n;
}

/* Every row as it was before the act, and every other as it is. */
static char *
check_undone (const Act  *act,
              const Book *before,
              const Book *after)
{
  g_autoptr(GPtrArray) changes = list_changes (before, after);
  guint n = 0;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      const char *now = g_hash_table_lookup (after->rows, change->key);

      if (is_left_to_model (change->key, before, after))
        continue;
      if (g_strcmp0 (now, change->before) != 0)
        return g_strdup_printf ("undo left %s as %s, it was %s", change->key, now, change->before);
      n += g_strcmp0 (now, g_hash_table_lookup (before->rows, change->key)) != 0;
    }
  if (count_changes (changes, before, after) != n)
    return g_strdup_printf ("undo changed %u rows, not %u", count_changes (changes, before, after), n);

  return NULL;
}

/* Puts the rows of an array that @act changed as they were, but for those that have gone out of
 * sight since. */
static void
take_back_rows (const Act  *act,
                const Book *now,
                const char *table,
                GArray     *rows,
                GArray     *were)
{
  gsize size = g_array_get_element_size (rows);

  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id;
      guint at;

      if (!g_str_has_prefix (change->key, table) || change->key[strlen (table)] != ' '
          || (change->after != NULL && !g_hash_table_contains (now->rows, change->key)))
        continue;
      id = g_ascii_strtoll (change->key + strlen (table) + 1, NULL, 10);
      for (at = 0; at < rows->len && *(gint64 *) (rows->data + at * size) < id; at++)
        ;
      if (at < rows->len && *(gint64 *) (rows->data + at * size) == id)
        g_array_remove_index (rows, at);
      for (guint j = 0; j < were->len; j++)
        if (*(gint64 *) (were->data + j * size) == id)
          g_array_insert_vals (rows, at, were->data + j * size, 1);
    }
}

/* Which row of a table a change is about; 0 for one of another. */
static gint64
get_row (const Change *change,
         const char   *table)
{
  const gsize length = strlen (table);

  return g_str_has_prefix (change->key, table) && change->key[length] == ' '
           ? g_ascii_strtoll (change->key + length + 1, NULL, 10) : 0;
}

static gboolean
touches (const Act  *act,
         const char *table)
{
  for (guint i = 0; i < act->changes->len; i++)
    if (get_row (act->changes->pdata[i], table) != 0)
      return TRUE;

  return FALSE;
}

static BookWaiter *
get_waiter (const Book *book,
            gint64      id)
{
  for (guint i = 0; i < book->waiters->len; i++)
    if (g_array_index (book->waiters, BookWaiter, i).id == id)
      return &g_array_index (book->waiters, BookWaiter, i);

  return NULL;
}

/* Everything but who waits, whose offers give way to who comes back. */
static void
take_back (const Act  *act,
           const Book *now,
           Book       *want)
{
  take_back_rows (act, now, "space", want->spaces, act->before->spaces);
  take_back_rows (act, now, "opening_rule", want->rules, act->before->rules);
  take_back_rows (act, now, "day_exception", want->entries, act->before->entries);
  take_back_rows (act, now, "calendar", want->calendars, act->before->calendars);
  take_back_rows (act, now, "booking", want->seats, act->before->seats);
  take_back_rows (act, now, "series", want->series, act->before->series);
  take_back_rows (act, now, "series_away", want->away, act->before->away);
  take_back_rows (act, now, "desk_wish", want->wishes, act->before->wishes);
  take_back_rows (act, now, "publication", want->publications, act->before->publications);
  for (guint i = want->wishes->len; i > 0; i--)
    if (book_get_seat (want, g_array_index (want->wishes, BookWish, i - 1).id) == NULL)
      g_array_remove_index (want->wishes, i - 1);

  for (guint i = 0; i < act->changes->len; i++)
    {
      gint64 id = get_row (act->changes->pdata[i], "booking");
      const BookSeat *was = id != 0 ? book_get_seat (now, id) : NULL;
      BookSeat *seat = id != 0 ? book_get_seat (want, id) : NULL;
      const BookRequest *request = id != 0 ? book_get_request (now, id) : NULL;
      BookWaiter *waiter = get_waiter (want, get_row (act->changes->pdata[i], "waiting"));

      if (was != NULL && seat != NULL && request != NULL && request->left
          && (g_str_equal (was->state, "checked-in") || g_str_equal (was->state, "checked-out"))
          && g_str_equal (seat->state, "confirmed"))
        g_strlcpy (seat->state, "cancelled", sizeof seat->state);
      if (waiter == NULL || !g_str_equal (waiter->state, "offered"))
        continue;
      g_strlcpy (waiter->state, "waiting", sizeof waiter->state);
      waiter->until = 0;
    }
}

static GHashTable *
list_looks (const Act  *act,
            const Book *now)
{
  GHashTable *looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < act->changes->len; i++)
    {
      gint64 id = get_row (act->changes->pdata[i], "booking");
      const BookSeat *seat = id != 0 ? book_get_seat (now, id) : NULL;
      const BookWaiter *waiter = get_waiter (now, get_row (act->changes->pdata[i], "waiting"));

      if (seat != NULL)
        g_hash_table_add (looks, g_strdup_printf ("%" G_GINT64_FORMAT " %d", seat->space, seat->day));
      if (waiter != NULL)
        g_hash_table_add (looks, g_strdup_printf ("%" G_GINT64_FORMAT " %d", waiter->space, waiter->day));
    }

  return looks;
}

/* A later act that still holds changed a row of this one. */
static gboolean
is_covered (History *self,
            guint    index)
{
  const Act *act = self->acts->pdata[index];

  for (guint i = index + 1; i < self->acts->len; i++)
    {
      const Act *later = self->acts->pdata[i];

      for (guint j = 0; j < later->changes->len && !later->undone; j++)
        for (guint k = 0; k < act->changes->len; k++)
          if (g_str_equal (((Change *) later->changes->pdata[j])->key, ((Change *) act->changes->pdata[k])->key))
            return TRUE;
    }

  return FALSE;
}

static gboolean
leaves_somebody_nameless (const Act  *act,
                          const Book *want)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id = g_str_has_prefix (change->key, "person ") ? g_ascii_strtoll (change->key + 7, NULL, 10) : 0;

      for (guint j = 0; j < want->seats->len && id != 0 && change->before == NULL; j++)
        if (g_array_index (want->seats, BookSeat, j).person == id)
          return TRUE;
      for (guint j = 0; j < want->waiters->len && id != 0 && change->before == NULL; j++)
        if (g_array_index (want->waiters, BookWaiter, j).person == id
            && (g_str_equal (g_array_index (want->waiters, BookWaiter, j).state, "waiting")
                || g_str_equal (g_array_index (want->waiters, BookWaiter, j).state, "offered")))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_archived (const Book *book,
             gint64      space)
{
  return book_get_space (book, space)->archived;
}

/* A place takes nobody any more, and nobody comes back into it. */
static gboolean
meets_archive (const Act  *act,
               const Book *now,
               const Book *want)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id = get_row (change, "booking");
      const BookSeat *was = id != 0 ? book_get_seat (now, id) : NULL;
      const BookSeat *seat = id != 0 ? book_get_seat (want, id) : NULL;
      const BookWaiter *waiter = get_waiter (act->before, get_row (change, "waiting"));
      const BookSpace *space = (id = get_row (change, "space")) != 0 ? book_get_space (want, id) : NULL;

      if (seat != NULL && is_archived (want, seat->space) && model_holds (seat) && (was == NULL || !model_holds (was)))
        return TRUE;
      if (waiter != NULL && is_archived (want, waiter->space)
          && (g_str_equal (waiter->state, "waiting") || g_str_equal (waiter->state, "offered")))
        return TRUE;
      if (space == NULL || !space->archived || book_get_space (now, id)->archived)
        continue;
      for (guint j = 0; j < now->seats->len; j++)
        if (g_array_index (now->seats, BookSeat, j).space == id
            && g_str_equal (g_array_index (now->seats, BookSeat, j).state, "requested"))
          return TRUE;
      for (guint j = 0; j < now->waiters->len; j++)
        if (g_array_index (now->waiters, BookWaiter, j).space == id
            && (g_str_equal (g_array_index (now->waiters, BookWaiter, j).state, "waiting")
                || g_str_equal (g_array_index (now->waiters, BookWaiter, j).state, "offered")))
          return TRUE;
      for (guint j = 0; j < now->publications->len; j++)
        if (g_array_index (now->publications, BookPublication, j).space == id
            && !g_array_index (now->publications, BookPublication, j).ended)
          return TRUE;
    }
  for (guint i = 0; i < want->publications->len; i++)
    {
      const BookPublication *publication = &g_array_index (want->publications, BookPublication, i);

      if (!publication->ended && is_archived (want, publication->space))
        return TRUE;
    }

  return FALSE;
}

/* Somebody outside was told otherwise. */
static gboolean
meets_word (const Act  *act,
            const Book *now,
            const Book *want)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const Change *change = act->changes->pdata[i];
      gint64 id = get_row (change, "booking");
      const BookSeat *seat = id != 0 ? book_get_seat (want, id) : NULL;
      const BookSeat *was = id != 0 ? book_get_seat (now, id) : NULL;
      const BookRequest *request = id != 0 ? book_get_request (now, id) : NULL;

      if (request != NULL && seat != NULL && was != NULL && *request->decided != '\0'
          && (g_str_equal (request->decided, "confirmed")
                ? !model_holds (seat) && !g_str_equal (seat->state, "cancelled") && !g_str_equal (seat->state, "no-show")
                : !g_str_equal (seat->state, was->state)))
        return TRUE;
      id = get_row (change, "publication");
      for (guint j = 0; j < now->publications->len; j++)
        {
          const BookPublication *publication = &g_array_index (now->publications, BookPublication, j);

          if (publication->id == id && !(publication->ended ? publication->may_begin : publication->may_end))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
meets_pin (const Act  *act,
           const Book *want)
{
  for (guint i = 0; i < want->wishes->len; i++)
    {
      const BookWish *wish = &g_array_index (want->wishes, BookWish, i);
      const BookSeat *seat = book_get_seat (want, wish->id);

      if (wish->pinned && seat != NULL && model_holds (seat) && model_desk_taken (want, seat, wish->desk))
        return TRUE;
    }

  return FALSE;
}

/* Why an undo has to be refused, as a mask of what may be answered. */
enum {
  NO_STATE = 1 << 0,
  NO_SEATS = 1 << 1,
  NO_DESK = 1 << 2,
};

static guint
find_reasons (History *self,
              guint    index,
              Book    *want)
{
  const Act *act = self->acts->pdata[index];
  const Book *now = self->book;
  guint reasons = 0;

  take_back (act, now, want);
  model_close (want, self->clocks);
  if (is_covered (self, index) || meets_word (act, now, want) || meets_archive (act, now, want))
    reasons |= NO_STATE;
  if (model_conflicts (now, want, self->clocks))
    reasons |= NO_SEATS;
  if (meets_pin (act, want))
    reasons |= NO_DESK;

  take_back_rows (act, now, "waiting", want->waiters, act->before->waiters);
  for (guint i = 0; i < act->changes->len; i++)
    {
      const BookWaiter *waiter = get_waiter (want, get_row (act->changes->pdata[i], "waiting"));

      if (waiter != NULL && g_str_equal (waiter->state, "offered") && model_offer_fails (want, waiter, self->clocks))
        reasons |= NO_SEATS;
    }
  if (leaves_somebody_nameless (act, want))
    reasons |= NO_STATE;
  for (int i = 0; i < N_SPACES; i++)
    {
      const BookSpace *space = &g_array_index (want->spaces, BookSpace, i);
      gboolean is_about = touches (act, "space") || touches (act, "opening_rule") || touches (act, "day_exception")
                          || touches (act, "calendar");

      /* Who is taken to have left an archived place by mistake is there again, and leaves as before. */
      if (is_about && (model_lost_pin (want, space, self->clocks[i].today)
                       || (space->archived && model_is_expected (want, space->id, self->clocks[i].today))))
        reasons |= NO_SEATS;
    }

  return reasons;
}

static gboolean
is_one_of (const char *refusal,
           guint       reasons)
{
  return (reasons & NO_STATE && g_str_equal (refusal, "bad-state"))
         || (reasons & NO_SEATS && (g_str_equal (refusal, "full") || g_str_equal (refusal, "has-bookings")))
         || (reasons & NO_DESK && g_str_equal (refusal, "desk-taken"));
}

/* (nullable) the act, mostly the last that still holds. */
static Act *
pick_act (History *self,
          guint   *index)
{
  if (self->acts->len == 0)
    return NULL;
  *index = self->acts->len - 1;
  if (chance (self, 3))
    *index = (guint) pick (self, 0, (int) self->acts->len);
  while (*index > 0 && (((Act *) self->acts->pdata[*index])->op == 0 || (!chance (self, 8)
                        && ((Act *) self->acts->pdata[*index])->undone)))
    (*index)--;

  return ((Act *) self->acts->pdata[*index])->op != 0 ? self->acts->pdata[*index] : NULL;
}

char *
undo_one (History *self)
{
  FoyerProfile *profile = self->profile;
  g_autoptr(Book) want = book_copy (self->book);
  g_autoptr(Book) after = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *problem = NULL;
  g_autoptr(GHashTable) looks = NULL;
  const char *refusal;
  guint index, reasons;
  gboolean was_undone;
  Act *act = pick_act (self, &index);

  if (act == NULL)
    return NULL;
  was_undone = act->undone;
  reasons = find_reasons (self, index, want);
  looks = list_looks (act, self->book);
  model_settle (want, self->book, self->clocks, looks);

  say (self, "undo of act %" G_GINT64_FORMAT, act->op);
  verb = foyer_profile_undo (profile, act->op);
  after = read_book (self);
  refusal = get_refusal (self);
  if (*refusal == '\0')
    {
      act->undone = TRUE;
      if (was_undone || reasons != 0)
        return g_strdup_printf ("%s was undone, though it was before %d, or for %x", verb, was_undone, reasons);
      problem = check_undone (act, self->book, after);
      if (problem == NULL)
        problem = book_compare (want, after);
    }
  else if (!(g_str_equal (refusal, "nothing-to-undo") && (was_undone || profile->now - act->at >= JOURNAL_MS))
           && !is_one_of (refusal, reasons))
    {
      problem = g_strdup_printf ("undo was refused without need, for %x: %s", reasons, profile->error->message);
    }
  else
    {
      problem = book_compare (self->book, after);
    }
  g_clear_error (&profile->error);
  book_free (g_steal_pointer (&self->book));
  self->book = g_steal_pointer (&after);

  return g_steal_pointer (&problem);
}
