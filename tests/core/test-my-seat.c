/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-my-seat.h"

/* Nobody who reads a seat has to ask whether a text is there. */
static void
test_texts (void)
{
  g_autoptr(FoyerMySeat) seat = foyer_my_seat_new ();
  const char *texts[] = {
    seat->id, seat->origin, seat->listing, seat->host, seat->name, seat->area, seat->tz, seat->trouble,
    seat->street, seat->postcode, seat->city, seat->door, seat->wifi, seat->note, seat->ticket,
    seat->currency,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (texts[i], ==, "");
  g_assert_false (seat->has_access);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/my-seat/texts", test_texts);

  return g_test_run ();
}
