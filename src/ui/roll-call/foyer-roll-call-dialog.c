/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/roll-call/foyer-roll-call-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "storage/foyer-store-bookings.h"
#include "ui/foyer-answer.h"
#include "ui/paper/foyer-print.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-paper.h"

struct _FoyerRollCallDialog {
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  GCancellable *cancellable;
  GPtrArray    *here;           /* of FoyerBooking: who was here … */
  gint64        called_ms;      /* … then */

  GtkStack     *stack;
  GtkLabel     *when_label;
  GtkLabel     *names_label;
};

G_DEFINE_FINAL_TYPE (FoyerRollCallDialog, foyer_roll_call_dialog, ADW_TYPE_DIALOG)

static gint64
get_now (FoyerRollCallDialog *self)
{
  return foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
}

static char *
list_names (GPtrArray *bookings,
            int       *n_people)
{
  GString *names = g_string_new (NULL);

  *n_people = 0;
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);
      g_autofree char *name = foyer_words_roll_call_name (booking);
      g_autofree char *guest_of = foyer_words_guest_of (booking);

      if (i > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, name);
      if (guest_of != NULL)
        g_string_append_printf (names, "%s%s", C_("between facts", " · "), guest_of);
      *n_people += booking->seats;
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
  int n_people;

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
  self->called_ms = get_now (self);
  when = foyer_words_roll_call_head (foyer_space_item_get_space (foyer_desk_get_space (self->desk)), n_people,
                                     self->called_ms);
  g_clear_pointer (&self->here, g_ptr_array_unref);
  self->here = g_ptr_array_ref (bookings);
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
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  g_autoptr(FoyerPaper) sheet = NULL;

  if (space == NULL)
    return;
  sheet = foyer_words_roll_call_sheet (foyer_space_item_get_space (space), self->here, self->called_ms);
  foyer_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, sheet);
}

static void
foyer_roll_call_dialog_dispose (GObject *object)
{
  FoyerRollCallDialog *self = FOYER_ROLL_CALL_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->here, g_ptr_array_unref);
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
