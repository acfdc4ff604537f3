/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-arrival-group.h"

#include "core/foyer-booking.h"
#include "ui/today/foyer-arrival-row.h"
#include "ui/today/foyer-row-diff.h"

struct _FoyerArrivalGroup {
  GtkBox        parent_instance;

  char         *title;
  GtkSizeGroup *buttons;
  gboolean      compact;
  gboolean      stacked;

  GtkLabel     *title_label;
  GtkLabel     *count_label;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (FoyerArrivalGroup, foyer_arrival_group, GTK_TYPE_BOX)

typedef enum { PROP_TITLE = 1, PROP_BUTTONS, PROP_COMPACT, PROP_STACKED } FoyerArrivalGroupProp;
static GParamSpec *props[PROP_STACKED + 1];

static FoyerArrivalRow *
get_row (FoyerArrivalGroup *self,
         guint              index)
{
  return (FoyerArrivalRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static char **
list_shown (FoyerArrivalGroup *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  FoyerArrivalRow *row;
  char **ids;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    g_strv_builder_add (builder, foyer_arrival_row_get_id (row));
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

static char **
list_wanted (GPtrArray *bookings)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **ids;

  for (guint i = 0; i < bookings->len; i++)
    g_strv_builder_add (builder, ((const FoyerBooking *) g_ptr_array_index (bookings, i))->id);
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

/* Hands the keyboard to the row that takes the place of one that goes. */
static void
remove_row (FoyerArrivalGroup *self,
            guint              index)
{
  FoyerArrivalRow *row = get_row (self, index);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
    {
      FoyerArrivalRow *heir = get_row (self, index + 1);

      if (heir == NULL && index > 0)
        heir = get_row (self, index - 1);
      if (heir != NULL)
        foyer_arrival_row_focus (heir);
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "day.focus-entry", NULL);
    }
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
insert_row (FoyerArrivalGroup *self,
            guint              index)
{
  FoyerArrivalRow *row = foyer_arrival_row_new (self->buttons);

  foyer_arrival_row_set_compact (row, self->compact);
  foyer_arrival_row_set_stacked (row, self->stacked);
  gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) index);
}

static void
row_activated_cb (FoyerArrivalGroup *self,
                  GtkListBoxRow     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "row.menu", NULL);
}

static void
set_compact (FoyerArrivalGroup *self,
             gboolean           compact)
{
  FoyerArrivalRow *row;

  self->compact = compact;
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    foyer_arrival_row_set_compact (row, compact);
}

static void
set_stacked (FoyerArrivalGroup *self,
             gboolean           stacked)
{
  FoyerArrivalRow *row;

  self->stacked = stacked;
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    foyer_arrival_row_set_stacked (row, stacked);
}

static void
foyer_arrival_group_dispose (GObject *object)
{
  FoyerArrivalGroup *self = FOYER_ARRIVAL_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_ARRIVAL_GROUP);
  g_clear_object (&self->buttons);

  G_OBJECT_CLASS (foyer_arrival_group_parent_class)->dispose (object);
}

static void
foyer_arrival_group_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_ARRIVAL_GROUP (object)->title, g_free);

  G_OBJECT_CLASS (foyer_arrival_group_parent_class)->finalize (object);
}

static void
foyer_arrival_group_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  FoyerArrivalGroup *self = FOYER_ARRIVAL_GROUP (object);

  switch ((FoyerArrivalGroupProp) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BUTTONS:
      g_value_set_object (value, self->buttons);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_arrival_group_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  FoyerArrivalGroup *self = FOYER_ARRIVAL_GROUP (object);

  switch ((FoyerArrivalGroupProp) prop_id)
    {
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_BUTTONS:
      g_set_object (&self->buttons, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_STACKED:
      set_stacked (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_arrival_group_class_init (FoyerArrivalGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_arrival_group_dispose;
  object_class->finalize = foyer_arrival_group_finalize;
  object_class->get_property = foyer_arrival_group_get_property;
  object_class->set_property = foyer_arrival_group_set_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUTTONS] = g_param_spec_object ("buttons", NULL, NULL, GTK_TYPE_SIZE_GROUP,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-arrival-group.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalGroup, title_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalGroup, count_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerArrivalGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
foyer_arrival_group_init (FoyerArrivalGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_arrival_group_set_bookings (FoyerArrivalGroup *self,
                                  GPtrArray         *bookings,
                                  GTimeZone         *zone,
                                  int                distance)
{
  g_auto(GStrv) shown = NULL;
  g_auto(GStrv) wanted = NULL;
  g_autoptr(GArray) changes = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (FOYER_IS_ARRIVAL_GROUP (self));
  g_return_if_fail (bookings != NULL && zone != NULL);

  shown = list_shown (self);
  wanted = list_wanted (bookings);
  changes = foyer_row_diff ((const char * const *) shown, (const char * const *) wanted);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoyerRowChange *change = &g_array_index (changes, FoyerRowChange, i);

      if (change->kind == FOYER_ROW_REMOVE)
        remove_row (self, change->position);
      else
        insert_row (self, change->position);
    }
  for (guint i = 0; i < bookings->len; i++)
    foyer_arrival_row_set_booking (get_row (self, i), g_ptr_array_index (bookings, i), zone, distance);

  count = g_strdup_printf ("%u", bookings->len);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), bookings->len > 0);
}
