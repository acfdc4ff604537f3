/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-listing-card.h"

#include <glib/gi18n.h>

#include "ui/listing/foyer-listing-words.h"
#include "ui/listing/foyer-week-strip.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

#define PICTURE_WIDE 116
#define PICTURE_NARROW 64
/* More would be a list of their own. */
#define MAX_TAGS 4

struct _FoyerListingCard {
  GtkListBoxRow            parent_instance;

  const FoyerSearchResult *result;

  AdwMultiLayoutView      *layouts;
  GtkWidget               *frame;
  GtkPicture              *picture;
  GtkLabel                *name_label;
  GtkLabel                *facts_label;
  GtkLabel                *price_label;
  GtkLabel                *unit_label;
  GtkLabel                *tags_label;
  FoyerWeekStrip          *strip;
};

G_DEFINE_FINAL_TYPE (FoyerListingCard, foyer_listing_card, GTK_TYPE_LIST_BOX_ROW)

enum { SIGNAL_DAY_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
day_activated_cb (FoyerListingCard *self,
                  int               day)
{
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, day);
}

static void
show_tags (FoyerListingCard   *self,
           const char * const *tags)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (gsize i = 0; tags != NULL && tags[i] != NULL && i < MAX_TAGS; i++)
    g_ptr_array_add (names, foyer_words_tag (tags[i]));
  g_ptr_array_add (names, NULL);
  line = foyer_words_facts ((const char * const *) names->pdata);
  gtk_label_set_label (self->tags_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->tags_label), *line != '\0');
}

static void
show_result (FoyerListingCard *self,
             FoyerDay          day,
             FoyerPart         part)
{
  const FoyerSearchResult *result = self->result;
  gboolean half = part != FOYER_PART_FULL;
  gint64 minor = half ? result->half_price_minor : result->price_minor;
  g_autofree char *kind = foyer_words_kind (result->kind);
  g_autofree char *distance = foyer_words_distance (result->distance_m);
  g_autofree char *facts = foyer_words_facts ((const char *[]) { kind, result->area, distance, NULL });
  g_autofree char *price = foyer_listing_describe_price (minor, result->currency);
  const char *unit = half ? _("seat and half day") : _("seat and day");

  gtk_picture_set_resource (self->picture, foyer_listing_get_picture (result->kind));
  gtk_label_set_label (self->name_label, result->name);
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->price_label, price);
  gtk_label_set_label (self->unit_label, minor > 0 ? unit : "");
  show_tags (self, (const char * const *) result->tags);
  foyer_week_strip_show (self->strip, result->week_from, result->week, FOYER_SEARCH_WEEK, 0, part, day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, result->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
}

static void
foyer_listing_card_dispose (GObject *object)
{
  /* The row keeps a pointer to its child, which the template would take away. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_LISTING_CARD);

  G_OBJECT_CLASS (foyer_listing_card_parent_class)->dispose (object);
}

static void
foyer_listing_card_class_init (FoyerListingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_listing_card_dispose;

  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", FOYER_TYPE_LISTING_CARD,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (FOYER_TYPE_WEEK_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-listing-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, layouts);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, frame);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, facts_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, unit_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, tags_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingCard, strip);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
}

static void
foyer_listing_card_init (FoyerListingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_listing_card_new (const FoyerSearchResult *result,
                        FoyerDay                 day,
                        FoyerPart                part)
{
  FoyerListingCard *self;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_object_new (FOYER_TYPE_LISTING_CARD, NULL);
  self->result = result;
  show_result (self, day, part);
  return GTK_WIDGET (self);
}

const FoyerSearchResult *
foyer_listing_card_get_result (FoyerListingCard *self)
{
  g_return_val_if_fail (FOYER_IS_LISTING_CARD (self), NULL);

  return self->result;
}

void
foyer_listing_card_set_narrow (FoyerListingCard *self,
                               gboolean          narrow)
{
  int size = narrow ? PICTURE_NARROW : PICTURE_WIDE;

  g_return_if_fail (FOYER_IS_LISTING_CARD (self));

  gtk_widget_set_size_request (self->frame, size, size);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), !narrow);
  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
}
