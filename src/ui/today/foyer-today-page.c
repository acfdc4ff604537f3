/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-today-page.h"

#include <glib/gi18n.h>

struct _FoyerTodayPage {
  AdwNavigationPage parent_instance;
  FoyerDesk        *desk;
};

G_DEFINE_FINAL_TYPE (FoyerTodayPage, foyer_today_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1 } FoyerTodayPageProp;
static GParamSpec *props[PROP_DESK + 1];

static void
foyer_today_page_dispose (GObject *object)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_TODAY_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_today_page_parent_class)->dispose (object);
}

static void
foyer_today_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((FoyerTodayPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, FOYER_TODAY_PAGE (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_today_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((FoyerTodayPageProp) prop_id)
    {
    case PROP_DESK:
      FOYER_TODAY_PAGE (object)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_today_page_class_init (FoyerTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_today_page_dispose;
  object_class->get_property = foyer_today_page_get_property;
  object_class->set_property = foyer_today_page_set_property;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-today-page.ui");
}

static void
foyer_today_page_init (FoyerTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
foyer_today_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_TODAY_PAGE, "desk", desk, NULL);
}
