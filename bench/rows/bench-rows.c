/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <adwaita.h>

/* The least that a table of a million rows can be: each cell draws a text that is at hand.
 * What the list of bookings is compared with. */

#define ROWS 1000000
#define COLUMNS 7
#define HEIGHT 38
#define TEXT_MAX 32

/* A cell that draws its text, and says it to a screen reader. */

#define ROW_TYPE_CELL (row_cell_get_type ())
G_DECLARE_FINAL_TYPE (RowCell, row_cell, ROW, CELL, GtkWidget)

struct _RowCell {
  GtkWidget parent_instance;

  char      text[TEXT_MAX];
};

G_DEFINE_FINAL_TYPE (RowCell, row_cell, GTK_TYPE_WIDGET)

static void
row_cell_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  RowCell *self = ROW_CELL (widget);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->text);
  GdkRGBA color;
  int height;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_get_color (widget, &color);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (gtk_widget_get_height (widget) - height) / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
row_cell_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 80;
}

static void
row_cell_class_init (RowCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = row_cell_snapshot;
  widget_class->measure = row_cell_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
row_cell_init (RowCell *self)
{
}

/* A million rows that know their numbers. */

#define ROW_TYPE_ITEM (row_item_get_type ())
G_DECLARE_FINAL_TYPE (RowItem, row_item, ROW, ITEM, GObject)

struct _RowItem {
  GObject parent_instance;

  guint   number;
};

G_DEFINE_FINAL_TYPE (RowItem, row_item, G_TYPE_OBJECT)

static void
row_item_class_init (RowItemClass *klass)
{
}

static void
row_item_init (RowItem *self)
{
}

#define ROW_TYPE_LIST (row_list_get_type ())
G_DECLARE_FINAL_TYPE (RowList, row_list, ROW, LIST, GObject)

struct _RowList {
  GObject parent_instance;
};

static GType
row_list_get_item_type (GListModel *model)
{
  return ROW_TYPE_ITEM;
}

static guint
row_list_get_n_items (GListModel *model)
{
  return ROWS;
}

static gpointer
row_list_get_item (GListModel *model,
                   guint       position)
{
  RowItem *item;

  if (position >= ROWS)
    return NULL;

  item = g_object_new (ROW_TYPE_ITEM, NULL);
  item->number = position;

  return item;
}

static void
row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = row_list_get_item_type;
  iface->get_n_items = row_list_get_n_items;
  iface->get_item = row_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RowList, row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, row_list_model_init))

static void
row_list_class_init (RowListClass *klass)
{
}

static void
row_list_init (RowList *self)
{
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (ROW_TYPE_CELL, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  column)
{
  RowCell *cell = ROW_CELL (gtk_list_item_get_child (list_item));
  RowItem *item = gtk_list_item_get_item (list_item);

  g_snprintf (cell->text, sizeof cell->text, "Row %u, text %u", item->number, GPOINTER_TO_UINT (column));
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

static GtkWidget *
make_table (void)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_new (ROW_TYPE_LIST, NULL)));
  GtkWidget *table = gtk_column_view_new (selection);

  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }

  return table;
}

/* As wide as Foyer's page beside its sidebar. */
static void
activate_cb (GApplication *app,
             gpointer      user_data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (app));
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *split = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *side = adw_bin_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_table ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_size_request (side, 220, -1);
  gtk_box_append (GTK_BOX (split), side);
  gtk_box_append (GTK_BOX (split), view);
  gtk_window_set_title (GTK_WINDOW (window), "Drawn Rows");
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), split);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) app = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
