/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-booking-state.h"

#include "core/foyer-error.h"

#define BIT(state) (1u << FOYER_STATE_##state)

/* Each state: its name, what may follow, and whether it keeps its seats. */
static const struct {
  const char *name;
  guint       next;
  gboolean    holds;
} states[] = {
  [FOYER_STATE_REQUESTED] = {
    "requested", BIT (CONFIRMED) | BIT (DECLINED) | BIT (EXPIRED) | BIT (WITHDRAWN), FALSE,
  },
  [FOYER_STATE_CONFIRMED] = {
    "confirmed", BIT (CHECKED_IN) | BIT (CANCELLED) | BIT (NO_SHOW), TRUE,
  },
  [FOYER_STATE_DECLINED] = { "declined", 0, FALSE },
  [FOYER_STATE_EXPIRED] = { "expired", 0, FALSE },
  [FOYER_STATE_WITHDRAWN] = { "withdrawn", 0, FALSE },
  [FOYER_STATE_CANCELLED] = { "cancelled", 0, FALSE },
  [FOYER_STATE_CHECKED_IN] = { "checked-in", BIT (CHECKED_OUT), TRUE },
  [FOYER_STATE_CHECKED_OUT] = { "checked-out", BIT (CHECKED_IN), TRUE },
  [FOYER_STATE_NO_SHOW] = { "no-show", 0, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (states) == FOYER_STATE_LAST + 1);

/**
 * foyer_booking_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): the word of scripts, files and the database; never translated
 */
const char *
foyer_booking_state_get_name (FoyerBookingState state)
{
  g_return_val_if_fail (state <= FOYER_STATE_LAST, "requested");

  return states[state].name;
}

/**
 * foyer_booking_state_parse:
 * @name: any text
 * @state: (out): the state
 * @error: return location for an error
 *
 * Reads the word of a state, exactly as [func@booking_state_get_name] gives it.
 *
 * Returns: whether @name is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_booking_state_parse (const char         *name,
                           FoyerBookingState  *state,
                           GError            **error)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (name, states[i].name))
      {
        *state = (FoyerBookingState) i;
        return TRUE;
      }

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "Not a state of a booking");
  return FALSE;
}

/**
 * foyer_booking_state_can:
 * @from: the state that is
 * @to: the state that shall be
 *
 * Whether an act may lead from one state to another. Undo is no act of its own: it puts
 * back what was, whatever this table says.
 *
 * Returns: whether @to may follow @from; never when they are the same
 */
gboolean
foyer_booking_state_can (FoyerBookingState from,
                         FoyerBookingState to)
{
  g_return_val_if_fail (from <= FOYER_STATE_LAST, FALSE);
  g_return_val_if_fail (to <= FOYER_STATE_LAST, FALSE);

  return (states[from].next & (1u << to)) != 0;
}

/**
 * foyer_booking_state_holds:
 * @state: a state
 *
 * Returns: whether a booking in @state keeps its seats from others
 */
gboolean
foyer_booking_state_holds (FoyerBookingState state)
{
  g_return_val_if_fail (state <= FOYER_STATE_LAST, FALSE);

  return states[state].holds;
}

/**
 * foyer_booking_state_owes:
 * @state: a state
 * @late: whether the guest cancelled after the hour until which that costs nothing
 *
 * Whether the price of a booking is to be paid. A cancellation by the host or in time costs
 * nothing; whoever did not come, or said so too late, kept a seat from others.
 *
 * Returns: whether its guest owes the price
 */
gboolean
foyer_booking_state_owes (FoyerBookingState state,
                          gboolean          late)
{
  return foyer_booking_state_holds (state) || state == FOYER_STATE_NO_SHOW
         || (state == FOYER_STATE_CANCELLED && late);
}
