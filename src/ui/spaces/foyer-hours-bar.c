/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-bar.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-day-drawing.h"
#include "words/foyer-words.h"

#define HEIGHT 26
#define MIN_WIDTH 120
#define HANDLE_WIDTH 24
#define HANDLE_LINE_INSET 4
#define RADIUS 7
#define TINT 0.2f
#define TEXT_SCALE 0.8
#define PAGE_STEPS 4

struct _FoyerHoursBar
{
  GtkWidget       parent_instance;

  GtkWidget      *handles[2];       /* by FoyerHoursEdge */
  FoyerHoursAxis  axis;
  gboolean        open;
  int             start_minute;
  int             end_minute;
  FoyerHoursEdge  dragged;
  double          grip;             /* from the edge to where it was taken hold of */
  gboolean        moved;            /* since it was taken hold of */
};

G_DEFINE_FINAL_TYPE (FoyerHoursBar, foyer_hours_bar, GTK_TYPE_WIDGET)

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The ends: focusable, drawn by the style sheet, moved by keys. */

#define FOYER_TYPE_HOURS_HANDLE (foyer_hours_handle_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursHandle, foyer_hours_handle, FOYER, HOURS_HANDLE, GtkWidget)

struct _FoyerHoursHandle
{
  GtkWidget      parent_instance;

  FoyerHoursEdge edge;
};

G_DEFINE_FINAL_TYPE (FoyerHoursHandle, foyer_hours_handle, GTK_TYPE_WIDGET)

static void foyer_hours_bar_move (FoyerHoursBar  *self,
                                  FoyerHoursEdge  edge,
                                  int             minute,
                                  gboolean        finished);

static int
get_minute (FoyerHoursBar  *self,
            FoyerHoursEdge  edge)
{
  return edge == FOYER_HOURS_START ? self->start_minute : self->end_minute;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  FoyerHoursHandle *handle = FOYER_HOURS_HANDLE (widget);
  FoyerHoursBar *bar = FOYER_HOURS_BAR (gtk_widget_get_parent (widget));
  gboolean horizontal;
  int steps;

  g_variant_get (args, "(ib)", &steps, &horizontal);
  if (horizontal && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    steps = -steps;
  foyer_hours_bar_move (bar, handle->edge,
                        get_minute (bar, handle->edge) + steps * FOYER_HOURS_STEP, TRUE);

  return TRUE;
}

static void
foyer_hours_handle_class_init (FoyerHoursHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; int steps; gboolean horizontal; } keys[] = {
    { GDK_KEY_Left, -1, TRUE },
    { GDK_KEY_KP_Left, -1, TRUE },
    { GDK_KEY_Right, 1, TRUE },
    { GDK_KEY_KP_Right, 1, TRUE },
    { GDK_KEY_Down, -1, FALSE },
    { GDK_KEY_KP_Down, -1, FALSE },
    { GDK_KEY_Up, 1, FALSE },
    { GDK_KEY_KP_Up, 1, FALSE },
    { GDK_KEY_Page_Down, -PAGE_STEPS, FALSE },
    { GDK_KEY_Page_Up, PAGE_STEPS, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb,
                                  "(ib)", keys[i].steps, keys[i].horizontal);
  gtk_widget_class_set_css_name (widget_class, "hourshandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
foyer_hours_handle_init (FoyerHoursHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

/* The bar */

static void
update (FoyerHoursBar *self)
{
  for (int edge = 0; edge < 2; edge++)
    {
      int minute = get_minute (self, edge);
      g_autofree char *text = foyer_words_time (minute);

      gtk_widget_set_visible (self->handles[edge], self->open);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[edge]),
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 24 * 60.0,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) minute,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                      -1);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
foyer_hours_bar_move (FoyerHoursBar  *self,
                      FoyerHoursEdge  edge,
                      int             minute,
                      gboolean        finished)
{
  if (!foyer_hours_move (&self->start_minute, &self->end_minute, edge, minute))
    return;

  self->moved = TRUE;
  update (self);
  if (finished)
    g_signal_emit (self, signals[MOVED], 0, self->start_minute, self->end_minute);
}

static double
place (FoyerHoursBar *self,
       int            minute)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = foyer_hours_axis_place (self->axis, minute, width);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static int
read_minute (FoyerHoursBar *self,
             double         x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  return foyer_hours_axis_read (self->axis, x, width);
}

static void
drag_begin_cb (FoyerHoursBar  *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  double start = place (self, self->start_minute);
  double end = place (self, self->end_minute);

  if (!self->open || MIN (ABS (x - start), ABS (x - end)) > HANDLE_WIDTH)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = ABS (x - start) <= ABS (x - end) ? FOYER_HOURS_START : FOYER_HOURS_END;
  self->grip = x - (self->dragged == FOYER_HOURS_START ? start : end);
  self->moved = FALSE;
  gtk_widget_grab_focus (self->handles[self->dragged]);
}

static void
drag_update_cb (FoyerHoursBar  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y) && (self->moved || ABS (dx) >= 4))
    foyer_hours_bar_move (self, self->dragged, read_minute (self, x + dx - self->grip), FALSE);
}

static void
drag_end_cb (FoyerHoursBar *self)
{
  if (self->moved)
    g_signal_emit (self, signals[MOVED], 0, self->start_minute, self->end_minute);
  self->moved = FALSE;
}

static void
foyer_hours_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "00");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MAX (HEIGHT, height + 4) : MIN_WIDTH;
  *natural = *minimum;
}

static void
foyer_hours_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FoyerHoursBar *self = FOYER_HOURS_BAR (widget);

  for (int edge = 0; edge < 2; edge++)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      gboolean left = (edge == FOYER_HOURS_START) != rtl;
      int x = (int) place (self, get_minute (self, edge));

      if (!gtk_widget_get_visible (self->handles[edge]))
        continue;
      /* Each lies within the open part, with its line at the outer side. */
      x += left ? HANDLE_LINE_INSET - HANDLE_WIDTH / 2 : HANDLE_WIDTH / 2 - HANDLE_LINE_INSET - HANDLE_WIDTH;
      gtk_widget_size_allocate (self->handles[edge], &(GtkAllocation) { x, 0, HANDLE_WIDTH, height }, -1);
    }
}

static void
foyer_hours_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  FoyerHoursBar *self = FOYER_HOURS_BAR (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                             gtk_widget_get_height (widget));
  FoyerDayPalette palette;
  GskRoundedRect outline;
  GdkRGBA color;

  foyer_day_palette_init (&palette, widget);
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  color = foyer_day_palette_fade (&palette.foreground, palette.dark ? 0.1f : 0.06f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &area);
  if (!self->open)
    foyer_day_drawing_hatch (snapshot, &palette, &area);
  gtk_snapshot_pop (snapshot);

  if (self->open)
    {
      double start = place (self, self->start_minute);
      double end = place (self, self->end_minute);
      g_autofree char *text = foyer_words_hours (self->start_minute, self->end_minute);
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
      g_autoptr(PangoAttrList) attrs = pango_attr_list_new ();
      int width, height;

      area.origin.x = MIN (start, end);
      area.size.width = ABS (end - start);
      gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
      color = foyer_day_palette_fade (&palette.seat, TINT);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &color, &area);
      gtk_snapshot_pop (snapshot);
      if (palette.high_contrast)
        gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                    (GdkRGBA[4]) { palette.foreground, palette.foreground,
                                                   palette.foreground, palette.foreground });

      pango_attr_list_insert (attrs, pango_attr_scale_new (TEXT_SCALE));
      pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
      pango_layout_set_attributes (layout, attrs);
      pango_layout_get_pixel_size (layout, &width, &height);
      if (width + HANDLE_WIDTH <= area.size.width)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.origin.x + (area.size.width - width) / 2,
                                                                  (area.size.height - height) / 2));
          gtk_snapshot_append_layout (snapshot, layout, &palette.foreground);
          gtk_snapshot_restore (snapshot);
        }
      for (int edge = 0; edge < 2; edge++)
        gtk_widget_snapshot_child (widget, self->handles[edge], snapshot);
    }
}

static void
foyer_hours_bar_dispose (GObject *object)
{
  FoyerHoursBar *self = FOYER_HOURS_BAR (object);

  for (int edge = 0; edge < 2; edge++)
    g_clear_pointer (&self->handles[edge], gtk_widget_unparent);

  G_OBJECT_CLASS (foyer_hours_bar_parent_class)->dispose (object);
}

static void
foyer_hours_bar_class_init (FoyerHoursBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_hours_bar_dispose;

  widget_class->measure = foyer_hours_bar_measure;
  widget_class->size_allocate = foyer_hours_bar_size_allocate;
  widget_class->snapshot = foyer_hours_bar_snapshot;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "hoursbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foyer_hours_bar_init (FoyerHoursBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->axis = (FoyerHoursAxis) FOYER_HOURS_AXIS_USUAL;
  for (int edge = 0; edge < 2; edge++)
    {
      FoyerHoursHandle *handle = g_object_new (FOYER_TYPE_HOURS_HANDLE, NULL);

      handle->edge = edge;
      self->handles[edge] = GTK_WIDGET (handle);
      gtk_widget_set_parent (self->handles[edge], GTK_WIDGET (self));
    }

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
foyer_hours_bar_new (const char *name)
{
  FoyerHoursBar *self = g_object_new (FOYER_TYPE_HOURS_BAR, NULL);
  /* Translators: %s is a weekday: the handle that moves when it opens, when it closes */
  g_autofree char *opens = g_strdup_printf (_("%s, opens"), name);
  g_autofree char *closes = g_strdup_printf (_("%s, closes"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[FOYER_HOURS_START]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, opens, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[FOYER_HOURS_END]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, closes, -1);

  return GTK_WIDGET (self);
}

void
foyer_hours_bar_set_axis (FoyerHoursBar  *self,
                          FoyerHoursAxis  axis)
{
  g_return_if_fail (FOYER_IS_HOURS_BAR (self));

  self->axis = axis;
  update (self);
}

void
foyer_hours_bar_show (FoyerHoursBar *self,
                      gboolean       open,
                      int            start_minute,
                      int            end_minute)
{
  g_return_if_fail (FOYER_IS_HOURS_BAR (self));

  self->open = open;
  self->start_minute = start_minute;
  self->end_minute = end_minute;
  update (self);
}
