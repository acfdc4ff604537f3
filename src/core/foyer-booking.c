/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-booking.h"

#include "core/foyer-pass.h"

/**
 * foyer_booking_free:
 * @self: (transfer full): a booking from g_new0() or the store
 *
 * Frees @self and its texts.
 */
void
foyer_booking_free (FoyerBooking *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->space_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->series_id);
  g_free (self->guest_of);
  g_free (self->guest_of_name);
  g_strfreev (self->am_desks);
  g_strfreev (self->pm_desks);
  g_free (self->desk_wish);
  g_free (self->note);
  g_strfreev (self->skills);
  g_free (self);
}

/**
 * foyer_booking_reckon:
 * @self: a booking whose price, state and payments are said
 * @late: whether the guest cancelled after the hour until which that costs nothing
 *
 * Says what is still to be paid for it in money: what passes leave of the price, less what was paid.
 */
void
foyer_booking_reckon (FoyerBooking *self,
                      gboolean      late)
{
  gint64 due = 0;

  g_return_if_fail (self != NULL);

  if (foyer_booking_state_owes (self->state, late))
    due = foyer_pass_get_due (self->price_minor, foyer_pass_count_halves (self->part, self->seats), self->pass_halves);
  self->due_minor = MAX (due - self->paid_minor, 0);
}
