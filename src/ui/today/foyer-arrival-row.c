/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-arrival-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/people/foyer-face.h"
#include "ui/today/foyer-arrival-words.h"

/* Letters of a name and its chip together, beyond which they do not fit beside each other. */
#define LETTERS_IN_LINE 31

struct _FoyerArrivalRow {
  GtkListBoxRow     parent_instance;

  char             *id;
  FoyerBookingState state;
  gboolean          first_visit;
  gboolean          has_desks;
  gboolean          is_due;
  gboolean          long_name;
  gboolean          compact;
  char             *subtitle;
  char             *subtitle_with_due;
  GMenu            *menu;
  GtkWidget        *popover;

  FoyerFace        *face;
  GtkLabel         *name_label;
  GtkWidget        *chip;
  GtkWidget        *first_label;
  GtkLabel         *subtitle_label;
  GtkLabel         *due_label;
  GtkButton        *button;
};

G_DEFINE_FINAL_TYPE (FoyerArrivalRow, foyer_arrival_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_item (FoyerArrivalRow *self,
          const char      *label,
          const char      *action)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", self->id);
  g_menu_append_item (self->menu, item);
}

static void
fill_menu (FoyerArrivalRow *self,
           int              distance)
{
  g_menu_remove_all (self->menu);
  if (self->state == FOYER_STATE_CONFIRMED)
    {
      if (distance <= 0)
        add_item (self, _("_No-Show"), "day.no-show");
      if (distance >= 0)
        add_item (self, _("_Cancel Booking"), "day.cancel");
    }
  else if (self->state == FOYER_STATE_CHECKED_OUT && distance == 0)
    {
      add_item (self, _("Check In _Again"), "day.check-in");
    }
  if (distance >= 0 && (self->state == FOYER_STATE_CONFIRMED || self->state == FOYER_STATE_CHECKED_IN))
    {
      if (self->has_desks)
        add_item (self, _("_Desk…"), "day.desk");
      add_item (self, _("_Bring a Guest…"), "day.bring");
    }
  if (self->is_due)
    add_item (self, _("_Collect…"), "day.collect");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self),
                                    g_menu_model_get_n_items (G_MENU_MODEL (self->menu)) > 0);
}

/* What stands where depends on the room: the chip and the amount of who is expected go
 * into the second line, Check Out becomes its icon. */
static void
update_layout (FoyerArrivalRow *self)
{
  gboolean is_expected = self->state == FOYER_STATE_CONFIRMED;
  gboolean is_here = self->state == FOYER_STATE_CHECKED_IN;
  gboolean beside_name = self->first_visit && !self->compact && !self->long_name;
  const char *due = gtk_label_get_label (self->due_label);
  gboolean due_in_subtitle = *due != '\0' && self->compact && is_expected;

  gtk_widget_set_visible (self->chip, beside_name);
  gtk_widget_set_visible (self->first_label, self->first_visit && !beside_name);
  gtk_label_set_label (self->subtitle_label,
                       due_in_subtitle ? self->subtitle_with_due : self->subtitle);
  if (due_in_subtitle)
    gtk_widget_remove_css_class (GTK_WIDGET (self->subtitle_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->subtitle_label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->due_label),
                          *due != '\0' && !due_in_subtitle);

  if (is_here && self->compact)
    {
      gtk_button_set_icon_name (self->button, "foyer-check-out-symbolic");
      /* The button would still be named by the label that it had and that is gone. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  else
    {
      gtk_button_set_label (self->button, is_here ? _("Check Out") : _("Check In"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_here ? _("Check Out") : _("Check In"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               is_here && self->compact ? _("Check Out") : NULL);
  if (is_here)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "flat");
}

static void
show_menu (FoyerArrivalRow    *self,
           const GdkRectangle *where)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->menu)) == 0)
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), where);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_menu_below (FoyerArrivalRow *self)
{
  graphene_rect_t name;
  GdkRectangle where;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->name_label), GTK_WIDGET (self), &name))
    return;

  where = (GdkRectangle) { (int) name.origin.x, (int) name.origin.y,
                           (int) name.size.width, (int) name.size.height };
  show_menu (self, &where);
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_menu_below (FOYER_ARRIVAL_ROW (widget));
}

static void
secondary_pressed_cb (FoyerArrivalRow *self,
                      int              n_press,
                      double           x,
                      double           y)
{
  show_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
long_pressed_cb (FoyerArrivalRow *self,
                 double           x,
                 double           y)
{
  show_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
foyer_arrival_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  FoyerArrivalRow *self = FOYER_ARRIVAL_ROW (widget);

  GTK_WIDGET_CLASS (foyer_arrival_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
foyer_arrival_row_dispose (GObject *object)
{
  FoyerArrivalRow *self = FOYER_ARRIVAL_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_ARRIVAL_ROW);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (foyer_arrival_row_parent_class)->dispose (object);
}

static void
foyer_arrival_row_finalize (GObject *object)
{
  FoyerArrivalRow *self = FOYER_ARRIVAL_ROW (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->subtitle_with_due, g_free);

  G_OBJECT_CLASS (foyer_arrival_row_parent_class)->finalize (object);
}

static void
foyer_arrival_row_class_init (FoyerArrivalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_arrival_row_dispose;
  object_class->finalize = foyer_arrival_row_finalize;
  widget_class->size_allocate = foyer_arrival_row_size_allocate;

  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action_cb);
  g_type_ensure (FOYER_TYPE_FACE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-arrival-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, face);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, chip);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, first_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalRow, button);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
foyer_arrival_row_init (FoyerArrivalRow *self)
{
  self->menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->subtitle_label, NULL,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->name_label, NULL, -1);
}

FoyerArrivalRow *
foyer_arrival_row_new (GtkSizeGroup *buttons)
{
  FoyerArrivalRow *self = g_object_new (FOYER_TYPE_ARRIVAL_ROW, NULL);

  gtk_size_group_add_widget (buttons, GTK_WIDGET (self->button));
  return self;
}

void
foyer_arrival_row_set_booking (FoyerArrivalRow    *self,
                               const FoyerBooking *booking,
                               GTimeZone          *zone,
                               int                 distance)
{
  g_autofree char *due = NULL;
  gboolean acts;

  g_return_if_fail (FOYER_IS_ARRIVAL_ROW (self));
  g_return_if_fail (booking != NULL && zone != NULL);

  g_set_str (&self->id, booking->id);
  self->state = booking->state;
  self->has_desks = booking->am_desks != NULL || booking->pm_desks != NULL;
  self->first_visit = booking->first_visit && booking->state == FOYER_STATE_CONFIRMED;
  self->long_name = g_utf8_strlen (booking->name, -1)
                    + g_utf8_strlen (gtk_label_get_label (GTK_LABEL (self->chip)), -1) > LETTERS_IN_LINE;

  g_free (self->subtitle);
  self->subtitle = foyer_arrival_describe (booking, zone, FALSE);
  g_free (self->subtitle_with_due);
  self->subtitle_with_due = foyer_arrival_describe (booking, zone, TRUE);
  due = foyer_arrival_get_due (booking);
  self->is_due = due != NULL && booking->due_minor > 0;

  foyer_face_set_name (self->face, booking->name);
  gtk_label_set_label (self->name_label, booking->name);
  gtk_label_set_label (self->due_label, due != NULL ? due : "");

  acts = (booking->state == FOYER_STATE_CONFIRMED && distance == 0)
         || (booking->state == FOYER_STATE_CHECKED_IN && distance <= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->button), acts);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  booking->state == FOYER_STATE_CHECKED_IN ? "day.check-out"
                                                                           : "day.check-in");
  fill_menu (self, distance);
  update_layout (self);
}

void
foyer_arrival_row_set_compact (FoyerArrivalRow *self,
                               gboolean         compact)
{
  g_return_if_fail (FOYER_IS_ARRIVAL_ROW (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  if (self->id != NULL)
    update_layout (self);
}

void
foyer_arrival_row_set_stacked (FoyerArrivalRow *self,
                               gboolean         stacked)
{
  g_return_if_fail (FOYER_IS_ARRIVAL_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->face), !stacked);
  gtk_widget_set_halign (GTK_WIDGET (self->due_label), stacked ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_halign (GTK_WIDGET (self->button), stacked ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}

const char *
foyer_arrival_row_get_id (FoyerArrivalRow *self)
{
  g_return_val_if_fail (FOYER_IS_ARRIVAL_ROW (self), NULL);

  return self->id;
}

void
foyer_arrival_row_focus (FoyerArrivalRow *self)
{
  g_return_if_fail (FOYER_IS_ARRIVAL_ROW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->button))
      || !gtk_widget_grab_focus (GTK_WIDGET (self->button)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
