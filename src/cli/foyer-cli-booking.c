/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-booking.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-fair-use.h"
#include "core/foyer-instant.h"
#include "words/foyer-words-fair-use.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static const char *
get_desk (char **desks,
          int    seat)
{
  return desks == NULL || *desks[seat] == '\0' ? NULL : desks[seat];
}

/* The desk of the first seat, and all of them where one name does not say everything. */
static void
build_desks (JsonBuilder        *builder,
             const FoyerBooking *booking)
{
  char **any = booking->am_desks != NULL ? booking->am_desks : booking->pm_desks;
  gboolean whole = booking->part != FOYER_PART_FULL;

  if (any == NULL)
    return;

  whole = whole || g_str_equal (booking->am_desks[0], booking->pm_desks[0]);
  add_string (builder, "desk", get_desk (any, 0));
  if (whole && booking->seats == 1)
    return;
  json_builder_set_member_name (builder, "desks");
  json_builder_begin_array (builder);
  for (int i = 0; any[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "am", get_desk (booking->am_desks, i));
      add_string (builder, "pm", get_desk (booking->pm_desks, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_guest_of (JsonBuilder        *builder,
                const FoyerBooking *booking)
{
  if (booking->guest_of == NULL)
    return;

  json_builder_set_member_name (builder, "guest_of");
  json_builder_begin_object (builder);
  add_string (builder, "booking", booking->guest_of);
  add_string (builder, "name", booking->guest_of_name);
  json_builder_set_member_name (builder, "pays");
  json_builder_add_boolean_value (builder, booking->host_pays);
  json_builder_end_object (builder);
}

void
foyer_cli_build_person (JsonBuilder        *builder,
                        const FoyerBooking *booking,
                        gboolean            with_day)
{
  char day[FOYER_DAY_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_string (builder, "booking", booking->id);
  add_string (builder, "member", booking->is_member ? booking->person_id : NULL);
  add_string (builder, "name", booking->name);
  add_string (builder, "part", foyer_part_get_name (booking->part));
  add_int (builder, "seats", booking->seats);
  if (booking->in_ms != 0)
    add_int (builder, "since", booking->in_ms);
  else
    add_string (builder, "since", NULL);
  add_int (builder, "due_minor", booking->due_minor);
  json_builder_set_member_name (builder, "first_visit");
  json_builder_add_boolean_value (builder, booking->first_visit);
  add_string (builder, "state", foyer_booking_state_get_name (booking->state));
  if (booking->forgotten)
    {
      json_builder_set_member_name (builder, "forgotten");
      json_builder_add_boolean_value (builder, TRUE);
    }
  build_guest_of (builder, booking);
  build_desks (builder, booking);
  foyer_cli_build_over_limit (builder, &booking->over);
  if (with_day)
    add_string (builder, "day", foyer_day_format (booking->day, day));
  json_builder_end_object (builder);
}

void
foyer_cli_build_people (JsonBuilder *builder,
                        const char  *name,
                        GPtrArray   *bookings,
                        gboolean     with_day)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < bookings->len; i++)
    foyer_cli_build_person (builder, g_ptr_array_index (bookings, i), with_day);
  json_builder_end_array (builder);
}

char *
foyer_cli_describe_amount (const FoyerBooking *booking,
                           gint64              minor)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, booking->currency, sizeof money.currency);

  return foyer_words_money (money);
}

static char *
describe_time (GTimeZone *zone,
               gint64     instant_ms)
{
  return foyer_words_time (foyer_instant_get_minute (zone, instant_ms));
}

/* "08:52", "08:45 – 12:10", or nothing for those who are not here yet. */
static char *
describe_stay (const FoyerBooking *booking,
               GTimeZone          *zone)
{
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  if (booking->in_ms == 0)
    return g_strdup ("");
  since = describe_time (zone, booking->in_ms);
  /* When they left is not known; the mark says so. */
  if (booking->state != FOYER_STATE_CHECKED_OUT || booking->forgotten)
    return g_steal_pointer (&since);
  until = describe_time (zone, booking->out_ms);

  /* Translators: hours of a day, from and until, "09:00 – 18:00" */
  return g_strdup_printf (C_("range of hours", "%s – %s"), since, until);
}

static void
add_row (FoyerCliTable      *table,
         const FoyerBooking *booking,
         GTimeZone          *zone)
{
  g_autofree char *stay = describe_stay (booking, zone);
  g_autofree char *day = NULL;
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *seats = NULL;
  g_autofree char *due = NULL;
  g_autofree char *desks = foyer_words_desks (booking);
  g_autofree char *pays = foyer_words_paid_by_pass (booking, booking->day);
  g_autofree char *over = foyer_words_over_limit (&booking->over);
  const char *mark = booking->first_visit ? _("First visit") : NULL;
  g_autofree char *guest_of = foyer_words_guest_of (booking);
  const char *forgotten = booking->forgotten ? C_("person", "Not checked out") : NULL;

  if (booking->state == FOYER_STATE_REQUESTED)
    day = foyer_words_day_short (booking->day);
  if (booking->seats > 1)
    seats = g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) booking->seats), booking->seats);
  if (booking->due_minor > 0)
    due = foyer_cli_describe_amount (booking, booking->due_minor);
  foyer_cli_table_add (table, booking->name, stay, day, part, seats, desks, due, pays, mark, guest_of,
                       forgotten, over, booking->id);
}

void
foyer_cli_say_people (FoyerCli   *cli,
                      const char *heading,
                      GPtrArray  *bookings,
                      GTimeZone  *zone)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (13, 2);

  if (bookings->len == 0)
    return;
  for (guint i = 0; i < bookings->len; i++)
    add_row (table, g_ptr_array_index (bookings, i), zone);
  foyer_cli_table_align_end (table, 6);
  g_string_append_printf (foyer_cli_get_answer (cli), "\n%s  %u\n", heading, bookings->len);
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}
