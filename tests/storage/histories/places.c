/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "history-private.h"

/* What a host says about a place: whether it takes anybody, what it costs and why, its desks. */

FoyerSpace *
get_space (History *self,
           int      i)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) spaces = NULL;

  foyer_store_list_spaces_async (self->profile->store, NULL, answer_cb, &result);
  await (&result);
  spaces = foyer_store_list_spaces_finish (self->profile->store, result, &self->profile->error);
  g_assert_no_error (self->profile->error);
  for (guint j = 0; j < spaces->len; j++)
    if (g_str_equal (((FoyerSpace *) spaces->pdata[j])->id, space_at (self, i)->uid))
      return foyer_space_copy (spaces->pdata[j]);

  g_assert_not_reached ();
}

const char *
check_place (History *self,
             Book    *want,
             int      i)
{
  const BookSpace *old = space_at (self, i);
  const BookSpace *new = &g_array_index (want->spaces, BookSpace, i);

  if (new->n_desks > new->seats)
    return "invalid";
  if (old->archived)
    return "bad-state";
  if (memcmp (old, new, sizeof *old) != 0 && model_lost_pin (want, new, self->clocks[i].today))
    return "has-bookings";

  return settle_openings (self, want, "");
}

/* A place that takes nobody does so again before long. */
const char *
act_archive (History *self,
             Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  gboolean cancel = !chance (self, 3);
  const char *answer = "";

  for (int j = 0; j < N_SPACES && !chance (self, 6); j++)
    if (space_at (self, j)->archived)
      i = j;
  if (space_at (self, i)->archived && !chance (self, 6))
    {
      say (self, "take up %d", i);
      foyer_profile_take_up (self->profile, space_at (self, i)->uid);
      book_get_space (want, space_at (self, i)->id)->archived = FALSE;
      return settle_openings (self, want, "");
    }
  say (self, "archive %d, cancel %d", i, cancel);
  if (space_at (self, i)->archived)
    answer = "bad-state";
  else
    answer = model_archive (want, self->clocks[i], space_at (self, i)->id, cancel);
  foyer_profile_archive (self->profile, space_at (self, i)->uid, cancel, NULL);

  return answer;
}

const char *
act_facts (History *self,
           Book    *want)
{
  static const char * const labels[] = { "Chauffage", "Coffee, cake", "'; DROP", "%s" };
  int i = pick (self, 0, N_SPACES);
  BookSpace *wanted = &g_array_index (want->spaces, BookSpace, i);
  g_autoptr(FoyerSpace) space = get_space (self, i);
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(GString) shares = g_string_new (NULL);
  int sum = 0;

  g_array_set_size (space->shares, 0);
  for (int n = pick (self, 0, 4); n > 0; n--)
    {
      int minor = pick (self, 0, 450);
      const char *label = labels[pick (self, 0, G_N_ELEMENTS (labels))];

      foyer_share_list_add (space->shares, label, minor);
      g_string_append_printf (shares, "%s%d %s", shares->len > 0 ? "\n" : "", minor, label);
      sum += minor;
    }
  memset (wanted->shares, 0, sizeof wanted->shares);
  g_strlcpy (wanted->shares, shares->str, sizeof wanted->shares);
  memset (wanted->note, 0, sizeof wanted->note);
  g_snprintf (wanted->note, sizeof wanted->note, "Ring %d times", pick (self, 1, 4));
  g_set_str (&space->note, wanted->note);
  say (self, "facts of %d: %s", i, shares->str);
  saved = foyer_profile_save_space (self->profile, space);

  return sum > 1000 ? "invalid" : check_place (self, want, i);
}

/* Desks come, go, change their places and their names. */
const char *
act_names (History *self,
           Book    *want)
{
  static const char * const names[] = { "Window", "Stand", "Lamp", "Piano", "Desk 4", "Garden", "Door" };
  int i = pick (self, 0, N_SPACES);
  const BookSpace *old = space_at (self, i);
  BookSpace *wanted = &g_array_index (want->spaces, BookSpace, i);
  g_autoptr(FoyerSpace) space = get_space (self, i);
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(GString) said = g_string_new (NULL);
  int last = old->last_key;
  int at = pick (self, 0, G_N_ELEMENTS (names));

  for (int j = 0; j < old->n_desks; j++)
    last = MAX (last, old->desks[j].key);
  memset (wanted->desks, 0, sizeof wanted->desks);
  g_array_set_size (space->desks, 0);
  wanted->n_desks = chance (self, 3) ? pick (self, 0, BOOK_DESKS + 1) : MIN (BOOK_DESKS, wanted->seats);
  for (int j = 0; j < wanted->n_desks; j++)
    {
      const char *name = names[(at + j) % (int) G_N_ELEMENTS (names)];
      int key = model_find_desk (old, name);

      foyer_space_add_desk (space, key, name);
      wanted->desks[j].key = key != 0 ? key : ++last;
      g_strlcpy (wanted->desks[j].name, name, sizeof wanted->desks[j].name);
      g_string_append_printf (said, " %s", name);
    }
  say (self, "desks of %d:%s", i, said->str);
  saved = foyer_profile_save_space (self->profile, space);

  return check_place (self, want, i);
}

const char *
act_publish (History *self,
             Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  BookPublication *wanted = NULL;
  gboolean ends = chance (self, 3);
  gboolean was_ended;

  for (guint j = 0; j < want->publications->len; j++)
    if (g_array_index (want->publications, BookPublication, j).space == space_at (self, i)->id)
      wanted = &g_array_index (want->publications, BookPublication, j);
  g_assert_nonnull (wanted);
  say (self, "%s %d", ends ? "unpublish" : "publish", i);
  was_ended = wanted->ended;
  wanted->ended = ends;
  if (ends)
    foyer_profile_unpublish (self->profile, space_at (self, i)->uid, ORIGIN);
  else
    foyer_profile_publish (self->profile, space_at (self, i)->uid, ORIGIN);
  if (space_at (self, i)->archived)
    return "bad-state";

  return ends && was_ended ? "not-found" : "";
}

/* ---- who sits where ---- */

static char *
look_at_half (const BookSpace *space,
              GPtrArray       *bookings,
              FoyerPart        half,
              int              n_held)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];
      char **desks = half == FOYER_PART_AM ? booking->am_desks : booking->pm_desks;

      if (!(booking->part & half))
        continue;
      if (desks == NULL || (int) g_strv_length (desks) != booking->seats)
        return g_strdup_printf ("%s is told of other desks than seats", booking->name);
      if (booking->desk_pinned && !g_str_equal (desks[0], booking->desk_wish))
        return g_strdup_printf ("%s was moved from %s to %s", booking->name, booking->desk_wish, desks[0]);
      for (int j = 0; j < booking->seats; j++)
        {
          if (*desks[j] == '\0' && space->n_desks >= MAX (space->seats, n_held))
            return g_strdup_printf ("%s has no desk, though there are enough", booking->name);
          if (*desks[j] != '\0' && (model_find_desk (space, desks[j]) == 0 || !g_hash_table_add (taken, desks[j])))
            return g_strdup_printf ("two sit at %s, or it is none", desks[j]);
        }
    }

  return NULL;
}

char *
look_at_desks (History *self)
{
  int i = pick (self, 0, N_SPACES);
  const BookSpace *space = space_at (self, i);
  int day = self->clocks[i].today + pick (self, 0, 5);
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(GPtrArray) bookings = g_ptr_array_new ();
  const int n_held = MAX (model_held (self->book, space->id, day, 1), model_held (self->book, space->id, day, 2));
  char *problem;

  if (space->n_desks == 0)
    return NULL;
  sheet = foyer_profile_sheet (self->profile, space->uid, foyer_day_of (day));
  g_assert_no_error (self->profile->error);
  g_ptr_array_extend (bookings, sheet->expected, NULL, NULL);
  g_ptr_array_extend (bookings, sheet->here, NULL, NULL);
  g_ptr_array_extend (bookings, sheet->left, NULL, NULL);
  problem = look_at_half (space, bookings, FOYER_PART_AM, n_held);
  if (problem == NULL)
    problem = look_at_half (space, bookings, FOYER_PART_PM, n_held);

  return problem;
}
