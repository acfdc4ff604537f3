/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-waiting.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"

#define AM FOYER_PART_AM
#define PM FOYER_PART_PM
#define DAY FOYER_PART_FULL

/* "W" waits, "O" has an offer, "L" had one whose time is over, "." has neither any more. */
static void
test_settle (void)
{
  static const struct {
    const char *why;
    FoyerPart   parts[4];
    int         seats[4];
    const char *before;
    int         am_free, pm_free;
    gboolean    late;
    const char *after;
  } cases[] = {
    { "nothing is free", { DAY, DAY }, { 1, 1 }, "WW", 0, 0, FALSE, "WW" },
    { "the first comes first", { DAY, DAY }, { 1, 1 }, "WW", 1, 1, FALSE, "OW" },
    { "both when there are two", { DAY, DAY }, { 1, 1 }, "WW", 2, 2, FALSE, "OO" },
    { "a morning is no day", { DAY, AM }, { 1, 1 }, "WW", 1, 0, FALSE, "WO" },
    { "two halves of one day", { AM, PM, DAY }, { 1, 1, 1 }, "WWW", 1, 1, FALSE, "OOW" },
    { "who is too many is passed over", { DAY, DAY }, { 2, 1 }, "WW", 1, 1, FALSE, "WO" },
    { "and has their turn", { DAY, DAY }, { 2, 1 }, "WW", 2, 2, FALSE, "OW" },
    { "an offer holds its seat", { DAY, DAY }, { 1, 1 }, "OW", 1, 1, FALSE, "OW" },
    { "one that is over goes on", { DAY, DAY, DAY }, { 1, 1, 1 }, "LWW", 1, 1, FALSE, ".OW" },
    { "fewer seats: the last loses first", { DAY, DAY }, { 1, 1 }, "OO", 1, 1, FALSE, "OW" },
    { "only the half that is short", { AM, PM }, { 1, 1 }, "OO", 1, 0, FALSE, "OW" },
    { "closed: all wait again", { DAY, DAY }, { 1, 1 }, "OO", 0, 0, FALSE, "WW" },
    { "what one loses another may use", { DAY, DAY }, { 1, 2 }, "WO", 1, 1, FALSE, "OW" },
    { "more held than there are", { DAY }, { 1 }, "W", -1, -1, FALSE, "W" },
    { "too late for offers", { DAY, DAY }, { 1, 1 }, "WW", 2, 2, TRUE, "WW" },
    { "they lapse nevertheless", { DAY, DAY }, { 1, 1 }, "LW", 1, 1, TRUE, ".W" },
  };
  const gint64 now = 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerWaitingTurn line[4] = { 0 };
      const gsize n = strlen (cases[i].before);
      char after[5] = { 0 };

      for (gsize at = 0; at < n; at++)
        line[at] = (FoyerWaitingTurn) {
          .part = cases[i].parts[at],
          .seats = cases[i].seats[at],
          .state = cases[i].before[at] == 'W' ? FOYER_WAITING_WAITING : FOYER_WAITING_OFFERED,
          .until_ms = cases[i].before[at] == 'O' ? now + 1 : cases[i].before[at] == 'L' ? now : 0,
        };
      foyer_waiting_settle (line, n, cases[i].am_free, cases[i].pm_free, now, cases[i].late ? 0 : now + 50);
      for (gsize at = 0; at < n; at++)
        {
          after[at] = line[at].state == FOYER_WAITING_WAITING ? 'W' : line[at].state == FOYER_WAITING_OFFERED ? 'O' : '.';
          if (line[at].state == FOYER_WAITING_OFFERED)
            g_assert_cmpint (line[at].until_ms, ==, cases[i].before[at] == 'O' ? now + 1 : now + 50);
        }
      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* Twelve hours, an hour before the door opens at the latest; on the wall clock, also in the nights
 * in which it is moved. */
static void
test_until (void)
{
  static const struct { const char *now, *day; int start; const char *until; } cases[] = {
    { "2026-11-26T09:00:00+01:00", "2026-11-30", 540, "2026-11-26T21:00:00+01:00" },
    { "2026-11-25T19:59:00+01:00", "2026-11-26", 540, "2026-11-26T07:59:00+01:00" },
    { "2026-11-25T22:00:00+01:00", "2026-11-26", 540, "2026-11-26T08:00:00+01:00" },
    { "2026-11-26T07:30:00+01:00", "2026-11-26", 540, "2026-11-26T08:00:00+01:00" },
    { "2026-11-26T07:30:01+01:00", "2026-11-26", 540, NULL },
    { "2026-11-26T12:00:00+01:00", "2026-11-26", 540, NULL },
    { "2026-11-25T23:10:00+01:00", "2026-11-26", 30, NULL },
    { "2026-11-25T22:55:00+01:00", "2026-11-26", 30, "2026-11-25T23:30:00+01:00" },
    { "2026-03-28T22:00:00+01:00", "2026-03-29", 540, "2026-03-29T08:00:00+02:00" },
    { "2026-10-24T22:00:00+02:00", "2026-10-25", 540, "2026-10-25T08:00:00+01:00" },
    { "2026-10-24T20:00:00+02:00", "2026-10-26", 540, "2026-10-25T07:00:00+01:00" },
  };
  g_autoptr(GTimeZone) paris = foyer_zone_new ("Europe/Paris", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDay day;
      gint64 now, until = 0;

      g_assert_true (foyer_day_parse (cases[i].day, &day, NULL));
      g_assert_true (foyer_instant_parse (cases[i].now, &now, NULL));
      g_assert_true (cases[i].until == NULL || foyer_instant_parse (cases[i].until, &until, NULL));
      g_assert_cmpint (foyer_waiting_offer_until (paris, day, cases[i].start, now), ==, until);
    }
}

static void
test_names (void)
{
  g_autoptr(GError) error = NULL;

  for (int i = FOYER_WAITING_WAITING; i <= FOYER_WAITING_REMOVED; i++)
    {
      FoyerWaitingState state;

      g_assert_true (foyer_waiting_state_parse (foyer_waiting_state_get_name ((FoyerWaitingState) i), &state, NULL));
      g_assert_cmpint (state, ==, i);
      g_assert_true (foyer_waiting_state_is_open (state) == (i <= FOYER_WAITING_OFFERED));
    }
  g_assert_false (foyer_waiting_state_parse ("Waiting", &(FoyerWaitingState) { 0 }, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/waiting/settle", test_settle);
  g_test_add_func ("/core/waiting/until", test_until);
  g_test_add_func ("/core/waiting/names", test_names);

  return g_test_run ();
}
