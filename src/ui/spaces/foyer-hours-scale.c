/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-scale.h"

#include "words/foyer-words.h"

#define SPACING 24

struct _FoyerHoursScale
{
  GtkWidget      parent_instance;

  FoyerHoursAxis axis;
};

G_DEFINE_FINAL_TYPE (FoyerHoursScale, foyer_hours_scale, GTK_TYPE_WIDGET)

static PangoLayout *
create_hour (FoyerHoursScale *self,
             int              minute)
{
  g_autofree char *text = foyer_words_time (minute);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
foyer_hours_scale_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  g_autoptr(PangoLayout) layout = create_hour (FOYER_HOURS_SCALE (widget), 12 * 60);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : 0;
}

/* Every so many hours, as few as there is room for. */
static int
get_step (FoyerHoursScale *self)
{
  static const int steps[] = { 60, 120, 180, 240, 360 };
  g_autoptr(PangoLayout) layout = create_hour (self, 12 * 60);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  int text_width;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (width * steps[i] / (self->axis.last - self->axis.first) >= text_width + SPACING)
      return steps[i];

  return 12 * 60;
}

static void
foyer_hours_scale_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  FoyerHoursScale *self = FOYER_HOURS_SCALE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (widget);
  int step = get_step (self);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  for (int minute = self->axis.first + 60; minute < self->axis.last; minute += step)
    {
      g_autoptr(PangoLayout) layout = create_hour (self, minute);
      double x = foyer_hours_axis_place (self->axis, minute, width);
      int text_width;

      pango_layout_get_pixel_size (layout, &text_width, NULL);
      x = CLAMP (x - text_width / 2.0, 0, MAX (width - text_width, 0));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl ? width - x - text_width : x, 0));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
foyer_hours_scale_class_init (FoyerHoursScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = foyer_hours_scale_measure;
  widget_class->snapshot = foyer_hours_scale_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_hours_scale_init (FoyerHoursScale *self)
{
  self->axis = (FoyerHoursAxis) FOYER_HOURS_AXIS_USUAL;
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

void
foyer_hours_scale_set_axis (FoyerHoursScale *self,
                            FoyerHoursAxis   axis)
{
  g_return_if_fail (FOYER_IS_HOURS_SCALE (self));

  self->axis = axis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
