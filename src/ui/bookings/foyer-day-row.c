/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-day-row.h"

#include "ui/bookings/foyer-booking-words.h"

struct _FoyerDayRow {
  AdwExpanderRow  parent_instance;

  FoyerDay        day;
  FoyerDay        today;
  gboolean        showing;

  GtkCalendar    *calendar;
};

G_DEFINE_FINAL_TYPE (FoyerDayRow, foyer_day_row, ADW_TYPE_EXPANDER_ROW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_day (FoyerDayRow *self)
{
  g_autofree char *text = foyer_booking_words_day (self->day, self->today);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
day_selected_cb (FoyerDayRow *self)
{
  g_autoptr(GDateTime) date = NULL;

  if (self->showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  self->day = foyer_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                             g_date_time_get_day_of_month (date));
  show_day (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
foyer_day_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_DAY_ROW);

  G_OBJECT_CLASS (foyer_day_row_parent_class)->dispose (object);
}

static void
foyer_day_row_class_init (FoyerDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_day_row_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDayRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
foyer_day_row_init (FoyerDayRow *self)
{
  self->day = FOYER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

FoyerDay
foyer_day_row_get_day (FoyerDayRow *self)
{
  g_return_val_if_fail (FOYER_IS_DAY_ROW (self), FOYER_DAY_NONE);

  return self->day;
}

void
foyer_day_row_set_day (FoyerDayRow *self,
                       FoyerDay     day,
                       FoyerDay     today)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  g_return_if_fail (FOYER_IS_DAY_ROW (self));
  g_return_if_fail (day != FOYER_DAY_NONE);

  self->day = day;
  self->today = today;
  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
  show_day (self);
}
