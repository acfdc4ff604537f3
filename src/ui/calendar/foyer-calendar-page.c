/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-calendar-page.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-day-panel.h"
#include "ui/calendar/foyer-month-grid.h"
#include "ui/calendar/foyer-range-panel.h"
#include "ui/calendar/foyer-year-grid.h"
#include "ui/calendar/foyer-year-swatches.h"
#include "ui/foyer-fitting-label.h"
#include "ui/foyer-shortcuts.h"
#include "words/foyer-words.h"

/* So much of a bottom sheet shows even where the month leaves less room. */
#define SHEET_HEIGHT_MIN 72

struct _FoyerCalendarPage
{
  AdwNavigationPage    parent_instance;

  FoyerDesk           *desk;
  GSettings           *settings;
  gboolean             asks_to_close;   /* the one selected day, since somebody has booked it */
  gboolean             week_numbers;
  gboolean             year;            /* the year is shown, not the month */
  gboolean             had_details;     /* when the year was turned to */

  AdwMultiLayoutView  *layouts;
  AdwOverlaySplitView *split;
  AdwWindowTitle      *wide_title;
  FoyerFittingLabel   *narrow_title_label;
  FoyerMonthGrid      *grid;
  GtkWidget           *previous_button;
  GtkWidget           *next_button;
  AdwToggleGroup      *view_group;
  GtkStack            *views;
  FoyerYearGrid       *year_grid;
  GtkScrolledWindow   *month_scroller;
  GtkWidget           *sheet_heading;
  AdwWindowTitle      *sheet_title;
  GtkScrolledWindow   *sheet_scroller;
  GtkStack            *sheet_stack;
  FoyerDayPanel       *day_panel;
  FoyerRangePanel     *range_panel;
};

G_DEFINE_FINAL_TYPE (FoyerCalendarPage, foyer_calendar_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1, PROP_DETAILS, PROP_WEEK_NUMBERS, PROP_YEAR } FoyerCalendarPageProp;
static GParamSpec *props[PROP_YEAR + 1];

static gboolean
is_narrow (FoyerCalendarPage *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
show_title_cb (FoyerCalendarPage *self)
{
  gboolean range = g_strcmp0 (gtk_stack_get_visible_child_name (self->sheet_stack), "range") == 0;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  FoyerDay first, last;

  foyer_month_grid_get_selection (self->grid, &first, &last);
  if (first == FOYER_DAY_NONE)
    return;

  title = first == last ? foyer_words_day_title (first) : foyer_words_day_range (first, last);
  g_object_get (range ? (gpointer) self->range_panel : (gpointer) self->day_panel,
                "summary", &summary, NULL);
  adw_window_title_set_title (self->sheet_title, title);
  adw_window_title_set_subtitle (self->sheet_title, summary != NULL ? summary : "");
}

static void
show_sheet (FoyerCalendarPage *self)
{
  FoyerDay first, last;
  gboolean range;

  foyer_month_grid_get_selection (self->grid, &first, &last);
  if (first == FOYER_DAY_NONE)
    return;

  range = first != last || self->asks_to_close;
  if (range)
    foyer_range_panel_set_range (self->range_panel, first, last, self->asks_to_close);
  else
    foyer_day_panel_set_day (self->day_panel, first);
  gtk_stack_set_visible_child_name (self->sheet_stack, range ? "range" : "day");
  show_title_cb (self);
}

static void
selection_changed_cb (FoyerCalendarPage *self)
{
  self->asks_to_close = FALSE;
  show_sheet (self);
}

/* What is on the page: a month, or a year. */
static char *
describe_page (FoyerCalendarPage *self,
               gboolean           shorter)
{
  if (self->year)
    return foyer_words_year (foyer_year_grid_get_month (self->year_grid));
  if (shorter)
    return foyer_words_month_short (foyer_month_grid_get_month (self->grid));

  return foyer_words_month (foyer_month_grid_get_month (self->grid));
}

static void
show_page_title (FoyerCalendarPage *self)
{
  g_autofree char *name = describe_page (self, FALSE);
  g_autofree char *shorter = describe_page (self, TRUE);

  adw_window_title_set_title (self->wide_title, name);
  foyer_fitting_label_set_texts (self->narrow_title_label, name, shorter);
}

static void
month_changed_cb (FoyerCalendarPage *self)
{
  if (!self->year)
    show_page_title (self);
}

static void
year_changed_cb (FoyerCalendarPage *self)
{
  if (self->year)
    show_page_title (self);
}

/* The details of a day have no place beside the year, and come back with the month. */
static void
set_year (FoyerCalendarPage *self,
          gboolean           year)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FoyerDay month = foyer_month_grid_get_month (self->grid);

  if (self->year == year || month == FOYER_DAY_NONE)
    return;

  self->year = year;
  if (year)
    {
      self->had_details = adw_overlay_split_view_get_show_sidebar (self->split);
      foyer_year_grid_show (self->year_grid, month);
    }
  adw_overlay_split_view_set_show_sidebar (self->split, !year && self->had_details);
  gtk_widget_action_set_enabled (widget, "calendar.details", !year);
  gtk_widget_action_set_enabled (widget, "calendar.week-numbers", !year);
  gtk_widget_set_tooltip_text (self->previous_button, year ? _("Previous Year") : _("Previous Month"));
  gtk_widget_set_tooltip_text (self->next_button, year ? _("Next Year") : _("Next Month"));
  gtk_stack_set_visible_child_name (self->views, year ? "year" : "month");
  adw_toggle_group_set_active (self->view_group, year ? 1 : 0);
  show_page_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
}

static void
view_chosen_cb (FoyerCalendarPage *self)
{
  set_year (self, adw_toggle_group_get_active (self->view_group) == 1);
}

static void
year_activated_cb (FoyerCalendarPage *self,
                   FoyerDay           day,
                   gboolean           whole_month)
{
  set_year (self, FALSE);
  if (whole_month)
    foyer_month_grid_show (self->grid, day);
  else
    foyer_month_grid_select (self->grid, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
set_week_numbers (FoyerCalendarPage *self,
                  gboolean           show)
{
  if (self->week_numbers == show)
    return;

  self->week_numbers = show;
  foyer_month_grid_set_show_week_numbers (self->grid, show);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WEEK_NUMBERS]);
}

static void
activated_cb (FoyerCalendarPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
close_asked_cb (FoyerCalendarPage *self)
{
  self->asks_to_close = TRUE;
  show_sheet (self);
}

static void
range_done_cb (FoyerCalendarPage *self)
{
  self->asks_to_close = FALSE;
  if (!foyer_month_grid_collapse (self->grid))
    show_sheet (self);
  /* The button that was pressed is gone. */
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
turn_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (widget);
  g_autofree char *name = NULL;
  int by = g_str_equal (action_name, "calendar.next") ? 1 : -1;

  if (self->year)
    foyer_year_grid_turn (self->year_grid, by);
  else
    foyer_month_grid_turn (self->grid, by);
  name = describe_page (self, FALSE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
today_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (widget);
  FoyerDay today = foyer_desk_get_today (self->desk);

  if (today == FOYER_DAY_NONE)
    return;

  foyer_month_grid_select (self->grid, today);
  if (self->year)
    foyer_year_grid_show (self->year_grid, today);
}

/* Step by step back: the year, what was begun, the range, the sheet. */
static void
dismiss_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (widget);

  if (self->year)
    {
      set_year (self, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
    }
  else if (self->asks_to_close)
    {
      self->asks_to_close = FALSE;
      show_sheet (self);
    }
  else if (!foyer_month_grid_collapse (self->grid))
    {
      adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
    }
}

static void
space_changed_cb (FoyerCalendarPage *self)
{
  self->asks_to_close = FALSE;
  foyer_month_grid_collapse (self->grid);
  show_sheet (self);
}

/* A bottom sheet is as high as it wants to be: it must leave the month usable above it,
 * and the month has the whole page while there is none. */
static void
update_heights (FoyerCalendarPage *self)
{
  gboolean above = is_narrow (self) && adw_overlay_split_view_get_show_sidebar (self->split);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->month_scroller);
  int height = (int) gtk_adjustment_get_page_size (adjustment);
  int month, heading, limit = -1;

  if (is_narrow (self))
    {
      gtk_widget_measure (GTK_WIDGET (self->grid), GTK_ORIENTATION_VERTICAL, -1,
                          &month, NULL, NULL, NULL);
      gtk_widget_measure (self->sheet_heading, GTK_ORIENTATION_VERTICAL, -1,
                          NULL, &heading, NULL, NULL);
      limit = MAX (SHEET_HEIGHT_MIN, height - month - heading);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->grid), above ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  if (gtk_scrolled_window_get_max_content_height (self->sheet_scroller) != limit)
    gtk_scrolled_window_set_max_content_height (self->sheet_scroller, limit);
}

static void
update_heights_once (gpointer data)
{
  g_autoptr(FoyerCalendarPage) self = data;

  if (self->desk != NULL)
    update_heights (self);
}

/* A new limit is not heard while sizes are given out. */
static void
page_size_cb (FoyerCalendarPage *self)
{
  g_idle_add_once (update_heights_once, g_object_ref (self));
}

static void
sidebar_shown_cb (FoyerCalendarPage *self)
{
  /* A window that is no longer low gets its details back, if there is a place for them. */
  if (self->year && adw_overlay_split_view_get_show_sidebar (self->split))
    {
      self->had_details = TRUE;
      adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
  update_heights (self);
}

static void
foyer_calendar_page_constructed (GObject *object)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (object);

  G_OBJECT_CLASS (foyer_calendar_page_parent_class)->constructed (object);

  foyer_day_panel_set_desk (self->day_panel, self->desk);
  foyer_range_panel_set_desk (self->range_panel, self->desk);
  foyer_month_grid_set_desk (self->grid, self->desk);
  foyer_year_grid_set_desk (self->year_grid, self->desk);
  g_signal_connect_object (self->desk, "notify::space", G_CALLBACK (space_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
foyer_calendar_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (object);

  switch ((FoyerCalendarPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_DETAILS:
      g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->split));
      break;
    case PROP_WEEK_NUMBERS:
      g_value_set_boolean (value, self->week_numbers);
      break;
    case PROP_YEAR:
      g_value_set_boolean (value, self->year);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_calendar_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (object);

  switch ((FoyerCalendarPageProp) prop_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_DETAILS:
      adw_overlay_split_view_set_show_sidebar (self->split, g_value_get_boolean (value));
      break;
    case PROP_WEEK_NUMBERS:
      set_week_numbers (self, g_value_get_boolean (value));
      break;
    case PROP_YEAR:
      set_year (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_calendar_page_dispose (GObject *object)
{
  FoyerCalendarPage *self = FOYER_CALENDAR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_calendar_page_parent_class)->dispose (object);
}

static void
foyer_calendar_page_class_init (FoyerCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_calendar_page_constructed;
  object_class->get_property = foyer_calendar_page_get_property;
  object_class->set_property = foyer_calendar_page_set_property;
  object_class->dispose = foyer_calendar_page_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                          | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAILS] = g_param_spec_boolean ("details", NULL, NULL, TRUE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                              | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_WEEK_NUMBERS] = g_param_spec_boolean ("week-numbers", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_YEAR] = g_param_spec_boolean ("year", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                           | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_property_action (widget_class, "calendar.details", "details");
  gtk_widget_class_install_property_action (widget_class, "calendar.week-numbers", "week-numbers");
  gtk_widget_class_install_property_action (widget_class, "calendar.year", "year");

  g_type_ensure (FOYER_TYPE_FITTING_LABEL);
  g_type_ensure (FOYER_TYPE_MONTH_GRID);
  g_type_ensure (FOYER_TYPE_DAY_PANEL);
  g_type_ensure (FOYER_TYPE_RANGE_PANEL);
  g_type_ensure (FOYER_TYPE_YEAR_GRID);
  g_type_ensure (FOYER_TYPE_YEAR_SWATCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, wide_title);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, narrow_title_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, month_scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, year_grid);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, views);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, view_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, sheet_heading);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, sheet_title);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, sheet_scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, sheet_stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, day_panel);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarPage, range_panel);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
foyer_calendar_page_init (FoyerCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_shortcuts_attach (GTK_WIDGET (self), "calendar.");
  self->settings = g_settings_new (FOYER_APP_ID);
  g_settings_bind (self->settings, "week-numbers", self, "week-numbers", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->month_scroller),
                           "notify::page-size", G_CALLBACK (page_size_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_heading, "map", G_CALLBACK (update_heights), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layouts, "notify::layout-name", G_CALLBACK (update_heights),
                           self, G_CONNECT_SWAPPED);
}

AdwNavigationPage *
foyer_calendar_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_CALENDAR_PAGE, "desk", desk, NULL);
}
