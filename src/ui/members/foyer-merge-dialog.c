/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-merge-dialog.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-people.h"
#include "ui/foyer-answer.h"
#include "ui/foyer-desk-toasts.h"
#include "ui/members/foyer-duplicate-group.h"

/* More do not help to choose: another letter does. One of them is the member. */
#define FOUND_MAX 9

struct _FoyerMergeDialog {
  AdwDialog        parent_instance;

  FoyerDesk       *desk;
  FoyerPerson     *person;
  GCancellable    *cancellable;     /* of the question under way */
  gboolean         takes_first;     /* Enter was pressed before the answer came */
  GPtrArray       *found;           /* (element-type FoyerPerson) (nullable): in the order of the rows */

  AdwToastOverlay *toasts;
  GtkLabel        *about_label;
  GtkEditable     *search_entry;
  GtkStack        *stack;
  GtkListBox      *list;
  AdwBin          *pair;
};

G_DEFINE_FINAL_TYPE (FoyerMergeDialog, foyer_merge_dialog, ADW_TYPE_DIALOG)

static void
choose (FoyerMergeDialog  *self,
        const FoyerPerson *other)
{
  const FoyerDuplicate pair = { .keep = self->person, .other = (FoyerPerson *) other };

  adw_bin_set_child (self->pair, foyer_duplicate_group_new (self->desk, &pair));
  gtk_stack_set_visible_child_name (self->stack, "pair");
  gtk_widget_grab_focus (adw_bin_get_child (self->pair));
}

static void
row_activated_cb (FoyerMergeDialog *self,
                  GtkListBoxRow    *row)
{
  choose (self, g_ptr_array_index (self->found, gtk_list_box_row_get_index (row)));
}

/* Enter takes the first one, as soon as it is known. */
static void
activate_cb (FoyerMergeDialog *self)
{
  self->takes_first = self->cancellable != NULL;
  if (!self->takes_first && self->found != NULL && self->found->len > 0)
    choose (self, self->found->pdata[0]);
}

static gboolean
is_person (gconstpointer person,
           gconstpointer id)
{
  return g_str_equal (((const FoyerPerson *) person)->id, id);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerMergeDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = foyer_store_find_people_finish (FOYER_STORE (source), result, &error);
  guint at;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (found == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  if (g_ptr_array_find_with_equal_func (found, self->person->id, is_person, &at))
    g_ptr_array_remove_index (found, at);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *row = foyer_duplicate_row_new (found->pdata[i]);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->list, row);
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "people" : "nobody");
  if (self->takes_first)
    activate_cb (self);
}

static void
changed_cb (FoyerMergeDialog *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->takes_first = FALSE;
  if (*text == '\0')
    {
      g_clear_pointer (&self->found, g_ptr_array_unref);
      gtk_stack_set_visible_child_name (self->stack, "blank");
      return;
    }

  self->cancellable = g_cancellable_new ();
  foyer_store_find_people_async (foyer_desk_get_store (self->desk), text, FALSE, NULL, FOYER_DAY_NONE, FOUND_MAX,
                                 self->cancellable, found_cb, g_object_ref (self));
}

/* Merged: the window goes on with Undo. */
static void
acted_cb (FoyerMergeDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
foyer_merge_dialog_dispose (GObject *object)
{
  FoyerMergeDialog *self = FOYER_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_MERGE_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->person, foyer_person_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_merge_dialog_parent_class)->dispose (object);
}

static void
foyer_merge_dialog_class_init (FoyerMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_merge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, about_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerMergeDialog, pair);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
foyer_merge_dialog_init (FoyerMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
foyer_merge_dialog_new (FoyerDesk         *desk,
                        const FoyerPerson *person)
{
  FoyerMergeDialog *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  /* Translators: %s is a member */
  about = g_strdup_printf (_("The record of %s stays, and takes over all that is the other’s: bookings, visits, passes and "
                             "what they agreed to. It can be undone."), person->name);
  self = g_object_new (FOYER_TYPE_MERGE_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->person = foyer_person_copy (person);
  gtk_label_set_label (self->about_label, about);
  foyer_desk_toasts_attach (self->toasts, desk);
  g_signal_connect_object (desk, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
