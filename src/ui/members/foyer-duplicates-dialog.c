/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-duplicates-dialog.h"

#include "storage/foyer-store-duplicates.h"
#include "ui/foyer-answer.h"
#include "ui/foyer-desk-toasts.h"
#include "ui/members/foyer-duplicate-group.h"

/* More do not help: those who are left come when these are answered. */
#define PAIRS_MAX 20

struct _FoyerDuplicatesDialog {
  AdwDialog        parent_instance;

  FoyerDesk       *desk;
  GCancellable    *cancellable;     /* of the question under way */

  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkWidget       *close_button;
  GtkBox          *pairs;
};

G_DEFINE_FINAL_TYPE (FoyerDuplicatesDialog, foyer_duplicates_dialog, ADW_TYPE_DIALOG)

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerDuplicatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = foyer_store_find_duplicates_finish (FOYER_STORE (source), result, &error);
  GtkWidget *child;
  GtkRoot *root;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (found == NULL)
    {
      foyer_desk_failed (self->desk, error);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pairs))) != NULL)
    gtk_box_remove (self->pairs, child);
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (self->pairs, foyer_duplicate_group_new (self->desk, found->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "pairs" : "none");
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && gtk_root_get_focus (root) != NULL)
    return;
  /* The button that was pressed went with its pair. Enter does nothing on a row. */
  if (found->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->pairs), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->close_button);
}

/* Also after an undo, which brings a pair back. */
static void
find (FoyerDuplicatesDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_find_duplicates_async (foyer_desk_get_store (self->desk), PAIRS_MAX, self->cancellable, found_cb,
                                     g_object_ref (self));
}

static void
foyer_duplicates_dialog_dispose (GObject *object)
{
  FoyerDuplicatesDialog *self = FOYER_DUPLICATES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DUPLICATES_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_duplicates_dialog_parent_class)->dispose (object);
}

static void
foyer_duplicates_dialog_class_init (FoyerDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_duplicates_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDuplicatesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerDuplicatesDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDuplicatesDialog, pairs);
}

static void
foyer_duplicates_dialog_init (FoyerDuplicatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
foyer_duplicates_dialog_new (FoyerDesk *desk)
{
  FoyerDuplicatesDialog *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_DUPLICATES_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  foyer_desk_toasts_attach (self->toasts, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  find (self);

  return ADW_DIALOG (self);
}
