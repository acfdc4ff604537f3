/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-availability.h"

/**
 * foyer_availability_clear:
 * @self: an availability in place, such as an element of a #GArray
 *
 * Frees what @self owns.
 */
void
foyer_availability_clear (FoyerAvailability *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->note, g_free);
}

/**
 * foyer_availability_get_free:
 * @self: an availability
 * @part: a part
 *
 * Returns: how many seats can still be taken for all of @part; never negative
 */
int
foyer_availability_get_free (const FoyerAvailability *self,
                             FoyerPart                part)
{
  int n_free = G_MAXINT;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (part >= FOYER_PART_AM && part <= FOYER_PART_FULL, 0);

  if (!self->open)
    return 0;
  if (part & FOYER_PART_AM)
    n_free = MIN (n_free, self->am_seats - self->am_held - self->am_kept);
  if (part & FOYER_PART_PM)
    n_free = MIN (n_free, self->pm_seats - self->pm_held - self->pm_kept);

  return MAX (n_free, 0);
}

/**
 * foyer_availability_get_seats:
 * @self: an availability
 *
 * Returns: what people see as the seats of the day: those of the larger half
 */
int
foyer_availability_get_seats (const FoyerAvailability *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->open ? MAX (self->am_seats, self->pm_seats) : 0;
}

/**
 * foyer_availability_get_fullness:
 * @self: an availability
 *
 * Returns: what the day looks like; full only when neither half has a seat
 */
FoyerFullness
foyer_availability_get_fullness (const FoyerAvailability *self)
{
  g_return_val_if_fail (self != NULL, FOYER_FULLNESS_CLOSED);

  if (!self->open)
    return FOYER_FULLNESS_CLOSED;
  if (foyer_availability_get_free (self, FOYER_PART_FULL) > 0)
    return FOYER_FULLNESS_FREE;
  if (foyer_availability_get_free (self, FOYER_PART_AM) > 0)
    return FOYER_FULLNESS_MORNINGS_ONLY;
  if (foyer_availability_get_free (self, FOYER_PART_PM) > 0)
    return FOYER_FULLNESS_AFTERNOONS_ONLY;

  return FOYER_FULLNESS_FULL;
}
