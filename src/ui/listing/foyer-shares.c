/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/listing/foyer-shares.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "words/foyer-words.h"

#define BAR_HEIGHT 12
#define BAR_GAP 2

/* The host's own colour first; those of the others stand apart in both schemes. */
static const char * const colours[] = {
  "share-host", "share-1", "share-2", "share-3", "share-4",
};

struct _FoyerShares {
  GtkBox   parent_instance;

  GtkBox  *bar;
  GtkBox  *rows;
};

G_DEFINE_FINAL_TYPE (FoyerShares, foyer_shares, GTK_TYPE_BOX)

static const char *
get_colour (guint index)
{
  return colours[index == 0 ? 0 : 1 + (index - 1) % (G_N_ELEMENTS (colours) - 1)];
}

static void
add_row (FoyerShares *self,
         const char  *colour,
         const char  *label,
         gint64       minor,
         const char  *currency)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (label);
  FoyerMoney money = { .minor = minor };
  g_autofree char *sum = NULL;
  GtkWidget *sum_label;

  g_strlcpy (money.currency, currency, sizeof money.currency);
  sum = foyer_words_money (money);
  sum_label = gtk_label_new (sum);

  gtk_widget_set_size_request (dot, BAR_HEIGHT, BAR_HEIGHT);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (dot, "share-dot");
  gtk_widget_add_css_class (dot, colour);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (sum_label), 1);
  gtk_widget_add_css_class (sum_label, "numeric");
  if (minor == 0)
    {
      gtk_widget_add_css_class (name, "dim-label");
      gtk_widget_add_css_class (sum_label, "dim-label");
    }

  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), sum_label);
  gtk_box_append (self->rows, row);
}

/* Parts of the bar are as wide as their sums, by the layout of a grid of equal columns. */
static void
add_part (FoyerShares *self,
          const char  *colour,
          gint64       minor)
{
  GtkWidget *part;

  if (minor <= 0)
    return;

  part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (part, 1, BAR_HEIGHT);
  gtk_widget_add_css_class (part, colour);
  g_object_set_data (G_OBJECT (part), "minor", GINT_TO_POINTER ((int) MIN (minor, G_MAXINT)));
  gtk_box_append (self->bar, part);
}

/* The bar */

static void
measure_bar (GtkWidget      *widget,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 1;
}

static void
allocate_bar (GtkWidget *widget,
              int        width,
              int        height,
              int        baseline)
{
  gint64 total = 0;
  gint64 before = 0;
  int n_gaps = -1;
  GtkWidget *part;

  for (part = gtk_widget_get_first_child (widget); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      total += GPOINTER_TO_INT (g_object_get_data (G_OBJECT (part), "minor"));
      n_gaps++;
    }
  if (total == 0)
    return;

  width -= n_gaps * BAR_GAP;
  n_gaps = 0;
  for (part = gtk_widget_get_first_child (widget); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      gint64 minor = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (part), "minor"));
      int start = (int) (before * width / total);
      int end = (int) ((before + minor) * width / total);
      GskTransform *place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (start + n_gaps * BAR_GAP), 0));

      gtk_widget_allocate (part, MAX (1, end - start), height, -1, place);
      before += minor;
      n_gaps++;
    }
}

static void
foyer_shares_dispose (GObject *object)
{
  FoyerShares *self = FOYER_SHARES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  G_OBJECT_CLASS (foyer_shares_parent_class)->dispose (object);
}

static void
foyer_shares_class_init (FoyerSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_shares_dispose;
}

static void
foyer_shares_init (FoyerShares *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);

  /* The rows say the same: the bar is for the eye alone. */
  self->bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->bar),
                                 gtk_custom_layout_new (NULL, measure_bar, allocate_bar));
  gtk_widget_set_overflow (GTK_WIDGET (self->bar), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "share-bar");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
}

void
foyer_shares_show (FoyerShares        *self,
                   const FoyerListing *listing)
{
  gint64 rest;
  GtkWidget *child;

  g_return_if_fail (FOYER_IS_SHARES (self));
  g_return_if_fail (listing != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bar))) != NULL)
    gtk_box_remove (self->bar, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);

  rest = listing->price_minor;
  for (guint i = 0; i < listing->shares->len; i++)
    rest -= g_array_index (listing->shares, FoyerShare, i).minor;

  add_part (self, get_colour (0), rest);
  add_row (self, get_colour (0), _("The host"), MAX (0, rest), listing->currency);
  for (guint i = 0; i < listing->shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (listing->shares, FoyerShare, i);

      add_part (self, get_colour (i + 1), share->minor);
      add_row (self, get_colour (i + 1), share->label, share->minor, listing->currency);
    }
  add_row (self, "share-none", _("This directory"), 0, listing->currency);
  add_row (self, "share-none", "Foyer", 0, listing->currency);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), listing->price_minor > 0);
}
