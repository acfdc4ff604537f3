/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-month-row.h"

struct _FoyerMonthRow
{
  GtkWidget  parent_instance;

  GtkWidget *week;
};

G_DEFINE_FINAL_TYPE (FoyerMonthRow, foyer_month_row, GTK_TYPE_WIDGET)

static int
get_week_width (FoyerMonthRow *self)
{
  int natural;

  if (!gtk_widget_get_visible (self->week))
    return 0;

  gtk_widget_measure (self->week, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural + FOYER_MONTH_GAP;
}

static void
foyer_month_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  FoyerMonthRow *self = FOYER_MONTH_ROW (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (child == self->week && orientation == GTK_ORIENTATION_HORIZONTAL)
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int around = 6 * FOYER_MONTH_GAP + get_week_width (self);

      *minimum = *minimum * 7 + around;
      *natural = *natural * 7 + around;
    }
}

static void
foyer_month_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FoyerMonthRow *self = FOYER_MONTH_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int before = get_week_width (self);
  int pitches = width - before + FOYER_MONTH_GAP;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = { 0, 0, before - FOYER_MONTH_GAP, height };

      if (child != self->week)
        {
          area.x = before + i * pitches / 7;
          area.width = before + (i + 1) * pitches / 7 - FOYER_MONTH_GAP - area.x;
          i++;
        }
      else if (before == 0)
        {
          continue;
        }
      if (rtl)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (child, &area, -1);
    }
}

static void
foyer_month_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foyer_month_row_parent_class)->dispose (object);
}

static void
foyer_month_row_class_init (FoyerMonthRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_month_row_dispose;

  widget_class->measure = foyer_month_row_measure;
  widget_class->size_allocate = foyer_month_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "monthrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foyer_month_row_init (FoyerMonthRow *self)
{
  self->week = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                             "width-chars", 2,
                             "visible", FALSE,
                             "css-classes", (const char *[]) { "caption", "dim-label", "numeric", NULL },
                             NULL);
  gtk_widget_set_parent (self->week, GTK_WIDGET (self));
}

GtkWidget *
foyer_month_row_new (int index)
{
  GtkWidget *self = g_object_new (FOYER_TYPE_MONTH_ROW, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, index + 1, -1);

  return self;
}

void
foyer_month_row_append (FoyerMonthRow *self,
                        GtkWidget     *child)
{
  g_return_if_fail (FOYER_IS_MONTH_ROW (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
foyer_month_row_set_week (FoyerMonthRow *self,
                          const char    *text)
{
  g_return_if_fail (FOYER_IS_MONTH_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->week), text);
}

void
foyer_month_row_set_week_visible (FoyerMonthRow *self,
                                  gboolean       visible)
{
  g_return_if_fail (FOYER_IS_MONTH_ROW (self));

  gtk_widget_set_visible (self->week, visible);
}
