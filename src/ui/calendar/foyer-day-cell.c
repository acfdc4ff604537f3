/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-day-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/calendar/foyer-day-drawing.h"
#include "ui/calendar/foyer-day-words.h"
#include "words/foyer-words.h"

#define PADDING 8
#define RADIUS 9
#define DOT 8.f
#define DOT_GAP 4.f
#define DOT_COMPACT 4.2f
#define DOT_GAP_COMPACT 2.8f
#define QUIET_BAR 2.5f
#define QUIET_GAP 5.f
#define QUIET_ABOVE 4.f
#define QUIET_ALPHA 0.3f
#define COMPACT_BELOW_WIDTH 62
#define COMPACT_BELOW_HEIGHT 66
#define MIN_WIDTH 36
#define MIN_HEIGHT 50

/* Of the text's size elsewhere: 13, 11 and 10.5 px where the body is 11 pt. */
#define NUMBER_SCALE 0.9
#define LINE_SCALE 0.76
#define QUIET_SCALE 0.72
#define PILL_SCALE 0.72

#define PAST_STRENGTH 0.45f
#define OUTSIDE_STRENGTH 0.38f
#define CLOSED_STRENGTH 0.5f
#define LINE_STRENGTH 0.74f

struct _FoyerDayCell
{
  GtkWidget         parent_instance;

  FoyerDayLook      look;             /* its availability is the one below, or NULL */
  FoyerAvailability availability;
};

G_DEFINE_FINAL_TYPE (FoyerDayCell, foyer_day_cell, GTK_TYPE_WIDGET)

static gboolean
events_equal (const GPtrArray *a,
              const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    {
      const FoyerCalendarEvent *first = a->pdata[i];
      const FoyerCalendarEvent *second = b->pdata[i];

      if (first->closes != second->closes || !g_str_equal (first->summary, second->summary))
        return FALSE;
    }

  return TRUE;
}

static gboolean
availability_equal (const FoyerAvailability *a,
                    const FoyerAvailability *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->day == b->day && a->open == b->open
         && a->am_seats == b->am_seats && a->pm_seats == b->pm_seats
         && a->am_held == b->am_held && a->pm_held == b->pm_held
         && a->am_shut == b->am_shut && a->pm_shut == b->pm_shut && events_equal (a->events, b->events)
         && a->requests == b->requests && a->holiday == b->holiday && g_strcmp0 (a->note, b->note) == 0;
}

static gboolean
is_closed (FoyerDayCell *self)
{
  return self->look.availability != NULL && !self->look.availability->open;
}

static PangoLayout *
create_text (FoyerDayCell *self,
             const char   *text,
             double        scale,
             PangoWeight   weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (scale));
  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);

  return layout;
}

static char *
describe_number (FoyerDayCell *self,
                 gboolean      compact)
{
  int year, month, day;

  foyer_day_get_ymd (self->look.day, &year, &month, &day);
  if (day == 1 && !compact)
    {
      g_autoptr(GDateTime) date = g_date_time_new_utc (year, month, day, 12, 0, 0);

      /* Translators: the first day of a month in a cell of the calendar, "1 Nov", as
       * g_date_time_format() reads it. xgettext:no-c-format */
      return g_date_time_format (date, C_("first day of a month", "%-d %b"));
    }

  return g_strdup_printf ("%d", day);
}

/* At the start of the cell's inner width, or in its middle. */
static void
draw_text (FoyerDayCell  *self,
           GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           float          y,
           gboolean       centered,
           const GdkRGBA *color)
{
  float inner = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > inner && !centered)
    {
      pango_layout_set_width (layout, inner * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      width = inner;
    }

  gtk_snapshot_save (snapshot);
  if (centered)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING + (inner - width) / 2, y));
  else if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING + inner - width, y));
  else
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_ring (GtkSnapshot   *snapshot,
           float          x,
           float          y,
           float          radius,
           const GdkRGBA *color)
{
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (x - radius, y - radius,
                                                               2 * radius, 2 * radius), radius);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* Returns: where what is below the number may begin */
static float
draw_number (FoyerDayCell          *self,
             GtkSnapshot           *snapshot,
             const FoyerDayPalette *palette,
             gboolean               compact)
{
  g_autofree char *text = describe_number (self, compact);
  g_autoptr(PangoLayout) layout = create_text (self, text, NUMBER_SCALE,
                                               compact ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_SEMIBOLD);
  GdkRGBA color = palette->foreground;
  float strength = (is_closed (self) ? CLOSED_STRENGTH : 1)
                   * (self->look.outside ? OUTSIDE_STRENGTH : 1);
  float y = compact ? 6 : PADDING;
  int width, height;

  if (self->look.outside && !is_closed (self))
    strength = CLOSED_STRENGTH;
  if (!palette->high_contrast)
    color = foyer_day_palette_fade (&color, strength);

  pango_layout_get_pixel_size (layout, &width, &height);
  draw_text (self, snapshot, layout, y, compact, &color);

  if (self->look.day == self->look.today)
    {
      float all = gtk_widget_get_width (GTK_WIDGET (self));
      float x = compact ? all / 2 : PADDING + width / 2.f;

      if (palette->rtl && !compact)
        x = all - x;
      draw_ring (snapshot, x, y + height / 2.f, MAX (width, height) / 2.f + 4, &palette->seat);
    }

  return y + height;
}

static void
draw_requests (FoyerDayCell          *self,
               GtkSnapshot           *snapshot,
               const FoyerDayPalette *palette,
               gboolean               compact)
{
  g_autofree char *text = g_strdup_printf ("%d", self->look.availability->requests);
  g_autoptr(PangoLayout) layout = create_text (self, text, PILL_SCALE, PANGO_WEIGHT_BOLD);
  GskRoundedRect pill;
  graphene_rect_t area;
  float all = gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  area.size.height = compact ? 8 : height + 4;
  area.size.width = compact ? 8 : MAX (area.size.height, width + 8);
  area.origin.y = compact ? 4 : PADDING;
  area.origin.x = all - area.size.width - (compact ? 4 : PADDING - 3);
  if (palette->rtl)
    area.origin.x = all - area.size.width - area.origin.x;

  gsk_rounded_rect_init_from_rect (&pill, &area, area.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, compact ? &palette->seat : &palette->accent, &area);
  gtk_snapshot_pop (snapshot);
  if (compact)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (area.origin.x + (area.size.width - width) / 2,
                                                area.origin.y + (area.size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
draw_hatch (FoyerDayCell          *self,
            GtkSnapshot           *snapshot,
            const FoyerDayPalette *palette)
{
  const FoyerAvailability *day = self->look.availability;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                             gtk_widget_get_height (GTK_WIDGET (self)));
  GskRoundedRect outline;

  if (day->open && day->am_seats > 0 && day->pm_seats > 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (day->open)
    {
      area.size.height /= 2;
      if (day->pm_seats == 0)
        area.origin.y += area.size.height;
    }
  foyer_day_drawing_hatch (snapshot, palette, &area);
  gtk_snapshot_pop (snapshot);
}

static int
get_line_height (FoyerDayCell *self)
{
  g_autoptr(PangoLayout) layout = create_text (self, "0", LINE_SCALE, PANGO_WEIGHT_NORMAL);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
draw_free (FoyerDayCell          *self,
           GtkSnapshot           *snapshot,
           const FoyerDayPalette *palette,
           float                  top,
           float                  bottom)
{
  const FoyerAvailability *day = self->look.availability;
  gboolean full = foyer_availability_get_fullness (day) == FOYER_FULLNESS_FULL;
  PangoWeight weight = full ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
  float strength = (full ? 1 : LINE_STRENGTH) * (self->look.outside ? OUTSIDE_STRENGTH : 1);
  GdkRGBA color = foyer_day_palette_fade (&palette->foreground, palette->high_contrast ? 1 : strength);
  g_autofree char *text = foyer_day_words_in_cell (day, FALSE);
  g_autoptr(PangoLayout) layout = create_text (self, text, LINE_SCALE, weight);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING)
    {
      g_autofree char *terse = foyer_day_words_in_cell (day, TRUE);

      pango_layout_set_text (layout, terse, -1);
    }
  if (bottom - height >= top)
    draw_text (self, snapshot, layout, bottom - height, FALSE, &color);
}

/* A holiday on which the space is open all the same, or what a calendar has: a grey bar and the name,
 * where both have room above @bottom. Returns: where what is below may begin */
static float
draw_quiet_line (FoyerDayCell          *self,
                 GtkSnapshot           *snapshot,
                 const FoyerDayPalette *palette,
                 const char            *name,
                 float                  top,
                 float                  bottom)
{
  g_autoptr(PangoLayout) layout = create_text (self, name, QUIET_SCALE, PANGO_WEIGHT_NORMAL);
  float strength = self->look.outside && !palette->high_contrast ? OUTSIDE_STRENGTH : 1;
  GdkRGBA color = foyer_day_palette_fade (&palette->foreground, palette->high_contrast ? 1 : LINE_STRENGTH * strength);
  GdkRGBA bar = foyer_day_palette_fade (&palette->foreground, palette->high_contrast ? 1 : QUIET_ALPHA * strength);
  float all = gtk_widget_get_width (GTK_WIDGET (self));
  float inner = all - 2 * PADDING - QUIET_BAR - QUIET_GAP;
  int width, height;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > inner)
    {
      pango_layout_set_width (layout, inner * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      width = inner;
    }
  if (top + QUIET_ABOVE + height > bottom)
    return top;

  top += QUIET_ABOVE;
  gtk_snapshot_append_color (snapshot, &bar,
                             &GRAPHENE_RECT_INIT (palette->rtl ? all - PADDING - QUIET_BAR : PADDING, top + 1,
                                                  QUIET_BAR, height - 2));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (palette->rtl ? all - PADDING - QUIET_BAR - QUIET_GAP - width
                                                             : PADDING + QUIET_BAR + QUIET_GAP, top));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);

  return top + height;
}

static void
draw_seats (FoyerDayCell          *self,
            GtkSnapshot           *snapshot,
            const FoyerDayPalette *palette,
            float                  top,
            gboolean               compact)
{
  const FoyerAvailability *day = self->look.availability;
  FoyerDayPalette own = *palette;
  g_autofree char *quiet = NULL;
  float inner = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  float all = gtk_widget_get_height (GTK_WIDGET (self));
  float dot = compact ? DOT_COMPACT : DOT;
  float gap = compact ? DOT_GAP_COMPACT : DOT_GAP;
  float height = foyer_day_drawing_get_height (foyer_availability_get_seats (day), inner, dot, gap);
  float y = all - height - (compact ? MAX (6, (all - top - height) / 2) : PADDING);

  if (self->look.day < self->look.today)
    own.strength *= PAST_STRENGTH;
  if (self->look.outside)
    own.strength *= OUTSIDE_STRENGTH;
  if (palette->high_contrast)
    own.strength = MAX (own.strength, 0.6f);

  if (y >= top)
    foyer_day_drawing_seats (snapshot, &own, day, &GRAPHENE_RECT_INIT (PADDING, y, inner, height),
                             dot, gap, compact);
  if (compact)
    return;

  quiet = foyer_day_words_quiet (day);
  if (*quiet != '\0')
    top = draw_quiet_line (self, snapshot, palette, quiet, top, y - DOT_GAP - get_line_height (self));
  draw_free (self, snapshot, palette, top, y - DOT_GAP);
}

static void
draw_reason (FoyerDayCell          *self,
             GtkSnapshot           *snapshot,
             const FoyerDayPalette *palette,
             float                  top)
{
  g_autofree char *reason = foyer_day_words_reason (self->look.availability);
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA color = foyer_day_palette_fade (&palette->foreground,
                                          self->look.outside && !palette->high_contrast
                                            ? OUTSIDE_STRENGTH : LINE_STRENGTH);
  int height;
  float y;

  if (*reason == '\0')
    return;

  layout = create_text (self, reason, LINE_SCALE, PANGO_WEIGHT_MEDIUM);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  y = gtk_widget_get_height (GTK_WIDGET (self)) - height - PADDING;
  if (y >= top)
    draw_text (self, snapshot, layout, y, FALSE, &color);
}

static void
foyer_day_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  FoyerDayCell *self = FOYER_DAY_CELL (widget);
  const FoyerAvailability *day = self->look.availability;
  gboolean compact = gtk_widget_get_width (widget) < COMPACT_BELOW_WIDTH
                     || gtk_widget_get_height (widget) < COMPACT_BELOW_HEIGHT;
  FoyerDayPalette palette;
  float top;

  if (!foyer_day_is_valid (self->look.day))
    return;

  foyer_day_palette_init (&palette, widget);
  if (day != NULL)
    draw_hatch (self, snapshot, &palette);
  top = draw_number (self, snapshot, &palette, compact);
  if (day == NULL)
    return;

  if (day->open)
    draw_seats (self, snapshot, &palette, top, compact);
  else if (!compact)
    draw_reason (self, snapshot, &palette, top);
  if (day->requests > 0)
    draw_requests (self, snapshot, &palette, compact);
}

static void
foyer_day_cell_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  FoyerDayCell *self = FOYER_DAY_CELL (widget);
  g_autoptr(PangoLayout) layout = create_text (self, "00", NUMBER_SCALE, PANGO_WEIGHT_SEMIBOLD);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (MIN_WIDTH, width + 8);
  else
    *minimum = *natural = MAX (MIN_HEIGHT, height + 34);
}

static void
foyer_day_cell_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (foyer_day_cell_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
foyer_day_cell_finalize (GObject *object)
{
  foyer_availability_clear (&FOYER_DAY_CELL (object)->availability);

  G_OBJECT_CLASS (foyer_day_cell_parent_class)->finalize (object);
}

static void
foyer_day_cell_class_init (FoyerDayCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = foyer_day_cell_finalize;

  widget_class->snapshot = foyer_day_cell_snapshot;
  widget_class->measure = foyer_day_cell_measure;
  widget_class->system_setting_changed = foyer_day_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
foyer_day_cell_init (FoyerDayCell *self)
{
  self->look.day = FOYER_DAY_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* What is drawn depends on the scheme without any node of CSS changing. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

GtkWidget *
foyer_day_cell_new (int row,
                    int column)
{
  GtkWidget *self = g_object_new (FOYER_TYPE_DAY_CELL, NULL);

  /* The row of weekday names is the first. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 2,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1,
                                  -1);

  return self;
}

void
foyer_day_cell_show (FoyerDayCell       *self,
                     const FoyerDayLook *look)
{
  g_autofree char *label = NULL;
  GtkWidget *widget;

  g_return_if_fail (FOYER_IS_DAY_CELL (self));

  widget = GTK_WIDGET (self);
  if (self->look.day == look->day && self->look.today == look->today
      && self->look.outside == look->outside && self->look.selected == look->selected
      && self->look.cursor == look->cursor
      && availability_equal (self->look.availability, look->availability))
    return;

  foyer_availability_clear (&self->availability);
  self->availability = (FoyerAvailability) { 0 };
  self->look = *look;
  if (look->availability != NULL)
    {
      self->availability = *look->availability;
      self->availability.note = g_strdup (look->availability->note);
      if (look->availability->events != NULL)
        g_ptr_array_ref (self->availability.events);
      self->look.availability = &self->availability;
    }

  set_class (widget, "closed", is_closed (self));
  set_class (widget, "outside", look->outside);
  set_class (widget, "cursor", look->cursor);
  if (look->selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);

  label = foyer_day_words_label (look->day, look->today, self->look.availability);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, look->selected, -1);
  gtk_widget_queue_draw (widget);
}

FoyerDay
foyer_day_cell_get_day (FoyerDayCell *self)
{
  g_return_val_if_fail (FOYER_IS_DAY_CELL (self), FOYER_DAY_NONE);

  return self->look.day;
}
