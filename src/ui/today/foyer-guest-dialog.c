/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-guest-dialog.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "words/foyer-words.h"

struct _FoyerGuestDialog {
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  char         *space_id;
  char         *bringer_id;
  FoyerDay      day;
  gboolean      is_here;        /* who brings them */
  gboolean      taking;

  GtkLabel     *problem_label;
  GtkLabel     *about_label;
  GtkButton    *take_button;
  GtkEditable  *name_row;
  AdwSwitchRow *pays_row;
};

G_DEFINE_FINAL_TYPE (FoyerGuestDialog, foyer_guest_dialog, ADW_TYPE_DIALOG)

static void
show_problem (FoyerGuestDialog *self,
              const char       *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static void
changed_cb (FoyerGuestDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), *name != '\0' && !self->taking);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerGuestDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *sentence = NULL;

  self->taking = FALSE;
  if (self->desk == NULL)
    return;
  if (booking == NULL)
    {
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      changed_cb (self);
      return;
    }

  /* Translators: %s is a person's name; said after the act */
  sentence = g_strdup_printf (self->is_here ? _("%s checked in") : _("Seat booked for %s"), booking->name);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
take_cb (FoyerGuestDialog *self)
{
  const char *name = gtk_editable_get_text (self->name_row);
  const gboolean pays_self = !adw_switch_row_get_active (self->pays_row);
  FoyerArrival arrival = { .space_id = self->space_id, .guest_name = name, .day = FOYER_DAY_NONE,
                           .guest_of = self->bringer_id, .pays_self = pays_self };
  FoyerBookingRequest request = { .space_id = self->space_id, .guest_name = name, .day = self->day,
                                  .part = FOYER_PART_FULL, .seats = 1, .guest_of = self->bringer_id,
                                  .pays_self = pays_self };

  if (self->desk == NULL || self->taking)
    return;

  show_problem (self, NULL);
  self->taking = TRUE;
  changed_cb (self);
  if (self->is_here)
    foyer_store_check_in_async (foyer_desk_get_store (self->desk), &arrival, NULL, taken_cb, g_object_ref (self));
  else
    foyer_store_book_async (foyer_desk_get_store (self->desk), &request, NULL, taken_cb, g_object_ref (self));
}

static void
foyer_guest_dialog_dispose (GObject *object)
{
  FoyerGuestDialog *self = FOYER_GUEST_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_GUEST_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->space_id, g_free);
  g_clear_pointer (&self->bringer_id, g_free);

  G_OBJECT_CLASS (foyer_guest_dialog_parent_class)->dispose (object);
}

static void
foyer_guest_dialog_class_init (FoyerGuestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_guest_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-guest-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerGuestDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerGuestDialog, about_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerGuestDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerGuestDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerGuestDialog, pays_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
foyer_guest_dialog_init (FoyerGuestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
foyer_guest_dialog_new (FoyerDesk          *desk,
                        const FoyerBooking *bringer)
{
  FoyerGuestDialog *self;
  const char *name;
  g_autofree char *about = NULL;
  g_autofree char *pays = NULL;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (bringer != NULL, NULL);

  /* The guest of a guest is a guest of the first. */
  name = bringer->guest_of_name != NULL ? bringer->guest_of_name : bringer->name;
  /* Translators: %s is the name of who brings a guest */
  about = g_strdup_printf (_("A guest of %s has a seat of their own, and leaves for themselves."), name);
  /* Translators: %s is the name of who brings a guest, and pays for them; a switch */
  pays = g_strdup_printf (_("%s Pays"), name);

  self = g_object_new (FOYER_TYPE_GUEST_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->space_id = g_strdup (bringer->space_id);
  self->bringer_id = g_strdup (bringer->id);
  self->day = bringer->day;
  self->is_here = bringer->state == FOYER_STATE_CHECKED_IN;
  gtk_label_set_label (self->about_label, about);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pays_row), pays);
  adw_switch_row_set_active (self->pays_row, TRUE);
  gtk_button_set_label (self->take_button, self->is_here ? _("Check _In") : _("_Book"));

  return ADW_DIALOG (self);
}
