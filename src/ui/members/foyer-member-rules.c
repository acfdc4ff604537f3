/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-rules.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-rules.h"
#include "words/foyer-words-rules.h"

struct _FoyerMemberRules
{
  AdwBin      parent_instance;

  FoyerDesk  *desk;             /* (nullable) */
  char       *person_id;        /* (nullable) */
  char       *person_name;      /* (nullable) */
  char       *space_id;         /* (nullable): whose rules the button is about */
  int         version;          /* of them; 0: those in force */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FoyerMemberRules, foyer_member_rules, ADW_TYPE_BIN)

/* Another member may be shown when the answer comes. */
typedef struct {
  FoyerDesk *desk;
  char      *sentence;
} AcceptAct;

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  AcceptAct *act = user_data;
  g_autoptr(FoyerDesk) desk = act->desk;
  g_autofree char *sentence = act->sentence;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerRulesAccepted) accepted = foyer_store_accept_rules_finish (FOYER_STORE (source), result, &op, &error);

  if (accepted == NULL)
    foyer_desk_failed (desk, error);
  else if (op != 0)
    foyer_desk_acted (desk, sentence, op);
  g_free (act);
}

static void
accept_cb (FoyerMemberRules *self)
{
  AcceptAct *act;

  if (self->desk == NULL || self->space_id == NULL)
    return;

  act = g_new (AcceptAct, 1);
  act->desk = g_object_ref (self->desk);
  /* Translators: said after the act; %s is a person's name */
  act->sentence = g_strdup_printf (_("%s accepted the house rules"), self->person_name);
  foyer_store_accept_rules_async (foyer_desk_get_store (self->desk), self->person_id, self->space_id, self->version, NULL,
                                  accepted_cb, act);
}

static void
add_row (FoyerMemberRules *self,
         const char       *space_name,
         const char       *words,
         gboolean          asks)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), space_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (asks)
    {
      /* Translators: a button: a member accepts the house rules */
      GtkWidget *button = gtk_button_new_with_mnemonic (C_("house rules", "A_ccept"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _("Write Down That They Accept the House Rules"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->list, row);
}

void
foyer_member_rules_show (FoyerMemberRules  *self,
                         FoyerDesk         *desk,
                         const FoyerMember *member)
{
  FoyerSpaceItem *item;
  const FoyerSpace *space;
  gboolean here;
  gboolean focused;

  g_return_if_fail (FOYER_IS_MEMBER_RULES (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (member != NULL);

  item = foyer_desk_get_space (desk);
  space = item != NULL ? foyer_space_item_get_space (item) : NULL;
  here = space != NULL && *space->rules != '\0';
  g_set_object (&self->desk, desk);
  g_set_str (&self->person_id, member->line->person->id);
  g_set_str (&self->person_name, member->line->person->name);
  g_set_str (&self->space_id, here ? space->id : NULL);
  self->version = 0;

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < member->rules->len; i++)
    {
      const FoyerRulesAccepted *accepted = member->rules->pdata[i];
      g_autofree char *words = foyer_words_rules_accepted (accepted);
      const gboolean same = here && g_str_equal (accepted->space_id, space->id);

      add_row (self, accepted->space_name, words, same && accepted->version != accepted->current);
      if (same)
        {
          self->version = accepted->current;
          here = FALSE;
        }
    }
  if (here)
    add_row (self, space->name, _("Not accepted yet"), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
  /* The button is gone, whoever pressed it stays where they were. */
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
foyer_member_rules_dispose (GObject *object)
{
  g_clear_object (&FOYER_MEMBER_RULES (object)->desk);

  G_OBJECT_CLASS (foyer_member_rules_parent_class)->dispose (object);
}

static void
foyer_member_rules_finalize (GObject *object)
{
  FoyerMemberRules *self = FOYER_MEMBER_RULES (object);

  g_free (self->person_id);
  g_free (self->person_name);
  g_free (self->space_id);

  G_OBJECT_CLASS (foyer_member_rules_parent_class)->finalize (object);
}

static void
foyer_member_rules_class_init (FoyerMemberRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_member_rules_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_member_rules_finalize;
}

static void
foyer_member_rules_init (FoyerMemberRules *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                                     "label", _("House Rules"), NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}
