/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-cell.h"

#include <adwaita.h>
#include <string.h>

#define PADDING_Y 9
#define PADDING_Y_ROW 8
#define LINE_GAP 3
#define AVATAR 24
#define AVATAR_GAP 9
#define CHIP_PADDING_X 9
#define CHIP_PADDING_Y 1
#define DIM 0.74f

struct _FoyerBookingCell {
  GtkWidget           parent_instance;

  FoyerBookingColumn  column;
  FoyerDesk          *desk;
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

static PangoLayout *
create_text (FoyerBookingCell *self,
             const char       *text,
             float             width,
             gboolean          bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 0) * PANGO_SCALE));
  if (bold)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

/* @x and @width: counted from the start of the line */
static void
draw_layout (FoyerBookingCell *self,
             GtkSnapshot      *snapshot,
             PangoLayout      *layout,
             float             x,
             float             y,
             float             width,
             gboolean          at_end,
             const GdkRGBA    *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int text_width;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  /* A text fills its width, or stands at one side of it. */
  pango_layout_set_alignment (layout, rtl != at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (FoyerBookingCell *self,
           GtkSnapshot      *snapshot,
           const char       *text,
           float             x,
           gboolean          bold,
           const GdkRGBA    *color)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  g_autoptr(PangoLayout) layout = create_text (self, text, width, bold);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  draw_layout (self, snapshot, layout, x, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2.f, width,
               self->column == FOYER_BOOKING_PRICE, color);
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
  g_autoptr(PangoLayout) layout = create_text (self, text, all - 2 * CHIP_PADDING_X, TRUE);
  GdkRGBA color = get_accent (self);
  GdkRGBA tint = color;
  GskRoundedRect outline;
  graphene_rect_t area;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  area = GRAPHENE_RECT_INIT (0, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2.f - CHIP_PADDING_Y,
                             width + 2 * CHIP_PADDING_X, height + 2 * CHIP_PADDING_Y);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.origin.x = all - area.size.width;
  tint.alpha = 0.14f;
  gsk_rounded_rect_init_from_rect (&outline, &area, area.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, &area);
  gtk_snapshot_pop (snapshot);
  draw_layout (self, snapshot, layout, CHIP_PADDING_X, area.origin.y + CHIP_PADDING_Y, width, FALSE, &color);
}

/* Initials on a colour of one's own, as an AdwAvatar would, of which there would be hundreds. */
static void
draw_avatar (FoyerBookingCell *self,
             GtkSnapshot      *snapshot,
             const char       *name)
{
  static const char *colors[] = {
    "#175fc7", "#066f96", "#027849", "#2b7717", "#876405", "#985b02", "#b64606", "#d11136",
    "#cb1a57", "#9945b5", "#7654c5", "#866329", "#866243", "#6a696c",
  };
  const GdkRGBA white = { 1, 1, 1, 1 };
  float y = (gtk_widget_get_height (GTK_WIDGET (self)) - AVATAR) / 2.f;
  float x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
            ? gtk_widget_get_width (GTK_WIDGET (self)) - AVATAR : 0;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, AVATAR, AVATAR);
  const char *last = strrchr (name, ' ');
  g_autoptr(GString) initials = g_string_new (NULL);
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GskRoundedRect outline;
  GdkRGBA color;
  int width, height;

  g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (name)));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last + 1)));
  gdk_rgba_parse (&color, colors[g_str_hash (name) % G_N_ELEMENTS (colors)]);
  gsk_rounded_rect_init_from_rect (&outline, &area, AVATAR / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), initials->str);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (9 * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (AVATAR - width) / 2.f, y + (AVATAR - height) / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
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
  float x = AVATAR + AVATAR_GAP;
  float all = gtk_widget_get_width (GTK_WIDGET (self));
  g_autofree char *price = foyer_booking_words_column (line, FOYER_BOOKING_PRICE, today);
  g_autofree char *facts = describe_facts (self, line);
  g_autoptr(PangoLayout) price_layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), price);
  g_autoptr(PangoLayout) name_layout = NULL;
  g_autoptr(PangoLayout) facts_layout = create_text (self, facts, all - x, FALSE);
  GdkRGBA accent = get_accent (self);
  int price_width, name_height;

  pango_layout_get_pixel_size (price_layout, &price_width, NULL);
  name_layout = create_text (self, line->name, all - x - price_width - AVATAR_GAP, FALSE);
  pango_layout_get_pixel_size (name_layout, NULL, &name_height);
  draw_avatar (self, snapshot, line->name);
  draw_layout (self, snapshot, name_layout, x, PADDING_Y_ROW, all - x - price_width - AVATAR_GAP, FALSE, color);
  draw_layout (self, snapshot, price_layout, all - price_width, PADDING_Y_ROW, price_width, FALSE,
               foyer_booking_words_is_due (line, today) ? &accent : color);
  draw_layout (self, snapshot, facts_layout, x, PADDING_Y_ROW + name_height + LINE_GAP, all - x, FALSE,
               line->state == FOYER_STATE_REQUESTED ? &accent : dim);
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
      draw_avatar (self, snapshot, line->name);
      draw_text (self, snapshot, text, AVATAR + AVATAR_GAP, FALSE, &color);
      break;
    case FOYER_BOOKING_STATE:
      if (line->state == FOYER_STATE_REQUESTED)
        draw_chip (self, snapshot, text);
      else
        draw_text (self, snapshot, text, 0, FALSE, over ? &dim : &color);
      break;
    case FOYER_BOOKING_PAID:
      if (foyer_booking_words_is_due (line, today))
        draw_text (self, snapshot, text, 0, TRUE, &accent);
      else
        draw_text (self, snapshot, text, 0, FALSE, &dim);
      break;
    case FOYER_BOOKING_DAY:
      draw_text (self, snapshot, text, 0, FALSE, line->day == today ? &color : &dim);
      break;
    case FOYER_BOOKING_SPACE:
    case FOYER_BOOKING_PART:
    case FOYER_BOOKING_PRICE:
    default:
      draw_text (self, snapshot, text, 0, FALSE, &color);
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
    *minimum = *natural = row ? 2 * height + LINE_GAP + 2 * PADDING_Y_ROW : MAX (height + 2 * PADDING_Y, AVATAR);
  else
    {
      *natural = widths[self->column] * digit + (self->column == FOYER_BOOKING_GUEST ? AVATAR + AVATAR_GAP : 0);
      *minimum = MIN (*natural, row ? AVATAR : NARROWEST * digit);
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
                        FoyerDesk          *desk)
{
  FoyerBookingCell *self = g_object_new (FOYER_TYPE_BOOKING_CELL, NULL);

  self->column = column;
  self->desk = g_object_ref (desk);

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
