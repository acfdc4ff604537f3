/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-editor-pages.h"

#include <glib/gi18n.h>

#include "ui/spaces/foyer-calendars-panel.h"
#include "ui/spaces/foyer-desk-names-panel.h"
#include "ui/spaces/foyer-listing-panel.h"
#include "ui/spaces/foyer-photos-panel.h"
#include "ui/spaces/foyer-rules-panel.h"

static const FoyerEditorPage pages[] = {
  { "place", N_("The Place"), "mark-location-symbolic", TRUE, NULL },
  { "offers", N_("What Is There"), "foyer-lamp-symbolic", TRUE, NULL },
  { "seats", N_("Seats"), "foyer-spaces-symbolic", TRUE, foyer_desk_names_panel_get_type },
  { "hours", N_("Opening Hours"), "foyer-clock-symbolic", TRUE, NULL },
  { "calendars", N_("Calendars"), "foyer-calendar-symbolic", FALSE, foyer_calendars_panel_get_type },
  { "price", N_("Price"), "foyer-price-symbolic", TRUE, NULL },
  { "rules", N_("House Rules"), "view-list-bullet-symbolic", TRUE, foyer_rules_panel_get_type },
  { "after", N_("After Acceptance"), "foyer-key-symbolic", TRUE, NULL },
  { "photos", N_("Photos"), "image-x-generic-symbolic", FALSE, foyer_photos_panel_get_type },
  { "listing", N_("Public Listing"), "foyer-compass-symbolic", FALSE, foyer_listing_panel_get_type },
};

const FoyerEditorPage *
foyer_editor_pages_get (gsize *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);

  return pages;
}

GtkWidget *
foyer_editor_pages_make_row (const FoyerEditorPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (gettext (page->title));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return row;
}
