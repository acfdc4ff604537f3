/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/seats/foyer-seat-drawing.h"
#include "ui/seats/foyer-seat-glyph.h"
#include "ui/seats/foyer-seat-words.h"

#define BOARD_HEIGHT 44
#define BAR_HEIGHT 14
#define STRIP_HEIGHT 18
#define STRIP_BAR_WIDTH 120
#define WORDS_GAP 12            /* between the words and the drawing */
#define LEGEND_GAP 14
#define MIN_WIDTH 160

struct _FoyerSeatTable {
  GtkWidget     parent_instance;

  GArray       *seats;          /* FoyerSeat */
  FoyerSeatForm form;
  gboolean      strip;

  GtkWidget    *words;
  GtkWidget    *legend;
  GtkWidget    *glyphs[FOYER_SEAT_USE_LAST + 1];
  GtkWidget    *counts[FOYER_SEAT_USE_LAST + 1];
};

G_DEFINE_FINAL_TYPE (FoyerSeatTable, foyer_seat_table, GTK_TYPE_WIDGET)

typedef enum { PROP_STRIP = 1 } FoyerSeatTableProp;
static GParamSpec *props[PROP_STRIP + 1];

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_board_height (FoyerSeatTable *self)
{
  return MAX (BOARD_HEIGHT, measure_child (self->words, GTK_ORIENTATION_VERTICAL, -1) + 16);
}

static int
get_chairs_height (FoyerSeatTable *self)
{
  float side = FOYER_SEAT_BACK + FOYER_SEAT_BACK_GAP + FOYER_SEAT_PAD_HEIGHT + FOYER_SEAT_BOARD_GAP;

  return (int) (2 * side) + get_board_height (self);
}

static int
get_dots_height (FoyerSeatTable *self,
                 int             width)
{
  guint per_row = foyer_seat_layout_dots_per_row ((float) width);
  guint rows = (self->seats->len + per_row - 1) / per_row;

  return (int) ((FOYER_SEAT_DOT + FOYER_SEAT_DOT_GAP) * (float) rows - FOYER_SEAT_DOT_GAP);
}

/* Where the drawing begins below the words; 0 where the words are on the board. */
static int
get_drawing_top (FoyerSeatTable *self)
{
  if (self->form == FOYER_SEAT_FORM_TABLE)
    return 0;
  return measure_child (self->words, GTK_ORIENTATION_VERTICAL, -1) + WORDS_GAP;
}

static int
get_drawing_height (FoyerSeatTable *self,
                    int             width)
{
  switch (self->form)
    {
    case FOYER_SEAT_FORM_TABLE:
      return get_chairs_height (self);
    case FOYER_SEAT_FORM_DOTS:
      return get_dots_height (self, width);
    case FOYER_SEAT_FORM_BAR:
    default:
      return BAR_HEIGHT;
    }
}

static int
get_strip_drawing_width (FoyerSeatTable *self)
{
  FoyerSeatBox first;

  if (self->form != FOYER_SEAT_FORM_TABLE)
    return STRIP_BAR_WIDTH;
  if (self->seats->len == 0)
    return 0;

  foyer_seat_layout_strip (self->seats->len, 0, 1000, STRIP_HEIGHT, &first);
  return 1000 - (int) first.x;
}

static int
get_natural_width (FoyerSeatTable *self)
{
  int width = measure_child (self->words, GTK_ORIENTATION_HORIZONTAL, -1);
  FoyerSeatBox board;

  if (self->strip)
    return MAX (MIN_WIDTH, width + WORDS_GAP + get_strip_drawing_width (self));

  foyer_seat_layout_board (self->seats->len, G_MAXINT16, BOARD_HEIGHT, &board);
  if (self->form == FOYER_SEAT_FORM_TABLE)
    width = MAX (width, (int) board.width);
  if (gtk_widget_get_visible (self->legend))
    width = MAX (width, measure_child (self->legend, GTK_ORIENTATION_HORIZONTAL, -1));
  return MAX (MIN_WIDTH, width);
}

static void
foyer_seat_table_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  FoyerSeatTable *self = FOYER_SEAT_TABLE (widget);
  int width = for_size >= 0 ? for_size : get_natural_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = get_natural_width (self);
      return;
    }

  if (self->strip)
    {
      *minimum = MAX (STRIP_HEIGHT, measure_child (self->words, orientation, -1));
    }
  else
    {
      *minimum = get_drawing_top (self) + get_drawing_height (self, width);
      if (gtk_widget_get_visible (self->legend))
        *minimum += LEGEND_GAP + measure_child (self->legend, orientation, width);
    }
  *natural = *minimum;
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, 0), height }, -1);
}

static void
foyer_seat_table_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  FoyerSeatTable *self = FOYER_SEAT_TABLE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int words_height = measure_child (self->words, GTK_ORIENTATION_VERTICAL, -1);

  if (self->strip)
    {
      int words_width = MIN (measure_child (self->words, GTK_ORIENTATION_HORIZONTAL, -1), width);

      allocate_child (self->words, rtl ? width - words_width : 0, (height - words_height) / 2,
                      words_width, words_height);
    }
  else if (self->form == FOYER_SEAT_FORM_TABLE)
    {
      allocate_child (self->words, 0, (get_chairs_height (self) - words_height) / 2,
                      width, words_height);
    }
  else
    {
      allocate_child (self->words, 0, 0, width, words_height);
    }

  if (gtk_widget_get_visible (self->legend))
    {
      int legend_height = measure_child (self->legend, GTK_ORIENTATION_VERTICAL, width);

      allocate_child (self->legend, 0, height - legend_height, width, legend_height);
    }
}

static void
mirror (FoyerSeatBox *box,
        float         width)
{
  box->x = width - box->x - box->width;
}

static void
snapshot_strip (FoyerSeatTable         *self,
                GtkSnapshot            *snapshot,
                float                   width,
                float                   height,
                const FoyerSeatColours *colours)
{
  float left = (float) measure_child (self->words, GTK_ORIENTATION_HORIZONTAL, -1) + WORDS_GAP;
  float room = width - left;
  FoyerSeatBox box;

  if (self->form != FOYER_SEAT_FORM_TABLE)
    {
      room = MIN (room, STRIP_BAR_WIDTH);
      box = (FoyerSeatBox) { width - room, (height - BAR_HEIGHT) / 2, room, BAR_HEIGHT, FALSE };
      if (colours->rtl)
        mirror (&box, width);
      if (room > 0)
        foyer_seat_draw_bar (snapshot, &box, self->seats, colours);
      return;
    }

  for (guint i = 0; i < self->seats->len && room > 0; i++)
    {
      foyer_seat_layout_strip (self->seats->len, i, room, height, &box);
      box.x += left;
      if (colours->rtl)
        mirror (&box, width);
      foyer_seat_draw_chair (snapshot, &box, g_array_index (self->seats, FoyerSeat, i), colours);
    }
}

static void
snapshot_table (FoyerSeatTable         *self,
                GtkSnapshot            *snapshot,
                float                   width,
                const FoyerSeatColours *colours)
{
  FoyerSeatBox board, box;

  foyer_seat_layout_board (self->seats->len, width, (float) get_board_height (self), &board);
  foyer_seat_draw_board (snapshot, &board, colours);
  for (guint i = 0; i < self->seats->len; i++)
    {
      foyer_seat_layout_chair (self->seats->len, i, &board, &box);
      if (colours->rtl)
        mirror (&box, width);
      foyer_seat_draw_chair (snapshot, &box, g_array_index (self->seats, FoyerSeat, i), colours);
    }
}

static void
snapshot_dots (FoyerSeatTable         *self,
               GtkSnapshot            *snapshot,
               float                   width,
               const FoyerSeatColours *colours)
{
  float top = (float) get_drawing_top (self);
  FoyerSeatBox box;

  for (guint i = 0; i < self->seats->len; i++)
    {
      foyer_seat_layout_dot (self->seats->len, i, width, &box);
      box.y += top;
      if (colours->rtl)
        mirror (&box, width);
      foyer_seat_draw_dot (snapshot, &box, g_array_index (self->seats, FoyerSeat, i), colours);
    }
}

static void
foyer_seat_table_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  FoyerSeatTable *self = FOYER_SEAT_TABLE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  FoyerSeatColours colours;

  foyer_seat_colours_init (&colours, self->glyphs[FOYER_SEAT_HERE], self->words);
  if (self->strip)
    snapshot_strip (self, snapshot, width, height, &colours);
  else if (self->form == FOYER_SEAT_FORM_TABLE)
    snapshot_table (self, snapshot, width, &colours);
  else if (self->form == FOYER_SEAT_FORM_DOTS)
    snapshot_dots (self, snapshot, width, &colours);
  else
    foyer_seat_draw_bar (snapshot,
                         &(FoyerSeatBox) { 0, (float) get_drawing_top (self), width, BAR_HEIGHT, FALSE },
                         self->seats, &colours);

  GTK_WIDGET_CLASS (foyer_seat_table_parent_class)->snapshot (widget, snapshot);
}

static void
update_legend (FoyerSeatTable *self)
{
  gboolean any = gtk_widget_get_visible (self->counts[FOYER_SEAT_HERE])
                 || gtk_widget_get_visible (self->counts[FOYER_SEAT_EXPECTED])
                 || gtk_widget_get_visible (self->counts[FOYER_SEAT_LEFT]);

  gtk_widget_set_visible (self->legend, any && !self->strip);
  for (guint i = 0; i <= FOYER_SEAT_USE_LAST; i++)
    foyer_seat_glyph_set_form (FOYER_SEAT_GLYPH (self->glyphs[i]), self->form);
}

static void
add_legend_entry (FoyerSeatTable *self,
                  FoyerSeatUse    use)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->counts[use] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->counts[use], "caption");
  gtk_widget_add_css_class (self->counts[use], "dim-label");
  self->glyphs[use] = foyer_seat_glyph_new (use, self->words);
  g_object_bind_property (self->counts[use], "visible", entry, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (entry), self->glyphs[use]);
  gtk_box_append (GTK_BOX (entry), self->counts[use]);
  adw_wrap_box_append (ADW_WRAP_BOX (self->legend), entry);
}

static void
set_legend_count (FoyerSeatTable *self,
                  FoyerSeatUse    use,
                  int             n)
{
  g_autofree char *text = NULL;

  switch (use)
    {
    case FOYER_SEAT_HERE:
      /* Translators: %d is a number of seats, in the legend under the table */
      text = g_strdup_printf (ngettext ("%d here", "%d here", n), n);
      break;
    case FOYER_SEAT_EXPECTED:
      /* Translators: %d is a number of seats, in the legend under the table */
      text = g_strdup_printf (ngettext ("%d expected", "%d expected", n), n);
      break;
    case FOYER_SEAT_LEFT:
      /* Translators: %d is a number of seats, in the legend under the table */
      text = g_strdup_printf (ngettext ("%d left", "%d left", n), n);
      break;
    case FOYER_SEAT_FREE:
    default:
      /* Translators: %d is a number of seats, in the legend under the table */
      text = g_strdup_printf (ngettext ("%d free", "%d free", n), n);
      break;
    }
  gtk_label_set_label (GTK_LABEL (self->counts[use]), text);
  gtk_widget_set_visible (self->counts[use], n > 0);
}

static char *
describe_free (const FoyerAvailability *availability)
{
  int n = foyer_availability_get_free (availability, FOYER_PART_FULL);

  if (n == 0 || n < foyer_availability_get_seats (availability))
    return foyer_seat_words_free (availability);
  /* Translators: on the drawing of a table with %d seats, nobody has one yet */
  return g_strdup_printf (ngettext ("The seat is free", "All %d free", n), n);
}

static void
foyer_seat_table_dispose (GObject *object)
{
  FoyerSeatTable *self = FOYER_SEAT_TABLE (object);

  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (foyer_seat_table_parent_class)->dispose (object);
}

static void
foyer_seat_table_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_SEAT_TABLE (object)->seats, g_array_unref);

  G_OBJECT_CLASS (foyer_seat_table_parent_class)->finalize (object);
}

static void
foyer_seat_table_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((FoyerSeatTableProp) prop_id)
    {
    case PROP_STRIP:
      g_value_set_boolean (value, FOYER_SEAT_TABLE (object)->strip);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_seat_table_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  FoyerSeatTable *self = FOYER_SEAT_TABLE (object);

  switch ((FoyerSeatTableProp) prop_id)
    {
    case PROP_STRIP:
      self->strip = g_value_get_boolean (value);
      update_legend (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GtkSizeRequestMode
foyer_seat_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_seat_table_class_init (FoyerSeatTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_seat_table_dispose;
  object_class->finalize = foyer_seat_table_finalize;
  object_class->get_property = foyer_seat_table_get_property;
  object_class->set_property = foyer_seat_table_set_property;
  widget_class->get_request_mode = foyer_seat_table_get_request_mode;
  widget_class->measure = foyer_seat_table_measure;
  widget_class->size_allocate = foyer_seat_table_size_allocate;
  widget_class->snapshot = foyer_seat_table_snapshot;

  props[PROP_STRIP] = g_param_spec_boolean ("strip", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "seattable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
foyer_seat_table_init (FoyerSeatTable *self)
{
  self->seats = g_array_new (FALSE, TRUE, sizeof (FoyerSeat));

  self->words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->words, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  self->legend = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->legend), 14);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->legend), 4);
  adw_wrap_box_set_align (ADW_WRAP_BOX (self->legend), 0.5f);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  add_legend_entry (self, FOYER_SEAT_HERE);
  add_legend_entry (self, FOYER_SEAT_EXPECTED);
  add_legend_entry (self, FOYER_SEAT_LEFT);
  add_legend_entry (self, FOYER_SEAT_FREE);
}

static int
add_halves (const FoyerSeatCount *count,
            FoyerSeatUse          use)
{
  return count->full[use] + count->am[use] + count->pm[use];
}

void
foyer_seat_table_set_day (FoyerSeatTable          *self,
                          const FoyerSeatCount    *count,
                          const FoyerAvailability *availability)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  int n_free, n_seats, n_here, n_expected;

  g_return_if_fail (FOYER_IS_SEAT_TABLE (self));
  g_return_if_fail (count != NULL);
  g_return_if_fail (availability != NULL);

  g_clear_pointer (&self->seats, g_array_unref);
  self->seats = foyer_seat_layout_fill (count);
  self->form = foyer_seat_layout_get_form (self->seats->len);

  n_seats = foyer_availability_get_seats (availability);
  n_free = foyer_availability_get_free (availability, FOYER_PART_FULL);
  n_here = add_halves (count, FOYER_SEAT_HERE);
  n_expected = add_halves (count, FOYER_SEAT_EXPECTED);
  set_legend_count (self, FOYER_SEAT_HERE, n_here);
  set_legend_count (self, FOYER_SEAT_EXPECTED, n_expected);
  set_legend_count (self, FOYER_SEAT_LEFT, count->full[FOYER_SEAT_LEFT]);
  set_legend_count (self, FOYER_SEAT_FREE, n_free);
  update_legend (self);

  words = describe_free (availability);
  gtk_label_set_label (GTK_LABEL (self->words), words);

  /* Translators: what the drawing of the table says to who cannot see it:
   * free seats, all seats, people here, people expected */
  label = g_strdup_printf (ngettext ("%1$d of %2$d seat free, %3$d here, %4$d expected",
                                     "%1$d of %2$d seats free, %3$d here, %4$d expected", n_seats),
                           n_free, n_seats, n_here, n_expected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
