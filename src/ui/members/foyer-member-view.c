/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-view.h"

#include <glib/gi18n.h>

#include "core/foyer-booking.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-members.h"
#include "storage/foyer-store-people.h"
#include "ui/members/foyer-days-strip.h"
#include "ui/members/foyer-member-data.h"
#include "ui/members/foyer-member-dialog.h"
#include "ui/members/foyer-member-passes.h"
#include "ui/members/foyer-member-rules.h"
#include "ui/members/foyer-member-words.h"
#include "ui/members/foyer-merge-dialog.h"
#include "ui/members/foyer-pass-dialog.h"
#include "ui/members/foyer-space-zone.h"
#include "ui/paper/foyer-member-card.h"
#include "ui/people/foyer-face.h"
#include "ui/today/foyer-day-acts.h"
#include "words/foyer-words-belonging.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

struct _FoyerMemberView {
  AdwBin             parent_instance;

  FoyerDesk         *desk;
  char              *id;              /* (nullable) */
  FoyerMember       *member;          /* (nullable): as it was read last */
  GCancellable      *cancellable;
  gboolean           outdated;        /* something changed while nobody looked */
  gboolean           filling;

  GtkScrolledWindow *scroller;
  FoyerFace         *face;
  GtkLabel          *name_label;
  GtkLabel          *headline_label;
  GtkWidget         *check_in_button;
  GtkWidget         *check_out_button;
  GtkPopover        *book_popover;
  GtkCalendar       *book_calendar;
  GtkWidget         *ahead_group;
  GtkListBox        *ahead_list;
  GtkWidget         *days_group;
  GtkLabel          *days_label;
  FoyerDaysStrip    *days_strip;
  GtkWidget         *words_row;
  AdwWrapBox        *words_box;
  AdwActionRow      *languages_row;
  AdwActionRow      *notes_row;
  GtkWidget         *contact_group;
  GtkListBox        *contact_list;
  FoyerMemberPasses *passes;
  FoyerMemberRules  *rules;
  AdwPreferencesGroup *consent_group;
  AdwSwitchRow      *consent_rows[FOYER_CONSENT_COUNT];
};

G_DEFINE_FINAL_TYPE (FoyerMemberView, foyer_member_view, ADW_TYPE_BIN)

enum { SHOWN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void read_member (FoyerMemberView *self);

static const FoyerPerson *
get_person (FoyerMemberView *self)
{
  return self->member->line->person;
}

static gboolean
is_here (FoyerMemberView *self)
{
  return get_person (self)->booking_id != NULL && get_person (self)->state == FOYER_STATE_CHECKED_IN;
}

static void
show_top (FoyerMemberView *self)
{
  g_autoptr(GTimeZone) zone = foyer_space_zone_new (self->desk);
  g_autofree char *headline = foyer_member_words_headline (self->member->line, self->member->day, zone);

  foyer_face_set_name (self->face, get_person (self)->name);
  gtk_label_set_label (self->name_label, get_person (self)->name);
  gtk_label_set_label (self->headline_label, headline);
  gtk_widget_set_visible (self->check_in_button, !is_here (self));
  gtk_widget_set_visible (self->check_out_button, is_here (self));
}

static char *
describe_booking (const FoyerBooking *booking)
{
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *seats = NULL;
  g_autofree char *guest_of = foyer_words_guest_of (booking);

  if (booking->seats > 1)
    seats = g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) booking->seats), booking->seats);

  return foyer_words_facts ((const char *[]) { part, seats != NULL ? seats : "", guest_of != NULL ? guest_of : "", NULL });
}

static GtkWidget *
make_booking_row (const FoyerBooking *booking)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = foyer_words_day_title (booking->day);
  g_autofree char *text = describe_booking (booking);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_focusable (row, FALSE);
  if (booking->state == FOYER_STATE_REQUESTED)
    {
      GtkWidget *chip = gtk_label_new (C_("booking", "Requested"));

      gtk_widget_add_css_class (chip, "chip");
      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }

  return row;
}

/* Those of later days: how today goes stands beside the name. */
static void
show_ahead (FoyerMemberView *self)
{
  guint n = 0;

  gtk_list_box_remove_all (self->ahead_list);
  for (guint i = 0; i < self->member->bookings->len; i++)
    {
      const FoyerBooking *booking = self->member->bookings->pdata[i];

      if (booking->day == self->member->day && booking->state != FOYER_STATE_REQUESTED)
        continue;
      gtk_list_box_append (self->ahead_list, make_booking_row (booking));
      n++;
    }
  gtk_widget_set_visible (self->ahead_group, n > 0);
}

static void
show_days (FoyerMemberView *self)
{
  const FoyerBelonging *belonging = &self->member->line->belonging;
  g_autofree char *count = foyer_member_words_days (belonging);
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->days_group, belonging->n_days > 0);
  if (belonging->n_days == 0)
    return;

  last = foyer_words_day_title (belonging->last);
  /* Translators: the first %s is "55 this year", the second a day; read to who does not see the drawing */
  text = g_strdup_printf (_("Days here: %s, the last on %s"), count, last);
  gtk_label_set_label (self->days_label, count);
  foyer_days_strip_set_days (self->days_strip, self->member->days, self->member->day, text);
}

static void
add_chip (FoyerMemberView *self,
          const char      *text,
          const char      *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  adw_wrap_box_append (self->words_box, label);
}

static void
show_about (FoyerMemberView *self)
{
  const FoyerPerson *person = get_person (self);
  g_autofree char *languages = foyer_member_words_join (person->languages);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words_box))) != NULL)
    adw_wrap_box_remove (self->words_box, child);
  for (guint i = 0; person->skills[i] != NULL; i++)
    add_chip (self, person->skills[i], "pill-label");
  for (guint i = 0; person->needs[i] != NULL; i++)
    {
      /* Translators: what a member looks for; %s is in the host's words: "Wants: a bookkeeper" */
      g_autofree char *text = g_strdup_printf (_("Wants: %s"), person->needs[i]);

      add_chip (self, text, "chip");
    }
  gtk_widget_set_visible (self->words_row, person->skills[0] != NULL || person->needs[0] != NULL);
  adw_action_row_set_subtitle (self->languages_row, languages);
  gtk_widget_set_visible (GTK_WIDGET (self->languages_row), *languages != '\0');
  adw_action_row_set_subtitle (self->notes_row, *person->notes != '\0' ? person->notes : _("None"));
}

static void
copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), g_object_get_data (G_OBJECT (button), "text"));
}

static void
add_contact (FoyerMemberView *self,
             const char      *title,
             const char      *text,
             const char      *copy_tip)
{
  GtkWidget *row, *button;

  if (*text == '\0')
    return;

  row = adw_action_row_new ();
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, copy_tip);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->contact_list, row);
}

static void
show_contact (FoyerMemberView *self)
{
  const FoyerPerson *person = get_person (self);
  const char *between = *person->emergency_name != '\0' && *person->emergency_phone != '\0' ? C_("between facts", " · ") : "";
  g_autofree char *emergency = g_strconcat (person->emergency_name, between, person->emergency_phone, NULL);

  gtk_list_box_remove_all (self->contact_list);
  add_contact (self, _("Phone"), person->phone, _("Copy the Phone Number"));
  add_contact (self, _("E-Mail"), person->email, _("Copy the E-Mail Address"));
  add_contact (self, _("In an Emergency"), emergency, _("Copy the Emergency Contact"));
  add_contact (self, _("Card"), person->card, _("Copy the Code of the Card"));
  gtk_widget_set_visible (self->contact_group, gtk_widget_get_first_child (GTK_WIDGET (self->contact_list)) != NULL);
}

static void
show_consents (FoyerMemberView *self)
{
  g_autoptr(GTimeZone) zone = foyer_space_zone_new (self->desk);

  self->filling = TRUE;
  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    {
      const gint64 since = get_person (self)->consents[i];
      g_autofree char *day = NULL;
      g_autofree char *text = NULL;

      adw_switch_row_set_active (self->consent_rows[i], since != 0);
      if (since != 0)
        {
          day = foyer_words_day_with_year (foyer_instant_get_day (zone, since));
          /* Translators: since when somebody agrees to something; %s is a day with its year */
          text = g_strdup_printf (C_("day", "Since %s"), day);
        }
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->consent_rows[i]), text != NULL ? text : "");
    }
  self->filling = FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerMemberView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerMember) member = foyer_store_read_member_finish (FOYER_STORE (source), result, &error);
  gboolean other;

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Undone meanwhile. */
  if (member == NULL)
    {
      g_clear_pointer (&self->member, foyer_member_free);
      if (!g_error_matches (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
        foyer_desk_failed (self->desk, error);
      g_signal_emit (self, signals[SHOWN], 0, NULL);
      return;
    }
  if (g_strcmp0 (member->line->person->id, self->id) != 0)
    return;

  other = self->member == NULL || !g_str_equal (get_person (self)->id, self->id);
  g_clear_pointer (&self->member, foyer_member_free);
  self->member = g_steal_pointer (&member);
  show_top (self);
  show_ahead (self);
  show_days (self);
  show_about (self);
  show_contact (self);
  foyer_member_passes_show (self->passes, self->desk, get_person (self));
  foyer_member_rules_show (self->rules, self->desk, self->member);
  show_consents (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_signal_emit (self, signals[SHOWN], 0, get_person (self)->name);
}

static void
read_member (FoyerMemberView *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->id == NULL || self->outdated)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_read_member_async (foyer_desk_get_store (self->desk), self->id,
                                 space != NULL ? foyer_space_item_get_id (space) : NULL,
                                 foyer_desk_get_today (self->desk), self->cancellable, read_cb, g_object_ref (self));
}

static void
desk_changed_cb (FoyerMemberView *self,
                 guint            change,
                 const char      *space_id)
{
  if ((change & (FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE)) != 0)
    read_member (self);
}

static void
map_cb (FoyerMemberView *self)
{
  if (self->outdated)
    read_member (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerMemberView) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPerson) person = foyer_store_save_person_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;
  if (person != NULL)
    {
      /* Translators: said after the act; %s is a person's name */
      g_autofree char *sentence = g_strdup_printf (_("Changed what %s agrees to"), person->name);

      if (op != 0)
        foyer_desk_acted (self->desk, sentence, op);
      return;
    }
  foyer_desk_failed (self->desk, error);
  if (self->member != NULL)
    show_consents (self);
}

static void
consent_cb (FoyerMemberView *self)
{
  g_autoptr(FoyerPerson) person = NULL;

  if (self->filling || self->member == NULL)
    return;

  person = foyer_person_copy (get_person (self));
  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    person->consents[i] = adw_switch_row_get_active (self->consent_rows[i]) ? 1 : 0;
  foyer_store_save_person_async (foyer_desk_get_store (self->desk), person, NULL, saved_cb, g_object_ref (self));
}

static void
check_in_cb (FoyerMemberView *self)
{
  FoyerArrival arrival = { .day = FOYER_DAY_NONE };

  if (self->member == NULL)
    return;
  arrival.person_id = get_person (self)->id;
  foyer_day_acts_check_in (self->desk, &arrival, NULL, NULL);
}

static void
check_out_cb (FoyerMemberView *self)
{
  if (self->member != NULL && is_here (self))
    foyer_day_acts_check_out (self->desk, get_person (self)->booking_id, FOYER_DAY_NONE, NULL, NULL);
}

static void
book_cb (FoyerMemberView *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->book_calendar);

  gtk_popover_popdown (self->book_popover);
  if (self->member != NULL)
    foyer_day_acts_book (self->desk,
                         foyer_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                        g_date_time_get_day_of_month (date)),
                         get_person (self)->id, NULL, NULL, NULL);
}

static void
sell_pass_cb (FoyerMemberView *self)
{
  if (self->member != NULL)
    adw_dialog_present (foyer_pass_dialog_new (self->desk, get_person (self)), GTK_WIDGET (self));
}

/* The next day at the earliest: for today there is the check-in. */
static void
book_shown_cb (FoyerMemberView *self)
{
  const FoyerDay tomorrow = foyer_desk_get_today (self->desk) + 1;
  g_autoptr(GDateTime) date = NULL;
  int year, month, day;

  if (!foyer_day_is_valid (tomorrow))
    return;
  foyer_day_get_ymd (tomorrow, &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (self->book_calendar, date);
}

static void
present_dialog (FoyerMemberView *self,
                gboolean         notes)
{
  FoyerMemberDialog *dialog;

  if (self->member == NULL)
    return;
  dialog = foyer_member_dialog_new (self->desk, get_person (self));
  if (notes)
    foyer_member_dialog_focus_notes (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
edit_notes_cb (FoyerMemberView *self)
{
  present_dialog (self, TRUE);
}

static void
foyer_member_view_dispose (GObject *object)
{
  FoyerMemberView *self = FOYER_MEMBER_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_MEMBER_VIEW);
  g_clear_pointer (&self->member, foyer_member_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_member_view_parent_class)->dispose (object);
}

static void
foyer_member_view_class_init (FoyerMemberViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_member_view_dispose;

  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FOYER_TYPE_DAYS_STRIP);
  g_type_ensure (FOYER_TYPE_FACE);
  g_type_ensure (FOYER_TYPE_MEMBER_PASSES);
  g_type_ensure (FOYER_TYPE_MEMBER_RULES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-member-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, face);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, headline_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, check_in_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, check_out_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, book_popover);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, book_calendar);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, ahead_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, ahead_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, days_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, days_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, days_strip);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, words_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, words_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, languages_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, notes_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, contact_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, contact_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, passes);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, rules);
  gtk_widget_class_bind_template_child (widget_class, FoyerMemberView, consent_group);
  gtk_widget_class_bind_template_callback (widget_class, check_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, book_cb);
  gtk_widget_class_bind_template_callback (widget_class, sell_pass_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_notes_cb);
}

static void
foyer_member_view_init (FoyerMemberView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    {
      self->consent_rows[i] = ADW_SWITCH_ROW (adw_switch_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->consent_rows[i]), foyer_words_consent ((FoyerConsent) i));
      adw_preferences_group_add (self->consent_group, GTK_WIDGET (self->consent_rows[i]));
      g_signal_connect_object (self->consent_rows[i], "notify::active", G_CALLBACK (consent_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->book_popover, "show", G_CALLBACK (book_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

void
foyer_member_view_set_desk (FoyerMemberView *self,
                            FoyerDesk       *desk)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));
  g_return_if_fail (FOYER_IS_DESK (desk));

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::space", G_CALLBACK (read_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (read_member), self, G_CONNECT_SWAPPED);
}

void
foyer_member_view_show (FoyerMemberView *self,
                        const char      *id)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_set_str (&self->id, id);
  read_member (self);
}

void
foyer_member_view_edit (FoyerMemberView *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  present_dialog (self, FALSE);
}

void
foyer_member_view_check (FoyerMemberView *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (self->member == NULL)
    return;
  if (is_here (self))
    check_out_cb (self);
  else
    check_in_cb (self);
}

void
foyer_member_view_print_card (FoyerMemberView *self,
                              gboolean         renews)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (self->member != NULL)
    foyer_member_card_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk, self->id, renews);
}

void
foyer_member_view_export (FoyerMemberView *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (self->member != NULL)
    foyer_member_data_export (GTK_WIDGET (self), self->desk, get_person (self));
}

void
foyer_member_view_erase (FoyerMemberView *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (self->member != NULL)
    foyer_member_data_erase (GTK_WIDGET (self), self->desk, get_person (self));
}

void
foyer_member_view_merge (FoyerMemberView *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_VIEW (self));

  if (self->member != NULL)
    adw_dialog_present (foyer_merge_dialog_new (self->desk, get_person (self)), GTK_WIDGET (self));
}
