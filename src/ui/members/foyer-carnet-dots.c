/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-carnet-dots.h"

#define DOT 12
#define GAP 4
#define STEP (DOT + GAP)
#define DAYS_MIN 2
#define DAYS_MAX 10
#define USED_ALPHA 0.2f

struct _FoyerCarnetDots {
  GtkWidget parent_instance;

  int       n_halves;
  int       n_used;
};

G_DEFINE_FINAL_TYPE (FoyerCarnetDots, foyer_carnet_dots, GTK_TYPE_WIDGET)

static int
count_days (int halves)
{
  return (halves + 1) / 2;
}

static void
foyer_carnet_dots_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  FoyerCarnetDots *self = FOYER_CARNET_DOTS (widget);

  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? count_days (self->n_halves) * STEP - GAP : DOT;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : DOT;
}

/* The first half of a day is its left half; right to left the whole drawing is turned. */
static void
draw_half (FoyerCarnetDots *self,
           GtkSnapshot     *snapshot,
           int              half,
           const GdkRGBA   *color)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const float x = (float) (half / 2 * STEP);
  const float part_x = x + (float) (half % 2 * DOT / 2);
  const float dot_x = mirrored ? width - x - DOT : x;
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (dot_x, 0, DOT, DOT), DOT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (mirrored ? width - part_x - DOT / 2.0f : part_x, 0, DOT / 2.0f, DOT));
  gtk_snapshot_pop (snapshot);
}

static void
foyer_carnet_dots_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  FoyerCarnetDots *self = FOYER_CARNET_DOTS (widget);
  GdkRGBA seat, used;

  /* All of them or none: a row that is too narrow has the words. */
  if (gtk_widget_get_width (widget) < count_days (self->n_halves) * STEP - GAP)
    return;

  gtk_widget_get_color (widget, &seat);
  gtk_widget_get_color (gtk_widget_get_first_child (widget), &used);
  used.alpha *= USED_ALPHA;
  for (int half = 0; half < self->n_halves; half++)
    draw_half (self, snapshot, half, half < self->n_used ? &used : &seat);
}

static void
foyer_carnet_dots_dispose (GObject *object)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (label != NULL)
    gtk_widget_unparent (label);

  G_OBJECT_CLASS (foyer_carnet_dots_parent_class)->dispose (object);
}

static void
foyer_carnet_dots_class_init (FoyerCarnetDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_carnet_dots_dispose;
  widget_class->measure = foyer_carnet_dots_measure;
  widget_class->snapshot = foyer_carnet_dots_snapshot;

  gtk_widget_class_set_css_name (widget_class, "carnetdots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_carnet_dots_init (FoyerCarnetDots *self)
{
  /* Its colour is that of text: the dots' own is that of a seat. */
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_child_visible (label, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
foyer_carnet_dots_new (const FoyerPass *pass)
{
  FoyerCarnetDots *self;

  g_return_val_if_fail (pass != NULL, NULL);

  if (count_days (pass->halves) < DAYS_MIN || count_days (pass->halves) > DAYS_MAX)
    return NULL;

  self = g_object_new (FOYER_TYPE_CARNET_DOTS, NULL);
  self->n_halves = pass->halves;
  self->n_used = pass->n_used;

  return GTK_WIDGET (self);
}
