/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
foyer_about_present (GtkWidget *parent)
{
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (about, "Foyer");
  adw_about_dialog_set_application_icon (about, FOYER_APP_ID);
  adw_about_dialog_set_version (about, FOYER_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Foyer contributors"));
  adw_about_dialog_set_comments (about, _("Open a table, keep its seats, know your guests."));
  adw_about_dialog_set_copyright (about, _("© The Foyer contributors"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_AGPL_3_0);
  /* Translators: your names, one a line; shown among the credits */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_about_dialog_add_legal_section (
    about, _("Places"), NULL, GTK_LICENSE_CUSTOM,
    _("Communes: INSEE / Etalab, Licence Ouverte 2.0. "
      "Coordinates: GeoNames, CC BY 4.0, modified."));
  adw_dialog_present (ADW_DIALOG (about), parent);
}
