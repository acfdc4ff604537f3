/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/money/foyer-due-dialog.h"

#include <glib/gi18n.h>

#include "ui/foyer-answer.h"
#include "ui/foyer-desk-toasts.h"
#include "ui/money/foyer-collect-dialog.h"
#include "ui/people/foyer-face.h"
#include "words/foyer-words-sold.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

#define FACE_SIZE 32

struct _FoyerDueDialog {
  AdwDialog        parent_instance;

  FoyerDesk       *desk;
  FoyerDay         day;
  GCancellable    *cancellable;     /* of the question under way */

  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *close_button;
};

G_DEFINE_FINAL_TYPE (FoyerDueDialog, foyer_due_dialog, ADW_TYPE_DIALOG)

char *
foyer_due_describe (const FoyerDue *due,
                    FoyerDay        today)
{
  g_autofree char *day = due->day == today ? g_strdup (_("Today")) : foyer_words_day_title (due->day);
  g_autofree char *part = due->is_pass ? foyer_words_sold_pass (due->halves) : foyer_words_part (due->part);
  /* Translators: %s is the name of a guest */
  g_autofree char *guest = due->guest != NULL ? g_strdup_printf (_("For %s"), due->guest) : g_strdup ("");

  return foyer_words_facts ((const char *[]) { day, part, guest, NULL });
}

static void
collect_cb (GtkWidget      *button,
            FoyerDueDialog *self)
{
  foyer_collect_dialog_open (GTK_WIDGET (self), self->desk, self->day, g_object_get_data (G_OBJECT (button), "due"));
}

static void
add_row (FoyerDueDialog *self,
         const FoyerDue *due)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *face = foyer_face_new (FACE_SIZE);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Collect…"));
  g_autofree char *what = foyer_due_describe (due, foyer_desk_get_today (self->desk));
  FoyerMoney money = { .minor = due->due_minor };
  g_autofree char *amount = NULL;
  GtkWidget *label;

  g_strlcpy (money.currency, due->currency, sizeof money.currency);
  amount = foyer_words_money (money);
  label = gtk_label_new (amount);
  gtk_widget_add_css_class (label, "numeric");
  foyer_face_set_name (FOYER_FACE (face), due->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), due->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "due", g_strdup (due->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, due->name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (collect_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row makes itself its name, which says nothing of what it does. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_box_append (self->list, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerDueDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = foyer_store_list_due_finish (FOYER_STORE (source), result, &error);
  gboolean any = FALSE;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (due == NULL)
    {
      foyer_desk_failed (self->desk, error);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_list_box_remove_all (self->list);
  /* As much as the page says: a pass is no part of a day. */
  for (guint i = 0; i < due->len; i++)
    {
      const FoyerDue *one = due->pdata[i];

      if (one->due_minor <= 0 || one->is_pass)
        continue;
      add_row (self, one);
      any = TRUE;
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "due" : "nothing");
  if (any)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->close_button);
}

/* Also after a payment, and its undo. */
static void
ask (FoyerDueDialog *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  FoyerDueQuery query = { .first = self->day, .last = self->day };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (space == NULL)
    return;

  query.space_id = foyer_space_item_get_id (space);
  self->cancellable = g_cancellable_new ();
  foyer_store_list_due_async (foyer_desk_get_store (self->desk), &query, self->cancellable, listed_cb,
                              g_object_ref (self));
}

static void
foyer_due_dialog_dispose (GObject *object)
{
  FoyerDueDialog *self = FOYER_DUE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DUE_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_due_dialog_parent_class)->dispose (object);
}

static void
foyer_due_dialog_class_init (FoyerDueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_due_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-due-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDueDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerDueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerDueDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerDueDialog, close_button);
}

static void
foyer_due_dialog_init (FoyerDueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
foyer_due_dialog_new (FoyerDesk *desk,
                      FoyerDay   day)
{
  FoyerDueDialog *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_DUE_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->day = day;
  foyer_desk_toasts_attach (self->toasts, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
