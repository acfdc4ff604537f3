/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/people/foyer-result-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/foyer-text.h"
#include "ui/foyer-keycaps.h"
#include "ui/people/foyer-face.h"
#include "ui/today/foyer-arrival-words.h"

struct _FoyerResultRow {
  GtkListBoxRow parent_instance;

  char         *person_id;
  char         *name;
  char         *needle;
  char         *subtitle;
  char         *brief_subtitle;
  gboolean      is_here;
  gboolean      chosen;
  gboolean      compact;

  FoyerFace    *face;
  GtkLabel     *name_label;
  GtkLabel     *subtitle_label;
  GtkWidget    *accent_sample;
  GtkWidget    *cap;
  GtkButton    *button;
};

G_DEFINE_FINAL_TYPE (FoyerResultRow, foyer_result_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_match (PangoAttrList       *attributes,
           const FoyerTextSpan *span,
           const GdkRGBA       *accent)
{
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *colour = pango_attr_foreground_new ((guint16) (accent->red * G_MAXUINT16),
                                                      (guint16) (accent->green * G_MAXUINT16),
                                                      (guint16) (accent->blue * G_MAXUINT16));

  weight->start_index = colour->start_index = (guint) span->start;
  weight->end_index = colour->end_index = (guint) span->end;
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, colour);
}

/* Attributes and not markup: the name is somebody's text. */
static void
mark_matches (FoyerResultRow *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GArray) spans = NULL;
  GdkRGBA accent;

  if (self->name == NULL)
    return;

  spans = foyer_text_find (self->name, self->needle);
  gtk_widget_get_color (self->accent_sample, &accent);
  for (guint i = 0; i < spans->len; i++)
    add_match (attributes, &g_array_index (spans, FoyerTextSpan, i), &accent);
  gtk_label_set_attributes (self->name_label, attributes);
}

static void
update (FoyerResultRow *self)
{
  gboolean suggested = self->chosen && !self->is_here;

  if (self->chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");

  gtk_widget_remove_css_class (GTK_WIDGET (self->button), suggested ? "flat" : "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), suggested ? "suggested-action" : "flat");
  gtk_widget_set_visible (self->cap, suggested && !self->compact);
  gtk_label_set_label (self->subtitle_label, self->compact ? self->brief_subtitle : self->subtitle);
}


static void
foyer_result_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_RESULT_ROW);

  G_OBJECT_CLASS (foyer_result_row_parent_class)->dispose (object);
}

static void
foyer_result_row_finalize (GObject *object)
{
  FoyerResultRow *self = FOYER_RESULT_ROW (object);

  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->brief_subtitle, g_free);

  G_OBJECT_CLASS (foyer_result_row_parent_class)->finalize (object);
}

static void
foyer_result_row_class_init (FoyerResultRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_result_row_dispose;
  object_class->finalize = foyer_result_row_finalize;

  g_type_ensure (FOYER_TYPE_FACE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, face);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, accent_sample);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, cap);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultRow, button);
}

static void
foyer_result_row_init (FoyerResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_box_append (GTK_BOX (self->cap), foyer_keycaps_new ("Return"));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (mark_matches), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->subtitle_label, NULL,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->name_label, NULL, -1);
}

FoyerResultRow *
foyer_result_row_new (GtkSizeGroup *buttons)
{
  FoyerResultRow *self = g_object_new (FOYER_TYPE_RESULT_ROW, NULL);

  gtk_size_group_add_widget (buttons, GTK_WIDGET (self->button));
  return self;
}

void
foyer_result_row_set_person (FoyerResultRow    *self,
                             const FoyerPerson *person,
                             const char        *needle,
                             gboolean           is_today)
{
  const char *label = is_today ? _("Check In") : _("Book");

  g_return_if_fail (FOYER_IS_RESULT_ROW (self));
  g_return_if_fail (person != NULL && needle != NULL);

  g_set_str (&self->person_id, person->id);
  g_set_str (&self->name, person->name);
  g_set_str (&self->needle, needle);
  self->is_here = is_today && person->booking_id != NULL && person->state == FOYER_STATE_CHECKED_IN;

  g_free (self->subtitle);
  self->subtitle = foyer_arrival_describe_person (person, FALSE);
  g_free (self->brief_subtitle);
  self->brief_subtitle = foyer_arrival_describe_person (person, TRUE);
  foyer_face_set_name (self->face, person->name);
  gtk_label_set_label (self->name_label, person->name);
  mark_matches (self);

  gtk_button_set_label (self->button, self->is_here ? _("Check Out") : label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s",
                                    self->is_here ? person->booking_id : person->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  self->is_here ? "day.check-out" : "day.welcome");
  update (self);
}

void
foyer_result_row_set_chosen (FoyerResultRow *self,
                             gboolean        chosen)
{
  g_return_if_fail (FOYER_IS_RESULT_ROW (self));

  self->chosen = chosen;
  update (self);
}

void
foyer_result_row_set_compact (FoyerResultRow *self,
                              gboolean        compact)
{
  g_return_if_fail (FOYER_IS_RESULT_ROW (self));

  /* A label that may wrap is measured at many widths: with each letter typed that was
   * two thirds of the work, so lines are broken only where there is little room. */
  self->compact = compact;
  gtk_label_set_wrap (self->name_label, compact);
  gtk_label_set_wrap (self->subtitle_label, compact);
  if (self->person_id != NULL)
    update (self);
}

void
foyer_result_row_take (FoyerResultRow *self)
{
  g_return_if_fail (FOYER_IS_RESULT_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "day.welcome", "s", self->person_id);
}

char *
foyer_result_row_describe (FoyerResultRow *self)
{
  g_return_val_if_fail (FOYER_IS_RESULT_ROW (self), NULL);

  return g_strdup_printf ("%s, %s", self->name, self->subtitle);
}
