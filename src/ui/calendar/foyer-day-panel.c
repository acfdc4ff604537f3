/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-day-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-spaces.h"
#include "ui/calendar/foyer-booking-dialog.h"
#include "ui/calendar/foyer-day-events.h"
#include "ui/calendar/foyer-day-words.h"
#include "ui/calendar/foyer-hours-dialog.h"
#include "ui/calendar/foyer-roster-row.h"
#include "ui/foyer-answer.h"
#include "ui/waiting/foyer-waiting-list.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

/* A burst of clicks on the steps of a number is one change. */
#define SETTLE_MS 350

struct _FoyerDayPanel
{
  GtkWidget      parent_instance;

  FoyerDesk     *desk;
  FoyerDay       day;
  FoyerDaySheet *sheet;           /* (nullable): what the store last said of the day */
  GCancellable  *cancellable;     /* of the question under way */
  char          *summary;
  guint          settle_id;
  gboolean       showing;         /* the controls are being set, nobody touched them */

  GtkWidget     *day_list;
  AdwSwitchRow  *open_row;
  AdwSpinRow    *seats_row;
  AdwActionRow  *hours_row;
  GtkLabel      *hours_label;
  AdwEntryRow   *note_row;
  GtkWidget     *over_label;
  GtkLabel      *booked_count;
  GtkWidget     *add_button;
  GtkListBox    *roster;
  FoyerDayEvents *events;
  FoyerWaitingList *waiting;
};

G_DEFINE_FINAL_TYPE (FoyerDayPanel, foyer_day_panel, GTK_TYPE_WIDGET)

typedef enum { PROP_SUMMARY = 1 } FoyerDayPanelProp;
static GParamSpec *props[PROP_SUMMARY + 1];

enum { CLOSE_ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void load (FoyerDayPanel *self);

static const char *
get_space_id (FoyerDayPanel *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  return space != NULL ? foyer_space_item_get_id (space) : NULL;
}

static const char *
get_note (FoyerDayPanel *self)
{
  const char *note = self->sheet != NULL ? self->sheet->availability.note : NULL;

  return note != NULL ? note : "";
}

/* Showing */

static void
set_summary (FoyerDayPanel *self,
             char          *summary)      /* (transfer full) */
{
  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  g_free (summary);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const FoyerBooking *first = *(const FoyerBooking * const *) a;
  const FoyerBooking *second = *(const FoyerBooking * const *) b;

  return g_utf8_collate (first->name, second->name);
}

static void
show_roster (FoyerDayPanel *self)
{
  g_autoptr(GPtrArray) bookings = g_ptr_array_new ();
  g_autofree char *count = NULL;
  GtkListBoxRow *row;
  int n_seats = 0;

  g_ptr_array_extend (bookings, self->sheet->here, NULL, NULL);
  g_ptr_array_extend (bookings, self->sheet->expected, NULL, NULL);
  g_ptr_array_extend (bookings, self->sheet->left, NULL, NULL);
  g_ptr_array_sort (bookings, compare_names);

  /* Rows are used again, so that the focus stays where it is and the next full day is there at once. */
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);

      row = gtk_list_box_get_row_at_index (self->roster, i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (foyer_roster_row_new (self->desk));
          gtk_list_box_append (self->roster, GTK_WIDGET (row));
        }
      foyer_roster_row_show (FOYER_ROSTER_ROW (row), booking, self->sheet->today);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      n_seats += booking->seats;
    }
  for (guint i = bookings->len; (row = gtk_list_box_get_row_at_index (self->roster, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);

  count = n_seats > 0 ? g_strdup_printf ("%d", n_seats) : g_strdup ("");
  gtk_label_set_label (self->booked_count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->roster), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  bookings->len == 0 ? _("Nobody has booked.") : "", -1);
}

static void
show_day (FoyerDayPanel *self,
          gboolean       keep_note)
{
  const FoyerAvailability *day = &self->sheet->availability;
  const FoyerSpace *space = foyer_space_item_get_space (foyer_desk_get_space (self->desk));
  g_autofree char *hours = foyer_words_hours (day->start_minute, day->end_minute);
  g_autofree char *free_of = foyer_day_words_free_of (day);
  g_autofree char *holiday = foyer_words_holiday (day->holiday);
  gboolean over = self->day < self->sheet->today;

  self->showing = TRUE;
  adw_switch_row_set_active (self->open_row, day->open);
  adw_spin_row_set_value (self->seats_row, day->open ? foyer_availability_get_seats (day)
                                                     : space->seats);
  gtk_label_set_label (self->hours_label, hours);
  gtk_widget_set_visible (GTK_WIDGET (self->seats_row), day->open);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_row), day->open);
  if (!keep_note)
    gtk_editable_set_text (GTK_EDITABLE (self->note_row), get_note (self));
  self->showing = FALSE;

  gtk_widget_set_sensitive (self->day_list, !over);
  gtk_widget_set_visible (self->over_label, over);
  gtk_widget_set_visible (self->add_button, day->open && !over);
  foyer_day_events_show (self->events, day, foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk))));
  set_summary (self, foyer_words_facts ((const char *[]) { free_of, holiday, NULL }));
}

static void
day_sheet_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerDayPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDaySheet) sheet = foyer_store_day_sheet_finish (FOYER_STORE (source), result, &error);
  gboolean typing;

  if (foyer_answer_is_stale (result))
    return;
  if (sheet == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->desk != NULL)
        foyer_desk_failed (self->desk, error);
      return;
    }
  if (self->desk == NULL || foyer_desk_get_space (self->desk) == NULL)
    return;

  /* The same day again, while somebody writes: the words are theirs. */
  typing = self->sheet != NULL && self->sheet->day == sheet->day
           && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->note_row)), get_note (self)) != 0;
  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  self->sheet = g_steal_pointer (&sheet);
  show_day (self, typing);
  show_roster (self);
}

static void
load (FoyerDayPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (get_space_id (self) == NULL || self->day == FOYER_DAY_NONE)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_day_sheet_async (foyer_desk_get_store (self->desk), get_space_id (self), self->day,
                               self->cancellable, day_sheet_cb, g_object_ref (self));
}

/* Changing */

typedef struct {
  FoyerDayPanel *panel;
  FoyerDay       day;
  char          *sentence;
} FoyerDayAct;

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  FoyerDayAct *act = user_data;
  FoyerDayPanel *self = act->panel;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change = { 0 };
  gboolean done = foyer_store_days_finish (FOYER_STORE (source), result, &change, &error);

  if (self->desk == NULL)
    ;
  else if (!done)
    {
      foyer_desk_failed (self->desk, error);
      if (self->sheet != NULL && self->day == act->day && self->sheet->day == act->day)
        show_day (self, TRUE);
    }
  else if (change.op != 0)
    {
      foyer_desk_acted (self->desk, act->sentence, change.op);
    }

  g_object_unref (act->panel);
  g_free (act->sentence);
  g_free (act);
}

static void
edit (FoyerDayPanel *self,
      FoyerDaysEdit *what,
      char          *sentence)        /* (transfer full) */
{
  FoyerDayAct *act = g_new0 (FoyerDayAct, 1);

  act->panel = g_object_ref (self);
  act->day = self->sheet->day;
  act->sentence = sentence;
  what->first = what->last = act->day;
  foyer_store_edit_days_async (foyer_desk_get_store (self->desk), get_space_id (self), what,
                               NULL, edited_cb, act);
}

static gboolean
can_edit (FoyerDayPanel *self)
{
  return !self->showing && self->desk != NULL && self->sheet != NULL
         && self->sheet->day == self->day && self->day >= self->sheet->today && get_space_id (self) != NULL;
}

static void
open_changed_cb (FoyerDayPanel *self)
{
  gboolean open = adw_switch_row_get_active (self->open_row);
  g_autofree char *date = NULL;
  FoyerDaysEdit what = { .start_minute = -1, .end_minute = -1, .seats = -1 };

  if (!can_edit (self))
    return;

  if (!open && (self->sheet->availability.am_held > 0 || self->sheet->availability.pm_held > 0))
    {
      show_day (self, TRUE);
      g_signal_emit (self, signals[CLOSE_ASKED], 0);
      return;
    }

  date = foyer_words_day_long (self->day);
  what.to = open ? FOYER_DAYS_OPEN : FOYER_DAYS_CLOSE;
  edit (self, &what,
        /* Translators: said after the host opened a day; %s is the day */
        open ? g_strdup_printf (_("Opened %s"), date)
             /* Translators: said after the host closed a day; %s is the day */
             : g_strdup_printf (_("Closed %s"), date));
}

static void
apply_seats (FoyerDayPanel *self)
{
  int n_seats = (int) adw_spin_row_get_value (self->seats_row);
  FoyerDaysEdit what = { .to = FOYER_DAYS_KEEP, .start_minute = -1, .end_minute = -1, .seats = n_seats };
  g_autofree char *date = NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!can_edit (self) || n_seats == foyer_availability_get_seats (&self->sheet->availability))
    return;

  date = foyer_words_day_long (self->day);
  edit (self, &what,
        /* Translators: said after a change; %1$s is a day, %2$d its seats */
        g_strdup_printf (ngettext ("%1$s has %2$d seat", "%1$s has %2$d seats", n_seats),
                         date, n_seats));
}

static gboolean
settled_cb (gpointer user_data)
{
  FoyerDayPanel *self = user_data;

  self->settle_id = 0;
  apply_seats (self);

  return G_SOURCE_REMOVE;
}

static void
seats_changed_cb (FoyerDayPanel *self)
{
  if (!can_edit (self))
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
note_apply_cb (FoyerDayPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  FoyerDaysEdit what = { .to = FOYER_DAYS_KEEP, .start_minute = -1, .end_minute = -1, .seats = -1,
                         .note = text };
  g_autofree char *date = NULL;

  if (!can_edit (self) || g_strcmp0 (text, get_note (self)) == 0)
    return;

  date = foyer_words_day_long (self->day);
  edit (self, &what,
        *text != '\0'
          /* Translators: said after the note to guests was written; %s is a day */
          ? g_strdup_printf (_("Changed the note for %s"), date)
          /* Translators: said after the note to guests was emptied; %s is a day */
          : g_strdup_printf (_("Removed the note for %s"), date));
}

static void
hours_chosen_cb (FoyerDayPanel *self,
                 int            start_minute,
                 int            end_minute)
{
  FoyerDaysEdit what = { .to = FOYER_DAYS_OPEN, .start_minute = start_minute,
                         .end_minute = end_minute, .seats = -1 };
  g_autofree char *date = NULL;
  g_autofree char *hours = NULL;

  if (!can_edit (self))
    return;

  date = foyer_words_day_long (self->day);
  hours = foyer_words_hours (start_minute, end_minute);
  edit (self, &what,
        /* Translators: said after a change; %1$s is a day, %2$s its hours */
        g_strdup_printf (_("%1$s is open %2$s"), date, hours));
}

static void
hours_activated_cb (FoyerDayPanel *self)
{
  FoyerHoursDialog *dialog;
  g_autofree char *date = NULL;

  if (!can_edit (self))
    return;

  date = foyer_words_day_title (self->day);
  dialog = foyer_hours_dialog_new (date, self->sheet->availability.start_minute,
                                   self->sheet->availability.end_minute);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (hours_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_booking_cb (FoyerDayPanel *self)
{
  if (can_edit (self))
    foyer_booking_dialog_present (self->desk, self->day, GTK_WIDGET (self));
}

/* Leaving a day applies what was begun there. */
static void
flush (FoyerDayPanel *self)
{
  if (self->settle_id != 0)
    apply_seats (self);
  note_apply_cb (self);
}

static void
desk_changed_cb (FoyerDayPanel *self,
                 guint          change,
                 const char    *space_id)
{
  if (space_id == NULL || g_strcmp0 (space_id, get_space_id (self)) == 0)
    load (self);
}

static void
foyer_day_panel_unmap (GtkWidget *widget)
{
  flush (FOYER_DAY_PANEL (widget));

  GTK_WIDGET_CLASS (foyer_day_panel_parent_class)->unmap (widget);
}

static void
foyer_day_panel_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FoyerDayPanel *self = FOYER_DAY_PANEL (object);

  switch ((FoyerDayPanelProp) prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_day_panel_dispose (GObject *object)
{
  FoyerDayPanel *self = FOYER_DAY_PANEL (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DAY_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_day_panel_parent_class)->dispose (object);
}

static void
foyer_day_panel_finalize (GObject *object)
{
  FoyerDayPanel *self = FOYER_DAY_PANEL (object);

  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  g_free (self->summary);

  G_OBJECT_CLASS (foyer_day_panel_parent_class)->finalize (object);
}

static void
foyer_day_panel_class_init (FoyerDayPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_day_panel_get_property;
  object_class->dispose = foyer_day_panel_dispose;
  object_class->finalize = foyer_day_panel_finalize;

  widget_class->unmap = foyer_day_panel_unmap;

  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "",
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                             | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CLOSE_ASKED] = g_signal_new ("close-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOYER_TYPE_DAY_EVENTS);
  g_type_ensure (FOYER_TYPE_WAITING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-day-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, day_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, open_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, seats_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, hours_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, note_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, over_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, booked_count);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, add_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, roster);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, events);
  gtk_widget_class_bind_template_child (widget_class, FoyerDayPanel, waiting);
  gtk_widget_class_bind_template_callback (widget_class, open_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, seats_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_booking_cb);
}

static void
foyer_day_panel_init (FoyerDayPanel *self)
{
  self->day = FOYER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_day_panel_set_desk (FoyerDayPanel *self,
                          FoyerDesk     *desk)
{
  g_return_if_fail (FOYER_IS_DAY_PANEL (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::space", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

void
foyer_day_panel_set_day (FoyerDayPanel *self,
                         FoyerDay       day)
{
  g_return_if_fail (FOYER_IS_DAY_PANEL (self));

  if (self->day == day)
    return;

  if (self->desk != NULL)
    flush (self);
  self->day = day;
  set_summary (self, g_strdup (""));
  if (self->desk != NULL)
    foyer_waiting_list_show (self->waiting, self->desk, day, FALSE);
  load (self);
}
