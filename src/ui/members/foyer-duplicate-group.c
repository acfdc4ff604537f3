/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-duplicate-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/people/foyer-face.h"
#include "words/foyer-words-likeness.h"
#include "words/foyer-words-visit.h"

#define FACE_SIZE 32

struct _FoyerDuplicateGroup {
  AdwPreferencesGroup  parent_instance;

  FoyerDesk           *desk;
  char                *keep_id;
  char                *other_id;
  char                *name;
  GtkWidget           *merge_button;
};

G_DEFINE_FINAL_TYPE (FoyerDuplicateGroup, foyer_duplicate_group, ADW_TYPE_PREFERENCES_GROUP)

static void
finish (FoyerDuplicateGroup *self,
        GAsyncResult        *result,
        const char          *sentence)
{
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPerson) person = foyer_store_merge_people_finish (foyer_desk_get_store (self->desk), result, &op, &error);

  if (person != NULL)
    foyer_desk_acted (self->desk, sentence, op);
  else
    foyer_desk_failed (self->desk, error);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerDuplicateGroup) self = user_data;
  /* Translators: said after two records were merged; %s is a person's name */
  g_autofree char *sentence = g_strdup_printf (_("%s has one record now"), self->name);

  finish (self, result, sentence);
}

static void
parted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerDuplicateGroup) self = user_data;

  finish (self, result, _("Noted as two people"));
}

/* One answer at a time. */
static void
merge_cb (FoyerDuplicateGroup *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  foyer_store_merge_people_async (foyer_desk_get_store (self->desk), self->keep_id, self->other_id, NULL, merged_cb,
                                  g_object_ref (self));
}

static void
part_cb (FoyerDuplicateGroup *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  foyer_store_keep_apart_async (foyer_desk_get_store (self->desk), self->keep_id, self->other_id, NULL, parted_cb,
                                g_object_ref (self));
}

static gboolean
foyer_duplicate_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOYER_DUPLICATE_GROUP (widget)->merge_button);
}

static void
foyer_duplicate_group_finalize (GObject *object)
{
  FoyerDuplicateGroup *self = FOYER_DUPLICATE_GROUP (object);

  g_clear_object (&self->desk);
  g_free (self->keep_id);
  g_free (self->other_id);
  g_free (self->name);

  G_OBJECT_CLASS (foyer_duplicate_group_parent_class)->finalize (object);
}

static void
foyer_duplicate_group_class_init (FoyerDuplicateGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_duplicate_group_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = foyer_duplicate_group_grab_focus;
}

static void
foyer_duplicate_group_init (FoyerDuplicateGroup *self)
{
}

GtkWidget *
foyer_duplicate_row_new (const FoyerPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *face = foyer_face_new (FACE_SIZE);
  g_autofree char *facts = foyer_words_facts ((const char *[]) {
    person->email, person->phone, person->is_member ? "" : C_("person", "Guest"), NULL,
  });

  foyer_face_set_name (FOYER_FACE (face), person->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *facts != '\0' ? facts : _("No e-mail address, no phone number"));

  return row;
}

static GtkWidget *
add_button (FoyerDuplicateGroup *self,
            GtkWidget           *box,
            const char          *label,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->name, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);

  return button;
}

static void
add_why (GtkWidget            *column,
         const FoyerDuplicate *pair)
{
  g_autofree char *why = foyer_words_likeness (pair->likeness, pair->n_namesakes);
  GtkWidget *label = gtk_label_new (why);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (column), label);
}

GtkWidget *
foyer_duplicate_group_new (FoyerDesk            *desk,
                           const FoyerDuplicate *pair)
{
  FoyerDuplicateGroup *self;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = adw_wrap_box_new ();

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (pair != NULL, NULL);

  self = g_object_new (FOYER_TYPE_DUPLICATE_GROUP, NULL);
  self->desk = g_object_ref (desk);
  self->keep_id = g_strdup (pair->keep->id);
  self->other_id = g_strdup (pair->other->id);
  self->name = g_strdup (pair->keep->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), foyer_duplicate_row_new (pair->keep));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), foyer_duplicate_row_new (pair->other));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 9);
  self->merge_button = add_button (self, buttons, _("_Merge"), G_CALLBACK (merge_cb));
  if (pair->likeness != 0)
    {
      add_why (column, pair);
      add_button (self, buttons, _("_Two People"), G_CALLBACK (part_cb));
    }
  gtk_box_append (GTK_BOX (column), buttons);
  gtk_widget_add_css_class (column, "answers");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), column);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return GTK_WIDGET (self);
}
