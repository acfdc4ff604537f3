/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/listing/foyer-listing-words.h"

#include <glib/gi18n.h>

#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

char *
foyer_listing_describe_price (gint64      minor,
                              const char *currency)
{
  FoyerMoney money = { .minor = minor };

  if (minor == 0)
    return g_strdup (C_("price", "Free"));

  g_strlcpy (money.currency, currency, sizeof money.currency);
  return foyer_words_money (money);
}

const char *
foyer_listing_get_picture (FoyerSpaceKind kind)
{
  return kind == FOYER_SPACE_HOME ? "/io/github/foyerdesk/Foyer/pictures/home.svg"
                                  : "/io/github/foyerdesk/Foyer/pictures/coworking.svg";
}

GtkWidget *
foyer_listing_make_pill (const char *tag)
{
  g_autofree char *words = foyer_words_tag (tag);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "pill-label");
  return label;
}
