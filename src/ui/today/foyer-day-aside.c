/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-day-aside.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/people/foyer-face.h"
#include "ui/seats/foyer-seat-words.h"
#include "ui/today/foyer-arrival-words.h"
#include "words/foyer-words.h"

#define MAX_FACES 4
#define FACE_SIZE 24

struct _FoyerDayAside {
  GtkBox        parent_instance;

  GtkWidget    *due_row;
  GtkLabel     *due_label;
  AdwActionRow *next_row;
  GtkBox       *faces;
};

G_DEFINE_FINAL_TYPE (FoyerDayAside, foyer_day_aside, GTK_TYPE_BOX)

static void
show_due (FoyerDayAside       *self,
          const FoyerDaySheet *sheet)
{
  FoyerMoney due = { .minor = sheet->due_minor };
  g_autofree char *sum = NULL;
  g_autofree char *names = NULL;

  gtk_widget_set_visible (self->due_row, sheet->due_minor > 0);
  if (sheet->due_minor <= 0)
    return;

  g_strlcpy (due.currency, sheet->currency, sizeof due.currency);
  sum = foyer_words_money (due);
  names = foyer_arrival_list_due (sheet);
  gtk_label_set_label (self->due_label, sum);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->due_row), names);
}

static void
show_next (FoyerDayAside       *self,
           const FoyerDaySheet *sheet)
{
  g_autofree char *day = NULL;
  g_autofree char *seats = foyer_seat_words_free (&sheet->next);
  GtkWidget *child;

  if (sheet->day == sheet->today)
    day = g_strdup (_("Tomorrow"));
  else if (sheet->day + 1 == sheet->today)
    day = g_strdup (_("Today"));
  else
    day = foyer_words_day_title (sheet->day + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), day);
  adw_action_row_set_subtitle (self->next_row, seats);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->faces))) != NULL)
    gtk_box_remove (self->faces, child);
  for (guint i = 0; i < sheet->next_expected->len && i < MAX_FACES; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (sheet->next_expected, i);
      GtkWidget *face = foyer_face_new (FACE_SIZE);

      foyer_face_set_name (FOYER_FACE (face), booking->name);
      gtk_widget_set_tooltip_text (face, booking->name);
      gtk_box_append (self->faces, face);
    }
}

static void
foyer_day_aside_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_DAY_ASIDE);

  G_OBJECT_CLASS (foyer_day_aside_parent_class)->dispose (object);
}

static void
foyer_day_aside_class_init (FoyerDayAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_day_aside_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-day-aside.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDayAside, due_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayAside, due_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayAside, next_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayAside, faces);
}

static void
foyer_day_aside_init (FoyerDayAside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_day_aside_set_sheet (FoyerDayAside       *self,
                           const FoyerDaySheet *sheet)
{
  g_return_if_fail (FOYER_IS_DAY_ASIDE (self));
  g_return_if_fail (sheet != NULL);

  show_due (self, sheet);
  show_next (self, sheet);
}
