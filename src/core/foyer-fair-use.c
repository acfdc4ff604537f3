/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-fair-use.h"

#include "core/foyer-error.h"

static const char * const names[] = {
  [FOYER_FAIR_NONE] = "none",
  [FOYER_FAIR_WEEK] = "week",
  [FOYER_FAIR_OPEN] = "open",
  [FOYER_FAIR_SEATS] = "seats",
  [FOYER_FAIR_AHEAD] = "ahead",
};

/**
 * foyer_fair_limit_get_name:
 * @limit: a limit
 *
 * Returns: (transfer none): the word of scripts; never translated
 */
const char *
foyer_fair_limit_get_name (FoyerFairLimit limit)
{
  g_return_val_if_fail (limit < G_N_ELEMENTS (names), "none");

  return names[limit];
}

/**
 * foyer_fair_use_check:
 * @self: limits
 * @error: return location for an error
 *
 * Returns: whether each is 0 or within what it can be, else %FOYER_ERROR_INVALID with a message
 *   that begins with its name, such as "limit week "
 */
gboolean
foyer_fair_use_check (const FoyerFairUse  *self,
                      GError             **error)
{
  const struct {
    int         value;
    int         most;
    const char *fault;
  } rules[] = {
    { self->week, FOYER_FAIR_WEEK_MAX, "limit week is not from 0 to 7" },
    { self->open, FOYER_FAIR_OPEN_MAX, "limit open is not from 0 to 500" },
    { self->seats, FOYER_FAIR_SEATS_MAX, "limit seats is not from 0 to 500" },
    { self->ahead, FOYER_FAIR_AHEAD_MAX, "limit ahead is not from 0 to 64" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].value < 0 || rules[i].value > rules[i].most)
      {
        g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, rules[i].fault);
        return FALSE;
      }

  return TRUE;
}

/**
 * foyer_fair_use_is_equal:
 * @a: limits
 * @b: others
 *
 * Returns: whether they limit the same
 */
gboolean
foyer_fair_use_is_equal (const FoyerFairUse *a,
                         const FoyerFairUse *b)
{
  return a->week == b->week && a->open == b->open && a->seats == b->seats && a->ahead == b->ahead;
}

/**
 * foyer_fair_use_counts:
 * @self: limits
 *
 * Returns: whether it must be known what a person holds already to say whether more is allowed
 */
gboolean
foyer_fair_use_counts (const FoyerFairUse *self)
{
  return self->week > 0 || self->open > 0 || self->seats > 0;
}

/* 1900-01-01, the first day there is, was a Monday. */
static FoyerDay
foyer_fair_use_get_monday (FoyerDay day)
{
  return day - foyer_day_get_weekday (day) + 1;
}

/**
 * foyer_fair_use_get_range:
 * @self: limits
 * @day: a day that somebody wants
 * @today: of the space
 * @first: (out): the first day of which it must be known what this person holds
 * @last: (out): the last one
 *
 * Says how much [method@FairUse.allows] has to know.
 */
void
foyer_fair_use_get_range (const FoyerFairUse *self,
                          FoyerDay            day,
                          FoyerDay            today,
                          FoyerDay           *first,
                          FoyerDay           *last)
{
  *first = *last = day;
  if (self->week > 0)
    {
      *first = foyer_fair_use_get_monday (day);
      *last = MIN (*first + 6, foyer_day_new (9999, 12, 31));
    }
  if (self->open > 0)
    {
      *first = MIN (*first, today);
      *last = foyer_day_new (9999, 12, 31);
    }
}

/* 0 when the day is theirs already: then it is no further one. */
static int
foyer_fair_use_count_days (const FoyerHolding *held,
                           gsize               n_held,
                           FoyerDay            day)
{
  const FoyerDay monday = foyer_fair_use_get_monday (day);
  guint days = 0;

  for (gsize i = 0; i < n_held; i++)
    if (held[i].day >= monday && held[i].day <= monday + 6)
      days |= 1u << (held[i].day - monday);

  return (days & 1u << (day - monday)) != 0 ? 0 : __builtin_popcount (days) + 1;
}

static int
foyer_fair_use_count_open (const FoyerHolding *held,
                           gsize               n_held)
{
  int n = 1;

  for (gsize i = 0; i < n_held; i++)
    n += held[i].open ? 1 : 0;

  return n;
}

/* In the fuller half of those that are wanted. */
static int
foyer_fair_use_count_seats (const FoyerHolding *held,
                            gsize               n_held,
                            const FoyerHolding *wanted)
{
  int most = 0;

  for (int half = FOYER_PART_AM; half <= FOYER_PART_PM; half++)
    {
      int n = wanted->seats;

      if (((int) wanted->part & half) == 0)
        continue;
      for (gsize i = 0; i < n_held; i++)
        if (held[i].day == wanted->day && ((int) held[i].part & half) != 0)
          n += held[i].seats;
      most = MAX (most, n);
    }

  return most;
}

static gboolean
foyer_fair_use_compare (FoyerFairLimit  limit,
                        int             allowed,
                        int             count,
                        FoyerDay        day,
                        FoyerOverLimit *over)
{
  if (allowed == 0 || count <= allowed)
    return TRUE;

  *over = (FoyerOverLimit) { .limit = limit, .allowed = allowed, .count = count, .day = day };

  return FALSE;
}

/**
 * foyer_fair_use_allows:
 * @self: limits
 * @held: (array length=n_held): what the person holds in the space, of the days of
 *   [method@FairUse.get_range]; others do no harm
 * @n_held: how many
 * @wanted: what they would hold besides
 * @over: (out): the first limit that is exceeded, where one is
 *
 * Says whether the limits of days, bookings and seats leave room for what is wanted. What is held
 * already may be more than a limit that came later: then no more is allowed, and nothing is lost.
 *
 * Returns: whether they do
 */
gboolean
foyer_fair_use_allows (const FoyerFairUse *self,
                       const FoyerHolding *held,
                       gsize               n_held,
                       const FoyerHolding *wanted,
                       FoyerOverLimit     *over)
{
  g_return_val_if_fail (foyer_day_is_valid (wanted->day), TRUE);

  *over = (FoyerOverLimit) { .day = wanted->day };

  return foyer_fair_use_compare (FOYER_FAIR_SEATS, self->seats, foyer_fair_use_count_seats (held, n_held, wanted),
                                 wanted->day, over)
         && foyer_fair_use_compare (FOYER_FAIR_WEEK, self->week, foyer_fair_use_count_days (held, n_held, wanted->day),
                                    wanted->day, over)
         && foyer_fair_use_compare (FOYER_FAIR_OPEN, self->open, foyer_fair_use_count_open (held, n_held),
                                    wanted->day, over);
}

/**
 * foyer_fair_use_allows_ask:
 * @self: limits
 * @day: a day for which a guest asks
 * @today: of the space
 * @over: (out): the limit, where it is exceeded
 *
 * Says whether a day is near enough to be given to a guest who asks for it from outside.
 *
 * Returns: whether it is
 */
gboolean
foyer_fair_use_allows_ask (const FoyerFairUse *self,
                           FoyerDay            day,
                           FoyerDay            today,
                           FoyerOverLimit     *over)
{
  *over = (FoyerOverLimit) { .day = day };

  return foyer_fair_use_compare (FOYER_FAIR_AHEAD, self->ahead, day - today, day, over);
}
