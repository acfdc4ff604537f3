/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-arrival-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/foyer-instant.h"
#include "words/foyer-words-belonging.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words.h"

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between short facts about a person: "Regular · Afternoon" */
  return g_strjoinv (C_("between facts", " · "), (char **) parts->pdata);
}

static FoyerMoney
make_money (gint64      minor,
            const char *currency)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);
  return money;
}

static char *
describe_time (gint64     instant_ms,
               GTimeZone *zone)
{
  return foyer_words_time (foyer_instant_get_minute (zone, instant_ms));
}

static void
add_when (GPtrArray          *parts,
          const FoyerBooking *booking,
          GTimeZone          *zone)
{
  if (booking->state == FOYER_STATE_CHECKED_IN && booking->in_ms != 0)
    {
      g_autofree char *since = describe_time (booking->in_ms, zone);

      /* Translators: %s is the time of an arrival: "Since 08:52" */
      g_ptr_array_add (parts, g_strdup_printf (_("Since %s"), since));
    }
  else if (booking->state == FOYER_STATE_CHECKED_OUT && booking->forgotten)
    {
      g_autofree char *since = describe_time (booking->in_ms, zone);

      /* Translators: %s is the time of an arrival: "Came at 08:52" */
      g_ptr_array_add (parts, g_strdup_printf (_("Came at %s"), since));
      g_ptr_array_add (parts, g_strdup (C_("person", "Not checked out")));
    }
  else if (booking->state == FOYER_STATE_CHECKED_OUT && booking->in_ms != 0)
    {
      g_ptr_array_add (parts, foyer_words_hours (foyer_instant_get_minute (zone, booking->in_ms),
                                                 foyer_instant_get_minute (zone, booking->out_ms)));
    }
}

char *
foyer_arrival_describe_known (const FoyerBooking *booking)
{
  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->n_visits == 0)
    return NULL;
  if (booking->belonging.years > 0 || booking->belonging.weeks_missed > 0 || booking->belonging.regular)
    return foyer_words_belonging (&booking->belonging);

  /* Translators: %d is on how many days somebody was here before */
  return g_strdup_printf (ngettext ("%d visit", "%d visits", booking->n_visits), booking->n_visits);
}

/* Beside who is here stands only what is of this day. */
static void
add_known (GPtrArray          *parts,
           const FoyerBooking *booking)
{
  const FoyerBelonging *belonging = &booking->belonging;
  char *known = NULL;

  if (booking->state == FOYER_STATE_CONFIRMED
      || (booking->state == FOYER_STATE_CHECKED_IN && (belonging->years > 0 || belonging->weeks_missed > 0)))
    known = foyer_arrival_describe_known (booking);
  if (known != NULL)
    g_ptr_array_add (parts, known);
}

char *
foyer_arrival_describe (const FoyerBooking *booking,
                        GTimeZone          *zone,
                        gboolean            with_due)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *guest_of, *desks;

  g_return_val_if_fail (booking != NULL && zone != NULL, g_strdup (""));

  add_when (parts, booking, zone);
  if (!(with_due && booking->due_minor > 0))
    add_known (parts, booking);
  if (booking->part != FOYER_PART_FULL)
    g_ptr_array_add (parts, foyer_words_part (booking->part));
  if (booking->seats > 1)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d seat", "%d seats", booking->seats),
                                             booking->seats));
  guest_of = foyer_words_guest_of (booking);
  if (guest_of != NULL)
    g_ptr_array_add (parts, guest_of);
  if (with_due && booking->due_minor > 0)
    {
      g_autofree char *due = foyer_arrival_get_due (booking);

      /* Translators: %s is an amount: "€4.00 due" */
      g_ptr_array_add (parts, g_strdup_printf (_("%s due"), due));
    }
  if (booking->pass_halves > 0)
    g_ptr_array_add (parts, foyer_words_paid_by_pass (booking, booking->day));
  desks = foyer_words_desks (booking);
  if (desks != NULL)
    g_ptr_array_add (parts, desks);
  if (parts->len == 0)
    g_ptr_array_add (parts, foyer_words_part (booking->part));

  return join (parts);
}

char *
foyer_arrival_get_due (const FoyerBooking *booking)
{
  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->due_minor <= 0)
    return NULL;
  return foyer_words_money (make_money (booking->due_minor, booking->currency));
}

static char *
describe_state (FoyerBookingState state)
{
  switch (state)
    {
    case FOYER_STATE_CONFIRMED:
      return g_strdup (C_("person", "Expected"));
    case FOYER_STATE_CHECKED_IN:
      return g_strdup (C_("person", "Here"));
    case FOYER_STATE_CHECKED_OUT:
      return g_strdup (C_("person", "Left"));
    case FOYER_STATE_REQUESTED:
    case FOYER_STATE_DECLINED:
    case FOYER_STATE_EXPIRED:
    case FOYER_STATE_WITHDRAWN:
    case FOYER_STATE_CANCELLED:
    case FOYER_STATE_NO_SHOW:
    default:
      return NULL;
    }
}

char *
foyer_arrival_describe_person (const FoyerPerson *person,
                               gboolean           brief)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *state = NULL;

  g_return_val_if_fail (person != NULL, g_strdup (""));

  if (person->booking_id != NULL)
    state = describe_state (person->state);
  if (state != NULL)
    {
      g_ptr_array_add (parts, state);
      if (person->part != FOYER_PART_FULL)
        g_ptr_array_add (parts, foyer_words_part (person->part));
    }
  else if (person->last_day != FOYER_DAY_NONE)
    {
      g_autofree char *day = foyer_words_day_range (person->last_day, person->last_day);

      /* Translators: %s is a day: "Last here 12 November" */
      g_ptr_array_add (parts, g_strdup_printf (_("Last here %s"), day));
    }

  if (person->n_visits == 0)
    g_ptr_array_add (parts, g_strdup (C_("person", "Never here before")));
  else if (!brief)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d visit", "%d visits", person->n_visits),
                                             person->n_visits));

  return join (parts);
}

static void
add_first_names (GPtrArray       *names,
                 const GPtrArray *bookings)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);

      if (booking->due_minor > 0)
        g_ptr_array_add (names, g_strndup (booking->name, strcspn (booking->name, " ")));
    }
}

char *
foyer_arrival_list_due (const FoyerDaySheet *sheet)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (sheet != NULL, g_strdup (""));

  add_first_names (names, sheet->here);
  add_first_names (names, sheet->left);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (C_("between names", ", "), (char **) names->pdata);
}

static void
count_bookings (const GPtrArray *bookings,
                FoyerSeatUse     use,
                FoyerSeatCount  *count)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);
      int *uses = booking->part == FOYER_PART_AM ? count->am
                : booking->part == FOYER_PART_PM ? count->pm
                                                 : count->full;

      uses[use] += booking->seats;
    }
}

void
foyer_arrival_count_seats (const FoyerDaySheet *sheet,
                           FoyerSeatCount      *count)
{
  g_return_if_fail (sheet != NULL && count != NULL);

  *count = (FoyerSeatCount) { .am_seats = sheet->availability.am_seats,
                              .pm_seats = sheet->availability.pm_seats };
  count_bookings (sheet->here, FOYER_SEAT_HERE, count);
  count_bookings (sheet->expected, FOYER_SEAT_EXPECTED, count);
  count_bookings (sheet->left, FOYER_SEAT_LEFT, count);
}

char *
foyer_arrival_name_guest (const char *typed)
{
  g_autofree char *stripped = NULL;
  g_autofree char *lower = NULL;
  GString *name;
  gboolean start = TRUE;

  g_return_val_if_fail (typed != NULL, g_strdup (""));

  stripped = g_strstrip (g_strdup (typed));
  lower = g_utf8_strdown (stripped, -1);
  if (!g_str_equal (lower, stripped))
    return g_steal_pointer (&stripped);

  name = g_string_new (NULL);
  for (const char *p = stripped; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (name, start ? g_unichar_totitle (c) : c);
      start = g_unichar_isspace (c) || c == '-';
    }
  return g_string_free (name, FALSE);
}
