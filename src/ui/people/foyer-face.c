/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/people/foyer-face.h"

#include <math.h>
#include <string.h>

#define SIZE 36
/* How much of the square within the disc stays free, as libadwaita has it. */
#define PADDING_SLOPE 0.4
#define PADDING_LESS 5

struct _FoyerFace {
  GtkWidget      parent_instance;

  int            size;
  char          *name;
  PangoLayout   *layout;          /* (nullable): of the initials, once they were drawn */
};

G_DEFINE_FINAL_TYPE (FoyerFace, foyer_face, GTK_TYPE_WIDGET)

typedef enum { PROP_SIZE = 1 } FoyerFaceProp;
static GParamSpec *props[PROP_SIZE + 1];

/* From the top to the bottom: those of libadwaita, darkened until white stands out 4.5 : 1. */
static const char *colors[][2] = {
  { "#2673cf", "#095fb9" },
  { "#087ca3", "#046889" },
  { "#018454", "#086f46" },
  { "#368325", "#20700a" },
  { "#936d08", "#7c5b02" },
  { "#a56502", "#8b5403" },
  { "#c64d08", "#a73f05" },
  { "#df243c", "#c4002c" },
  { "#d72e61", "#c0074e" },
  { "#a34fbf", "#8f3bab" },
  { "#7f5ed0", "#6e4bbb" },
  { "#926d35", "#7e5a21" },
  { "#926b4d", "#7e593c" },
  { "#747377", "#616064" },
};

char *
foyer_face_get_initials (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  const char *last = strrchr (trimmed, ' ');
  g_autoptr(GString) initials = g_string_new (NULL);
  g_autofree char *composed = NULL;

  if (*trimmed != '\0')
    g_string_append_unichar (initials, g_unichar_totitle (g_utf8_get_char (trimmed)));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_unichar_totitle (g_utf8_get_char (last + 1)));
  composed = g_utf8_normalize (initials->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return composed != NULL ? g_steal_pointer (&composed) : g_strdup ("");
}

static void
set_font_size (PangoLayout *layout,
               double       size)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (size > 0)
    pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
get_colors (const char *name,
            GdkRGBA     ends[2])
{
  for (int i = 0; i < 2; i++)
    gdk_rgba_parse (&ends[i], colors[g_str_hash (name) % G_N_ELEMENTS (colors)][i]);
}

GdkRGBA
foyer_face_get_color (const char *name)
{
  GdkRGBA ends[2];

  get_colors (name, ends);

  return ends[1];
}

/* As large as fits into the disc, whatever the letters. */
static PangoLayout *
make_layout (FoyerFace *self)
{
  g_autofree char *initials = foyer_face_get_initials (self->name);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), initials);
  const double padding = fmax (self->size * PADDING_SLOPE - PADDING_LESS, 0);
  const double room = self->size / G_SQRT2 - padding;
  int width, height;

  set_font_size (layout, 0);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > 0)
    set_font_size (layout, fmin (height * (room / width), room));

  return layout;
}

static void
foyer_face_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = FOYER_FACE (widget)->size;
}

static void
foyer_face_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  FoyerFace *self = FOYER_FACE (widget);
  const float size = (float) self->size;
  const graphene_rect_t area = GRAPHENE_RECT_INIT (((float) gtk_widget_get_width (widget) - size) / 2,
                                                   ((float) gtk_widget_get_height (widget) - size) / 2, size, size);
  const GdkRGBA white = { 1, 1, 1, 1 };
  GskColorStop stops[2] = { { .offset = 0 }, { .offset = 1 } };
  GdkRGBA ends[2];
  GskRoundedRect disc;
  int width, height;

  if (self->name == NULL)
    return;

  if (self->layout == NULL)
    self->layout = make_layout (self);
  get_colors (self->name, ends);
  for (int i = 0; i < 2; i++)
    stops[i].color = ends[i];
  gsk_rounded_rect_init_from_rect (&disc, &area, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_linear_gradient (snapshot, &area, &area.origin,
                                       &GRAPHENE_POINT_INIT (area.origin.x, area.origin.y + size), stops, 2);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (self->layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.origin.x + (size - (float) width) / 2,
                                                          area.origin.y + (size - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &white);
  gtk_snapshot_restore (snapshot);
}

/* The font is another. */
static void
foyer_face_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (foyer_face_parent_class)->css_changed (widget, change);
  g_clear_object (&FOYER_FACE (widget)->layout);
}

static void
foyer_face_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch ((FoyerFaceProp) prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, FOYER_FACE (object)->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_face_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch ((FoyerFaceProp) prop_id)
    {
    case PROP_SIZE:
      FOYER_FACE (object)->size = g_value_get_int (value);
      g_clear_object (&FOYER_FACE (object)->layout);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_face_finalize (GObject *object)
{
  FoyerFace *self = FOYER_FACE (object);

  g_clear_object (&self->layout);
  g_free (self->name);

  G_OBJECT_CLASS (foyer_face_parent_class)->finalize (object);
}

static void
foyer_face_class_init (FoyerFaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_face_get_property;
  object_class->set_property = foyer_face_set_property;
  object_class->finalize = foyer_face_finalize;
  widget_class->measure = foyer_face_measure;
  widget_class->snapshot = foyer_face_snapshot;
  widget_class->css_changed = foyer_face_css_changed;

  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, 1000, SIZE,
                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "face");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_face_init (FoyerFace *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
foyer_face_new (int size)
{
  return g_object_new (FOYER_TYPE_FACE, "size", size, NULL);
}

void
foyer_face_set_name (FoyerFace  *self,
                     const char *name)
{
  g_return_if_fail (FOYER_IS_FACE (self));
  g_return_if_fail (name != NULL);

  if (!g_set_str (&self->name, name))
    return;

  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
