/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-year-swatches.h"

#include <adwaita.h>

#include "ui/calendar/foyer-day-drawing.h"
#include "ui/calendar/foyer-year-layout.h"

#define SIZE 14
#define GAP 3

struct _FoyerYearSwatches
{
  GtkWidget parent_instance;

  gboolean  closed;
};

G_DEFINE_FINAL_TYPE (FoyerYearSwatches, foyer_year_swatches, GTK_TYPE_WIDGET)

typedef enum { PROP_CLOSED = 1 } FoyerYearSwatchesProp;
static GParamSpec *props[PROP_CLOSED + 1];

static int
get_n (FoyerYearSwatches *self)
{
  return self->closed ? 1 : FOYER_YEAR_LEVELS;
}

static void
foyer_year_swatches_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  FoyerYearSwatches *self = FOYER_YEAR_SWATCHES (widget);
  float top = (gtk_widget_get_height (widget) - SIZE) / 2;
  FoyerDayPalette palette;

  foyer_day_palette_init (&palette, widget);
  for (int i = 0; i < get_n (self); i++)
    {
      int place = palette.rtl ? get_n (self) - 1 - i : i;

      foyer_day_drawing_level (snapshot, &palette, self->closed ? -1 : i,
                               &GRAPHENE_RECT_INIT (place * (SIZE + GAP), top, SIZE, SIZE));
    }
}

static void
foyer_year_swatches_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  int n = orientation == GTK_ORIENTATION_HORIZONTAL ? get_n (FOYER_YEAR_SWATCHES (widget)) : 1;

  *minimum = *natural = n * (SIZE + GAP) - GAP;
}

static void
foyer_year_swatches_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((FoyerYearSwatchesProp) prop_id)
    {
    case PROP_CLOSED:
      g_value_set_boolean (value, FOYER_YEAR_SWATCHES (object)->closed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_year_swatches_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((FoyerYearSwatchesProp) prop_id)
    {
    case PROP_CLOSED:
      FOYER_YEAR_SWATCHES (object)->closed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_year_swatches_class_init (FoyerYearSwatchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_year_swatches_get_property;
  object_class->set_property = foyer_year_swatches_set_property;
  widget_class->snapshot = foyer_year_swatches_snapshot;
  widget_class->measure = foyer_year_swatches_measure;

  props[PROP_CLOSED] = g_param_spec_boolean ("closed", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_year_swatches_init (FoyerYearSwatches *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
