/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-cell.h"

#include <adwaita.h>

#include "ui/people/foyer-face.h"

#define PADDING_Y 9
#define PADDING_Y_ROW 8
#define LINE_GAP 3
#define FACE 24
#define FACE_GAP 9
#define CHIP_PADDING_X 9
#define CHIP_PADDING_Y 1
#define DIM 0.74f

struct _FoyerBookingCell {
  GtkWidget           parent_instance;

  FoyerBookingColumn  column;
  FoyerDesk          *desk;
  FoyerTextCache     *texts;
  FoyerBookingItem   *item;
  FoyerBookingViewer  viewer;
  gboolean            named;        /* its words are those of @item */
};

G_DEFINE_FINAL_TYPE (FoyerBookingCell, foyer_booking_cell, GTK_TYPE_WIDGET)

/* So wide, in digits; names take what is left. */
#define NARROWEST 5

static const int widths[] = {
  [FOYER_BOOKING_DAY] = 19,
  [FOYER_BOOKING_GUEST] = 16,
  [FOYER_BOOKING_SPACE] = 18,
  [FOYER_BOOKING_PART] = 17,
  [FOYER_BOOKING_STATE] = 14,
  [FOYER_BOOKING_PRICE] = 9,
  [FOYER_BOOKING_PAID] = 6,
  [FOYER_BOOKING_ROW] = 20,
};

/* @x and @width: counted from the start of the line; a text stands at one side of its width */
static void
draw_at (FoyerBookingCell     *self,
         GtkSnapshot          *snapshot,
         const FoyerDrawnText *text,
         float                 x,
         float                 y,
         float                 width,
         gboolean              at_end)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (text->node == NULL)
    return;

  if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  if (rtl != at_end)
    x += width - text->width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, text->node);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (FoyerBookingCell *self,
           GtkSnapshot      *snapshot,
           const char       *text,
           float             x,
           FoyerTextStyle    style,
           const GdkRGBA    *color)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  const FoyerDrawnText *drawn = foyer_text_cache_get (self->texts, text, width, style, color);

  draw_at (self, snapshot, drawn, x, (gtk_widget_get_height (GTK_WIDGET (self)) - drawn->height) / 2.f, width,
           self->column == FOYER_BOOKING_PRICE);
}

static GdkRGBA
get_accent (FoyerBookingCell *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA color;

  /* The accent's text colour, as the style sheets have it. */
  gdk_rgba_parse (&color, adw_style_manager_get_dark (style) ? "#ff9a5c" : "#b84300");

  return color;
}

static void
draw_chip (FoyerBookingCell *self,
           GtkSnapshot      *snapshot,
           const char       *text)
{
  float all = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA color = get_accent (self);
  GdkRGBA tint = color;
  const FoyerDrawnText *drawn = foyer_text_cache_get (self->texts, text, all - 2 * CHIP_PADDING_X,
                                                      FOYER_TEXT_BOLD, &color);
  GskRoundedRect outline;
  graphene_rect_t area;

  area = GRAPHENE_RECT_INIT (0, (gtk_widget_get_height (GTK_WIDGET (self)) - drawn->height) / 2.f - CHIP_PADDING_Y,
                             drawn->width + 2 * CHIP_PADDING_X, drawn->height + 2 * CHIP_PADDING_Y);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.origin.x = all - area.size.width;
  tint.alpha = 0.14f;
  gsk_rounded_rect_init_from_rect (&outline, &area, area.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, &area);
  gtk_snapshot_pop (snapshot);
  draw_at (self, snapshot, drawn, CHIP_PADDING_X, area.origin.y + CHIP_PADDING_Y, drawn->width, FALSE);
}

/* As a FoyerFace, of which there would be hundreds. */
static void
draw_face (FoyerBookingCell *self,
             GtkSnapshot      *snapshot,
             const char       *name)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  float y = (gtk_widget_get_height (GTK_WIDGET (self)) - FACE) / 2.f;
  float x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
            ? gtk_widget_get_width (GTK_WIDGET (self)) - FACE : 0;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, FACE, FACE);
  g_autofree char *initials = foyer_face_get_initials (name);
  GdkRGBA color = foyer_face_get_color (name);
  const FoyerDrawnText *drawn;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, FACE / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);

  drawn = foyer_text_cache_get (self->texts, initials, FACE, FOYER_TEXT_INITIALS, &white);
  draw_at (self, snapshot, drawn, (FACE - drawn->width) / 2.f, y + (FACE - drawn->height) / 2.f, drawn->width, FALSE);
}

/* A space is named where it is not the one that is looked at. */
static char *
describe_facts (FoyerBookingCell      *self,
                const FoyerLedgerLine *line)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  gboolean other = space == NULL || !g_str_equal (foyer_space_item_get_name (space), line->space);

  return foyer_booking_words_facts (line, foyer_desk_get_today (self->desk), other);
}

/* Name above facts, the price at the end. */
static void
draw_row (FoyerBookingCell      *self,
          GtkSnapshot           *snapshot,
          const FoyerLedgerLine *line,
          const GdkRGBA         *color,
          const GdkRGBA         *dim)
{
  const FoyerDay today = foyer_desk_get_today (self->desk);
  float x = FACE + FACE_GAP;
  float all = gtk_widget_get_width (GTK_WIDGET (self));
  float y;
  g_autofree char *price = foyer_booking_words_column (line, FOYER_BOOKING_PRICE, today);
  g_autofree char *facts = describe_facts (self, line);
  GdkRGBA accent = get_accent (self);
  const GdkRGBA *price_color = foyer_booking_words_is_due (line, today) ? &accent : color;
  const GdkRGBA *facts_color = line->state == FOYER_STATE_REQUESTED ? &accent : dim;
  const FoyerDrawnText *drawn = foyer_text_cache_get (self->texts, price, all, FOYER_TEXT_PLAIN, price_color);
  float room = all - x - drawn->width - FACE_GAP;

  draw_face (self, snapshot, line->name);
  draw_at (self, snapshot, drawn, x, PADDING_Y_ROW, all - x, TRUE);
  drawn = foyer_text_cache_get (self->texts, line->name, room, FOYER_TEXT_PLAIN, color);
  draw_at (self, snapshot, drawn, x, PADDING_Y_ROW, room, FALSE);
  y = PADDING_Y_ROW + drawn->height + LINE_GAP;
  drawn = foyer_text_cache_get (self->texts, facts, all - x, FOYER_TEXT_PLAIN, facts_color);
  draw_at (self, snapshot, drawn, x, y, all - x, FALSE);
}

/* What a screen reader says: only of what is seen, since naming costs as much as drawing. */
static void
name_cell (FoyerBookingCell      *self,
           const FoyerLedgerLine *line)
{
  g_autofree char *text = NULL;

  if (self->named)
    return;

  self->named = TRUE;
  text = foyer_booking_words_column (line, self->column, foyer_desk_get_today (self->desk));
  if (self->column == FOYER_BOOKING_ROW)
    {
      g_autofree char *facts = describe_facts (self, line);
      g_autofree char *price = foyer_booking_words_column (line, FOYER_BOOKING_PRICE,
                                                           foyer_desk_get_today (self->desk));
      g_autofree char *all = g_strjoin (", ", text, facts, price, NULL);

      g_set_str (&text, all);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
foyer_booking_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  FoyerBookingCell *self = FOYER_BOOKING_CELL (widget);
  const FoyerLedgerLine *line = self->item != NULL ? foyer_booking_item_get_line (self->item) : NULL;
  const FoyerDay today = foyer_desk_get_today (self->desk);
  g_autofree char *text = NULL;
  GdkRGBA color, dim, accent;
  gboolean over;

  if (line == NULL)
    return;

  gtk_widget_get_color (widget, &color);
  dim = color;
  dim.alpha *= DIM;
  accent = get_accent (self);
  name_cell (self, line);
  over = foyer_booking_words_is_over (line);
  text = foyer_booking_words_column (line, self->column, today);
  switch (self->column)
    {
    case FOYER_BOOKING_ROW:
      draw_row (self, snapshot, line, &color, &dim);
      break;
    case FOYER_BOOKING_GUEST:
      draw_face (self, snapshot, line->name);
      draw_text (self, snapshot, text, FACE + FACE_GAP, FOYER_TEXT_PLAIN, &color);
      break;
    case FOYER_BOOKING_STATE:
      if (line->state == FOYER_STATE_REQUESTED)
        draw_chip (self, snapshot, text);
      else
        draw_text (self, snapshot, text, 0, FOYER_TEXT_PLAIN, over ? &dim : &color);
      break;
    case FOYER_BOOKING_PAID:
      if (foyer_booking_words_is_due (line, today))
        draw_text (self, snapshot, text, 0, FOYER_TEXT_BOLD, &accent);
      else
        draw_text (self, snapshot, text, 0, FOYER_TEXT_PLAIN, &dim);
      break;
    case FOYER_BOOKING_DAY:
      draw_text (self, snapshot, text, 0, FOYER_TEXT_PLAIN, line->day == today ? &color : &dim);
      break;
    case FOYER_BOOKING_SPACE:
    case FOYER_BOOKING_PART:
    case FOYER_BOOKING_PRICE:
    default:
      draw_text (self, snapshot, text, 0, FOYER_TEXT_PLAIN, &color);
      break;
    }
}

static void
foyer_booking_cell_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  FoyerBookingCell *self = FOYER_BOOKING_CELL (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  int digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  gboolean row = self->column == FOYER_BOOKING_ROW;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = row ? 2 * height + LINE_GAP + 2 * PADDING_Y_ROW : MAX (height + 2 * PADDING_Y, FACE);
  else
    {
      *natural = widths[self->column] * digit + (self->column == FOYER_BOOKING_GUEST ? FACE + FACE_GAP : 0);
      *minimum = MIN (*natural, row ? FACE : NARROWEST * digit);
    }
  pango_font_metrics_unref (metrics);
}

static void
item_changed_cb (gpointer user_data)
{
  FoyerBookingCell *self = user_data;

  self->named = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
foyer_booking_cell_dispose (GObject *object)
{
  foyer_booking_cell_set_item (FOYER_BOOKING_CELL (object), NULL);
  g_clear_object (&FOYER_BOOKING_CELL (object)->desk);
  g_clear_pointer (&FOYER_BOOKING_CELL (object)->texts, foyer_text_cache_unref);

  G_OBJECT_CLASS (foyer_booking_cell_parent_class)->dispose (object);
}

static void
foyer_booking_cell_class_init (FoyerBookingCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_booking_cell_dispose;
  widget_class->snapshot = foyer_booking_cell_snapshot;
  widget_class->measure = foyer_booking_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "bookingcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
foyer_booking_cell_init (FoyerBookingCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->viewer = (FoyerBookingViewer) { .link.data = self, .changed = item_changed_cb };
}

GtkWidget *
foyer_booking_cell_new (FoyerBookingColumn  column,
                        FoyerDesk          *desk,
                        FoyerTextCache     *texts)
{
  FoyerBookingCell *self = g_object_new (FOYER_TYPE_BOOKING_CELL, NULL);

  self->column = column;
  self->desk = g_object_ref (desk);
  self->texts = foyer_text_cache_ref (texts);

  return GTK_WIDGET (self);
}

void
foyer_booking_cell_set_item (FoyerBookingCell *self,
                             FoyerBookingItem *item)
{
  g_return_if_fail (FOYER_IS_BOOKING_CELL (self));

  if (self->item != NULL)
    foyer_booking_item_remove_viewer (self->item, &self->viewer);
  if (g_set_object (&self->item, item))
    item_changed_cb (self);
  if (item != NULL)
    foyer_booking_item_add_viewer (item, &self->viewer);
}
