/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-bookings-page.h"

#include <glib/gi18n.h>

#include "ui/bookings/foyer-booking-cell.h"
#include "ui/bookings/foyer-booking-filter.h"
#include "ui/bookings/foyer-booking-model.h"
#include "ui/foyer-shortcuts.h"
#include "words/foyer-words.h"

/* In the order of the page's toggles. */
typedef enum { VIEW_UPCOMING, VIEW_REQUESTS, VIEW_UNPAID, VIEW_PAST, VIEW_ALL } View;

struct _FoyerBookingsPage {
  AdwNavigationPage    parent_instance;

  FoyerDesk           *desk;
  FoyerBookingModel   *model;
  GtkMultiSelection   *selection;
  GtkColumnViewColumn *columns[FOYER_BOOKING_PAID + 1];
  FoyerTextCache      *texts;
  gboolean             answered;
  gboolean             outdated;        /* bookings changed while nobody looked */
  gboolean             selected_since;  /* a selection younger than the question */
  gboolean             restoring;

  AdwToggleGroup      *view_group;
  FoyerBookingFilter  *filter;
  GtkMenuButton       *view_button;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search_entry;
  GtkStack            *stack;
  GtkStack            *lists;
  AdwStatusPage       *empty_page;
  GtkWidget           *empty_button;
  GtkColumnView       *column_view;
  GtkListView         *list_view;
  GtkWidget           *bar;
  GtkLabel            *selected_label;
  GtkWidget           *cancel_button;
  GtkWidget           *no_show_button;
  GtkWidget           *accept_button;
  GtkWidget           *decline_button;
};

G_DEFINE_FINAL_TYPE (FoyerBookingsPage, foyer_bookings_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1 } FoyerBookingsPageProp;
static GParamSpec *props[PROP_DESK + 1];

static View
get_view (FoyerBookingsPage *self)
{
  return (View) adw_toggle_group_get_active (self->view_group);
}

static void
apply_view (FoyerBookingsPage *self,
            FoyerLedgerQuery  *query)
{
  const FoyerDay today = foyer_desk_get_today (self->desk);

  switch (get_view (self))
    {
    case VIEW_UPCOMING:
      query->first = today;
      break;
    case VIEW_REQUESTS:
      query->states = 1u << FOYER_STATE_REQUESTED;
      break;
    case VIEW_UNPAID:
      query->due = TRUE;
      query->last = today;
      break;
    case VIEW_PAST:
      query->last = today - 1;
      break;
    case VIEW_ALL:
    default:
      break;
    }
}

static void
apply_sorting (FoyerBookingsPage *self,
               FoyerLedgerQuery  *query)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  query->sort = FOYER_LEDGER_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (self->columns[i] == column)
      query->sort = (FoyerLedgerSort) i;
  query->descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
}

static gboolean
is_filtered (FoyerBookingsPage *self)
{
  return foyer_booking_filter_is_narrow (self->filter)
         || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
ask (FoyerBookingsPage *self)
{
  FoyerLedgerQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GtkBitset) selected = NULL;

  /* The day is known with the first space; until then there is nothing either. */
  if (self->desk == NULL || self->restoring || foyer_desk_get_space (self->desk) == NULL)
    return;
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;

  apply_view (self, &query);
  foyer_booking_filter_apply (self->filter, &query);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    query.text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  apply_sorting (self, &query);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  self->selected_since = FALSE;
  foyer_booking_model_ask (self->model, &query, selected);
}

static void
show_empty (FoyerBookingsPage *self)
{
  static const char *titles[] = {
    N_("Nothing Booked"), N_("No Requests"), N_("Nothing Unpaid"), N_("No Past Bookings"), N_("No Bookings Yet"),
  };
  static const char *descriptions[] = {
    N_("Seats that are booked from today on stand here. Book one in the calendar."),
    N_("Requests from guests stand here until you answer them."),
    N_("Whoever was here and has not paid stands here."),
    N_("Bookings of days that are over stand here."),
    N_("Book a seat in the calendar, or check somebody in on Today."),
  };
  View view = get_view (self);
  gboolean filtered = is_filtered (self);

  adw_status_page_set_title (self->empty_page, filtered ? _("No Bookings Found") : gettext (titles[view]));
  adw_status_page_set_description (self->empty_page,
                                   filtered ? _("Try another name, or fewer filters.") : gettext (descriptions[view]));
  gtk_widget_set_visible (self->empty_button, filtered);
}

static void
set_act (FoyerBookingsPage *self,
         FoyerLedgerActs    acts,
         FoyerLedgerActs    act,
         const char        *action,
         GtkWidget         *button)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, (acts & (guint) act) != 0);
  gtk_widget_set_visible (button, (acts & (guint) act) != 0);
}

static void
show_selection (FoyerBookingsPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (selected);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  FoyerLedgerActs acts = n > 0 && n <= FOYER_LEDGER_ACT_MAX ? foyer_booking_model_get_acts (self->model, selected) : 0;
  g_autofree char *text = NULL;

  set_act (self, acts, FOYER_LEDGER_CANCEL, "bookings.cancel", self->cancel_button);
  set_act (self, acts, FOYER_LEDGER_NO_SHOW, "bookings.no-show", self->no_show_button);
  set_act (self, acts, FOYER_LEDGER_ACCEPT, "bookings.accept", self->accept_button);
  set_act (self, acts, FOYER_LEDGER_DECLINE, "bookings.decline", self->decline_button);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button),
                        ngettext ("_Cancel Booking", "_Cancel Bookings", (gulong) n));
  if (n > FOYER_LEDGER_ACT_MAX)
    /* Translators: %1$'u of %2$'u rows of a list */
    text = g_strdup_printf (_("%1$'u of %2$'u selected, more than can be changed at once"), (guint) n, n_all);
  else
    /* Translators: %1$'u of %2$'u rows of a list */
    text = g_strdup_printf (_("%1$'u of %2$'u selected"), (guint) n, n_all);
  gtk_label_set_label (self->selected_label, text);
  gtk_widget_set_visible (self->bar, n > 0);
}

static void
selection_changed_cb (FoyerBookingsPage *self)
{
  self->selected_since = TRUE;
  if (!self->restoring)
    show_selection (self);
}

static void
focus_first (FoyerBookingsPage *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->lists), "narrow"))
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
answered_cb (FoyerBookingsPage *self,
             GtkBitset         *kept)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (kept != NULL)
    {
      g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, n);

      self->restoring = TRUE;
      gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), kept, all);
      self->restoring = FALSE;
    }
  if (n == 0)
    show_empty (self);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : "list");
  show_selection (self);
  /* Keys go to the list from the beginning; a letter opens the search. */
  if (!self->answered && n > 0)
    focus_first (self);
  self->answered = TRUE;
}

static void
view_changed_cb (FoyerBookingsPage *self)
{
  View view = get_view (self);

  if (self->columns[0] == NULL)
    return;

  gtk_menu_button_set_label (self->view_button, adw_toggle_get_label (adw_toggle_group_get_toggle (
                                                  self->view_group, (guint) view)));
  /* What is over is looked for from its end. */
  self->restoring = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->column_view, self->columns[FOYER_BOOKING_DAY],
                                  view == VIEW_PAST || view == VIEW_UNPAID ? GTK_SORT_DESCENDING
                                                                           : GTK_SORT_ASCENDING);
  self->restoring = FALSE;
  ask (self);
}

static void
filter_changed_cb (FoyerBookingsPage *self)
{
  if (self->columns[0] == NULL)
    return;
  gtk_column_view_column_set_visible (self->columns[FOYER_BOOKING_SPACE],
                                      foyer_booking_filter_all_spaces (self->filter));
  ask (self);
}

static void
map_cb (FoyerBookingsPage *self)
{
  if (self->outdated || !self->answered)
    ask (self);
}

typedef struct {
  FoyerBookingsPage *page;
  FoyerLedgerActs    act;
} Acting;

static char *
describe_act (FoyerLedgerActs act,
              guint           n)
{
  switch (act)
    {
    case FOYER_LEDGER_ACCEPT:
      return g_strdup_printf (ngettext ("Accepted %u request", "Accepted %u requests", n), n);
    case FOYER_LEDGER_DECLINE:
      return g_strdup_printf (ngettext ("Declined %u request", "Declined %u requests", n), n);
    case FOYER_LEDGER_NO_SHOW:
      return g_strdup_printf (ngettext ("%u guest did not come", "%u guests did not come", n), n);
    case FOYER_LEDGER_CANCEL:
    default:
      return g_strdup_printf (ngettext ("Cancelled %u booking", "Cancelled %u bookings", n), n);
    }
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Acting *acting = user_data;
  g_autoptr(FoyerBookingsPage) self = acting->page;
  g_autoptr(GError) error = NULL;
  gint64 op;
  guint n = foyer_store_act_on_many_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;
  if (n > 0)
    {
      g_autofree char *sentence = describe_act (acting->act, n);

      foyer_desk_acted (self->desk, sentence, op);
    }
  else
    foyer_desk_failed (self->desk, error);
}

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (widget);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) rows = foyer_booking_model_get_rows (self->model, selected);
  Acting *acting;

  if (rows->len == 0 || rows->len > FOYER_LEDGER_ACT_MAX)
    return;

  acting = g_new (Acting, 1);
  acting->page = g_object_ref (self);
  acting->act = g_str_equal (action_name, "bookings.cancel") ? FOYER_LEDGER_CANCEL
                : g_str_equal (action_name, "bookings.no-show") ? FOYER_LEDGER_NO_SHOW
                : g_str_equal (action_name, "bookings.accept") ? FOYER_LEDGER_ACCEPT : FOYER_LEDGER_DECLINE;
  foyer_store_act_on_many_async (foyer_desk_get_store (self->desk), (const guint32 *) rows->data, rows->len,
                                 acting->act, NULL, acted_cb, acting);
}

static void
view_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  adw_toggle_group_set_active (FOYER_BOOKINGS_PAGE (widget)->view_group,
                               (guint) g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
dismiss_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (widget);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (selected))
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (FOYER_BOOKINGS_PAGE (widget)->selection));
}

static void
clear_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (widget);

  self->restoring = TRUE;
  foyer_booking_filter_clear (self->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  self->restoring = FALSE;
  ask (self);
}

static void
setup_cb (FoyerBookingsPage        *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  gtk_list_item_set_child (item, foyer_booking_cell_new ((FoyerBookingColumn) column, self->desk, self->texts));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  foyer_booking_cell_set_item (FOYER_BOOKING_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  foyer_booking_cell_set_item (FOYER_BOOKING_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (FoyerBookingsPage  *self,
              FoyerBookingColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

static void
add_columns (FoyerBookingsPage *self)
{
  static const char *titles[] = {
    NC_("column", "Day"), NC_("column", "Guest"), NC_("column", "Space"), NC_("column", "Part"),
    NC_("column", "State"), NC_("column", "Price"), NC_("column", "Paid"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      GtkColumnViewColumn *column = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", titles[i]),
                                                                make_factory (self, (FoyerBookingColumn) i));
      /* Headers have an arrow where there is a sorter; the store sorts. */
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, i == FOYER_BOOKING_GUEST);
      gtk_column_view_append_column (self->column_view, column);
      self->columns[i] = column;
      g_object_unref (column);
    }
  /* Keys go to the titles; the row around them does nothing. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->column_view)), FALSE);
  gtk_column_view_column_set_visible (self->columns[FOYER_BOOKING_SPACE], FALSE);
  gtk_column_view_sort_by_column (self->column_view, self->columns[FOYER_BOOKING_DAY], GTK_SORT_ASCENDING);
}

static void
foyer_bookings_page_constructed (GObject *object)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (object);
  g_autoptr(GtkListItemFactory) rows = NULL;

  G_OBJECT_CLASS (foyer_bookings_page_parent_class)->constructed (object);

  self->texts = foyer_text_cache_new (GTK_WIDGET (self));
  self->model = foyer_booking_model_new (self->desk);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  rows = make_factory (self, FOYER_BOOKING_ROW);
  add_columns (self);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "outdated", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::space", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::today", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  foyer_booking_filter_set_desk (self->filter, self->desk);
  show_selection (self);
}

static void
foyer_bookings_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((FoyerBookingsPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, FOYER_BOOKINGS_PAGE (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_bookings_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((FoyerBookingsPageProp) prop_id)
    {
    case PROP_DESK:
      FOYER_BOOKINGS_PAGE (object)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_bookings_page_dispose (GObject *object)
{
  FoyerBookingsPage *self = FOYER_BOOKINGS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_BOOKINGS_PAGE);
  g_clear_pointer (&self->texts, foyer_text_cache_unref);
  g_clear_object (&self->selection);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_bookings_page_parent_class)->dispose (object);
}

static void
foyer_bookings_page_class_init (FoyerBookingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *acts[] = { "bookings.cancel", "bookings.no-show", "bookings.accept", "bookings.decline" };

  object_class->constructed = foyer_bookings_page_constructed;
  object_class->get_property = foyer_bookings_page_get_property;
  object_class->set_property = foyer_bookings_page_set_property;
  object_class->dispose = foyer_bookings_page_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "bookings.view", "s", view_cb);
  gtk_widget_class_install_action (widget_class, "bookings.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "bookings.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "bookings.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_action (widget_class, "bookings.clear", NULL, clear_cb);

  g_type_ensure (FOYER_TYPE_BOOKING_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-bookings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, view_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, no_show_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingsPage, decline_button);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
foyer_bookings_page_init (FoyerBookingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_shortcuts_attach (GTK_WIDGET (self), "bookings.");
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
}

AdwNavigationPage *
foyer_bookings_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_BOOKINGS_PAGE, "desk", desk, NULL);
}
