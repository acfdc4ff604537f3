/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-glyph.h"

#include "ui/seats/foyer-seat-drawing.h"

#define WIDTH 14
#define HEIGHT 14

struct _FoyerSeatGlyph {
  GtkWidget     parent_instance;
  FoyerSeatUse  use;
  FoyerSeatForm form;
  GtkWidget    *plain;
};

G_DEFINE_FINAL_TYPE (FoyerSeatGlyph, foyer_seat_glyph, GTK_TYPE_WIDGET)

static void
foyer_seat_glyph_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
foyer_seat_glyph_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  FoyerSeatGlyph *self = FOYER_SEAT_GLYPH (widget);
  FoyerSeat seat = { self->use, self->use };
  FoyerSeatColours colours;
  FoyerSeatBox box = { 0, 3, FOYER_SEAT_PAD_WIDTH / 2, FOYER_SEAT_PAD_HEIGHT / 2, TRUE };

  if (self->plain == NULL)
    return;

  foyer_seat_colours_init (&colours, widget, self->plain);
  if (self->form == FOYER_SEAT_FORM_TABLE)
    {
      foyer_seat_draw_chair (snapshot, &box, seat, &colours);
    }
  else
    {
      box = (FoyerSeatBox) { (WIDTH - FOYER_SEAT_DOT) / 2, (HEIGHT - FOYER_SEAT_DOT) / 2,
                             FOYER_SEAT_DOT, FOYER_SEAT_DOT, FALSE };
      foyer_seat_draw_dot (snapshot, &box, seat, &colours);
    }
}

static void
foyer_seat_glyph_dispose (GObject *object)
{
  g_clear_weak_pointer (&FOYER_SEAT_GLYPH (object)->plain);

  G_OBJECT_CLASS (foyer_seat_glyph_parent_class)->dispose (object);
}

static void
foyer_seat_glyph_class_init (FoyerSeatGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_seat_glyph_dispose;
  widget_class->measure = foyer_seat_glyph_measure;
  widget_class->snapshot = foyer_seat_glyph_snapshot;

  gtk_widget_class_set_css_name (widget_class, "seatglyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_seat_glyph_init (FoyerSeatGlyph *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
foyer_seat_glyph_new (FoyerSeatUse  use,
                      GtkWidget    *plain)
{
  FoyerSeatGlyph *self = g_object_new (FOYER_TYPE_SEAT_GLYPH, NULL);

  self->use = use;
  g_set_weak_pointer (&self->plain, plain);
  return GTK_WIDGET (self);
}

void
foyer_seat_glyph_set_form (FoyerSeatGlyph *self,
                           FoyerSeatForm   form)
{
  g_return_if_fail (FOYER_IS_SEAT_GLYPH (self));

  if (self->form == form)
    return;
  self->form = form;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
