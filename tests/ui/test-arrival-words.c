/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-arrival-words.h"

#include "core/foyer-instant.h"

static void
test_name_guest (void)
{
  static const struct { const char *typed; const char *name; } table[] = {
    { "zo", "Zo" },
    { "  zoé marchelin ", "Zoé Marchelin" },
    { "anne-laure", "Anne-Laure" },
    { "élise", "Élise" },
    { "de la Tour", "de la Tour" },        /* somebody who uses capitals means them */
    { "McKay", "McKay" },
    { "o'neil", "O'neil" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *name = foyer_arrival_name_guest (table[i].typed);

      g_assert_cmpstr (name, ==, table[i].name);
    }
}

static void
test_describe (void)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new ("Europe/Paris", NULL);
  const gint64 hour = 60 * 60 * 1000;
  const gint64 morning = foyer_instant_at (zone, foyer_day_new (2026, 11, 26), 8 * 60 + 52);
  const struct { FoyerBooking booking; gboolean with_due; const char *words; } table[] = {
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .n_visits = 14, .belonging = { .regular = TRUE } }, FALSE,
      "Regular" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .n_visits = 14 }, FALSE, "14 visits" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_AM, .n_visits = 40,
        .belonging = { .regular = TRUE, .years = 2 } }, FALSE, "2 years here · Morning" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .n_visits = 14, .belonging = { .weeks_missed = 6 } }, FALSE,
      "Not seen for 6 weeks" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .belonging = { .first_visit = TRUE } }, FALSE, "Full day" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .n_visits = 14, .in_ms = morning,
        .belonging = { .here = TRUE, .weeks_missed = 6 } }, FALSE, "Since 08:52 · Back after 6 weeks" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .n_visits = 14, .in_ms = morning,
        .belonging = { .here = TRUE, .regular = TRUE } }, FALSE, "Since 08:52" },
    { { .state = FOYER_STATE_CHECKED_OUT, .part = FOYER_PART_FULL, .n_visits = 40, .in_ms = morning,
        .out_ms = morning + 3 * hour, .belonging = { .here = TRUE, .years = 1 } }, FALSE, "08:52 – 11:52" },
    { { .state = FOYER_STATE_CHECKED_OUT, .part = FOYER_PART_AM, .in_ms = morning, .out_ms = morning + 18 * hour,
        .forgotten = TRUE }, FALSE, "Came at 08:52 · Not checked out · Morning" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .in_ms = morning, .guest_of = (char *) "b",
        .guest_of_name = (char *) "Zoé", .host_pays = TRUE, .price_minor = 400 }, FALSE,
      "Since 08:52 · Guest of Zoé, who pays" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .in_ms = morning, .guest_of = (char *) "b",
        .guest_of_name = (char *) "Zoé", .host_pays = TRUE }, FALSE, "Since 08:52 · Guest of Zoé" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_PM, .n_visits = 1 }, FALSE,
      "1 visit · Afternoon" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .seats = 2 }, FALSE, "2 seats" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL }, FALSE, "Full day" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_PM, .n_visits = 9, .due_minor = 250,
        .currency = "EUR" }, TRUE, "Afternoon · €2.50 due" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .n_visits = 14, .in_ms = morning },
      FALSE, "Since 08:52" },
    { { .state = FOYER_STATE_CHECKED_OUT, .part = FOYER_PART_AM, .in_ms = morning,
        .out_ms = morning + 3 * hour }, FALSE, "08:52 – 11:52 · Morning" },
    { { .state = FOYER_STATE_CHECKED_IN, .part = FOYER_PART_FULL, .in_ms = morning, .pass_halves = 2, .pass_left = 13,
        .pass_until = FOYER_DAY_NONE }, FALSE, "Since 08:52 · Pass, 6½ days left" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_PM, .n_visits = 9, .pass_halves = 1,
        .day = foyer_day_new (2026, 11, 26), .pass_until = foyer_day_new (2026, 12, 25) }, FALSE,
      "9 visits · Afternoon · Pass until 25 December" },
    { { .state = FOYER_STATE_CONFIRMED, .part = FOYER_PART_FULL, .due_minor = 200, .currency = "EUR", .pass_halves = 1,
        .pass_until = FOYER_DAY_NONE }, TRUE, "€2.00 due · Pass, nothing left" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = foyer_arrival_describe (&table[i].booking, zone, table[i].with_due);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static FoyerBooking *
add (GPtrArray  *bookings,
     const char *name,
     FoyerPart   part,
     int         seats,
     gint64      due_minor)
{
  FoyerBooking *booking = g_new0 (FoyerBooking, 1);

  booking->name = g_strdup (name);
  booking->part = part;
  booking->seats = seats;
  booking->due_minor = due_minor;
  g_ptr_array_add (bookings, booking);
  return booking;
}

static void
test_sheet (void)
{
  g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
  g_autoptr(GPtrArray) here = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
  FoyerDaySheet sheet = { .expected = expected, .here = here, .left = left,
                          .availability = { .am_seats = 8, .pm_seats = 6 } };
  g_autofree char *names = NULL;
  FoyerSeatCount count;

  add (expected, "Tomasz Wolarek", FOYER_PART_FULL, 1, 400);
  add (here, "Maud Kerlouan", FOYER_PART_FULL, 2, 800);
  add (here, "Idris", FOYER_PART_PM, 1, 0);
  add (left, "Anselme Roquevaire", FOYER_PART_AM, 1, 200);

  foyer_arrival_count_seats (&sheet, &count);
  g_assert_cmpint (count.am_seats, ==, 8);
  g_assert_cmpint (count.pm_seats, ==, 6);
  g_assert_cmpint (count.full[FOYER_SEAT_EXPECTED], ==, 1);
  g_assert_cmpint (count.full[FOYER_SEAT_HERE], ==, 2);
  g_assert_cmpint (count.pm[FOYER_SEAT_HERE], ==, 1);
  g_assert_cmpint (count.am[FOYER_SEAT_LEFT], ==, 1);

  /* who only comes later owes nothing yet */
  names = foyer_arrival_list_due (&sheet);
  g_assert_cmpstr (names, ==, "Maud, Anselme");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/arrival-words/name-guest", test_name_guest);
  g_test_add_func ("/arrival-words/describe", test_describe);
  g_test_add_func ("/arrival-words/sheet", test_sheet);

  return g_test_run ();
}
