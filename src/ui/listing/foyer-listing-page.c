/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/listing/foyer-listing-page.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "protocol/foyer-request.h"
#include "sync/foyer-discovery.h"
#include "ui/discover/foyer-search-terms.h"
#include "ui/foyer-answer.h"
#include "ui/listing/foyer-listing-words.h"
#include "ui/listing/foyer-request-dialog.h"
#include "ui/listing/foyer-shares.h"
#include "ui/listing/foyer-week-strip.h"
#include "ui/photos/foyer-photo-strip.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

/* An answer younger than this is as good as now. */
#define FRESH_MS (60 * 1000)
/* Scrolled farther than this, the large title is gone. */
#define TITLE_BELOW 280

struct _FoyerListingPage {
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  GCancellable      *cancellable;     /* of the question that has no answer yet */
  char              *origin;
  char              *id;
  FoyerKey           key;
  int                distance_m;
  FoyerListingView  *view;            /* nullable: what is shown */
  FoyerDay           day;
  FoyerDay           week;            /* the first day that the strip shows */
  FoyerPart          part;
  int                seats;

  AdwHeaderBar      *header;
  AdwBanner         *banner;
  GtkStack          *stack;
  AdwStatusPage     *status;
  GtkScrolledWindow *scroller;
  FoyerPhotoFrame   *picture;
  FoyerPhotoStrip   *photos;
  GtkLabel          *name_label;
  GtkLabel          *facts_label;
  GtkLabel          *about_label;
  GtkWidget         *tags;
  GtkWidget         *rules_group;
  GtkLabel          *rules_label;
  GtkLabel          *where_label;
  GtkLabel          *price_label;
  GtkLabel          *unit_label;
  GtkLabel          *day_label;
  FoyerWeekStrip    *strip;
  AdwToggleGroup    *part_group;
  GtkLabel          *terms_label;
  FoyerShares       *shares;
  GtkLabel          *bar_price_label;
  GtkLabel          *bar_day_label;
};

G_DEFINE_FINAL_TYPE (FoyerListingPage, foyer_listing_page, ADW_TYPE_NAVIGATION_PAGE)

static gint64
get_now (FoyerListingPage *self)
{
  return foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
}

/* A day of which the host says nothing is closed. */
static FoyerSeatDay
get_seat_day (FoyerListingPage *self,
              FoyerDay          day)
{
  const FoyerSeatDays *days = self->view->days;
  FoyerSeatDay none = { 0 };

  if (days == NULL || day < days->from || day >= days->from + (FoyerDay) days->n_days)
    return none;
  return days->days[day - days->from];
}

static FoyerDay
get_last_day (FoyerListingPage *self)
{
  const FoyerSeatDays *days = self->view->days;

  return days != NULL && days->n_days > 0 ? days->from + (FoyerDay) days->n_days - 1 : self->day;
}

static FoyerDay
get_week_of (FoyerDay day)
{
  int offset = foyer_day_get_weekday (day) - foyer_words_first_weekday ();

  return day - (offset + 7) % 7;
}

/* What is shown */

static void
show_tags (FoyerListingPage   *self,
           const char * const *tags)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->tags), child);
  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->tags), foyer_listing_make_pill (tags[i]));
  gtk_widget_set_visible (self->tags, gtk_widget_get_first_child (self->tags) != NULL);
}

static char *
describe_where (const FoyerListing *listing)
{
  g_autofree char *distance = NULL;

  if (listing->address != NULL)
    {
      g_autofree char *town = g_strstrip (g_strdup_printf ("%s %s", listing->address->postcode,
                                                           listing->address->city));

      return *town == '\0' ? g_strdup (listing->address->street)
                           /* Translators: an address in one line: street, then postcode and town */
                           : g_strdup_printf (C_("address", "%1$s, %2$s"), listing->address->street, town);
    }

  if (listing->displaced_m == 0)
    /* Translators: %s is a quarter or commune */
    return g_strdup_printf (_("In %s. You get the exact address when the host accepts."), listing->area);

  distance = foyer_words_distance (listing->displaced_m);
  /* Translators: %1$s is a quarter or commune, %2$s a distance */
  return g_strdup_printf (_("In or near %1$s, at most %2$s from the point that is public. You get the exact address when the host accepts."),
                          listing->area, distance);
}

static void
show_listing (FoyerListingPage *self)
{
  const FoyerListing *listing = self->view->listing;
  g_autofree char *kind = foyer_words_kind (listing->kind);
  g_autofree char *distance = foyer_words_distance (self->distance_m);
  g_autofree char *seats = foyer_words_seats (listing->seats);
  g_autofree char *facts = foyer_words_facts ((const char *[]) { kind, listing->area, distance, seats, NULL });
  g_autofree char *where = describe_where (listing);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), listing->name);
  foyer_photo_strip_show (self->photos, self->picture, foyer_desk_get_sync (self->desk), self->origin,
                          (const char * const *) listing->photos, foyer_listing_get_picture (listing->kind));
  gtk_label_set_label (self->name_label, listing->name);
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->about_label, listing->about);
  gtk_widget_set_visible (GTK_WIDGET (self->about_label), *listing->about != '\0');
  show_tags (self, (const char * const *) listing->tags);
  gtk_label_set_label (self->rules_label, listing->rules);
  gtk_widget_set_visible (self->rules_group, *listing->rules != '\0');
  gtk_label_set_label (self->where_label, where);
  foyer_shares_show (self->shares, listing);
}

static void
show_price (FoyerListingPage *self)
{
  const FoyerListing *listing = self->view->listing;
  gint64 minor = self->part == FOYER_PART_FULL ? listing->price_minor : listing->half_price_minor;
  g_autofree char *price = foyer_listing_describe_price (listing->price_minor, listing->currency);
  g_autofree char *half = foyer_listing_describe_price (listing->half_price_minor, listing->currency);
  g_autofree char *chosen = foyer_listing_describe_price (minor, listing->currency);
  g_autofree char *unit = NULL;

  /* Translators: beside the price of a full day; %s is that of half a day */
  unit = g_strdup_printf (_("a seat and day\n%s for half a day"), half);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), listing->price_minor > 0);
  gtk_label_set_label (self->price_label, price);
  gtk_label_set_label (self->unit_label, unit);
  gtk_label_set_label (self->bar_price_label, chosen);
}

/* Until when the host has to answer and the guest may change their mind, or why there is
 * nothing to ask for. */
static char *
describe_terms (FoyerListingPage *self,
                int               n_free)
{
  const FoyerListing *listing = self->view->listing;
  g_autoptr(GTimeZone) zone = foyer_zone_new (listing->tz, NULL);
  gint64 now_ms = get_now (self);
  gint64 answer_ms;
  gint64 limit_ms;
  g_autofree char *answer = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *cancel = NULL;

  if (n_free < self->seats)
    return g_strdup (n_free == 0 ? _("There is no free seat then. Choose another day, or another part of it.")
                                 : _("There are fewer free seats then than you look for. Choose another day, or another part of it."));
  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  /* When the place opens only the host knows: of the day itself no hour can be said. */
  answer_ms = foyer_request_answer_by (zone, self->day, 0, now_ms);
  if (answer_ms > now_ms && answer_ms < foyer_instant_at (zone, self->day, 0))
    {
      g_autofree char *moment = foyer_words_moment (zone, now_ms, answer_ms);

      /* Translators: %s is a moment: "today at 18:00" */
      answer = g_strdup_printf (_("The host answers until %s."), moment);
    }
  else
    {
      answer = g_strdup (_("The host answers on the day itself."));
    }

  limit_ms = foyer_instant_at (zone, self->day - listing->cancel_days, listing->cancel_minute);
  if (limit_ms <= now_ms || listing->price_minor == 0)
    return g_steal_pointer (&answer);

  limit = foyer_words_moment (zone, now_ms, limit_ms);
  /* Translators: %s is a moment: "today at 18:00" */
  cancel = g_strdup_printf (_("Free to cancel until %s."), limit);
  return g_strdup_printf ("%s %s", answer, cancel);
}

static void
show_day (FoyerListingPage *self)
{
  FoyerSeatDay week[FOYER_WEEK_STRIP_DAYS];
  FoyerSeatDay chosen = get_seat_day (self, self->day);
  int n_free = foyer_seat_day_get_free (&chosen, self->part);
  g_autofree char *day = foyer_words_day_title (self->day);
  g_autofree char *short_day = foyer_words_day_short (self->day);
  g_autofree char *terms = describe_terms (self, n_free);

  for (int i = 0; i < FOYER_WEEK_STRIP_DAYS; i++)
    week[i] = get_seat_day (self, self->week + i);
  foyer_week_strip_show (self->strip, self->week, week, FOYER_WEEK_STRIP_DAYS,
                         self->view->listing->seats, self->part, self->day);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->bar_day_label, short_day);
  gtk_label_set_label (self->terms_label, terms);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "listing.request", n_free >= self->seats);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "listing.previous",
                                 self->view->days != NULL && self->week > self->view->days->from);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "listing.next",
                                 self->week + FOYER_WEEK_STRIP_DAYS <= get_last_day (self));
  show_price (self);
}

static void
show_age (FoyerListingPage *self)
{
  gint64 now_ms = get_now (self);
  gboolean is_old = self->view->as_of_ms != 0 && self->view->as_of_ms < now_ms - FRESH_MS;

  if (is_old)
    {
      g_autofree char *title = foyer_search_describe_age (self->view->as_of_ms, now_ms);

      adw_banner_set_title (self->banner, title);
    }
  adw_banner_set_revealed (self->banner, is_old);
}

static void
listing_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerListingPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerListingView) view = foyer_sync_listing_finish (FOYER_SYNC (source), result, &error);

  if (foyer_answer_is_stale (result))
    return;
  g_clear_object (&self->cancellable);
  if (view == NULL)
    {
      g_autofree char *sentence = foyer_words_describe_error (error);
      g_autofree char *markup = g_markup_escape_text (sentence, -1);

      adw_status_page_set_title (self->status, _("This Place Cannot Be Shown"));
      adw_status_page_set_description (self->status, markup);
      gtk_stack_set_visible_child_name (self->stack, "status");
      return;
    }

  g_clear_pointer (&self->view, foyer_listing_view_free);
  self->view = g_steal_pointer (&view);
  show_listing (self);
  show_day (self);
  show_age (self);
  gtk_stack_set_visible_child_name (self->stack, "listing");
}

static void
load (FoyerListingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_sync_listing_async (foyer_desk_get_sync (self->desk), self->origin, self->id, &self->key,
                            self->cancellable, listing_read_cb, g_object_ref (self));
}

/* What is done */

static void
day_activated_cb (FoyerListingPage *self,
                  int               day)
{
  self->day = day;
  show_day (self);
}

static void
part_changed_cb (FoyerListingPage *self)
{
  if (self->desk == NULL || self->view == NULL)
    return;

  foyer_part_parse (adw_toggle_group_get_active_name (self->part_group), &self->part, NULL);
  show_day (self);
}

static void
try_again_cb (FoyerListingPage *self)
{
  load (self);
}

static void
turn_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  FoyerListingPage *self = FOYER_LISTING_PAGE (widget);

  self->week += g_str_equal (name, "listing.next") ? FOYER_WEEK_STRIP_DAYS : -FOYER_WEEK_STRIP_DAYS;
  show_day (self);
}

static void
request_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FoyerListingPage *self = FOYER_LISTING_PAGE (widget);
  FoyerSeatDay day = get_seat_day (self, self->day);

  foyer_request_dialog_present (self->desk, self->origin, self->view->listing, &self->view->key,
                                self->day, &day, self->part, self->seats, widget);
}

static void
scrolled_cb (FoyerListingPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  adw_header_bar_set_show_title (self->header, gtk_adjustment_get_value (adjustment) > TITLE_BELOW);
}

static void
foyer_listing_page_dispose (GObject *object)
{
  FoyerListingPage *self = FOYER_LISTING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_LISTING_PAGE);

  G_OBJECT_CLASS (foyer_listing_page_parent_class)->dispose (object);
}

static void
foyer_listing_page_finalize (GObject *object)
{
  FoyerListingPage *self = FOYER_LISTING_PAGE (object);

  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->view, foyer_listing_view_free);

  G_OBJECT_CLASS (foyer_listing_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-listing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, header);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, status);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, photos);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, tags);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, rules_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, rules_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, where_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, unit_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, strip);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, part_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, terms_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, shares);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, bar_price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPage, bar_day_label);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
foyer_listing_page_class_init (FoyerListingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_listing_page_dispose;
  object_class->finalize = foyer_listing_page_finalize;

  g_type_ensure (FOYER_TYPE_PHOTO_FRAME);
  g_type_ensure (FOYER_TYPE_PHOTO_STRIP);
  g_type_ensure (FOYER_TYPE_SHARES);
  g_type_ensure (FOYER_TYPE_WEEK_STRIP);
  gtk_widget_class_install_action (widget_class, "listing.request", NULL, request_cb);
  gtk_widget_class_install_action (widget_class, "listing.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "listing.next", NULL, turn_cb);
  bind_template (widget_class);
}

static void
foyer_listing_page_init (FoyerListingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

AdwNavigationPage *
foyer_listing_page_new (FoyerDesk               *desk,
                        const char              *origin,
                        const FoyerSearchResult *result,
                        FoyerDay                 day,
                        FoyerPart                part,
                        int                      seats)
{
  FoyerListingPage *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (origin != NULL && result != NULL, NULL);

  self = g_object_new (FOYER_TYPE_LISTING_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->origin = g_strdup (origin);
  self->id = g_strdup (result->id);
  self->key = result->key;
  self->distance_m = result->distance_m;
  self->day = day;
  self->week = get_week_of (day);
  self->part = part;
  self->seats = seats;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), result->name);
  adw_toggle_group_set_active_name (self->part_group, foyer_part_get_name (part));
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}
