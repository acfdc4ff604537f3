/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-fitting-label.h"

struct _FoyerFittingLabel {
  GtkWidget  parent_instance;
  GtkWidget *longer;
  GtkWidget *shorter;
};

G_DEFINE_FINAL_TYPE (FoyerFittingLabel, foyer_fitting_label, GTK_TYPE_WIDGET)

static void
foyer_fitting_label_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  FoyerFittingLabel *self = FOYER_FITTING_LABEL (widget);
  int minimum_longer, natural_longer;

  gtk_widget_measure (self->longer, orientation, -1, &minimum_longer, &natural_longer, NULL, NULL);
  gtk_widget_measure (self->shorter, orientation, -1, minimum, natural, NULL, NULL);
  *natural = MAX (*natural, natural_longer);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, minimum_longer);
}

static void
foyer_fitting_label_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  FoyerFittingLabel *self = FOYER_FITTING_LABEL (widget);
  GtkAllocation all = { 0, 0, width, height };
  int needed;

  gtk_widget_measure (self->longer, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  gtk_widget_set_child_visible (self->longer, needed <= width);
  gtk_widget_set_child_visible (self->shorter, needed > width);
  gtk_widget_size_allocate (needed <= width ? self->longer : self->shorter, &all, baseline);
}

static void
foyer_fitting_label_dispose (GObject *object)
{
  FoyerFittingLabel *self = FOYER_FITTING_LABEL (object);

  g_clear_pointer (&self->longer, gtk_widget_unparent);
  g_clear_pointer (&self->shorter, gtk_widget_unparent);

  G_OBJECT_CLASS (foyer_fitting_label_parent_class)->dispose (object);
}

static void
foyer_fitting_label_class_init (FoyerFittingLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_fitting_label_dispose;
  widget_class->measure = foyer_fitting_label_measure;
  widget_class->size_allocate = foyer_fitting_label_size_allocate;
}

static GtkWidget *
add_label (FoyerFittingLabel *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
foyer_fitting_label_init (FoyerFittingLabel *self)
{
  self->longer = add_label (self);
  self->shorter = add_label (self);
}

void
foyer_fitting_label_set_texts (FoyerFittingLabel *self,
                               const char        *longer,
                               const char        *shorter)
{
  g_return_if_fail (FOYER_IS_FITTING_LABEL (self));

  gtk_label_set_label (GTK_LABEL (self->longer), longer);
  gtk_label_set_label (GTK_LABEL (self->shorter), shorter);
}
