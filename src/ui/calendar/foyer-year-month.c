/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-year-month.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/calendar/foyer-day-drawing.h"
#include "ui/calendar/foyer-day-words.h"
#include "ui/calendar/foyer-month-layout.h"
#include "ui/calendar/foyer-year-layout.h"
#include "words/foyer-words.h"

#define GAP 3.f
#define CELL_MIN 16
#define CELL_NATURAL 24
#define CELL_HEIGHT_MAX 22.f
#define HEAD_GAP 6.f
#define TODAY_LINE 2.f
#define SHARE_STRENGTH 0.74f
#define SHARE_SCALE 0.82

struct _FoyerYearMonth
{
  GtkWidget          parent_instance;

  int                first_weekday;
  FoyerDay           month;
  FoyerDay           today;
  FoyerAvailability  days[31];         /* without notes */
  gboolean           known[31];
  int                n_days;
  int                n_known;
  FoyerYearShare     share;
};

G_DEFINE_FINAL_TYPE (FoyerYearMonth, foyer_year_month, GTK_TYPE_WIDGET)

static PangoLayout *
create_text (FoyerYearMonth *self,
             const char     *text,
             double          scale,
             PangoWeight     weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (scale));
  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

static float
get_head_height (FoyerYearMonth *self)
{
  g_autoptr(PangoLayout) layout = create_text (self, "0", 1, PANGO_WEIGHT_BOLD);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + HEAD_GAP;
}

/* Where the square of the day at @index of the month is. */
static graphene_rect_t
get_area (FoyerYearMonth *self,
          int             index)
{
  float width = (gtk_widget_get_width (GTK_WIDGET (self)) - 6 * GAP) / 7;
  float height = MIN (width, CELL_HEIGHT_MAX);
  int place = index + self->month - foyer_month_layout_first_cell (self->month, self->first_weekday);
  int column = place % 7;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    column = 6 - column;

  return GRAPHENE_RECT_INIT (column * (width + GAP),
                             get_head_height (self) + place / 7 * (height + GAP), width, height);
}

static void
draw_text (FoyerYearMonth *self,
           GtkSnapshot    *snapshot,
           PangoLayout    *layout,
           gboolean        at_end,
           const GdkRGBA  *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width, height, all = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (at_end != rtl ? all - width : 0,
                                                (get_head_height (self) - HEAD_GAP - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static char *
describe_share (FoyerYearMonth *self)
{
  /* Translators: how much of a month is taken, beside its name */
  return g_strdup_printf (C_("share of the seats", "%d%%"), foyer_year_share_get_percent (&self->share));
}

static void
draw_head (FoyerYearMonth        *self,
           GtkSnapshot           *snapshot,
           const FoyerDayPalette *palette)
{
  GdkRGBA dim = foyer_day_palette_fade (&palette->foreground, palette->high_contrast ? 1 : SHARE_STRENGTH);
  g_autofree char *name = foyer_words_month_name (self->month);
  g_autofree char *share = describe_share (self);
  g_autoptr(PangoLayout) share_layout = create_text (self, share, SHARE_SCALE, PANGO_WEIGHT_NORMAL);
  g_autoptr(PangoLayout) layout = create_text (self, name, 1, PANGO_WEIGHT_BOLD);
  gboolean shares = self->share.seats > 0;
  int width, share_width, all = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_layout_get_pixel_size (share_layout, &share_width, NULL);
  if (width + (shares ? share_width + HEAD_GAP : 0) > all)
    {
      g_autofree char *shorter = foyer_words_month_alone (self->month);

      pango_layout_set_text (layout, shorter, -1);
    }
  draw_text (self, snapshot, layout, FALSE, &palette->foreground);
  if (shares)
    draw_text (self, snapshot, share_layout, TRUE, &dim);
}

static void
foyer_year_month_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  FoyerYearMonth *self = FOYER_YEAR_MONTH (widget);
  FoyerDayPalette palette;

  if (!foyer_day_is_valid (self->month))
    return;

  foyer_day_palette_init (&palette, widget);
  draw_head (self, snapshot, &palette);
  for (int i = 0; i < self->n_days; i++)
    {
      graphene_rect_t area = get_area (self, i);

      if (self->known[i])
        foyer_day_drawing_level (snapshot, &palette, foyer_year_layout_level (&self->days[i]), &area);
      if (self->month + i == self->today)
        {
          GskRoundedRect outline;
          GdkRGBA line = palette.foreground;

          gsk_rounded_rect_init_from_rect (&outline, &area, FOYER_LEVEL_RADIUS);
          gtk_snapshot_append_border (snapshot, &outline,
                                      (float[4]) { TODAY_LINE, TODAY_LINE, TODAY_LINE, TODAY_LINE },
                                      (GdkRGBA[4]) { line, line, line, line });
        }
    }
}

static void
foyer_year_month_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  float width = for_size > 0 ? (for_size - 6 * GAP) / 7 : CELL_NATURAL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (7 * CELL_MIN + 6 * GAP);
      *natural = (int) (7 * CELL_NATURAL + 6 * GAP);
    }
  else
    {
      *minimum = *natural = (int) ceilf (get_head_height (FOYER_YEAR_MONTH (widget))
                                         + 6 * MIN (width, CELL_HEIGHT_MAX) + 5 * GAP);
    }
}

static GtkSizeRequestMode
foyer_year_month_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
foyer_year_month_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  FoyerYearMonth *self = FOYER_YEAR_MONTH (widget);
  FoyerDay day = keyboard ? FOYER_DAY_NONE : foyer_year_month_get_day_at (self, x, y);
  g_autofree char *text = NULL;
  graphene_rect_t area;

  if (day == FOYER_DAY_NONE || !self->known[day - self->month])
    return FALSE;

  area = get_area (self, day - self->month);
  text = foyer_day_words_label (day, self->today, &self->days[day - self->month]);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y,
                                                       (int) area.size.width, (int) area.size.height });

  return TRUE;
}

static void
foyer_year_month_class_init (FoyerYearMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = foyer_year_month_snapshot;
  widget_class->measure = foyer_year_month_measure;
  widget_class->get_request_mode = foyer_year_month_get_request_mode;
  widget_class->query_tooltip = foyer_year_month_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "yearmonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
foyer_year_month_init (FoyerYearMonth *self)
{
  self->month = FOYER_DAY_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* What is drawn depends on the scheme without any node of CSS changing. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
foyer_year_month_new (int first_weekday)
{
  FoyerYearMonth *self = g_object_new (FOYER_TYPE_YEAR_MONTH, NULL);

  self->first_weekday = first_weekday;

  return GTK_WIDGET (self);
}

/* What a sighted person takes from the squares at a glance. */
static char *
describe (FoyerYearMonth *self)
{
  g_autofree char *name = foyer_words_month (self->month);
  g_autofree char *share = describe_share (self);
  g_autofree char *open = NULL;
  g_autofree char *full = NULL;

  if (self->n_known < self->n_days)
    return g_steal_pointer (&name);
  if (self->share.n_open == 0)
    /* Translators: %s is a month: "August 2026, closed" */
    return g_strdup_printf (_("%s, closed"), name);

  open = g_strdup_printf (ngettext ("open on %d day", "open on %d days", self->share.n_open), self->share.n_open);
  if (self->share.n_full == 0)
    /* Translators: "November 2026, open on 18 days, 56% taken" */
    return g_strdup_printf (_("%1$s, %2$s, %3$s taken"), name, open, share);

  full = g_strdup_printf (ngettext ("%d day full", "%d days full", self->share.n_full), self->share.n_full);
  /* Translators: "November 2026, open on 18 days, 56% taken, 2 days full" */
  return g_strdup_printf (_("%1$s, %2$s, %3$s taken, %4$s"), name, open, share, full);
}

void
foyer_year_month_show (FoyerYearMonth *self,
                       FoyerDay        month,
                       FoyerDay        today,
                       FoyerTimeline  *timeline)
{
  g_autofree char *label = NULL;
  int year, number, day;

  g_return_if_fail (FOYER_IS_YEAR_MONTH (self));
  g_return_if_fail (foyer_day_is_valid (month));

  foyer_day_get_ymd (month, &year, &number, &day);
  self->month = month;
  self->today = today;
  self->n_days = foyer_day_days_in_month (year, number);
  self->n_known = 0;
  self->share = (FoyerYearShare) { 0 };
  for (int i = 0; i < self->n_days; i++)
    {
      const FoyerAvailability *found = foyer_timeline_get (timeline, month + i);

      self->known[i] = found != NULL;
      if (found == NULL)
        continue;
      self->n_known += 1;
      self->days[i] = *found;
      self->days[i].note = NULL;
      self->days[i].events = NULL;
      foyer_year_share_add (&self->share, found);
    }

  label = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

FoyerDay
foyer_year_month_get_month (FoyerYearMonth *self)
{
  g_return_val_if_fail (FOYER_IS_YEAR_MONTH (self), FOYER_DAY_NONE);

  return self->month;
}

FoyerDay
foyer_year_month_get_day_at (FoyerYearMonth *self,
                             double          x,
                             double          y)
{
  g_return_val_if_fail (FOYER_IS_YEAR_MONTH (self), FOYER_DAY_NONE);

  for (int i = 0; i < self->n_days; i++)
    {
      graphene_rect_t area = get_area (self, i);

      graphene_rect_inset (&area, -GAP / 2, -GAP / 2);
      if (graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return self->month + i;
    }

  return FOYER_DAY_NONE;
}
