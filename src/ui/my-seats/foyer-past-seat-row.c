/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/my-seats/foyer-past-seat-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/my-seats/foyer-ticket-words.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

static GtkWidget *
make_tile (FoyerDay day)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *month_name = foyer_words_month_alone (day);
  g_autofree char *number = NULL;
  int year, month, day_of_month;
  GtkWidget *day_label;
  GtkWidget *month_label;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  day_label = gtk_label_new (number);
  month_label = gtk_label_new (month_name);
  gtk_widget_add_css_class (day_label, "heading");
  gtk_widget_add_css_class (day_label, "numeric");
  gtk_widget_add_css_class (month_label, "caption");
  gtk_box_append (GTK_BOX (tile), day_label);
  gtk_box_append (GTK_BOX (tile), month_label);
  gtk_widget_add_css_class (tile, "date-tile");
  gtk_widget_set_valign (tile, GTK_ALIGN_CENTER);

  return tile;
}

GtkWidget *
foyer_past_seat_row_new (const FoyerMySeat *seat)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  g_autofree char *state = foyer_ticket_describe_state (seat);
  g_autofree char *facts = foyer_ticket_describe (seat);
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (seat != NULL, NULL);

  subtitle = foyer_words_facts ((const char *[]) { state, facts, NULL });
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *seat->name != '\0' ? seat->name : _("A place in the directory"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_tile (seat->day));

  return row;
}
