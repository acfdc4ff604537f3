/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-days-strip.h"

#include <string.h>

#include "words/foyer-words.h"

#define SQUARE 10
#define GAP 3
#define RADIUS 3
#define STEP (SQUARE + GAP)
#define WEEKS_MAX 53
#define WEEK 7
#define WORKDAYS 5
#define MONTHS_GAP 6
/* Of an empty day; the dark scheme and high contrast have others in their style sheets. */
#define EMPTY_ALPHA 0.08f

struct _FoyerDaysStrip {
  GtkWidget  parent_instance;

  FoyerDay   today;
  int        n_rows;
  guint8     here[WEEKS_MAX * WEEK];     /* by the days before the Sunday of this week */
};

G_DEFINE_FINAL_TYPE (FoyerDaysStrip, foyer_days_strip, GTK_TYPE_WIDGET)

/* The Sunday that ends the week of today. */
static FoyerDay
get_sunday (FoyerDaysStrip *self)
{
  return self->today + WEEK - foyer_day_get_weekday (self->today);
}

static PangoLayout *
make_layout (FoyerDaysStrip *self,
             const char     *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static int
get_text_height (FoyerDaysStrip *self)
{
  g_autoptr(PangoLayout) layout = make_layout (self, "Jjg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
foyer_days_strip_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  FoyerDaysStrip *self = FOYER_DAYS_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 8 * STEP - GAP;
      *natural = WEEKS_MAX * STEP - GAP;
    }
  else
    {
      *minimum = *natural = self->n_rows * STEP - GAP + MONTHS_GAP + get_text_height (self);
    }
}

/* A month has its name under the week in which it begins, where there is room for it. */
static void
draw_months (FoyerDaysStrip *self,
             GtkSnapshot    *snapshot,
             int             n_weeks,
             float           left,
             const GdkRGBA  *color)
{
  const FoyerDay monday = get_sunday (self) - n_weeks * WEEK + 1;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  float room = 0;

  for (int week = 0; week < n_weeks; week++)
    {
      const float x = left + (float) (week * STEP);
      g_autoptr(PangoLayout) layout = NULL;
      g_autofree char *name = NULL;
      const FoyerDay sunday = monday + week * WEEK + WEEK - 1;
      int day_of_month, text_width;

      foyer_day_get_ymd (sunday, NULL, NULL, &day_of_month);
      if (day_of_month > WEEK)
        continue;
      name = foyer_words_month_alone (sunday);
      layout = make_layout (self, name);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      if (x < room || x + (float) text_width > (float) width)
        continue;
      room = x + (float) (text_width + MONTHS_GAP);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (self->n_rows * STEP - GAP + MONTHS_GAP)));
      gtk_snapshot_append_layout (snapshot, layout, color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_square (GtkSnapshot   *snapshot,
             float          x,
             float          y,
             const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x, y, SQUARE, SQUARE), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
foyer_days_strip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  FoyerDaysStrip *self = FOYER_DAYS_STRIP (widget);
  const int width = gtk_widget_get_width (widget);
  const int n_weeks = MIN ((width + GAP) / STEP, WEEKS_MAX);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *label = gtk_widget_get_first_child (widget);
  const float left = mirrored ? (float) (width - n_weeks * STEP + GAP) : 0;
  GdkRGBA seat, empty, text;

  if (self->today == FOYER_DAY_NONE)
    return;

  gtk_widget_get_color (widget, &seat);
  gtk_widget_get_color (label, &text);
  empty = text;
  empty.alpha *= EMPTY_ALPHA;
  for (int week = 0; week < n_weeks; week++)
    for (int row = 0; row < self->n_rows; row++)
      {
        const int before = (n_weeks - week) * WEEK - 1 - row;
        const FoyerDay day = get_sunday (self) - before;

        if (day <= self->today)
          draw_square (snapshot, left + (float) (week * STEP), (float) (row * STEP),
                       self->here[before] ? &seat : &empty);
      }
  draw_months (self, snapshot, n_weeks, left, &text);
}

static void
foyer_days_strip_dispose (GObject *object)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (label != NULL)
    gtk_widget_unparent (label);

  G_OBJECT_CLASS (foyer_days_strip_parent_class)->dispose (object);
}

static void
foyer_days_strip_class_init (FoyerDaysStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_days_strip_dispose;
  widget_class->measure = foyer_days_strip_measure;
  widget_class->snapshot = foyer_days_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "daysstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
foyer_days_strip_init (FoyerDaysStrip *self)
{
  /* Its colour is that of text: the strip's own is that of a seat. */
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_child_visible (label, FALSE);
  self->today = FOYER_DAY_NONE;
  self->n_rows = WORKDAYS;
}

void
foyer_days_strip_set_days (FoyerDaysStrip *self,
                           const GArray   *days,
                           FoyerDay        today,
                           const char     *text)
{
  g_return_if_fail (FOYER_IS_DAYS_STRIP (self));
  g_return_if_fail (days != NULL);

  self->today = today;
  self->n_rows = WORKDAYS;
  memset (self->here, 0, sizeof self->here);
  for (guint i = 0; i < days->len; i++)
    {
      const FoyerDay day = g_array_index (days, FoyerDay, i);
      const int before = get_sunday (self) - day;

      if (day > today || before >= WEEKS_MAX * WEEK)
        continue;
      self->here[before] = 1;
      if (foyer_day_get_weekday (day) > WORKDAYS)
        self->n_rows = WEEK;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
