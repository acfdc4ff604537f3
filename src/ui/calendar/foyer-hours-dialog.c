/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-hours-dialog.h"

#include "ui/calendar/foyer-time-row.h"

struct _FoyerHoursDialog
{
  AdwDialog   parent_instance;

  AdwSpinRow *start_row;
  AdwSpinRow *end_row;
  AdwSpinRow *seats_row;
  GtkWidget  *problem;
  GtkWidget  *save_button;
};

G_DEFINE_FINAL_TYPE (FoyerHoursDialog, foyer_hours_dialog, ADW_TYPE_DIALOG)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_valid (FoyerHoursDialog *self)
{
  return foyer_time_row_get_minute (self->start_row) < foyer_time_row_get_minute (self->end_row);
}

static void
update_cb (FoyerHoursDialog *self)
{
  gtk_widget_set_visible (self->problem, !is_valid (self));
  gtk_widget_set_sensitive (self->save_button, is_valid (self));
}

static void
save_cb (FoyerHoursDialog *self)
{
  int n_seats = 0;

  /* What is still being typed counts. */
  adw_spin_row_update (self->start_row);
  adw_spin_row_update (self->end_row);
  if (!is_valid (self))
    return;

  if (gtk_widget_get_visible (GTK_WIDGET (self->seats_row)))
    {
      adw_spin_row_update (self->seats_row);
      n_seats = (int) adw_spin_row_get_value (self->seats_row);
    }
  g_signal_emit (self, signals[CHOSEN], 0,
                 foyer_time_row_get_minute (self->start_row),
                 foyer_time_row_get_minute (self->end_row),
                 n_seats);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
foyer_hours_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_HOURS_DIALOG);

  G_OBJECT_CLASS (foyer_hours_dialog_parent_class)->dispose (object);
}

static void
foyer_hours_dialog_class_init (FoyerHoursDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_hours_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE,
                                  3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-hours-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursDialog, seats_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
foyer_hours_dialog_init (FoyerHoursDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_time_row_set_up (self->start_row);
  foyer_time_row_set_up (self->end_row);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
}

FoyerHoursDialog *
foyer_hours_dialog_new (const char *title,
                        int         start_minute,
                        int         end_minute)
{
  FoyerHoursDialog *self = g_object_new (FOYER_TYPE_HOURS_DIALOG, "title", title, NULL);

  foyer_time_row_set_minute (self->start_row, start_minute);
  foyer_time_row_set_minute (self->end_row, end_minute);
  update_cb (self);

  return self;
}

void
foyer_hours_dialog_ask_seats (FoyerHoursDialog *self,
                              int               n_seats)
{
  g_return_if_fail (FOYER_IS_HOURS_DIALOG (self));

  adw_spin_row_set_value (self->seats_row, n_seats);
  gtk_widget_set_visible (GTK_WIDGET (self->seats_row), TRUE);
}
