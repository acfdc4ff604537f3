/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-desk-plan.h"

#include <stdlib.h>

/* The desks of a day while they are given away. The seats without a name come after those that have one. */
typedef struct {
  const FoyerDeskClaim *claims;
  gsize                 n_claims;
  gsize                *firsts;      /* the first place of each claim */
  FoyerDeskPlace       *places;
  guint8               *taken;       /* the halves of each seat that are given away */
  int                   n_desks;
  int                   n_seats;
  int                   n_whole;     /* seats that are free in both halves */
  int                   n_full;      /* full days that have no seat yet */
} FoyerDeskTable;

static guint
foyer_desk_table_get_missing (const FoyerDeskTable *self,
                              gsize                 claim,
                              gsize                 place)
{
  guint missing = self->claims[claim].part;

  if (self->places[place].am != FOYER_DESK_NONE)
    missing &= ~(guint) FOYER_PART_AM;
  if (self->places[place].pm != FOYER_DESK_NONE)
    missing &= ~(guint) FOYER_PART_PM;

  return missing;
}

static gboolean
foyer_desk_table_is_free (const FoyerDeskTable *self,
                          int                   seat,
                          guint                 halves)
{
  return seat >= 0 && seat < self->n_seats && (self->taken[seat] & halves) == 0;
}

static void
foyer_desk_table_give (FoyerDeskTable *self,
                       gsize           claim,
                       gsize           place,
                       int             seat,
                       guint           halves)
{
  if (self->claims[claim].part == FOYER_PART_FULL
      && foyer_desk_table_get_missing (self, claim, place) == FOYER_PART_FULL)
    self->n_full--;
  if (self->taken[seat] == 0)
    self->n_whole--;
  self->taken[seat] |= (guint8) halves;
  if (halves & FOYER_PART_AM)
    self->places[place].am = seat;
  if (halves & FOYER_PART_PM)
    self->places[place].pm = seat;
}

/* Half a day does not break a desk that somebody needs for the whole of it. */
static gboolean
foyer_desk_table_may_break (const FoyerDeskTable *self,
                            guint                 halves,
                            int                   seat)
{
  return halves == FOYER_PART_FULL || self->taken[seat] != 0 || self->n_whole > self->n_full;
}

/* The first seat of each claim, at the desk that @get_desk names. */
static void
foyer_desk_table_seat_firsts (FoyerDeskTable *self,
                              int           (*get_desk) (const FoyerDeskClaim *claim),
                              gboolean        at_all_costs)
{
  for (gsize claim = 0; claim < self->n_claims; claim++)
    {
      const gsize place = self->firsts[claim];
      const guint halves = self->claims[claim].part;
      const int desk = get_desk (&self->claims[claim]);

      if (desk < self->n_desks && foyer_desk_table_get_missing (self, claim, place) == halves
          && foyer_desk_table_is_free (self, desk, halves)
          && (at_all_costs || foyer_desk_table_may_break (self, halves, desk)))
        foyer_desk_table_give (self, claim, place, desk, halves);
    }
}

static int
foyer_desk_claim_get_pin (const FoyerDeskClaim *self)
{
  return self->pinned ? self->wish : FOYER_DESK_NONE;
}

static int
foyer_desk_claim_get_sits (const FoyerDeskClaim *self)
{
  return self->sits;
}

static int
foyer_desk_claim_get_wish (const FoyerDeskClaim *self)
{
  return self->wish;
}

/* Full days come from the front of the desks and halves from their end, so that the one does not move the
 * other; of several seats each comes near the first. Those without a name are the last. */
static int
foyer_desk_table_find_free (const FoyerDeskTable *self,
                            guint                 halves,
                            gboolean              from_end,
                            int                   near)
{
  int best = FOYER_DESK_NONE;

  for (int i = 0; i < self->n_desks; i++)
    {
      const int seat = from_end ? self->n_desks - 1 - i : i;

      if (foyer_desk_table_is_free (self, seat, halves)
          && (best == FOYER_DESK_NONE || (near != FOYER_DESK_NONE && abs (seat - near) < abs (best - near))))
        best = seat;
    }
  for (int seat = self->n_desks; best == FOYER_DESK_NONE && seat < self->n_seats; seat++)
    if (foyer_desk_table_is_free (self, seat, halves))
      best = seat;

  return best;
}

static int
foyer_desk_table_get_near (const FoyerDeskTable *self,
                           gsize                 claim)
{
  const FoyerDeskPlace *first = &self->places[self->firsts[claim]];
  const int near = first->am != FOYER_DESK_NONE ? first->am : first->pm;

  return near < self->n_desks ? near : FOYER_DESK_NONE;
}

/* All that is left of @part, in the order of the claims; @halves at a time. */
static void
foyer_desk_table_seat_rest (FoyerDeskTable *self,
                            FoyerPart       part,
                            guint           halves)
{
  for (gsize claim = 0; claim < self->n_claims; claim++)
    for (int i = 0; i < self->claims[claim].seats && self->claims[claim].part == part; i++)
      {
        const gsize place = self->firsts[claim] + (gsize) i;
        int seat;

        if ((foyer_desk_table_get_missing (self, claim, place) & halves) != halves)
          continue;
        seat = self->claims[claim].wish;
        if (i > 0 || seat >= self->n_desks || !foyer_desk_table_is_free (self, seat, halves))
          seat = foyer_desk_table_find_free (self, halves, part != FOYER_PART_FULL,
                                             foyer_desk_table_get_near (self, claim));
        if (seat != FOYER_DESK_NONE)
          foyer_desk_table_give (self, claim, place, seat, halves);
      }
}

static GArray *
foyer_desk_table_end (FoyerDeskTable *self,
                      gsize           n_places)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (FoyerDeskPlace), (guint) n_places);

  for (gsize i = 0; i < n_places; i++)
    {
      if (self->places[i].am >= self->n_desks)
        self->places[i].am = FOYER_DESK_NONE;
      if (self->places[i].pm >= self->n_desks)
        self->places[i].pm = FOYER_DESK_NONE;
    }

  return g_array_append_vals (places, self->places, (guint) n_places);
}

/**
 * foyer_desk_plan:
 * @claims: (array length=n_claims): the bookings that hold seats of a day, in the order in which they were made
 * @n_claims: how many
 * @n_desks: how many desks have a name
 * @n_seats: how many seats the space has, with those that have none
 *
 * Says who sits where. Nothing else decides it, so that the same bookings have the same desks
 * everywhere and always. First come the pins, then those who sit already, then the wishes, each
 * in the order of the bookings; then full days, then halves. A full day keeps one seat unless pins
 * and those who sit make that impossible: halves share desks before they break a whole one. Where
 * seats are held that the space no longer has, it is as if it had them, without a name.
 *
 * Returns: (transfer full) (element-type FoyerDeskPlace): a place for each seat of each claim, in
 *   their order
 */
GArray *
foyer_desk_plan (const FoyerDeskClaim *claims,
                 gsize                 n_claims,
                 int                   n_desks,
                 int                   n_seats)
{
  FoyerDeskTable table = { .claims = claims, .n_claims = n_claims, .n_desks = n_desks };
  g_autofree gsize *firsts = g_new (gsize, n_claims + 1);
  g_autofree FoyerDeskPlace *places = NULL;
  g_autofree guint8 *taken = NULL;
  gsize n_places = 0;
  int am = 0;
  int pm = 0;

  g_return_val_if_fail (claims != NULL || n_claims == 0, NULL);
  g_return_val_if_fail (n_desks >= 0, NULL);

  for (gsize i = 0; i < n_claims; i++)
    {
      firsts[i] = n_places;
      n_places += (gsize) claims[i].seats;
      am += claims[i].part & FOYER_PART_AM ? claims[i].seats : 0;
      pm += claims[i].part & FOYER_PART_PM ? claims[i].seats : 0;
      table.n_full += claims[i].part == FOYER_PART_FULL ? claims[i].seats : 0;
    }
  table.n_seats = table.n_whole = MAX (MAX (n_seats, n_desks), MAX (am, pm));
  table.firsts = firsts;
  table.taken = taken = g_new0 (guint8, (gsize) table.n_seats + 1);
  table.places = places = g_new (FoyerDeskPlace, n_places + 1);
  for (gsize i = 0; i < n_places; i++)
    places[i] = (FoyerDeskPlace) { FOYER_DESK_NONE, FOYER_DESK_NONE };

  foyer_desk_table_seat_firsts (&table, foyer_desk_claim_get_pin, TRUE);
  foyer_desk_table_seat_firsts (&table, foyer_desk_claim_get_sits, TRUE);
  foyer_desk_table_seat_firsts (&table, foyer_desk_claim_get_wish, FALSE);
  foyer_desk_table_seat_rest (&table, FOYER_PART_FULL, FOYER_PART_FULL);
  foyer_desk_table_seat_rest (&table, FOYER_PART_FULL, FOYER_PART_AM);
  foyer_desk_table_seat_rest (&table, FOYER_PART_FULL, FOYER_PART_PM);
  foyer_desk_table_seat_rest (&table, FOYER_PART_AM, FOYER_PART_AM);
  foyer_desk_table_seat_rest (&table, FOYER_PART_PM, FOYER_PART_PM);

  return foyer_desk_table_end (&table, n_places);
}
