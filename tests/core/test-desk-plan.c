/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-desk-plan.h"

#include <string.h>

#define AM FOYER_PART_AM
#define PM FOYER_PART_PM
#define DAY FOYER_PART_FULL
#define NONE FOYER_DESK_NONE
#define MAX_CLAIMS 5
#define MAX_TOTAL 6

/* "0" is the first desk, "-" a seat without a name; morning and afternoon of each seat, where booked. */
static char *
draw (const FoyerDeskClaim *claims,
      gsize                 n,
      GArray               *places)
{
  GString *drawn = g_string_new (NULL);
  guint at = 0;

  for (gsize i = 0; i < n; i++)
    for (int seat = 0; seat < claims[i].seats; seat++)
      {
        const FoyerDeskPlace place = g_array_index (places, FoyerDeskPlace, at++);

        if (drawn->len > 0)
          g_string_append_c (drawn, ' ');
        if (claims[i].part & AM)
          g_string_append_c (drawn, place.am == NONE ? '-' : (char) ('0' + place.am));
        if (claims[i].part & PM)
          g_string_append_c (drawn, place.pm == NONE ? '-' : (char) ('0' + place.pm));
      }
  g_assert_cmpuint (at, ==, places->len);

  return g_string_free (drawn, FALSE);
}

static void
test_cases (void)
{
  static const struct {
    const char    *why;
    int            desks, seats;
    FoyerDeskClaim claims[MAX_CLAIMS];
    const char    *expected;
  } cases[] = {
    { "nobody", 3, 3, { { 0 } }, "" },
    { "in order", 3, 3, { { DAY, 1, NONE, FALSE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "00 11" },
    { "a wish", 3, 3, { { DAY, 1, NONE, FALSE, NONE }, { DAY, 1, 0, FALSE, NONE } }, "11 00" },
    { "the first wish wins", 3, 3, { { DAY, 1, 0, FALSE, NONE }, { DAY, 1, 0, FALSE, NONE } }, "00 11" },
    { "a pin wins over an earlier wish", 3, 3, { { DAY, 1, 0, FALSE, NONE }, { DAY, 1, 0, TRUE, NONE } }, "11 00" },
    { "who sits stays", 3, 3, { { DAY, 1, 0, FALSE, NONE }, { DAY, 1, NONE, FALSE, 0 } }, "11 00" },
    { "unless it is pinned", 3, 3, { { DAY, 1, 0, TRUE, NONE }, { DAY, 1, NONE, FALSE, 0 } }, "00 11" },
    { "two halves of one desk", 1, 1, { { AM, 1, NONE, FALSE, NONE }, { PM, 1, NONE, FALSE, NONE } }, "0 0" },
    { "halves come from the end", 3, 3, { { AM, 1, NONE, FALSE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "2 00" },
    { "halves share", 3, 3, { { AM, 1, NONE, FALSE, NONE }, { PM, 1, NONE, FALSE, NONE }, { AM, 1, NONE, FALSE, NONE } },
      "2 2 1" },
    { "a wish does not break a day", 2, 2,
      { { AM, 1, 0, FALSE, NONE }, { PM, 1, 1, FALSE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "0 0 11" },
    { "pins may, and it is said", 2, 2,
      { { AM, 1, 0, TRUE, NONE }, { PM, 1, 1, TRUE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "0 1 10" },
    { "the half of a wish that is left", 2, 2,
      { { AM, 1, 0, TRUE, NONE }, { PM, 1, 1, TRUE, NONE }, { DAY, 1, 0, FALSE, NONE } }, "0 1 10" },
    { "a whole seat without a name before two desks", 2, 3,
      { { AM, 1, 0, TRUE, NONE }, { PM, 1, 1, TRUE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "0 1 --" },
    { "more people than names", 1, 3, { { DAY, 1, NONE, FALSE, NONE }, { DAY, 1, NONE, FALSE, NONE } }, "00 --" },
    { "several seats side by side", 4, 4, { { DAY, 1, NONE, FALSE, NONE }, { DAY, 2, 2, FALSE, NONE } }, "00 22 11" },
    { "more held than there are seats", 1, 1, { { DAY, 2, 0, TRUE, NONE }, { AM, 1, 0, FALSE, NONE } }, "00 -- -" },
    { "no names", 0, 4, { { DAY, 2, NONE, FALSE, NONE }, { PM, 1, NONE, FALSE, NONE } }, "-- -- -" },
    { "a desk that is gone", 2, 2, { { DAY, 1, 7, TRUE, 9 } }, "00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) places = NULL;
      g_autofree char *drawn = NULL;
      gsize n = 0;

      while (n < MAX_CLAIMS && cases[i].claims[n].seats > 0)
        n++;
      places = foyer_desk_plan (cases[i].claims, n, cases[i].desks, cases[i].seats);
      drawn = draw (cases[i].claims, n, places);
      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (drawn, ==, cases[i].expected);
    }
}

/* ---- against a search that knows nothing of the plan ---- */

typedef struct {
  FoyerPart part;
  int       am, pm;         /* fixed, or NONE */
} Seat;

typedef struct {
  Seat  seats[MAX_CLAIMS * 2];
  int   n;
  int   total;
  guint taken[MAX_TOTAL];
} Search;

/* The fewest full days on two desks among all ways in which everybody sits; 99 when there is none. */
static int
search_fewest (Search *self,
               int     at)
{
  const Seat *seat = &self->seats[at];
  int best = 99;

  if (at == self->n)
    return 0;
  for (int am = seat->part & AM ? 0 : NONE; am < (seat->part & AM ? self->total : 0); am++)
    for (int pm = seat->part & PM ? 0 : NONE; pm < (seat->part & PM ? self->total : 0); pm++)
      {
        int rest;

        if ((seat->am != NONE && am != seat->am) || (seat->pm != NONE && pm != seat->pm)
            || (am != NONE && self->taken[am] & AM) || (pm != NONE && self->taken[pm] & PM))
          continue;
        if (am != NONE)
          self->taken[am] |= AM;
        if (pm != NONE)
          self->taken[pm] |= PM;
        rest = search_fewest (self, at + 1) + (seat->part == DAY && am != pm ? 1 : 0);
        if (am != NONE)
          self->taken[am] &= ~(guint) AM;
        if (pm != NONE)
          self->taken[pm] &= ~(guint) PM;
        best = MIN (best, rest);
        if (best == 0)
          return 0;
      }

  return best;
}

/* Fixes the first seat of a claim, when everybody still finds one and not more full days are torn apart. */
static gboolean
search_fix (Search *self,
            int     seat,
            int     desk,
            int     torn)
{
  Seat *fixed = &self->seats[seat];
  const Seat before = *fixed;

  if (before.am != NONE || before.pm != NONE)
    return FALSE;
  if (fixed->part & AM)
    fixed->am = desk;
  if (fixed->part & PM)
    fixed->pm = desk;
  if (search_fewest (self, 0) <= torn)
    return TRUE;
  *fixed = before;

  return FALSE;
}

static gsize
make_claims (GRand          *rand,
             FoyerDeskClaim *claims,
             int             n_desks,
             int             n_seats)
{
  int am = n_seats;
  int pm = n_seats;
  gsize n = 0;

  while (n < MAX_CLAIMS)
    {
      const FoyerPart part = (FoyerPart) g_rand_int_range (rand, 1, 4);
      const int seats = g_rand_int_range (rand, 0, 4) == 0 ? 2 : 1;
      FoyerDeskClaim claim = { part, seats, g_rand_int_range (rand, -1, n_desks), g_rand_boolean (rand), NONE };

      if ((part & AM && seats > am) || (part & PM && seats > pm))
        break;
      am -= part & AM ? seats : 0;
      pm -= part & PM ? seats : 0;
      claim.pinned = claim.pinned && claim.wish != NONE;
      if (g_rand_int_range (rand, 0, 4) == 0)
        claim.sits = g_rand_int_range (rand, -1, n_desks);
      /* The guard of the store lets no desk be pinned twice. */
      for (gsize i = 0; i < n; i++)
        if (claims[i].pinned && claims[i].wish == claim.wish && claims[i].part & part)
          claim.pinned = FALSE;
      claims[n++] = claim;
    }

  return n;
}

static void
check_places (const FoyerDeskClaim *claims,
              gsize                 n,
              int                   n_desks,
              GArray               *places,
              int                  *torn)
{
  guint taken[MAX_TOTAL] = { 0 };
  guint missed = 0;
  guint at = 0;

  *torn = 0;
  for (gsize i = 0; i < n; i++)
    for (int seat = 0; seat < claims[i].seats; seat++, at++)
      {
        const FoyerDeskPlace place = g_array_index (places, FoyerDeskPlace, at);

        g_assert_cmpint (place.am, <, n_desks);
        g_assert_cmpint (place.pm, <, n_desks);
        g_assert_true (claims[i].part & AM || place.am == NONE);
        g_assert_true (claims[i].part & PM || place.pm == NONE);
        if (seat == 0 && claims[i].pinned)
          {
            g_assert_true (!(claims[i].part & AM) || place.am == claims[i].wish);
            g_assert_true (!(claims[i].part & PM) || place.pm == claims[i].wish);
          }
        if (place.am != NONE)
          {
            g_assert_false (taken[place.am] & AM);
            taken[place.am] |= AM;
          }
        if (place.pm != NONE)
          {
            g_assert_false (taken[place.pm] & PM);
            taken[place.pm] |= PM;
          }
        if (claims[i].part == DAY && place.am != place.pm)
          *torn += 1;
        if (claims[i].part != DAY && place.am == NONE && place.pm == NONE)
          missed |= claims[i].part;
      }
  /* Nobody stands while a desk is free. */
  for (int desk = 0; desk < n_desks; desk++)
    g_assert_cmpuint (~taken[desk] & missed, ==, 0);
}

static void
check_wishes (const FoyerDeskClaim *claims,
              gsize                 n,
              int                   n_desks,
              int                   n_seats,
              GArray               *places,
              int                   torn)
{
  Search search = { .total = n_seats };
  int firsts[MAX_CLAIMS];
  int fewest;

  for (gsize i = 0; i < n; i++)
    {
      firsts[i] = search.n;
      for (int seat = 0; seat < claims[i].seats; seat++)
        search.seats[search.n++] = (Seat) { claims[i].part, NONE, NONE };
    }
  for (gsize i = 0; i < n; i++)
    if (claims[i].pinned)
      g_assert_true (search_fix (&search, firsts[i], claims[i].wish, 98));
  for (gsize i = 0; i < n; i++)
    if (claims[i].sits != NONE && search_fix (&search, firsts[i], claims[i].sits, 98))
      {
        const FoyerDeskPlace place = g_array_index (places, FoyerDeskPlace, (guint) firsts[i]);

        g_assert_true (!(claims[i].part & AM) || place.am == claims[i].sits);
        g_assert_true (!(claims[i].part & PM) || place.pm == claims[i].sits);
      }
  fewest = search_fewest (&search, 0);
  for (gsize i = 0; i < n; i++)
    if (claims[i].wish != NONE && search_fix (&search, firsts[i], claims[i].wish, fewest))
      {
        const FoyerDeskPlace place = g_array_index (places, FoyerDeskPlace, (guint) firsts[i]);

        g_assert_true (!(claims[i].part & AM) || place.am == claims[i].wish);
        g_assert_true (!(claims[i].part & PM) || place.pm == claims[i].wish);
      }
  /* Between a desk and a seat without a name the search makes no difference. */
  if (n_desks == n_seats)
    g_assert_cmpint (torn, ==, fewest);
  else
    g_assert_cmpint (torn, <=, fewest);
}

static void
test_search (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261126);

  for (int round = 0; round < 4000; round++)
    {
      const int n_seats = g_rand_int_range (rand, 1, 5);
      const int n_desks = g_rand_int_range (rand, 0, n_seats + 1);
      FoyerDeskClaim claims[MAX_CLAIMS];
      const gsize n = make_claims (rand, claims, n_desks, n_seats);
      g_autoptr(GArray) places = foyer_desk_plan (claims, n, n_desks, n_seats);
      g_autoptr(GArray) again = foyer_desk_plan (claims, n, n_desks, n_seats);
      int torn;

      g_assert_cmpmem (places->data, places->len * sizeof (FoyerDeskPlace),
                       again->data, again->len * sizeof (FoyerDeskPlace));
      check_places (claims, n, n_desks, places, &torn);
      check_wishes (claims, n, n_desks, n_seats, places, torn);
    }
}

/* Whoever comes later moves nobody whose desk is theirs or who sits. */
static void
test_later (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261127);

  for (int round = 0; round < 2000; round++)
    {
      const int n_seats = g_rand_int_range (rand, 1, 7);
      FoyerDeskClaim claims[MAX_CLAIMS];
      const gsize n = make_claims (rand, claims, n_seats, n_seats);
      g_autoptr(GArray) after = foyer_desk_plan (claims, n, n_seats, n_seats);
      g_autoptr(GArray) before = NULL;
      guint at = 0;

      if (n < 2 || claims[n - 1].pinned)
        continue;
      before = foyer_desk_plan (claims, n - 1, n_seats, n_seats);
      for (gsize i = 0; i + 1 < n; at += (guint) claims[i].seats, i++)
        {
          const FoyerDeskPlace *old = &g_array_index (before, FoyerDeskPlace, at);
          const FoyerDeskPlace *new = &g_array_index (after, FoyerDeskPlace, at);

          if (claims[i].pinned || (claims[i].sits != NONE && MAX (old->am, old->pm) == claims[i].sits
                                   && (claims[i].part != DAY || old->am == old->pm)))
            g_assert_true (old->am == new->am && old->pm == new->pm);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk-plan/cases", test_cases);
  g_test_add_func ("/desk-plan/search", test_search);
  g_test_add_func ("/desk-plan/later", test_later);

  return g_test_run ();
}
