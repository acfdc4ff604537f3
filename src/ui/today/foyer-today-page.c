/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-today-page-private.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "ui/foyer-answer.h"
#include "ui/foyer-shortcuts.h"
#include "ui/today/foyer-arrival-words.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

G_DEFINE_FINAL_TYPE (FoyerTodayPage, foyer_today_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1 } FoyerTodayPageProp;
static GParamSpec *props[PROP_DESK + 1];

static void
update_actions (FoyerTodayPage *self)
{
  gboolean elsewhere = foyer_today_page_get_distance (self) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "day.today", elsewhere);
  gtk_widget_set_visible (self->today_button, elsewhere);
}

/* Capitals where a title begins: "Jeu. 26 novembre". */
static char *
make_short_title (FoyerDay day)
{
  g_autofree char *words = foyer_words_day_short (day);
  GString *title = g_string_new (NULL);

  g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (words)));
  g_string_append (title, g_utf8_next_char (words));
  return g_string_free (title, FALSE);
}

static void
update_title (FoyerTodayPage *self)
{
  const FoyerAvailability *availability = &self->sheet->availability;
  g_autofree char *title = foyer_words_day_title (self->sheet->day);
  g_autofree char *short_title = make_short_title (self->sheet->day);
  g_autofree char *shorter = foyer_words_day_shorter (self->sheet->day);
  g_autofree char *hours = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *holiday = NULL;
  g_autofree char *facts = NULL;

  if (availability->open)
    {
      hours = foyer_words_hours (availability->start_minute, availability->end_minute);
      /* Translators: %s are the opening hours: "Open 09:00 – 18:00" */
      subtitle = g_strdup_printf (_("Open %s"), hours);
    }
  else
    {
      subtitle = g_strdup (C_("day", "Closed"));
    }
  adw_window_title_set_title (self->title, title);
  holiday = foyer_words_holiday (availability->holiday);
  facts = foyer_words_facts ((const char *[]) { subtitle, holiday, NULL });
  adw_window_title_set_subtitle (self->title, facts);
  foyer_fitting_label_set_texts (self->short_title, short_title, shorter);
}

/* Nobody is on the day: says why, and what to do next. */
static void
update_status (FoyerTodayPage *self)
{
  const FoyerAvailability *availability = &self->sheet->availability;
  int n_free = foyer_availability_get_free (availability, FOYER_PART_FULL);
  int distance = foyer_today_page_get_distance (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->open_button, !availability->open && distance >= 0);
  if (distance < 0)
    {
      adw_status_page_set_title (self->status, _("Nobody Was Here"));
      adw_status_page_set_description (self->status, NULL);
    }
  else if (!availability->open)
    {
      adw_status_page_set_title (self->status, distance == 0 ? _("Closed Today") : _("Closed"));
      adw_status_page_set_description (self->status,
                                       _("Open the day to let people in. Its usual hours and seats apply."));
    }
  else
    {
      adw_status_page_set_title (self->status, _("Nobody Expected Yet"));
      if (distance == 0)
        /* Translators: %d is a number of free seats */
        text = g_strdup_printf (ngettext ("%d seat is free. Type a name when someone knocks.",
                                          "%d seats are free. Type a name when someone knocks.",
                                          n_free),
                                n_free);
      else
        /* Translators: %d is a number of free seats */
        text = g_strdup_printf (ngettext ("%d seat is free. Type a name to book it.",
                                          "%d seats are free. Type a name to book one.", n_free),
                                n_free);
      adw_status_page_set_description (self->status, text);
    }
}

/* While the page is looked at, what is typed beside it goes into the entry too; a
 * dialog above it keeps its own keys. */
static void
update_capture (FoyerTodayPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *beside = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_visible (GTK_WIDGET (self->entry)))
    beside = NULL;
  gtk_search_entry_set_key_capture_widget (self->entry, beside);
}

static void
show_sheet (FoyerTodayPage *self)
{
  const FoyerSpace *space = foyer_space_item_get_space (foyer_desk_get_space (self->desk));
  FoyerDaySheet *sheet = self->sheet;
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  FoyerSeatCount count;
  gboolean has_seats = sheet->availability.open || sheet->expected->len + sheet->here->len > 0;
  int distance = foyer_today_page_get_distance (self);

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  update_title (self);
  update_status (self);
  foyer_arrival_group_set_bookings (self->expected_group, sheet->expected, zone, distance);
  foyer_arrival_group_set_bookings (self->here_group, sheet->here, zone, distance);
  foyer_arrival_group_set_bookings (self->left_group, sheet->left, zone, distance);

  foyer_arrival_count_seats (sheet, &count);
  foyer_seat_table_set_day (self->table, &count, &sheet->availability);
  foyer_seat_table_set_day (self->strip, &count, &sheet->availability);
  gtk_widget_set_visible (GTK_WIDGET (self->table), has_seats);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), has_seats);
  foyer_request_list_show (self->requests, self->desk, sheet, zone);
  foyer_desk_set_n_requests (self->desk, sheet->requests->len);
  foyer_waiting_list_show (self->waiting, self->desk, sheet->day, distance == 0);
  foyer_refusal_list_show (self->refusals, self->desk, sheet->day);
  foyer_day_aside_set_sheet (self->aside, sheet);

  /* On a day that is over nobody arrives. */
  gtk_widget_set_visible (GTK_WIDGET (self->entry), distance >= 0);
  update_capture (self);
  gtk_search_entry_set_placeholder_text (self->entry,
                                         distance > 0 ? _("Who is coming?") : _("Who is here?"));
  update_actions (self);
  if (!foyer_today_page_is_typing (self))
    foyer_today_page_show_day (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerTodayPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDaySheet) sheet = foyer_store_day_sheet_finish (FOYER_STORE (source), result, &error);

  /* A sheet may have been on its way when another one was asked for. */
  if (foyer_answer_is_stale (result))
    return;

  if (sheet == NULL)
    {
      if (self->desk != NULL)
        foyer_desk_failed (self->desk, error);
      return;
    }

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  self->sheet = g_steal_pointer (&sheet);
  show_sheet (self);
}

static void
load (FoyerTodayPage *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (space == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_day_sheet_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (space),
                               foyer_today_page_get_day (self), self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static void
changed_cb (FoyerTodayPage *self,
            guint           change,
            const char     *space_id)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  if (space != NULL && space_id != NULL && !g_str_equal (space_id, foyer_space_item_get_id (space)))
    return;

  load (self);
  foyer_today_page_ask (self);
}

static void
space_cb (FoyerTodayPage *self)
{
  foyer_today_page_clear_entry (self);
  load (self);
}

static void
today_cb (FoyerTodayPage *self)
{
  load (self);
  foyer_today_page_ask (self);
}

static void
foyer_today_page_map (GtkWidget *widget)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  g_binding_group_set_source (self->split_view,
                              gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  GTK_WIDGET_CLASS (foyer_today_page_parent_class)->map (widget);

  update_capture (self);
}

static void
foyer_today_page_unmap (GtkWidget *widget)
{
  gtk_search_entry_set_key_capture_widget (FOYER_TODAY_PAGE (widget)->entry, NULL);

  GTK_WIDGET_CLASS (foyer_today_page_parent_class)->unmap (widget);
}

static void
foyer_today_page_constructed (GObject *object)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (object);

  G_OBJECT_CLASS (foyer_today_page_parent_class)->constructed (object);

  g_assert (self->desk != NULL);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::space", G_CALLBACK (space_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::today", G_CALLBACK (today_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  load (self);
}

static void
foyer_today_page_dispose (GObject *object)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->split_view);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_TODAY_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_today_page_parent_class)->dispose (object);
}

static void
foyer_today_page_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_TODAY_PAGE (object)->sheet, foyer_day_sheet_free);

  G_OBJECT_CLASS (foyer_today_page_parent_class)->finalize (object);
}

static void
foyer_today_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((FoyerTodayPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, FOYER_TODAY_PAGE (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_today_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((FoyerTodayPageProp) prop_id)
    {
    case PROP_DESK:
      FOYER_TODAY_PAGE (object)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, date_buttons);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, date_menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, short_title);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, side);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, status);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, expected_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, here_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, left_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, results);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, strip);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, table);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, requests);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, refusals);
  gtk_widget_class_bind_template_child (widget_class, FoyerTodayPage, aside);
}

static void
foyer_today_page_class_init (FoyerTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_today_page_constructed;
  object_class->dispose = foyer_today_page_dispose;
  object_class->finalize = foyer_today_page_finalize;
  object_class->get_property = foyer_today_page_get_property;
  object_class->set_property = foyer_today_page_set_property;
  widget_class->map = foyer_today_page_map;
  widget_class->unmap = foyer_today_page_unmap;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (FOYER_TYPE_ARRIVAL_GROUP);
  g_type_ensure (FOYER_TYPE_DAY_ASIDE);
  g_type_ensure (FOYER_TYPE_FITTING_LABEL);
  g_type_ensure (FOYER_TYPE_REFUSAL_LIST);
  g_type_ensure (FOYER_TYPE_REQUEST_LIST);
  g_type_ensure (FOYER_TYPE_RESULT_LIST);
  g_type_ensure (FOYER_TYPE_SEAT_TABLE);
  g_type_ensure (FOYER_TYPE_WAITING_LIST);
  foyer_today_page_install_actions (widget_class);
  bind_template (widget_class);
  foyer_today_page_bind_entry (widget_class);
}

static void
foyer_today_page_init (FoyerTodayPage *self)
{
  self->day = FOYER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Beside a Back button an arrow to the day before would be a second one: the days fold
   * into the title. */
  self->split_view = g_binding_group_new ();
  g_binding_group_bind (self->split_view, "collapsed", self->date_buttons, "visible",
                        G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_binding_group_bind (self->split_view, "collapsed", self->title, "visible",
                        G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_binding_group_bind (self->split_view, "collapsed", self->date_menu_button, "visible",
                        G_BINDING_SYNC_CREATE);
  foyer_today_page_init_entry (self);
  foyer_shortcuts_attach (GTK_WIDGET (self), "day.");
}

AdwNavigationPage *
foyer_today_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_TODAY_PAGE, "desk", desk, NULL);
}

FoyerDay
foyer_today_page_get_day (FoyerTodayPage *self)
{
  return self->day != FOYER_DAY_NONE ? self->day : foyer_desk_get_today (self->desk);
}

int
foyer_today_page_get_distance (FoyerTodayPage *self)
{
  return foyer_today_page_get_day (self) - foyer_desk_get_today (self->desk);
}

void
foyer_today_page_set_day (FoyerTodayPage *self,
                          FoyerDay        day)
{
  self->day = day == foyer_desk_get_today (self->desk) ? FOYER_DAY_NONE : day;
  foyer_today_page_clear_entry (self);
  load (self);
}

void
foyer_today_page_show_day (FoyerTodayPage *self)
{
  gboolean nobody;

  if (self->sheet == NULL)
    return;

  nobody = self->sheet->expected->len + self->sheet->here->len + self->sheet->left->len == 0;
  gtk_stack_set_visible_child_name (self->stack, nobody ? "status" : "day");
}
