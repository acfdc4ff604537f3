/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-month-grid.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-day-cell.h"
#include "ui/calendar/foyer-month-layout.h"
#include "ui/calendar/foyer-month-row.h"
#include "ui/calendar/foyer-timeline.h"
#include "words/foyer-words.h"

#define NARROW_COLUMN 56
#define TAP_SLACK 12

struct _FoyerMonthGrid
{
  GtkWidget      parent_instance;

  FoyerDesk     *desk;
  FoyerTimeline *timeline;
  FoyerMonthRow *header;
  GtkWidget     *names[7];
  FoyerMonthRow *rows[FOYER_MONTH_WEEKS];
  FoyerDayCell  *cells[FOYER_MONTH_CELLS];

  int            first_weekday;
  FoyerDay       month;
  FoyerDay       anchor;           /* where the selection began */
  FoyerDay       cursor;           /* and where it ends */
  FoyerDay       today;            /* as last shown */
  gboolean       narrow;
  gboolean       pressed;          /* a pointer draws a selection */
};

G_DEFINE_FINAL_TYPE (FoyerMonthGrid, foyer_month_grid, GTK_TYPE_WIDGET)

enum { SELECTION_CHANGED, MONTH_CHANGED, ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerDay
get_first_cell (FoyerMonthGrid *self)
{
  return foyer_month_layout_first_cell (self->month, self->first_weekday);
}

/* The one cell that Tab comes to: the cursor's, or on another month's page its first day. */
static FoyerDayCell *
get_tab_stop (FoyerMonthGrid *self)
{
  int i = self->cursor - get_first_cell (self);

  if (i < 0 || i >= FOYER_MONTH_CELLS)
    i = self->month - get_first_cell (self);

  return self->cells[i];
}

static FoyerDayCell *
get_focused (FoyerMonthGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  focus = focus != NULL ? gtk_widget_get_focus_child (focus) : NULL;

  return FOYER_IS_DAY_CELL (focus) ? FOYER_DAY_CELL (focus) : NULL;
}

static void
update_cells (FoyerMonthGrid *self)
{
  FoyerDay first = get_first_cell (self);
  FoyerDay next_month = foyer_day_add_months (self->month, 1);

  for (int i = 0; i < FOYER_MONTH_CELLS; i++)
    {
      FoyerDay day = first + i;
      FoyerDayLook look = {
        .day = day,
        .today = self->today,
        .availability = self->timeline != NULL ? foyer_timeline_get (self->timeline, day) : NULL,
        .outside = day < self->month || day >= next_month,
        .selected = day >= MIN (self->anchor, self->cursor) && day <= MAX (self->anchor, self->cursor),
        .cursor = day == self->cursor,
      };

      foyer_day_cell_show (self->cells[i], &look);
    }

  for (int i = 0; i < FOYER_MONTH_WEEKS; i++)
    {
      g_autofree char *week = g_strdup_printf ("%d", foyer_month_layout_week_number (first + 7 * i));

      foyer_month_row_set_week (self->rows[i], week);
    }
}

/* The month of @shown, and the days from @anchor to @cursor drawn into it at once. */
static void
show (FoyerMonthGrid *self,
      FoyerDay        shown,
      FoyerDay        anchor,
      FoyerDay        cursor)
{
  FoyerDay month = foyer_day_first_of_month (shown);
  gboolean turned = month != self->month && foyer_day_is_valid (month);
  gboolean selected = anchor != self->anchor || cursor != self->cursor;
  gboolean had_focus = get_focused (self) != NULL;

  if (!turned && !selected)
    return;

  self->anchor = anchor;
  self->cursor = cursor;
  if (turned)
    {
      g_autofree char *name = foyer_words_month (month);

      self->month = month;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (self->timeline != NULL)
        foyer_timeline_set_month (self->timeline, month, self->first_weekday);
    }
  update_cells (self);
  if (turned && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_tab_stop (self)));
  if (selected)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  if (turned)
    g_signal_emit (self, signals[MONTH_CHANGED], 0);
}

static void
show_month (FoyerMonthGrid *self,
            FoyerDay        day)
{
  show (self, day, self->anchor, self->cursor);
}

static void
select_range (FoyerMonthGrid *self,
              FoyerDay        anchor,
              FoyerDay        cursor)
{
  show (self, self->month, anchor, cursor);
}

static void
go_to (FoyerMonthGrid *self,
       FoyerDay        day,
       gboolean        extend)
{
  show (self, day, extend ? self->anchor : day, day);
  gtk_widget_grab_focus (GTK_WIDGET (get_tab_stop (self)));
}

static void
update (FoyerMonthGrid *self)
{
  self->today = foyer_desk_get_today (self->desk);
  if (self->cursor == FOYER_DAY_NONE && self->today != FOYER_DAY_NONE)
    foyer_month_grid_select (self, self->today);
  if (self->month != FOYER_DAY_NONE)
    update_cells (self);
}

/* Keys */

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);
  FoyerDayCell *focused = get_focused (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean extend;
  int move;

  if (focused == NULL)
    return FALSE;

  g_variant_get (args, "(ib)", &move, &extend);
  if (rtl && move == FOYER_MONTH_MOVE_DAY_BACK)
    move = FOYER_MONTH_MOVE_DAY_ON;
  else if (rtl && move == FOYER_MONTH_MOVE_DAY_ON)
    move = FOYER_MONTH_MOVE_DAY_BACK;

  go_to (self, foyer_month_layout_move (foyer_day_cell_get_day (focused), move, self->first_weekday),
         extend);

  return TRUE;
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);

  if (self->today != FOYER_DAY_NONE)
    go_to (self, self->today, FALSE);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);
  FoyerDayCell *focused = get_focused (self);

  if (focused == NULL)
    return FALSE;

  /* Enter within a range is about the range. */
  if (foyer_day_cell_get_day (focused) != self->cursor)
    go_to (self, foyer_day_cell_get_day (focused), FALSE);
  g_signal_emit (self, signals[ACTIVATED], 0);

  return TRUE;
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           keypad,
          FoyerMonthMove  move)
{
  const guint keys[] = { keyval, keypad };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, move_cb, "(ib)", move, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_SHIFT_MASK, move_cb,
                                    "(ib)", move, TRUE);
    }
}

/* Pointers */

static FoyerDay
get_day_at (FoyerMonthGrid *self,
            double          x,
            double          y)
{
  FoyerDayCell *nearest = NULL;
  float least = G_MAXFLOAT;

  for (int i = 0; i < FOYER_MONTH_CELLS; i++)
    {
      graphene_rect_t area;
      float dx, dy;

      if (!gtk_widget_compute_bounds (GTK_WIDGET (self->cells[i]), GTK_WIDGET (self), &area))
        continue;
      dx = MAX (MAX (area.origin.x - x, x - area.origin.x - area.size.width), 0);
      dy = MAX (MAX (area.origin.y - y, y - area.origin.y - area.size.height), 0);
      if (dx + dy < least)
        {
          least = dx + dy;
          nearest = self->cells[i];
        }
    }

  return nearest != NULL ? foyer_day_cell_get_day (nearest) : FOYER_DAY_NONE;
}

/* By pointer the page stays, also when the day is of another month: it must not move
 * away under the hand. */
static void
point_at (FoyerMonthGrid *self,
          FoyerDay        day,
          gboolean        extend)
{
  if (day == FOYER_DAY_NONE)
    return;

  select_range (self, extend ? self->anchor : day, day);
  gtk_widget_grab_focus (GTK_WIDGET (get_tab_stop (self)));
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (FoyerMonthGrid *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  graphene_rect_t names;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->header), GTK_WIDGET (self), &names)
      && y < names.origin.y + names.size.height)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* A finger may be about to turn the page: it selects when it leaves, or after resting. */
  self->pressed = !is_touch (GTK_GESTURE (drag));
  if (self->pressed)
    point_at (self, get_day_at (self, x, y), (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_update_cb (FoyerMonthGrid *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;

  if (!self->pressed || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (ABS (dx) + ABS (dy) > TAP_SLACK)
    point_at (self, get_day_at (self, x + dx, y + dy), TRUE);
}

static void
drag_end_cb (FoyerMonthGrid *self,
             double          dx,
             double          dy,
             GtkGestureDrag *drag)
{
  double x, y;
  gboolean tapped = !self->pressed && ABS (dx) + ABS (dy) <= TAP_SLACK;

  if (tapped && gtk_gesture_drag_get_start_point (drag, &x, &y))
    point_at (self, get_day_at (self, x, y), FALSE);
  if (tapped || self->pressed)
    g_signal_emit (self, signals[ACTIVATED], 0);
  self->pressed = FALSE;
}

static void
long_press_cb (FoyerMonthGrid *self,
               double          x,
               double          y)
{
  if (self->pressed)
    return;

  self->pressed = TRUE;
  point_at (self, get_day_at (self, x, y), FALSE);
}

static void
swipe_cb (FoyerMonthGrid *self,
          double          vx,
          double          vy,
          GtkGesture     *swipe)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (!is_touch (swipe) || self->pressed || ABS (vx) < 2 * ABS (vy) || ABS (vx) < 200)
    return;

  foyer_month_grid_turn (self, (vx < 0) != rtl ? 1 : -1);
}

static gboolean
scroll_cb (FoyerMonthGrid *self,
           double          dx,
           double          dy)
{
  /* Where the month is taller than its window the wheel shows the rest of it. */
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport != NULL
      && gtk_widget_get_height (GTK_WIDGET (self)) > gtk_widget_get_height (viewport))
    return GDK_EVENT_PROPAGATE;

  if (dy != 0)
    foyer_month_grid_turn (self, dy > 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* Layout */

static void
name_weekdays (FoyerMonthGrid *self)
{
  for (int i = 0; i < 7; i++)
    {
      int weekday = (self->first_weekday - 1 + i) % 7 + 1;
      g_autofree char *name = foyer_words_weekday (weekday);
      g_autofree char *shown = self->narrow ? foyer_words_weekday_letter (weekday)
                                            : foyer_words_weekday_short (weekday);

      gtk_label_set_label (GTK_LABEL (self->names[i]), shown);
      gtk_label_set_xalign (GTK_LABEL (self->names[i]), self->narrow ? 0.5 : 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->names[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
foyer_month_grid_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);
  int header, row;

  gtk_widget_measure (GTK_WIDGET (self->rows[0]), orientation, -1, &row, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->header), orientation, -1, &header, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = row;
  else
    *minimum = header + FOYER_MONTH_WEEKS * (row + FOYER_MONTH_GAP);
  *natural = *minimum;
}

static void
foyer_month_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);
  gboolean narrow = width < 7 * NARROW_COLUMN;
  int header, top, pitch;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      name_weekdays (self);
    }

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, -1,
                      &header, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->header), &(GtkAllocation) { 0, 0, width, header }, -1);

  /* All of one height, or a line of text would find room in some weeks and not in others. */
  top = header + FOYER_MONTH_GAP;
  pitch = (height - top + FOYER_MONTH_GAP) / FOYER_MONTH_WEEKS;
  for (int i = 0; i < FOYER_MONTH_WEEKS; i++)
    gtk_widget_size_allocate (GTK_WIDGET (self->rows[i]),
                              &(GtkAllocation) { 0, top + i * pitch, width, pitch - FOYER_MONTH_GAP },
                              -1);
}

static gboolean
foyer_month_grid_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);

  /* Every way out leads out: within, keys move the cursor. */
  if (get_focused (self) != NULL || self->month == FOYER_DAY_NONE)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (get_tab_stop (self)));
}

static gboolean
foyer_month_grid_grab_focus (GtkWidget *widget)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (widget);

  return self->month != FOYER_DAY_NONE && gtk_widget_grab_focus (GTK_WIDGET (get_tab_stop (self)));
}

static void
foyer_month_grid_dispose (GObject *object)
{
  FoyerMonthGrid *self = FOYER_MONTH_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timeline);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_month_grid_parent_class)->dispose (object);
}

static void
foyer_month_grid_class_init (FoyerMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char * const names[N_SIGNALS] = { "selection-changed", "month-changed", "activated" };

  object_class->dispose = foyer_month_grid_dispose;

  widget_class->measure = foyer_month_grid_measure;
  widget_class->size_allocate = foyer_month_grid_size_allocate;
  widget_class->focus = foyer_month_grid_focus;
  widget_class->grab_focus = foyer_month_grid_grab_focus;

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, FOYER_MONTH_MOVE_DAY_BACK);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, FOYER_MONTH_MOVE_DAY_ON);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, FOYER_MONTH_MOVE_WEEK_BACK);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, FOYER_MONTH_MOVE_WEEK_ON);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, FOYER_MONTH_MOVE_WEEK_START);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, FOYER_MONTH_MOVE_WEEK_END);
  add_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, FOYER_MONTH_MOVE_MONTH_BACK);
  add_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, FOYER_MONTH_MOVE_MONTH_ON);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, today_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
add_rows (FoyerMonthGrid *self)
{
  self->header = FOYER_MONTH_ROW (foyer_month_row_new (0));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  for (int i = 0; i < 7; i++)
    {
      /* Not column headers: GTK 4.18 shows those to AT-SPI as fillers, which no reader reads. */
      self->names[i] = gtk_label_new (NULL);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->names[i]),
                                      GTK_ACCESSIBLE_RELATION_COL_INDEX, i + 1, -1);
      foyer_month_row_append (self->header, self->names[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->header), "weekdays");

  for (int week = 0; week < FOYER_MONTH_WEEKS; week++)
    {
      self->rows[week] = FOYER_MONTH_ROW (foyer_month_row_new (week + 1));
      gtk_widget_set_parent (GTK_WIDGET (self->rows[week]), GTK_WIDGET (self));
      for (int i = 0; i < 7; i++)
        {
          GtkWidget *cell = foyer_day_cell_new (week, i);

          self->cells[7 * week + i] = FOYER_DAY_CELL (cell);
          foyer_month_row_append (self->rows[week], cell);
        }
    }
}

static void
add_gestures (FoyerMonthGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                       | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_press_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);

  gtk_gesture_group (press, drag);
  gtk_gesture_group (swipe, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
foyer_month_grid_init (FoyerMonthGrid *self)
{
  self->first_weekday = foyer_words_first_weekday ();
  self->month = FOYER_DAY_NONE;
  self->anchor = FOYER_DAY_NONE;
  self->cursor = FOYER_DAY_NONE;
  self->today = FOYER_DAY_NONE;

  add_rows (self);
  name_weekdays (self);
  add_gestures (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("name of the month's grid", "Calendar"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, FOYER_MONTH_WEEKS + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, 7,
                                  -1);
}

void
foyer_month_grid_set_desk (FoyerMonthGrid *self,
                           FoyerDesk      *desk)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->timeline = foyer_timeline_new (desk);
  g_signal_connect_object (self->timeline, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

FoyerDay
foyer_month_grid_get_month (FoyerMonthGrid *self)
{
  g_return_val_if_fail (FOYER_IS_MONTH_GRID (self), FOYER_DAY_NONE);

  return self->month;
}

void
foyer_month_grid_turn (FoyerMonthGrid *self,
                       int             n_months)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));

  if (self->month != FOYER_DAY_NONE)
    show_month (self, foyer_day_add_months (self->month, n_months));
}

void
foyer_month_grid_show (FoyerMonthGrid *self,
                       FoyerDay        day)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));
  g_return_if_fail (foyer_day_is_valid (day));

  show_month (self, day);
}

void
foyer_month_grid_select (FoyerMonthGrid *self,
                         FoyerDay        day)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));
  g_return_if_fail (foyer_day_is_valid (day));

  show (self, day, day, day);
}

gboolean
foyer_month_grid_collapse (FoyerMonthGrid *self)
{
  g_return_val_if_fail (FOYER_IS_MONTH_GRID (self), FALSE);

  if (self->anchor == self->cursor)
    return FALSE;

  select_range (self, self->cursor, self->cursor);

  return TRUE;
}

void
foyer_month_grid_get_selection (FoyerMonthGrid *self,
                                FoyerDay       *first,
                                FoyerDay       *last)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));

  *first = MIN (self->anchor, self->cursor);
  *last = MAX (self->anchor, self->cursor);
}

void
foyer_month_grid_set_show_week_numbers (FoyerMonthGrid *self,
                                        gboolean        show)
{
  g_return_if_fail (FOYER_IS_MONTH_GRID (self));

  foyer_month_row_set_week_visible (self->header, show);
  for (int i = 0; i < FOYER_MONTH_WEEKS; i++)
    foyer_month_row_set_week_visible (self->rows[i], show);
}
