/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-waiting.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"

static const char * const names[] = {
  [FOYER_WAITING_WAITING] = "waiting",
  [FOYER_WAITING_OFFERED] = "offered",
  [FOYER_WAITING_BOOKED] = "booked",
  [FOYER_WAITING_LAPSED] = "lapsed",
  [FOYER_WAITING_REFUSED] = "refused",
  [FOYER_WAITING_REMOVED] = "removed",
};

/**
 * foyer_waiting_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): the word of scripts and the database; never translated
 */
const char *
foyer_waiting_state_get_name (FoyerWaitingState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (names), names[0]);

  return names[state];
}

/**
 * foyer_waiting_state_parse:
 * @name: any text
 * @state: (out): the state
 * @error: return location for an error
 *
 * Reads the word of a state, exactly as [func@waiting_state_get_name] gives it.
 *
 * Returns: whether @name is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_waiting_state_parse (const char         *name,
                           FoyerWaitingState  *state,
                           GError            **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *state = (FoyerWaitingState) i;
        return TRUE;
      }

  g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "no state of a waiting list: %s", name);
  return FALSE;
}

/**
 * foyer_waiting_state_is_open:
 * @state: a state
 *
 * Returns: whether somebody in it is still on the list
 */
gboolean
foyer_waiting_state_is_open (FoyerWaitingState state)
{
  return state == FOYER_WAITING_WAITING || state == FOYER_WAITING_OFFERED;
}

/**
 * foyer_waiter_free:
 * @self: (transfer full): an entry from g_new0() or the store
 *
 * Frees @self and its texts.
 */
void
foyer_waiter_free (FoyerWaiter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->space_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->tz);
  g_free (self);
}

/**
 * foyer_waiting_offer_until:
 * @zone: the zone of the space
 * @day: the day of the seat
 * @start_minute: when the day begins, on the wall clock
 * @now_ms: the instant of the offer, in UTC milliseconds
 *
 * Until when a seat that is free now is kept for the one whose turn it is: %FOYER_OFFER_MS, but
 * not into the last hour before the day begins, in which nobody could be asked any more.
 *
 * Returns: the first instant at which the offer no longer holds; 0 when it is too late for one
 */
gint64
foyer_waiting_offer_until (GTimeZone *zone,
                           FoyerDay   day,
                           int        start_minute,
                           gint64     now_ms)
{
  const gint64 last = foyer_instant_at (zone, day, start_minute)
                      - FOYER_OFFER_LEAD_MINUTES * G_GINT64_CONSTANT (60000);
  const gint64 until = MIN (now_ms + FOYER_OFFER_MS, last);

  g_return_val_if_fail (zone != NULL, 0);

  return until >= now_ms + FOYER_OFFER_LEAST_MS ? until : 0;
}

static gboolean
foyer_waiting_fits (const FoyerWaitingTurn *turn,
                    int                     am_free,
                    int                     pm_free)
{
  return (!(turn->part & FOYER_PART_AM) || turn->seats <= am_free)
         && (!(turn->part & FOYER_PART_PM) || turn->seats <= pm_free);
}

/* @sign: 1 when the seats become free, -1 when they are taken */
static void
foyer_waiting_count (const FoyerWaitingTurn *turn,
                     int                     sign,
                     int                    *am_free,
                     int                    *pm_free)
{
  if (turn->part & FOYER_PART_AM)
    *am_free += sign * turn->seats;
  if (turn->part & FOYER_PART_PM)
    *pm_free += sign * turn->seats;
}

/**
 * foyer_waiting_settle:
 * @line: (array length=n) (inout): who waits for one day, the first first
 * @n: how many
 * @am_free: morning seats that no booking holds; below 0 where too many do
 * @pm_free: the same of the afternoon
 * @now_ms: the instant, in UTC milliseconds
 * @until_ms: until when an offer made now would hold; 0 when none can be made
 *
 * What becomes of a waiting list. Offers whose time is over lapse. Where fewer seats are left
 * than are offered, the last in the line lose theirs first and wait again. What is free then is
 * offered in order: somebody for whom too little is free keeps the place and is passed over.
 */
void
foyer_waiting_settle (FoyerWaitingTurn *line,
                      gsize             n,
                      int               am_free,
                      int               pm_free,
                      gint64            now_ms,
                      gint64            until_ms)
{
  for (gsize i = 0; i < n; i++)
    if (line[i].state == FOYER_WAITING_OFFERED)
      {
        if (line[i].until_ms <= now_ms)
          line[i].state = FOYER_WAITING_LAPSED;
        else
          foyer_waiting_count (&line[i], -1, &am_free, &pm_free);
      }

  for (gsize i = n; i-- > 0 && (am_free < 0 || pm_free < 0);)
    if (line[i].state == FOYER_WAITING_OFFERED
        && ((am_free < 0 && line[i].part & FOYER_PART_AM) || (pm_free < 0 && line[i].part & FOYER_PART_PM)))
      {
        line[i].state = FOYER_WAITING_WAITING;
        line[i].until_ms = 0;
        foyer_waiting_count (&line[i], 1, &am_free, &pm_free);
      }

  for (gsize i = 0; i < n && until_ms > now_ms; i++)
    if (line[i].state == FOYER_WAITING_WAITING && foyer_waiting_fits (&line[i], am_free, pm_free))
      {
        line[i].state = FOYER_WAITING_OFFERED;
        line[i].until_ms = until_ms;
        foyer_waiting_count (&line[i], -1, &am_free, &pm_free);
      }
}
