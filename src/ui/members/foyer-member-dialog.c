/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-dialog.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-people.h"
#include "ui/members/foyer-member-words.h"
#include "words/foyer-words.h"

struct _FoyerMemberDialog {
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  FoyerPerson  *person;
  gboolean      saving;

  GtkLabel     *problem_label;
  GtkWidget    *save_button;
  GtkEditable  *name_row;
  GtkEditable  *phone_row;
  GtkEditable  *email_row;
  GtkEditable  *card_row;
  GtkEditable  *skills_row;
  GtkEditable  *needs_row;
  GtkEditable  *languages_row;
  GtkEditable  *emergency_name_row;
  GtkEditable  *emergency_phone_row;
  GtkTextView  *notes_view;
};

G_DEFINE_FINAL_TYPE (FoyerMemberDialog, foyer_member_dialog, ADW_TYPE_DIALOG)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_new (FoyerMemberDialog *self)
{
  return *self->person->id == '\0';
}

static void
changed_cb (FoyerMemberDialog *self)
{
  const char *name = gtk_editable_get_text (self->name_row);

  gtk_widget_set_sensitive (self->save_button, !self->saving && *name != '\0');
}

static void
show_problem (FoyerMemberDialog *self,
              const char        *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
  /* It stands above what may be scrolled away. */
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_words (GtkEditable  *row,
            char        **words)
{
  g_autofree char *text = foyer_member_words_join (words);

  gtk_editable_set_text (row, text);
}

static void
read_words (GtkEditable   *row,
            char        ***words)
{
  g_strfreev (*words);
  *words = foyer_member_words_split (gtk_editable_get_text (row));
}

static void
show_person (FoyerMemberDialog *self)
{
  const FoyerPerson *person = self->person;

  gtk_editable_set_text (self->name_row, person->name);
  gtk_editable_set_text (self->phone_row, person->phone);
  gtk_editable_set_text (self->email_row, person->email);
  gtk_editable_set_text (self->card_row, person->card);
  gtk_editable_set_text (self->emergency_name_row, person->emergency_name);
  gtk_editable_set_text (self->emergency_phone_row, person->emergency_phone);
  show_words (self->skills_row, person->skills);
  show_words (self->needs_row, person->needs);
  show_words (self->languages_row, person->languages);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view), person->notes, -1);
  changed_cb (self);
}

static FoyerPerson *
read_person (FoyerMemberDialog *self)
{
  FoyerPerson *person = foyer_person_copy (self->person);
  GtkTextBuffer *notes = gtk_text_view_get_buffer (self->notes_view);
  GtkTextIter start, end;

  g_set_str (&person->name, gtk_editable_get_text (self->name_row));
  g_set_str (&person->phone, gtk_editable_get_text (self->phone_row));
  g_set_str (&person->email, gtk_editable_get_text (self->email_row));
  g_set_str (&person->card, gtk_editable_get_text (self->card_row));
  g_set_str (&person->emergency_name, gtk_editable_get_text (self->emergency_name_row));
  g_set_str (&person->emergency_phone, gtk_editable_get_text (self->emergency_phone_row));
  read_words (self->skills_row, &person->skills);
  read_words (self->needs_row, &person->needs);
  read_words (self->languages_row, &person->languages);
  gtk_text_buffer_get_bounds (notes, &start, &end);
  g_free (person->notes);
  person->notes = gtk_text_buffer_get_text (notes, &start, &end, FALSE);

  return person;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerMemberDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPerson) person = foyer_store_save_person_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *sentence = NULL;

  self->saving = FALSE;
  if (person == NULL)
    {
      sentence = foyer_words_describe_error (error);
      if (self->desk != NULL)
        {
          show_problem (self, sentence);
          changed_cb (self);
        }
      return;
    }
  if (self->desk == NULL)
    return;

  /* Translators: said after the act; %s is a person's name */
  sentence = g_strdup_printf (is_new (self) ? _("%s is a member now") : _("Changed what is known about %s"), person->name);
  if (op != 0)
    foyer_desk_acted (self->desk, sentence, op);
  g_signal_emit (self, signals[SAVED], 0, person->id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (FoyerMemberDialog *self)
{
  g_autoptr(FoyerPerson) person = NULL;

  if (self->saving || *gtk_editable_get_text (self->name_row) == '\0')
    return;

  person = read_person (self);
  show_problem (self, NULL);
  self->saving = TRUE;
  changed_cb (self);
  foyer_store_save_person_async (foyer_desk_get_store (self->desk), person, NULL, saved_cb, g_object_ref (self));
}

static void
foyer_member_dialog_dispose (GObject *object)
{
  FoyerMemberDialog *self = FOYER_MEMBER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_MEMBER_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->person, foyer_person_free);

  G_OBJECT_CLASS (foyer_member_dialog_parent_class)->dispose (object);
}

static void
foyer_member_dialog_class_init (FoyerMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_member_dialog_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, card_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, skills_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, needs_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, languages_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, emergency_name_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, emergency_phone_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberDialog, notes_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
foyer_member_dialog_init (FoyerMemberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FoyerMemberDialog *
foyer_member_dialog_new (FoyerDesk         *desk,
                         const FoyerPerson *person)
{
  FoyerMemberDialog *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  self = g_object_new (FOYER_TYPE_MEMBER_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->person = foyer_person_copy (person);
  show_person (self);

  return self;
}

void
foyer_member_dialog_focus_notes (FoyerMemberDialog *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_DIALOG (self));

  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->notes_view));
}
