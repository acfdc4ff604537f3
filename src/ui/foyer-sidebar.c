/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-sidebar.h"

#include <glib/gi18n.h>

#include "ui/foyer-pages.h"

typedef struct {
  const FoyerPageInfo *info;       /* NULL: leads to a new space */
  GtkWidget           *row;
  GtkLabel            *badge;
} Entry;

struct _FoyerSidebar {
  AdwBin      parent_instance;

  gboolean    hosting;
  gboolean    archive;             /* there are spaces that are archived */
  GtkListBox *list;
  GArray     *entries;             /* (element-type Entry), in the order of the pages */
};

G_DEFINE_FINAL_TYPE (FoyerSidebar, foyer_sidebar, ADW_TYPE_BIN)

enum { SIGNAL_PAGE_ACTIVATED, SIGNAL_OFFER_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
find_entry (FoyerSidebar *self,
            gpointer      row)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).row == row)
      return i;
  g_assert_not_reached ();
}

static gboolean
is_visit (FoyerSidebar *self,
          gpointer      row)
{
  const Entry *entry = &g_array_index (self->entries, Entry, find_entry (self, row));

  return entry->info != NULL && entry->info->visits;
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  FoyerSidebar *self = FOYER_SIDEBAR (user_data);
  const Entry *entry = &g_array_index (self->entries, Entry, find_entry (self, row));

  if (entry->info == NULL)
    return !self->hosting;
  return self->hosting || entry->info->visits || (self->archive && entry->info->archive);
}

static int
compare_cb (GtkListBoxRow *a,
            GtkListBoxRow *b,
            gpointer       user_data)
{
  FoyerSidebar *self = FOYER_SIDEBAR (user_data);
  gboolean a_visits = is_visit (self, a);

  if (a_visits != is_visit (self, b))
    return a_visits == self->hosting ? 1 : -1;
  return (int) find_entry (self, a) - (int) find_entry (self, b);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  FoyerSidebar *self = FOYER_SIDEBAR (user_data);
  GtkWidget *label;

  if (before != NULL && is_visit (self, before) == is_visit (self, row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (is_visit (self, row) ? C_("pages", "Visit") : C_("pages", "Host"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  if (before != NULL)
    gtk_widget_add_css_class (label, "second");
  gtk_list_box_row_set_header (row, label);
}

static void
activated_cb (FoyerSidebar  *self,
              GtkListBoxRow *row)
{
  guint index = find_entry (self, row);

  if (g_array_index (self->entries, Entry, index).info != NULL)
    g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, (int) index);
  else
    g_signal_emit (self, signals[SIGNAL_OFFER_ACTIVATED], 0);
}

/* @info: (nullable) */
static void
add_entry (FoyerSidebar        *self,
           const FoyerPageInfo *info,
           const char          *title,
           const char          *icon_name)
{
  Entry entry = { .info = info, .row = gtk_list_box_row_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry.row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (entry.row), info != NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry.row),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  entry.badge = GTK_LABEL (badge);
  g_array_append_val (self->entries, entry);
}

static void
foyer_sidebar_dispose (GObject *object)
{
  FoyerSidebar *self = FOYER_SIDEBAR (object);

  /* The list may outlive what these look at. */
  if (self->list != NULL)
    {
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
    }
  self->list = NULL;

  G_OBJECT_CLASS (foyer_sidebar_parent_class)->dispose (object);
}

static void
foyer_sidebar_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_SIDEBAR (object)->entries, g_array_unref);

  G_OBJECT_CLASS (foyer_sidebar_parent_class)->finalize (object);
}

static void
foyer_sidebar_class_init (FoyerSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_sidebar_finalize;

  signals[SIGNAL_PAGE_ACTIVATED] = g_signal_new ("page-activated", FOYER_TYPE_SIDEBAR,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OFFER_ACTIVATED] = g_signal_new ("offer-activated", FOYER_TYPE_SIDEBAR,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);
}

static void
foyer_sidebar_init (FoyerSidebar *self)
{
  guint n_pages;
  const FoyerPageInfo *pages = foyer_pages_get (&n_pages);

  self->hosting = TRUE;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < n_pages; i++)
    add_entry (self, &pages[i], gettext (pages[i].title), pages[i].icon_name);
  add_entry (self, NULL, _("Offer a Space…"), "foyer-today-symbolic");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"), -1);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, g_array_index (self->entries, Entry, i).row);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  foyer_sidebar_select (self, 0);
}

void
foyer_sidebar_set_hosting (FoyerSidebar *self,
                           gboolean      hosting,
                           gboolean      archive)
{
  g_return_if_fail (FOYER_IS_SIDEBAR (self));

  if (self->hosting == hosting && self->archive == archive)
    return;

  self->hosting = hosting;
  self->archive = archive;
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

void
foyer_sidebar_select (FoyerSidebar *self,
                      guint         index)
{
  g_return_if_fail (FOYER_IS_SIDEBAR (self));
  g_return_if_fail (index < self->entries->len);

  gtk_list_box_select_row (self->list,
                           GTK_LIST_BOX_ROW (g_array_index (self->entries, Entry, index).row));
}

void
foyer_sidebar_set_count (FoyerSidebar *self,
                         guint         index,
                         guint         count)
{
  const Entry *entry;
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = NULL;

  g_return_if_fail (FOYER_IS_SIDEBAR (self));
  g_return_if_fail (index < self->entries->len);

  entry = &g_array_index (self->entries, Entry, index);
  gtk_label_set_label (entry->badge, number);
  gtk_widget_set_visible (GTK_WIDGET (entry->badge), count > 0);
  if (count > 0)
    /* Translators: what a screen reader says of a page; %u is a number of requests */
    words = g_strdup_printf (ngettext ("%u request waits", "%u requests wait", count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}
