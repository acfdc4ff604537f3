/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-share-field.h"

#include <glib/gi18n.h>

#include "core/foyer-share.h"
#include "ui/spaces/foyer-space-fields.h"

#define SUM_CHARS 7

struct _FoyerShareField
{
  AdwBin     parent_instance;

  GtkWidget *lines;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (FoyerShareField, foyer_share_field, ADW_TYPE_BIN)

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One line: what for, how much, and its way out. */

static GtkWidget *
line_get_label (GtkWidget *line)
{
  return gtk_widget_get_first_child (line);
}

static GtkWidget *
line_get_sum (GtkWidget *line)
{
  return gtk_widget_get_next_sibling (line_get_label (line));
}

static char *
get_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static guint
count_lines (FoyerShareField *self)
{
  guint n = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    n++;

  return n;
}

static void
update_lines (FoyerShareField *self)
{
  guint n = count_lines (self);

  gtk_widget_set_visible (self->lines, n > 0);
  gtk_widget_set_sensitive (self->add_button, n < FOYER_SHARES_MAX);
}

static void
edited_cb (FoyerShareField *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
remove_cb (FoyerShareField *self,
           GtkWidget       *button)
{
  gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (GTK_BOX (self->lines), gtk_widget_get_parent (button));
  update_lines (self);
  edited_cb (self);
}

static GtkWidget *
make_entry (FoyerShareField *self,
            const char      *name,
            const char      *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_connect_object (entry, "activate", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static GtkWidget *
add_line (FoyerShareField *self,
          const char      *label,
          const char      *sum)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label_entry = make_entry (self, _("What For"), label);
  GtkWidget *sum_entry = make_entry (self, _("How Much"), sum);
  GtkWidget *remove_button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_hexpand (label_entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (label_entry), FOYER_SHARE_LABEL_MAX);
  gtk_editable_set_width_chars (GTK_EDITABLE (sum_entry), SUM_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (sum_entry), SUM_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (sum_entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (sum_entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (sum_entry, "numeric");
  gtk_widget_add_css_class (remove_button, "flat");
  gtk_widget_set_tooltip_text (remove_button, _("Remove This Share"));
  g_signal_connect_object (remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label_entry);
  gtk_box_append (GTK_BOX (line), sum_entry);
  gtk_box_append (GTK_BOX (line), remove_button);
  gtk_box_append (GTK_BOX (self->lines), line);
  update_lines (self);

  return label_entry;
}

static void
add_cb (FoyerShareField *self)
{
  gtk_widget_grab_focus (add_line (self, "", ""));
}

static gboolean
foyer_share_field_grab_focus (GtkWidget *widget)
{
  FoyerShareField *self = FOYER_SHARE_FIELD (widget);
  GtkWidget *line = gtk_widget_get_first_child (self->lines);

  return gtk_widget_grab_focus (line != NULL ? line_get_label (line) : self->add_button);
}

static void
foyer_share_field_class_init (FoyerShareFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = foyer_share_field_grab_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_share_field_init (FoyerShareField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->add_button = gtk_button_new_with_mnemonic (_("_Add a Share"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->lines);
  gtk_box_append (GTK_BOX (box), self->add_button);
  adw_bin_set_child (ADW_BIN (self), box);
  update_lines (self);
}

void
foyer_share_field_show (FoyerShareField  *self,
                        const FoyerSpace *space)
{
  g_autoptr(FoyerSpace) shown = NULL;
  GtkWidget *line;

  g_return_if_fail (FOYER_IS_SHARE_FIELD (self));

  /* Lines in which somebody types stay, with what is not a share yet. */
  shown = foyer_space_copy (space);
  if (foyer_share_field_read (self, shown, NULL) && foyer_share_list_equal (shown->shares, space->shares))
    return;

  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  for (guint i = 0; i < space->shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (space->shares, FoyerShare, i);
      g_autofree char *sum = foyer_space_field_format_money (space, share->minor);

      add_line (self, share->label, sum);
    }
  update_lines (self);
}

gboolean
foyer_share_field_read (FoyerShareField  *self,
                        FoyerSpace       *space,
                        GError          **error)
{
  g_autoptr(GArray) shares = foyer_share_list_new ();

  g_return_val_if_fail (FOYER_IS_SHARE_FIELD (self), FALSE);

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      g_autofree char *label = get_text (line_get_label (line));
      g_autofree char *sum = get_text (line_get_sum (line));
      FoyerMoney money;

      /* What is half written is no share yet. */
      if (*label == '\0' || *sum == '\0')
        continue;
      if (!foyer_money_parse (sum, space->currency, &money, error))
        return FALSE;
      foyer_share_list_add (shares, label, money.minor);
    }
  g_array_unref (space->shares);
  space->shares = g_steal_pointer (&shares);

  return TRUE;
}
