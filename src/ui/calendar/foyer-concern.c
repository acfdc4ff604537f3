/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-concern.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/foyer-booking.h"
#include "ui/people/foyer-face.h"
#include "words/foyer-words.h"

#define DAYS_NAMED_MAX 3
#define FACE_SIZE 32

static void
foyer_concern_free (FoyerConcern *self)
{
  g_array_unref (self->days);
  g_free (self);
}

static FoyerConcern *
find (GPtrArray          *concerns,
      const FoyerBooking *booking)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      FoyerConcern *concern = g_ptr_array_index (concerns, i);

      if (g_strcmp0 (concern->person_id, booking->person_id) == 0)
        return concern;
    }

  return NULL;
}

GPtrArray *
foyer_concern_list (GPtrArray *bookings)
{
  GPtrArray *concerns = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_concern_free);

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);
      FoyerConcern *concern = find (concerns, booking);

      if (concern == NULL)
        {
          concern = g_new0 (FoyerConcern, 1);
          concern->person_id = booking->person_id;
          concern->name = booking->name;
          concern->days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
          concern->currency = booking->currency;
          g_ptr_array_add (concerns, concern);
        }
      if (concern->days->len == 0
          || g_array_index (concern->days, FoyerDay, concern->days->len - 1) != booking->day)
        g_array_append_val (concern->days, booking->day);
      concern->paid_minor += booking->paid_minor;
      concern->due_minor += booking->due_minor;
    }

  return concerns;
}

static char *
name_day (FoyerDay day)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  /* Translators: a day in a list of days, "Tue 22", as g_date_time_format() reads it.
   * xgettext:no-c-format */
  return g_date_time_format (date, C_("day in a list", "%a %-d"));
}

char *
foyer_concern_describe (const FoyerConcern *self)
{
  GString *text = g_string_new (NULL);
  guint n_named = self->days->len > DAYS_NAMED_MAX ? DAYS_NAMED_MAX - 1 : self->days->len;
  FoyerMoney paid = { self->paid_minor, { 0 } };
  g_autofree char *back = NULL;

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *day = name_day (g_array_index (self->days, FoyerDay, i));

      if (i > 0)
        g_string_append (text, C_("list of days", ", "));
      g_string_append (text, day);
    }
  if (n_named < self->days->len)
    {
      guint n_more = self->days->len - n_named;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

      g_string_append (text, C_("list of days", ", "));
      g_string_append (text, more);
    }
  g_strlcpy (paid.currency, self->currency, sizeof paid.currency);
  back = foyer_words_gets_back (paid, self->due_minor);
  if (*back != '\0')
    g_string_append_printf (text, " · %s", back);

  return g_string_free_and_steal (text);
}

GtkWidget *
foyer_concern_new_row (const FoyerConcern *self)
{
  g_autofree char *subtitle = foyer_concern_describe (self);
  GtkWidget *face = foyer_face_new (FACE_SIZE);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "css-classes", (const char *[]) { "roster-row", NULL },
                                 NULL);

  /* After the construction, which tells its labels of the title before the markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  foyer_face_set_name (FOYER_FACE (face), self->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);

  return row;
}
