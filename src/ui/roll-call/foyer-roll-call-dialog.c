/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/roll-call/foyer-roll-call-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "storage/foyer-store-bookings.h"
#include "ui/foyer-answer.h"
#include "ui/roll-call/foyer-roll-call-print.h"
#include "words/foyer-words.h"

struct _FoyerRollCallDialog {
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  GCancellable *cancellable;

  GtkStack     *stack;
  GtkLabel     *when_label;
  GtkLabel     *names_label;
};

G_DEFINE_FINAL_TYPE (FoyerRollCallDialog, foyer_roll_call_dialog, ADW_TYPE_DIALOG)

/* "La Tablée des Lilas · Thursday 26 November, 09:31 · 3 people" */
static char *
describe (FoyerRollCallDialog *self,
          guint                n_people)
{
  const FoyerSpace *space = foyer_space_item_get_space (foyer_desk_get_space (self->desk));
  gint64 now = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (zone == NULL)
    return g_strdup (space->name);

  day = foyer_words_day_long (foyer_instant_get_day (zone, now));
  time = foyer_words_time (foyer_instant_get_minute (zone, now));
  /* Translators: the head of a roll call: number of people, name of the space, day, time:
   * "3 people at La Tablée, Thursday 26 November, 09:31" */
  return g_strdup_printf (ngettext ("%1$u person at %2$s, %3$s, %4$s",
                                    "%1$u people at %2$s, %3$s, %4$s", n_people),
                          n_people, space->name, day, time);
}

static char *
list_names (GPtrArray *bookings,
            guint     *n_people)
{
  GString *names = g_string_new (NULL);

  *n_people = 0;
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);

      if (i > 0)
        g_string_append_c (names, '\n');
      if (booking->seats > 1)
        /* Translators: a person in a roll call and how many came along: "Zoé Marchelin + 2" */
        g_string_append_printf (names, _("%1$s + %2$d"), booking->name, booking->seats - 1);
      else
        g_string_append (names, booking->name);
      *n_people += (guint) booking->seats;
    }
  return g_string_free (names, FALSE);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerRollCallDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);
  g_autofree char *names = NULL;
  g_autofree char *when = NULL;
  guint n_people;

  /* An answer may have been on its way when the dialog asked again. */
  if (foyer_answer_is_stale (result))
    return;

  if (bookings == NULL)
    {
      if (self->desk != NULL)
        foyer_desk_failed (self->desk, error);
      return;
    }

  names = list_names (bookings, &n_people);
  when = describe (self, n_people);
  gtk_label_set_label (self->names_label, names);
  gtk_label_set_label (self->when_label, when);
  gtk_stack_set_visible_child_name (self->stack, n_people > 0 ? "people" : "nobody");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll-call.copy", n_people > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll-call.print", n_people > 0);
}

static void
call (FoyerRollCallDialog *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (space == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_roll_call_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (space),
                               self->cancellable, called_cb, g_object_ref (self));
}

static char *
compose (FoyerRollCallDialog *self)
{
  return g_strconcat (gtk_label_get_label (self->when_label), "\n\n",
                      gtk_label_get_label (self->names_label), "\n", NULL);
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autofree char *text = compose (FOYER_ROLL_CALL_DIALOG (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  FoyerRollCallDialog *self = FOYER_ROLL_CALL_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  foyer_roll_call_print (GTK_WINDOW (root), self->desk, gtk_label_get_label (self->when_label),
                         gtk_label_get_label (self->names_label));
}

static void
foyer_roll_call_dialog_dispose (GObject *object)
{
  FoyerRollCallDialog *self = FOYER_ROLL_CALL_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_ROLL_CALL_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_roll_call_dialog_parent_class)->dispose (object);
}

static void
foyer_roll_call_dialog_class_init (FoyerRollCallDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_roll_call_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "roll-call.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "roll-call.print", NULL, print_cb);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-roll-call-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRollCallDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerRollCallDialog, when_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRollCallDialog, names_label);
}

static void
foyer_roll_call_dialog_init (FoyerRollCallDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll-call.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll-call.print", FALSE);
}

AdwDialog *
foyer_roll_call_dialog_new (FoyerDesk *desk)
{
  FoyerRollCallDialog *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_ROLL_CALL_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (call), self, G_CONNECT_SWAPPED);
  call (self);
  return ADW_DIALOG (self);
}
