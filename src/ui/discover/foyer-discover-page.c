/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-discover-page.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "sync/foyer-sync-error.h"
#include "ui/discover/foyer-listing-card.h"
#include "ui/discover/foyer-place-entry.h"
#include "ui/discover/foyer-search-terms.h"
#include "ui/discover/foyer-ways-on.h"
#include "ui/foyer-answer.h"
#include "ui/foyer-fitting-label.h"
#include "ui/listing/foyer-listing-page.h"
#include "ui/sync/foyer-directory-row.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

/* So many are shown before somebody scrolls on. */
#define PAGE_SIZE 20
/* An answer younger than this is as good as now. */
#define FRESH_MS (60 * 1000)
#define PLACE_KEY "place"

struct _FoyerDiscoverPage {
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  GSettings         *settings;
  GCancellable      *cancellable;     /* of the search that has no answer yet */
  FoyerSearchTerms  *terms;           /* nullable: what was searched last */
  GPtrArray         *pages;           /* (element-type FoyerSearchPage): their results are shown */
  gint64             found_us;        /* when, by the monotonic clock */
  gboolean           is_stale;        /* what is shown was kept from an earlier answer */
  gboolean           narrow;
  gboolean           filling;         /* fields are set from here */
  FoyerDay           day;             /* FOYER_DAY_NONE: today */
  int                radius_m;

  GtkWidget         *fields;
  GtkWidget         *words_button;
  FoyerPlaceEntry   *place_entry;
  GtkMenuButton     *day_button;
  FoyerFittingLabel *day_label;
  GtkPopover        *day_popover;
  GtkCalendar       *calendar;
  GtkLabel          *seats_label;
  GtkSpinButton     *seats_spin;
  GtkEditable       *words_entry;
  AdwToggleGroup    *part_group;
  AdwBanner         *banner;
  GtkStack          *stack;
  FoyerDirectoryRow *directory_row;
  GtkLabel          *directory_problem;
  AdwStatusPage     *status;
  FoyerWaysOn       *ways;
  GtkWidget         *retry_button;
  GtkScrolledWindow *scroller;
  GtkLabel          *count_label;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (FoyerDiscoverPage, foyer_discover_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1, PROP_NARROW } FoyerDiscoverPageProp;
static GParamSpec *props[PROP_NARROW + 1];

static void search (FoyerDiscoverPage *self);

/* What is looked for */

static gint64
get_now (FoyerDiscoverPage *self)
{
  return foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
}

static FoyerDay
get_today (FoyerDiscoverPage *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  return foyer_instant_get_day (zone, get_now (self));
}

static FoyerDay
get_day (FoyerDiscoverPage *self)
{
  return self->day != FOYER_DAY_NONE ? self->day : get_today (self);
}

static FoyerPart
get_part (FoyerDiscoverPage *self)
{
  FoyerPart part = FOYER_PART_FULL;

  foyer_part_parse (adw_toggle_group_get_active_name (self->part_group), &part, NULL);
  return part;
}

/* Returns: (transfer full) (nullable): %NULL while there is no directory or no place */
static FoyerSearchTerms *
read_terms (FoyerDiscoverPage *self)
{
  g_autoptr(FoyerSearchTerms) terms = g_new0 (FoyerSearchTerms, 1);

  terms->origin = g_settings_get_string (self->settings, FOYER_DIRECTORY_KEY);
  if (*terms->origin == '\0'
      || !foyer_place_entry_get_place (self->place_entry, &terms->lat_e6, &terms->lon_e6))
    return NULL;

  terms->place = g_strdup (foyer_place_entry_get_name (self->place_entry));
  terms->radius_m = self->radius_m;
  terms->day = get_day (self);
  terms->part = get_part (self);
  terms->seats = gtk_spin_button_get_value_as_int (self->seats_spin);
  terms->words = g_strstrip (g_strdup (gtk_editable_get_text (self->words_entry)));
  return g_steal_pointer (&terms);
}

static void
show_fields (FoyerDiscoverPage *self)
{
  g_autofree char *day = foyer_words_day_short (get_day (self));
  g_autofree char *shorter = foyer_words_day_range (get_day (self), get_day (self));
  g_autofree char *seats = foyer_words_seats (gtk_spin_button_get_value_as_int (self->seats_spin));

  foyer_fitting_label_set_texts (self->day_label, day, shorter);
  gtk_label_set_label (self->seats_label, seats);
}

static void
show_calendar (FoyerDiscoverPage *self)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  foyer_day_get_ymd (get_day (self), &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

/* What was found */

static void
show_status (FoyerDiscoverPage *self,
             const char        *icon_name,
             const char        *title,
             const char        *description,
             gboolean           can_retry)
{
  adw_status_page_set_icon_name (self->status, icon_name);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->retry_button, can_retry);
  foyer_ways_on_clear (self->ways);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_nothing (FoyerDiscoverPage *self)
{
  g_autofree char *day = foyer_words_day_long (self->terms->day);
  /* Translators: %s is a day: "No Free Seat on Sunday 29 November" */
  g_autofree char *title = g_strdup_printf (_("No Free Seat on %s"), day);
  g_autofree char *sentence = foyer_search_describe_nothing (self->terms);
  g_autofree char *text = g_markup_escape_text (sentence, -1);

  show_status (self, "foyer-chair-symbolic", title, text, FALSE);
  if (!self->is_stale)
    foyer_ways_on_ask (self->ways, self->desk, self->terms);
}

/* @as_of_ms: 0: now */
static void
show_age (FoyerDiscoverPage *self,
          gint64             as_of_ms)
{
  gint64 now_ms = get_now (self);
  guint n = 0;
  const FoyerSearchPage *last = g_ptr_array_index (self->pages, self->pages->len - 1);
  g_autofree char *count = NULL;
  g_autofree char *warning = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    n += ((const FoyerSearchPage *) g_ptr_array_index (self->pages, i))->items->len;
  count = foyer_search_describe_count (self->terms, n, last->cursor != NULL, as_of_ms, now_ms);
  gtk_label_set_label (self->count_label, count);

  self->is_stale = as_of_ms != 0;
  if (self->is_stale)
    {
      warning = foyer_search_describe_age (as_of_ms, now_ms);
      adw_banner_set_title (self->banner, warning);
    }
  adw_banner_set_revealed (self->banner, self->is_stale);
}

static void
open_listing (FoyerDiscoverPage       *self,
              const FoyerSearchResult *result,
              FoyerDay                 day)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            foyer_listing_page_new (self->desk, self->terms->origin, result, day,
                                                    self->terms->part, self->terms->seats));
}

static void
row_activated_cb (FoyerDiscoverPage *self,
                  FoyerListingCard  *card)
{
  open_listing (self, foyer_listing_card_get_result (card), self->terms->day);
}

static void
card_day_activated_cb (FoyerDiscoverPage *self,
                       int                day,
                       FoyerListingCard  *card)
{
  open_listing (self, foyer_listing_card_get_result (card), day);
}

static void
add_results (FoyerDiscoverPage *self,
             FoyerSearchPage   *page)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      GtkWidget *card = foyer_listing_card_new (g_ptr_array_index (page->items, i), self->terms->day,
                                                self->terms->part);

      foyer_listing_card_set_narrow (FOYER_LISTING_CARD (card), self->narrow);
      g_signal_connect_object (card, "day-activated", G_CALLBACK (card_day_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, card);
    }
}

/* Asking */

typedef struct {
  FoyerDiscoverPage *page;
  FoyerSearchTerms  *terms;      /* nullable: more of the same */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_clear_pointer (&question->terms, foyer_search_terms_free);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
begin_results (FoyerDiscoverPage *self,
               FoyerSearchTerms  *terms)
{
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer (&self->terms, foyer_search_terms_free);
  self->terms = terms;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_failure (FoyerDiscoverPage *self,
              const GError      *error)
{
  g_autofree char *sentence = foyer_words_describe_error (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  g_debug ("Searching: %s", error->message);
  adw_banner_set_revealed (self->banner, FALSE);
  if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE))
    show_status (self, "network-offline-symbolic", _("Couldn’t Reach the Directory"), markup, TRUE);
  else
    show_status (self, "foyer-compass-symbolic", _("Nothing Was Found"), markup, TRUE);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  FoyerDiscoverPage *self = question->page;
  gint64 as_of_ms = 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSearchPage) page = foyer_sync_search_finish (FOYER_SYNC (source), result, &as_of_ms,
                                                              &error);

  if (foyer_answer_is_stale (result))
    return;
  g_clear_object (&self->cancellable);
  if (page == NULL)
    {
      /* The places that are there already stay. */
      if (question->terms != NULL)
        show_failure (self, error);
      else
        foyer_desk_failed (self->desk, error);
      return;
    }

  if (as_of_ms > get_now (self) - FRESH_MS)
    as_of_ms = 0;
  self->found_us = g_get_monotonic_time ();
  if (question->terms != NULL)
    begin_results (self, g_steal_pointer (&question->terms));
  add_results (self, page);
  g_ptr_array_add (self->pages, g_steal_pointer (&page));
  show_age (self, as_of_ms);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      show_nothing (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "results");
}

/* @terms: (transfer full) (nullable): %NULL for more of what is shown */
static void
ask (FoyerDiscoverPage *self,
     FoyerSearchTerms  *terms,
     const char        *cursor)
{
  Question *question = g_new0 (Question, 1);
  FoyerSearchTerms *asked = terms != NULL ? terms : self->terms;
  FoyerSearchQuery query = foyer_search_terms_query (asked, PAGE_SIZE, cursor);

  question->page = g_object_ref (self);
  question->terms = terms;
  self->cancellable = g_cancellable_new ();
  foyer_sync_search_async (foyer_desk_get_sync (self->desk), asked->origin, &query,
                           self->cancellable, found_cb, question);
}

static void
search (FoyerDiscoverPage *self)
{
  g_autofree char *origin = g_settings_get_string (self->settings, FOYER_DIRECTORY_KEY);
  FoyerSearchTerms *terms = read_terms (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  show_fields (self);
  if (*origin != '\0' && !gtk_widget_get_visible (self->fields))
    {
      gtk_widget_set_visible (self->fields, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->place_entry));
    }
  gtk_widget_set_visible (self->fields, *origin != '\0');
  if (*origin == '\0')
    gtk_stack_set_visible_child_name (self->stack, "directory");
  else if (terms == NULL)
    show_status (self, "foyer-compass-symbolic", _("A Seat Near You"),
                 _("Write a town or a postcode to see who has a free seat."), FALSE);
  else
    ask (self, terms, NULL);
}

static void
edge_reached_cb (FoyerDiscoverPage *self,
                 GtkPositionType    edge)
{
  const FoyerSearchPage *last = NULL;

  if (self->pages->len > 0)
    last = g_ptr_array_index (self->pages, self->pages->len - 1);
  if (edge == GTK_POS_BOTTOM && self->cancellable == NULL && last != NULL && last->cursor != NULL)
    ask (self, NULL, last->cursor);
}

/* The fields */

static void
place_chosen_cb (FoyerDiscoverPage *self)
{
  int lat_e6, lon_e6;

  if (foyer_place_entry_get_place (self->place_entry, &lat_e6, &lon_e6))
    g_settings_set (self->settings, PLACE_KEY, "(sii)", foyer_place_entry_get_name (self->place_entry),
                    lat_e6, lon_e6);
  self->radius_m = FOYER_SEARCH_NEAR_M;
  search (self);
}

static void
part_changed_cb (FoyerDiscoverPage *self)
{
  if (self->desk != NULL && !self->filling)
    search (self);
}

static void
seats_changed_cb (FoyerDiscoverPage *self)
{
  if (self->desk != NULL && !self->filling)
    search (self);
}

static void
words_changed_cb (FoyerDiscoverPage *self)
{
  if (self->desk != NULL && !self->filling)
    search (self);
}

static void
day_selected_cb (FoyerDiscoverPage *self)
{
  g_autoptr(GDateTime) date = NULL;
  FoyerDay day;

  if (self->filling)
    return;

  date = gtk_calendar_get_date (self->calendar);
  day = foyer_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                       g_date_time_get_day_of_month (date));
  self->day = day == get_today (self) ? FOYER_DAY_NONE : day;
  gtk_popover_popdown (self->day_popover);
  search (self);
}

static void
update_words_entry (FoyerDiscoverPage *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->words_button));

  gtk_widget_set_visible (GTK_WIDGET (self->words_entry), !self->narrow || open);
  if (self->narrow && open)
    gtk_widget_grab_focus (GTK_WIDGET (self->words_entry));
  else if (self->narrow)
    gtk_editable_set_text (self->words_entry, "");
}

static void
way_chosen_cb (FoyerDiscoverPage      *self,
               const FoyerSearchTerms *terms)
{
  self->day = terms->day == get_today (self) ? FOYER_DAY_NONE : terms->day;
  self->radius_m = terms->radius_m;
  self->filling = TRUE;
  gtk_editable_set_text (self->words_entry, terms->words);
  self->filling = FALSE;
  show_calendar (self);
  search (self);
}

static void
try_again_cb (FoyerDiscoverPage *self)
{
  search (self);
}

static void
directory_problem_cb (FoyerDiscoverPage *self,
                      const char        *sentence)
{
  gtk_label_set_label (self->directory_problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->directory_problem), sentence != NULL);
}

static void
use_directory_cb (FoyerDiscoverPage *self)
{
  foyer_directory_row_take (self->directory_row);
}

/* What is shown was kept; a directory that answers again has something newer. */
static void
status_changed_cb (FoyerDiscoverPage *self)
{
  const FoyerSyncStatus *status = foyer_sync_get_status (foyer_desk_get_sync (self->desk));

  if (self->is_stale && self->cancellable == NULL && status->state == FOYER_SYNC_UP_TO_DATE)
    search (self);
}

static void
set_narrow (FoyerDiscoverPage *self,
            gboolean           narrow)
{
  GtkListBoxRow *row;

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    foyer_listing_card_set_narrow (FOYER_LISTING_CARD (row), narrow);
  update_words_entry (self);
}

static void
recall_place (FoyerDiscoverPage *self)
{
  g_autofree char *name = NULL;
  int lat_e6, lon_e6;

  g_settings_get (self->settings, PLACE_KEY, "(sii)", &name, &lat_e6, &lon_e6);
  if (*name != '\0')
    foyer_place_entry_set_place (self->place_entry, name, lat_e6, lon_e6);
}

static void
foyer_discover_page_map (GtkWidget *widget)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_discover_page_parent_class)->map (widget);

  /* Seats go while one looks elsewhere; what was just found stays under the hand. */
  if (self->cancellable == NULL && g_get_monotonic_time () - self->found_us > FRESH_MS * 1000)
    search (self);
}

static void
foyer_discover_page_constructed (GObject *object)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (object);

  G_OBJECT_CLASS (foyer_discover_page_parent_class)->constructed (object);

  g_assert (self->desk != NULL);
  foyer_place_entry_set_desk (self->place_entry, self->desk);
  recall_place (self);
  show_calendar (self);
  show_fields (self);
  g_signal_connect_object (self->settings, "changed::" FOYER_DIRECTORY_KEY, G_CALLBACK (search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_sync (self->desk), "status-changed",
                           G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
foyer_discover_page_dispose (GObject *object)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DISCOVER_PAGE);

  G_OBJECT_CLASS (foyer_discover_page_parent_class)->dispose (object);
}

static void
foyer_discover_page_finalize (GObject *object)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (object);

  g_clear_pointer (&self->terms, foyer_search_terms_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (foyer_discover_page_parent_class)->finalize (object);
}

static void
foyer_discover_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (object);

  switch ((FoyerDiscoverPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_discover_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  FoyerDiscoverPage *self = FOYER_DISCOVER_PAGE (object);

  switch ((FoyerDiscoverPageProp) prop_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-discover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, fields);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, words_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, place_entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, day_popover);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, seats_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, seats_spin);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, words_entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, part_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, directory_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, directory_problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, status);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, ways);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDiscoverPage, list);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_words_entry);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, seats_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, directory_problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_directory_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
foyer_discover_page_class_init (FoyerDiscoverPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_discover_page_constructed;
  object_class->dispose = foyer_discover_page_dispose;
  object_class->finalize = foyer_discover_page_finalize;
  object_class->get_property = foyer_discover_page_get_property;
  object_class->set_property = foyer_discover_page_set_property;
  widget_class->map = foyer_discover_page_map;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                          G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (FOYER_TYPE_DIRECTORY_ROW);
  g_type_ensure (FOYER_TYPE_FITTING_LABEL);
  g_type_ensure (FOYER_TYPE_PLACE_ENTRY);
  g_type_ensure (FOYER_TYPE_WAYS_ON);
  bind_template (widget_class);
}

static void
foyer_discover_page_init (FoyerDiscoverPage *self)
{
  self->day = FOYER_DAY_NONE;
  self->radius_m = FOYER_SEARCH_NEAR_M;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_search_page_free);
  self->settings = g_settings_new (FOYER_APP_ID);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

AdwNavigationPage *
foyer_discover_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_DISCOVER_PAGE, "desk", desk, NULL);
}
