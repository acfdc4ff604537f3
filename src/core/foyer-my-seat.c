/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-my-seat.h"

/**
 * foyer_my_seat_new:
 *
 * Returns: (transfer full): a seat whose texts are ""
 */
FoyerMySeat *
foyer_my_seat_new (void)
{
  FoyerMySeat *self = g_new0 (FoyerMySeat, 1);

  self->id = g_strdup ("");
  self->origin = g_strdup ("");
  self->listing = g_strdup ("");
  self->host = g_strdup ("");
  self->name = g_strdup ("");
  self->area = g_strdup ("");
  self->tz = g_strdup ("");
  self->trouble = g_strdup ("");
  self->street = g_strdup ("");
  self->postcode = g_strdup ("");
  self->city = g_strdup ("");
  self->door = g_strdup ("");
  self->wifi = g_strdup ("");
  self->note = g_strdup ("");
  self->ticket = g_strdup ("");

  return self;
}

/**
 * foyer_my_seat_free:
 * @self: (transfer full): a seat
 *
 * Frees @self.
 */
void
foyer_my_seat_free (FoyerMySeat *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->origin);
  g_free (self->listing);
  g_free (self->host);
  g_free (self->name);
  g_free (self->area);
  g_free (self->tz);
  g_free (self->trouble);
  g_free (self->street);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self->door);
  g_free (self->wifi);
  g_free (self->note);
  g_free (self->ticket);
  g_free (self);
}
