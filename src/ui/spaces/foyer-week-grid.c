/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-week-grid.h"

#include <glib/gi18n.h>

#include "ui/spaces/foyer-hours-scale.h"
#include "ui/spaces/foyer-week-plan.h"
#include "ui/spaces/foyer-weekday-row.h"
#include "words/foyer-words.h"

struct _FoyerWeekGrid
{
  AdwBin           parent_instance;

  GArray          *rules;
  gboolean         narrow;
  int              space_seats;

  FoyerWeekdayRow *rows[7];
  GtkWidget       *scale_box;
  FoyerHoursScale *scale;
};

G_DEFINE_FINAL_TYPE (FoyerWeekGrid, foyer_week_grid, ADW_TYPE_BIN)

typedef enum { PROP_NARROW = 1 } FoyerWeekGridProp;
static GParamSpec *props[PROP_NARROW + 1];

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_rules (FoyerWeekGrid *self)
{
  FoyerHoursAxis axis = FOYER_HOURS_AXIS_USUAL;

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      FoyerWeekdayPlan plan = foyer_week_plan_get (self->rules, weekday);

      if (plan.open)
        foyer_hours_axis_include (&axis, plan.start_minute, plan.end_minute);
    }
  for (int i = 0; i < 7; i++)
    {
      FoyerWeekdayPlan plan = foyer_week_plan_get (self->rules,
                                                   foyer_weekday_row_get_weekday (self->rows[i]));

      foyer_weekday_row_show (self->rows[i], &plan, self->space_seats, axis);
    }
  foyer_hours_scale_set_axis (self->scale, axis);
}

static void
row_edited_cb (FoyerWeekGrid   *self,
               FoyerWeekdayRow *row)
{
  int weekday = foyer_weekday_row_get_weekday (row);
  FoyerWeekdayPlan plan = foyer_weekday_row_get_plan (row);

  foyer_week_plan_set (self->rules, weekday, &plan);
  show_rules (self);
  g_signal_emit (self, signals[EDITED], 0, weekday);
}

static void
row_activated_cb (FoyerWeekGrid *self,
                  GtkListBoxRow *row)
{
  foyer_weekday_row_ask (FOYER_WEEKDAY_ROW (row));
}

static void
set_narrow (FoyerWeekGrid *self,
            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (int i = 0; i < 7; i++)
    foyer_weekday_row_set_narrow (self->rows[i], narrow);
  gtk_widget_set_visible (self->scale_box, !narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
foyer_week_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((FoyerWeekGridProp) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, FOYER_WEEK_GRID (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_week_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((FoyerWeekGridProp) prop_id)
    {
    case PROP_NARROW:
      set_narrow (FOYER_WEEK_GRID (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_week_grid_finalize (GObject *object)
{
  g_array_unref (FOYER_WEEK_GRID (object)->rules);

  G_OBJECT_CLASS (foyer_week_grid_parent_class)->finalize (object);
}

static void
foyer_week_grid_class_init (FoyerWeekGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_week_grid_get_property;
  object_class->set_property = foyer_week_grid_set_property;
  object_class->finalize = foyer_week_grid_finalize;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                             | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
foyer_week_grid_init (FoyerWeekGrid *self)
{
  g_autoptr(GtkSizeGroup) leads = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr(GtkSizeGroup) trails = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *lead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *trail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int first_weekday = foyer_words_first_weekday ();

  self->rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Week"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *row = foyer_weekday_row_new ((first_weekday - 1 + i) % 7 + 1, leads, trails);

      self->rows[i] = FOYER_WEEKDAY_ROW (row);
      g_signal_connect_swapped (row, "edited", G_CALLBACK (row_edited_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  self->scale_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->scale = g_object_new (FOYER_TYPE_HOURS_SCALE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->scale_box, "weekday");
  gtk_widget_add_css_class (self->scale_box, "scale");
  gtk_size_group_add_widget (leads, lead);
  gtk_size_group_add_widget (trails, trail);
  gtk_box_append (GTK_BOX (self->scale_box), lead);
  gtk_box_append (GTK_BOX (self->scale_box), GTK_WIDGET (self->scale));
  gtk_box_append (GTK_BOX (self->scale_box), trail);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->scale_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
foyer_week_grid_show (FoyerWeekGrid *self,
                      GArray        *rules,
                      int            space_seats)
{
  g_return_if_fail (FOYER_IS_WEEK_GRID (self));
  g_return_if_fail (rules != NULL);

  g_array_unref (self->rules);
  self->rules = foyer_week_plan_copy (rules);
  self->space_seats = space_seats;
  show_rules (self);
}

GArray *
foyer_week_grid_get_rules (FoyerWeekGrid *self)
{
  g_return_val_if_fail (FOYER_IS_WEEK_GRID (self), NULL);

  return self->rules;
}
