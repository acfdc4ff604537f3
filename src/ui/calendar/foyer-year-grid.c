/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-year-grid.h"

#include "ui/calendar/foyer-timeline.h"
#include "ui/calendar/foyer-year-layout.h"
#include "ui/calendar/foyer-year-month.h"
#include "words/foyer-words.h"

#define N_MONTHS 12
#define COLUMN_GAP 28
#define COLUMN_GAP_NARROW 18
#define ROW_GAP 12

struct _FoyerYearGrid
{
  GtkWidget       parent_instance;

  FoyerDesk      *desk;
  FoyerTimeline  *timeline;
  FoyerYearMonth *months[N_MONTHS];

  FoyerDay        cursor;          /* the first day of the month that Tab comes to */
  int             n_columns;
};

G_DEFINE_FINAL_TYPE (FoyerYearGrid, foyer_year_grid, GTK_TYPE_WIDGET)

enum { YEAR_CHANGED, ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerDay
get_first (FoyerDay day)
{
  int year, month, day_of_month;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);

  return foyer_day_new (year, 1, 1);
}

static int
get_index (FoyerYearGrid *self)
{
  int year, month, day_of_month;

  foyer_day_get_ymd (self->cursor, &year, &month, &day_of_month);

  return month - 1;
}

static void
update_months (FoyerYearGrid *self)
{
  FoyerDay today = foyer_desk_get_today (self->desk);

  if (self->cursor == FOYER_DAY_NONE)
    return;

  for (int i = 0; i < N_MONTHS; i++)
    foyer_year_month_show (self->months[i], foyer_day_add_months (get_first (self->cursor), i), today,
                           self->timeline);
}

/* For the year while it is seen, then for nothing: each change in the calendar asks anew. */
static void
ask (FoyerYearGrid *self)
{
  FoyerDay first, last;
  int year, month, day;

  if (self->cursor == FOYER_DAY_NONE)
    return;

  foyer_day_get_ymd (self->cursor, &year, &month, &day);
  first = foyer_day_new (year, 1, 1);
  last = foyer_day_new (year, 12, 31);
  foyer_timeline_set_days (self->timeline, first,
                           gtk_widget_get_mapped (GTK_WIDGET (self)) ? last - first + 1 : 0);
}

/* @cursor is the first of a month. */
static void
go_to (FoyerYearGrid *self,
       FoyerDay       cursor)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean turned = self->cursor == FOYER_DAY_NONE || get_first (cursor) != get_first (self->cursor);

  self->cursor = cursor;
  if (turned)
    {
      g_autofree char *name = foyer_words_year (cursor);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      ask (self);
      update_months (self);
      g_signal_emit (self, signals[YEAR_CHANGED], 0);
    }
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->months[get_index (self)]));
}

static void
move_by (FoyerYearGrid *self,
         int            n_months)
{
  FoyerDay to = foyer_day_add_months (self->cursor, n_months);

  if (foyer_day_is_valid (to))
    go_to (self, to);
}

/* Keys */

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);
  int columns, rows;

  if (self->cursor == FOYER_DAY_NONE)
    return FALSE;

  g_variant_get (args, "(ii)", &columns, &rows);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    columns = -columns;
  move_by (self, columns + rows * self->n_columns);

  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  foyer_year_grid_turn (FOYER_YEAR_GRID (widget), g_variant_get_int32 (args));

  return TRUE;
}

static gboolean
edge_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);

  if (self->cursor != FOYER_DAY_NONE)
    move_by (self, g_variant_get_int32 (args) - get_index (self));

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);

  if (gtk_widget_get_focus_child (widget) == NULL)
    return FALSE;

  g_signal_emit (self, signals[ACTIVATED], 0, self->cursor, TRUE);

  return TRUE;
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           keypad,
          int             columns,
          int             rows)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, move_cb, "(ii)", columns, rows);
  gtk_widget_class_add_binding (widget_class, keypad, 0, move_cb, "(ii)", columns, rows);
}

/* Pointer */

static void
released_cb (FoyerYearGrid *self,
             int            n_press,
             double         x,
             double         y)
{
  for (int i = 0; i < N_MONTHS; i++)
    {
      GtkWidget *month = GTK_WIDGET (self->months[i]);
      graphene_point_t at;
      FoyerDay day;

      if (!gtk_widget_compute_point (GTK_WIDGET (self), month, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
          || !gtk_widget_contains (month, at.x, at.y))
        continue;

      day = foyer_year_month_get_day_at (self->months[i], at.x, at.y);
      self->cursor = foyer_year_month_get_month (self->months[i]);
      g_signal_emit (self, signals[ACTIVATED], 0, day != FOYER_DAY_NONE ? day : self->cursor,
                     day == FOYER_DAY_NONE);
      return;
    }
}

/* Layout */

static int
get_gap (int width)
{
  return foyer_year_layout_columns (width) > 2 ? COLUMN_GAP : COLUMN_GAP_NARROW;
}

static int
get_month_width (int width)
{
  int n = foyer_year_layout_columns (width);

  return (width - (n - 1) * get_gap (width)) / n;
}

static int
get_month_height (FoyerYearGrid *self,
                  int            width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->months[0]), GTK_ORIENTATION_VERTICAL, get_month_width (width),
                      &height, NULL, NULL, NULL);

  return height;
}

static void
foyer_year_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);
  int month, wish;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (GTK_WIDGET (self->months[0]), orientation, -1, &month, &wish, NULL, NULL);
      *minimum = 2 * month + COLUMN_GAP_NARROW;
      *natural = 4 * wish + 3 * COLUMN_GAP;
    }
  else
    {
      int width = for_size;
      int n_rows;

      if (width < 0)
        foyer_year_grid_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, &wish, NULL, NULL);
      n_rows = N_MONTHS / foyer_year_layout_columns (width);
      *minimum = *natural = n_rows * get_month_height (self, width) + (n_rows - 1) * ROW_GAP;
    }
}

static GtkSizeRequestMode
foyer_year_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_year_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int month_width = get_month_width (width);
  int month_height = get_month_height (self, width);

  self->n_columns = foyer_year_layout_columns (width);
  for (int i = 0; i < N_MONTHS; i++)
    {
      int x = i % self->n_columns * (month_width + get_gap (width));
      int y = i / self->n_columns * (month_height + ROW_GAP);

      gtk_widget_size_allocate (GTK_WIDGET (self->months[i]),
                                &(GtkAllocation) { rtl ? width - x - month_width : x, y, month_width, month_height },
                                -1);
    }
}

static gboolean
foyer_year_grid_grab_focus (GtkWidget *widget)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (widget);

  return self->cursor != FOYER_DAY_NONE
         && gtk_widget_grab_focus (GTK_WIDGET (self->months[get_index (self)]));
}

static gboolean
foyer_year_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  /* Every way out leads out: within, keys move the cursor. */
  return gtk_widget_get_focus_child (widget) == NULL && foyer_year_grid_grab_focus (widget);
}

static void
foyer_year_grid_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_year_grid_parent_class)->map (widget);
  ask (FOYER_YEAR_GRID (widget));
}

static void
foyer_year_grid_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_year_grid_parent_class)->unmap (widget);
  if (FOYER_YEAR_GRID (widget)->timeline != NULL)
    ask (FOYER_YEAR_GRID (widget));
}

static void
foyer_year_grid_dispose (GObject *object)
{
  FoyerYearGrid *self = FOYER_YEAR_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timeline);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_year_grid_parent_class)->dispose (object);
}

static void
foyer_year_grid_class_init (FoyerYearGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_year_grid_dispose;
  widget_class->map = foyer_year_grid_map;
  widget_class->unmap = foyer_year_grid_unmap;
  widget_class->measure = foyer_year_grid_measure;
  widget_class->get_request_mode = foyer_year_grid_get_request_mode;
  widget_class->size_allocate = foyer_year_grid_size_allocate;
  widget_class->focus = foyer_year_grid_focus;
  widget_class->grab_focus = foyer_year_grid_grab_focus;

  signals[YEAR_CHANGED] = g_signal_new ("year-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);

  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, edge_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, edge_cb, "i", N_MONTHS - 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "yeargrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
foyer_year_grid_init (FoyerYearGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  int first_weekday = foyer_words_first_weekday ();

  self->cursor = FOYER_DAY_NONE;
  self->n_columns = 1;
  for (int i = 0; i < N_MONTHS; i++)
    {
      self->months[i] = FOYER_YEAR_MONTH (foyer_year_month_new (first_weekday));
      gtk_widget_set_parent (GTK_WIDGET (self->months[i]), GTK_WIDGET (self));
    }
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
foyer_year_grid_set_desk (FoyerYearGrid *self,
                          FoyerDesk     *desk)
{
  g_return_if_fail (FOYER_IS_YEAR_GRID (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->timeline = foyer_timeline_new (desk);
  g_signal_connect_object (self->timeline, "changed", G_CALLBACK (update_months), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (update_months), self, G_CONNECT_SWAPPED);
}

void
foyer_year_grid_show (FoyerYearGrid *self,
                      FoyerDay       day)
{
  g_return_if_fail (FOYER_IS_YEAR_GRID (self));
  g_return_if_fail (foyer_day_is_valid (day));

  go_to (self, foyer_day_first_of_month (day));
}

void
foyer_year_grid_turn (FoyerYearGrid *self,
                      int            n_years)
{
  g_return_if_fail (FOYER_IS_YEAR_GRID (self));

  if (self->cursor != FOYER_DAY_NONE)
    move_by (self, N_MONTHS * n_years);
}

FoyerDay
foyer_year_grid_get_month (FoyerYearGrid *self)
{
  g_return_val_if_fail (FOYER_IS_YEAR_GRID (self), FOYER_DAY_NONE);

  return self->cursor;
}
