/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-passes.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-passes.h"
#include "ui/foyer-answer.h"
#include "ui/members/foyer-carnet-dots.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words-visit.h"

/* What is over longer than these is history. */
#define OVER_MAX 3

struct _FoyerMemberPasses
{
  AdwBin        parent_instance;

  FoyerDesk    *desk;             /* (nullable) */
  FoyerPerson  *person;           /* (nullable) */
  GCancellable *cancellable;      /* of the question under way */

  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (FoyerMemberPasses, foyer_member_passes, ADW_TYPE_BIN)

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPass) pass = foyer_store_pass_finish (FOYER_STORE (source), result, &op, &error);

  if (pass == NULL)
    foyer_desk_failed (desk, error);
  else
    foyer_desk_acted (desk, _("Pass ended"), op);
}

static void
end_cb (GtkWidget         *button,
        FoyerMemberPasses *self)
{
  foyer_store_end_pass_async (foyer_desk_get_store (self->desk), g_object_get_data (G_OBJECT (button), "pass"), NULL,
                              ended_cb, g_object_ref (self->desk));
}

/* Good today, or on a day to come. */
static gboolean
is_good (const FoyerPass *pass,
         FoyerDay         today)
{
  return (pass->halves == 0 || foyer_pass_get_left (pass) > 0) && (pass->until == FOYER_DAY_NONE || pass->until >= today);
}

static GtkWidget *
make_row (FoyerMemberPasses *self,
          const FoyerPass   *pass,
          FoyerDay           today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *dots = foyer_carnet_dots_new (pass);
  g_autofree char *kind = foyer_words_pass_kind (pass);
  g_autofree char *left = foyer_words_pass_left (pass);
  g_autofree char *time = foyer_words_pass_time (pass, today);
  g_autofree char *why = foyer_words_pass_why (pass);
  g_autofree char *facts = foyer_words_facts ((const char *[]) {
    time, why, NULL,
  });
  GtkWidget *label = gtk_label_new (left);
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  if (dots != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), dots);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (!is_good (pass, today))
    {
      gtk_widget_add_css_class (row, "dim-label");
      gtk_widget_set_focusable (row, FALSE);
      return row;
    }

  button = gtk_button_new_with_mnemonic (C_("pass", "_End"));
  g_object_set_data_full (G_OBJECT (button), "pass", g_strdup (pass->id), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Let Nobody Come on This Pass Any More"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (end_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerMemberPasses) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) passes = foyer_store_list_passes_finish (FOYER_STORE (source), result, &error);
  gboolean focused;
  FoyerDay today;
  guint n_over = 0;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (passes == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  today = foyer_desk_get_today (self->desk);
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < passes->len; i++)
    if (is_good (passes->pdata[i], today))
      gtk_list_box_append (self->list, make_row (self, passes->pdata[i], today));
  for (guint i = passes->len; i > 0 && n_over < OVER_MAX; i--)
    if (!is_good (passes->pdata[i - 1], today))
      {
        gtk_list_box_append (self->list, make_row (self, passes->pdata[i - 1], today));
        n_over++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
  /* The button that was pressed is gone, and maybe its list. */
  if (focused && !gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
foyer_member_passes_dispose (GObject *object)
{
  FoyerMemberPasses *self = FOYER_MEMBER_PASSES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->person, foyer_person_free);

  G_OBJECT_CLASS (foyer_member_passes_parent_class)->dispose (object);
}

static void
foyer_member_passes_class_init (FoyerMemberPassesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_member_passes_dispose;
}

static void
foyer_member_passes_init (FoyerMemberPasses *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                                     "label", _("Passes"), NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
foyer_member_passes_show (FoyerMemberPasses *self,
                          FoyerDesk         *desk,
                          const FoyerPerson *person)
{
  g_return_if_fail (FOYER_IS_MEMBER_PASSES (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (person != NULL);

  /* Those of somebody else must not stand there until the answer comes. */
  if (self->person != NULL && !g_str_equal (self->person->id, person->id))
    {
      gtk_list_box_remove_all (self->list);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->person, foyer_person_free);
  self->person = foyer_person_copy (person);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_list_passes_async (foyer_desk_get_store (desk), person->id, self->cancellable, listed_cb,
                                 g_object_ref (self));
}
