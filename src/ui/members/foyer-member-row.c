/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-row.h"

#include "ui/members/foyer-member-words.h"
#include "ui/members/foyer-space-zone.h"
#include "ui/people/foyer-face.h"

#define FACE 32

struct _FoyerMemberRow {
  GtkBox           parent_instance;

  FoyerDesk       *desk;
  FoyerMemberItem *item;         /* (nullable) */
  FoyerFace       *face;
  GtkLabel        *name_label;
  GtkLabel        *line_label;
};

G_DEFINE_FINAL_TYPE (FoyerMemberRow, foyer_member_row, GTK_TYPE_BOX)

/* Until it is read a row is blank: it is there within two frames. */
static void
show (FoyerMemberRow *self)
{
  const FoyerMemberLine *line = self->item != NULL ? foyer_member_item_get_line (self->item) : NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_opacity (GTK_WIDGET (self), line != NULL ? 1 : 0);
  if (line == NULL || foyer_desk_get_space (self->desk) == NULL)
    return;

  zone = foyer_space_zone_new (self->desk);
  text = foyer_member_words_line (line, foyer_desk_get_today (self->desk), zone);
  foyer_face_set_name (self->face, line->person->name);
  gtk_label_set_label (self->name_label, line->person->name);
  gtk_label_set_label (self->line_label, text);
  /* The item around it is what the keyboard comes to. */
  spoken = g_strconcat (line->person->name, " ", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkLabel *
add_label (GtkBox *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (column, label);

  return GTK_LABEL (label);
}

static void
foyer_member_row_dispose (GObject *object)
{
  FoyerMemberRow *self = FOYER_MEMBER_ROW (object);

  foyer_member_row_set_item (self, NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_member_row_parent_class)->dispose (object);
}

static void
foyer_member_row_class_init (FoyerMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_member_row_dispose;
}

static void
foyer_member_row_init (FoyerMemberRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->face = FOYER_FACE (foyer_face_new (FACE));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->face));
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (column, TRUE);
  self->name_label = add_label (GTK_BOX (column));
  self->line_label = add_label (GTK_BOX (column));
  gtk_widget_add_css_class (GTK_WIDGET (self->line_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->line_label), "dim-label");
  gtk_box_append (GTK_BOX (self), column);
}

GtkWidget *
foyer_member_row_new (FoyerDesk *desk)
{
  FoyerMemberRow *self = g_object_new (FOYER_TYPE_MEMBER_ROW, NULL);

  self->desk = g_object_ref (desk);
  show (self);

  return GTK_WIDGET (self);
}

void
foyer_member_row_set_item (FoyerMemberRow  *self,
                           FoyerMemberItem *item)
{
  g_return_if_fail (FOYER_IS_MEMBER_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, show, self);
      foyer_member_item_set_shown (self->item, FALSE);
    }
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  foyer_member_item_set_shown (item, TRUE);
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

FoyerMemberItem *
foyer_member_row_get_item (FoyerMemberRow *self)
{
  g_return_val_if_fail (FOYER_IS_MEMBER_ROW (self), NULL);

  return self->item;
}
