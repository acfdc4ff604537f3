/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-weekday-row.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-hours-dialog.h"
#include "ui/spaces/foyer-hours-bar.h"
#include "words/foyer-words.h"

struct _FoyerWeekdayRow
{
  AdwPreferencesRow parent_instance;

  int               weekday;
  FoyerWeekdayPlan  plan;
  int               space_seats;
  gboolean          showing;          /* the switch is being set, nobody touched it */

  GtkWidget        *box;
  GtkWidget        *toggle;
  GtkWidget        *narrow_trail;     /* behind the name when the bar is below */
  GtkWidget        *trail;
  FoyerHoursBar    *bar;
};

G_DEFINE_FINAL_TYPE (FoyerWeekdayRow, foyer_weekday_row, ADW_TYPE_PREFERENCES_ROW)

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
get_seats (FoyerWeekdayRow *self)
{
  return self->plan.seats == FOYER_SEATS_OF_SPACE ? self->space_seats : self->plan.seats;
}

static void
toggled_cb (FoyerWeekdayRow *self)
{
  if (self->showing)
    return;

  self->plan.open = gtk_switch_get_active (GTK_SWITCH (self->toggle));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
moved_cb (FoyerWeekdayRow *self,
          int              start_minute,
          int              end_minute)
{
  self->plan.start_minute = start_minute;
  self->plan.end_minute = end_minute;
  g_signal_emit (self, signals[EDITED], 0);
}

static void
chosen_cb (FoyerWeekdayRow *self,
           int              start_minute,
           int              end_minute,
           int              n_seats)
{
  self->plan.open = TRUE;
  self->plan.start_minute = start_minute;
  self->plan.end_minute = end_minute;
  /* As many as the space has stays so when the space grows. */
  self->plan.seats = n_seats == self->space_seats ? FOYER_SEATS_OF_SPACE : n_seats;
  g_signal_emit (self, signals[EDITED], 0);
}

static void
foyer_weekday_row_class_init (FoyerWeekdayRowClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_weekday_row_init (FoyerWeekdayRow *self)
{
  const char *dim[] = { "dim-label", "numeric", NULL };

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  self->narrow_trail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE,
                                     "css-classes", dim, NULL);
  self->trail = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "css-classes", dim, NULL);
  gtk_widget_add_css_class (self->box, "weekday");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
foyer_weekday_row_new (int           weekday,
                       GtkSizeGroup *leads,
                       GtkSizeGroup *trails)
{
  FoyerWeekdayRow *self = g_object_new (FOYER_TYPE_WEEKDAY_ROW, NULL);
  g_autofree char *name = foyer_words_weekday (weekday);
  /* With large letters a phone has no room for a long name and the seats beside it. */
  GtkWidget *lead = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6,
                                  "justify", ADW_JUSTIFY_SPREAD, "justify-last-line", TRUE, NULL);
  GtkWidget *day = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, NULL);

  self->weekday = weekday;
  self->bar = FOYER_HOURS_BAR (foyer_hours_bar_new (name));
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->bar, "moved", G_CALLBACK (moved_cb), self);

  gtk_box_append (GTK_BOX (day), self->toggle);
  gtk_box_append (GTK_BOX (day), label);
  adw_wrap_box_append (ADW_WRAP_BOX (lead), day);
  adw_wrap_box_append (ADW_WRAP_BOX (lead), self->narrow_trail);
  gtk_box_append (GTK_BOX (self->box), lead);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self->box), self->trail);
  gtk_size_group_add_widget (leads, lead);
  gtk_size_group_add_widget (trails, self->trail);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

int
foyer_weekday_row_get_weekday (FoyerWeekdayRow *self)
{
  g_return_val_if_fail (FOYER_IS_WEEKDAY_ROW (self), 1);

  return self->weekday;
}

FoyerWeekdayPlan
foyer_weekday_row_get_plan (FoyerWeekdayRow *self)
{
  g_return_val_if_fail (FOYER_IS_WEEKDAY_ROW (self), (FoyerWeekdayPlan) { 0 });

  return self->plan;
}

void
foyer_weekday_row_show (FoyerWeekdayRow        *self,
                        const FoyerWeekdayPlan *plan,
                        int                     space_seats,
                        FoyerHoursAxis          axis)
{
  g_autofree char *name = foyer_words_weekday (self->weekday);
  g_autofree char *hours = foyer_words_hours (plan->start_minute, plan->end_minute);
  g_autofree char *seats = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (FOYER_IS_WEEKDAY_ROW (self));

  self->plan = *plan;
  self->space_seats = space_seats;
  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), plan->open);
  self->showing = FALSE;

  foyer_hours_bar_set_axis (self->bar, axis);
  foyer_hours_bar_show (self->bar, plan->open, plan->start_minute, plan->end_minute);
  seats = plan->open ? g_strdup_printf (ngettext ("%d seat", "%d seats", get_seats (self)),
                                        get_seats (self))
                     : g_strdup (C_("day", "Closed"));
  summary = plan->open ? g_strdup_printf ("%s, %s, %s", name, hours, seats)
                       : g_strdup_printf ("%s, %s", name, seats);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  gtk_label_set_label (GTK_LABEL (self->trail), seats);
  gtk_label_set_label (GTK_LABEL (self->narrow_trail), seats);
}

void
foyer_weekday_row_set_narrow (FoyerWeekdayRow *self,
                              gboolean         narrow)
{
  g_return_if_fail (FOYER_IS_WEEKDAY_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->trail, !narrow);
  gtk_widget_set_visible (self->narrow_trail, narrow);
}

void
foyer_weekday_row_ask (FoyerWeekdayRow *self)
{
  FoyerHoursDialog *dialog;
  g_autofree char *name = NULL;

  g_return_if_fail (FOYER_IS_WEEKDAY_ROW (self));

  name = foyer_words_weekday (self->weekday);
  dialog = foyer_hours_dialog_new (name, self->plan.start_minute, self->plan.end_minute);
  foyer_hours_dialog_ask_seats (dialog, get_seats (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
