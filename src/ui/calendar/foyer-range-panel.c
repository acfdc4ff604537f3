/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-range-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-spaces.h"
#include "ui/calendar/foyer-concern.h"
#include "ui/calendar/foyer-range-plan.h"
#include "ui/foyer-answer.h"
#include "words/foyer-words.h"


struct _FoyerRangePanel
{
  GtkWidget       parent_instance;

  FoyerDesk      *desk;
  FoyerDay        first;
  FoyerDay        last;
  FoyerDay        today;
  GArray         *days;            /* (nullable) (element-type FoyerAvailability) */
  GPtrArray      *held;            /* (nullable) (element-type FoyerBooking) */
  GCancellable   *cancellable;
  char           *summary;
  gboolean        showing;         /* the controls are being set, nobody touched them */
  gboolean        seats_touched;
  gboolean        note_touched;
  gboolean        acting;          /* an act is on its way: no second one */

  AdwToggleGroup *to_group;
  AdwSpinRow     *seats_row;
  AdwEntryRow    *note_row;
  GtkWidget      *concerns;
  GtkLabel       *concerns_label;
  GtkListBox     *guests;
  GtkLabel       *promise;
  GtkButton      *apply_button;
};

G_DEFINE_FINAL_TYPE (FoyerRangePanel, foyer_range_panel, GTK_TYPE_WIDGET)

typedef enum { PROP_SUMMARY = 1 } FoyerRangePanelProp;
static GParamSpec *props[PROP_SUMMARY + 1];

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerDaysEdit
get_edit (FoyerRangePanel *self)
{
  const char *to = adw_toggle_group_get_active_name (self->to_group);
  FoyerDaysEdit edit = { .first = self->first, .last = self->last,
                         .start_minute = -1, .end_minute = -1, .seats = -1 };

  if (g_strcmp0 (to, "open") == 0)
    edit.to = FOYER_DAYS_OPEN;
  else if (g_strcmp0 (to, "close") == 0)
    edit.to = FOYER_DAYS_CLOSE;
  else
    edit.to = FOYER_DAYS_KEEP;

  if (self->seats_touched && edit.to != FOYER_DAYS_CLOSE)
    edit.seats = (int) adw_spin_row_get_value (self->seats_row);
  if (self->note_touched)
    edit.note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  edit.cancel_bookings = edit.to == FOYER_DAYS_CLOSE;

  return edit;
}

static FoyerRangePlan
get_plan (FoyerRangePanel *self)
{
  FoyerDaysEdit edit = get_edit (self);

  if (self->days == NULL)
    return (FoyerRangePlan) { 0, 0 };

  return foyer_range_plan_make ((const FoyerAvailability *) self->days->data, self->days->len,
                                self->today, &edit);
}

static char *
name_act (int to,
          int n_days)
{
  /* Translators: buttons; %d is the number of days that change */
  if (to == FOYER_DAYS_OPEN)
    return n_days == 0 ? g_strdup (_("Open Days"))
                       : g_strdup_printf (ngettext ("Open %d Day", "Open %d Days", n_days), n_days);
  if (to == FOYER_DAYS_CLOSE)
    return n_days == 0 ? g_strdup (_("Close Days"))
                       : g_strdup_printf (ngettext ("Close %d Day", "Close %d Days", n_days), n_days);

  return n_days == 0 ? g_strdup (_("Change Days"))
                     : g_strdup_printf (ngettext ("Change %d Day", "Change %d Days", n_days), n_days);
}

static void
show_button (FoyerRangePanel *self)
{
  int n_days = get_plan (self).n_changing;
  g_autofree char *label = name_act (get_edit (self).to, n_days);

  gtk_button_set_label (self->apply_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), n_days > 0 && !self->acting);
}

static void
show_concerns (FoyerRangePanel *self,
               gboolean         closing)
{
  g_autoptr(GPtrArray) concerns = NULL;
  g_autofree char *title = NULL;

  gtk_list_box_remove_all (self->guests);
  if (self->held != NULL)
    concerns = foyer_concern_list (self->held);
  gtk_widget_set_visible (self->concerns, closing && concerns != NULL && concerns->len > 0);
  if (concerns == NULL)
    return;

  title = g_strdup_printf (ngettext ("Concerns %u Guest", "Concerns %u Guests", concerns->len),
                           concerns->len);
  gtk_label_set_label (self->concerns_label, title);
  for (guint i = 0; i < concerns->len; i++)
    gtk_list_box_append (self->guests, foyer_concern_new_row (g_ptr_array_index (concerns, i)));
}

static void
show_choice (FoyerRangePanel *self)
{
  gboolean closing = get_edit (self).to == FOYER_DAYS_CLOSE;
  gboolean concerned = closing && self->held != NULL && self->held->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->seats_row), !closing);
  show_concerns (self, closing);
  if (self->last < self->today)
    gtk_label_set_label (self->promise, _("These days are over: they can be read, not changed."));
  else if (concerned)
    gtk_label_set_label (self->promise,
                         _("Closing cancels their bookings at no cost to them; telling them is up "
                           "to you. Until then nothing changes."));
  else
    gtk_label_set_label (self->promise, _("Nothing changes until you press the button."));
  show_button (self);
}

static void
show_summary (FoyerRangePanel *self)
{
  int n_open = get_plan (self).n_open;
  g_autofree char *days = NULL;
  g_autofree char *bookings = NULL;
  g_autofree char *summary = NULL;

  if (self->days != NULL)
    days = g_strdup_printf (ngettext ("%d open day", "%d open days", n_open), n_open);
  if (self->held != NULL && self->held->len > 0)
    bookings = g_strdup_printf (ngettext ("%u booking", "%u bookings", self->held->len),
                                self->held->len);
  if (days != NULL && bookings != NULL)
    summary = g_strdup_printf ("%s · %s", days, bookings);
  else
    summary = g_strdup (days != NULL ? days : "");

  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
show_seats (FoyerRangePanel *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  int n_seats = space != NULL ? foyer_space_item_get_space (space)->seats : 1;

  if (self->seats_touched)
    return;

  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    {
      const FoyerAvailability *day = &g_array_index (self->days, FoyerAvailability, i);

      if (day->open && day->day >= self->today)
        {
          n_seats = foyer_availability_get_seats (day);
          break;
        }
    }
  self->showing = TRUE;
  adw_spin_row_set_value (self->seats_row, n_seats);
  self->showing = FALSE;
}

static void
show_all (FoyerRangePanel *self)
{
  show_summary (self);
  show_seats (self);
  show_choice (self);
}

/* Nothing is chosen or typed. */
static void
reset (FoyerRangePanel *self)
{
  self->showing = TRUE;
  self->seats_touched = FALSE;
  self->note_touched = FALSE;
  adw_toggle_group_set_active_name (self->to_group, "keep");
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), "");
  self->showing = FALSE;
}

/* Loading */

static gboolean
was_dropped (FoyerRangePanel *self,
             GAsyncResult    *result,
             const GError    *error)
{
  if (foyer_answer_is_stale (result))
    return TRUE;
  if (error == NULL)
    return self->desk == NULL;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->desk != NULL)
    foyer_desk_failed (self->desk, error);

  return TRUE;
}

static void
availability_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerRangePanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) days = foyer_store_availability_finish (FOYER_STORE (source), result, &error);

  if (was_dropped (self, result, error))
    return;

  g_clear_pointer (&self->days, g_array_unref);
  self->days = g_steal_pointer (&days);
  show_all (self);
}

static void
held_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerRangePanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);

  if (was_dropped (self, result, error))
    return;

  g_clear_pointer (&self->held, g_ptr_array_unref);
  self->held = g_steal_pointer (&held);
  show_all (self);
}

static void
load (FoyerRangePanel *self)
{
  FoyerSpaceItem *item = foyer_desk_get_space (self->desk);
  FoyerStore *store = foyer_desk_get_store (self->desk);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (item == NULL || self->first == FOYER_DAY_NONE)
    return;

  self->today = foyer_desk_get_today (self->desk);
  self->cancellable = g_cancellable_new ();
  foyer_store_availability_async (store, foyer_space_item_get_id (item), self->first, self->last - self->first + 1,
                                  self->cancellable, availability_cb, g_object_ref (self));
  if (self->last >= self->today)
    foyer_store_list_held_async (store, foyer_space_item_get_id (item), MAX (self->first, self->today), self->last,
                                 self->cancellable, held_cb, g_object_ref (self));
}

/* Acting */

typedef struct {
  FoyerRangePanel *panel;
  int              to;
  char            *range;
} FoyerRangeAct;

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  FoyerRangeAct *act = user_data;
  FoyerRangePanel *self = act->panel;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  FoyerDaysChange change = { 0 };
  gboolean done = foyer_store_days_finish (FOYER_STORE (source), result, &change, &error);

  self->acting = FALSE;
  /* Translators: said after the host changed many days; %s is "21 – 31 December" */
  if (act->to == FOYER_DAYS_OPEN)
    sentence = g_strdup_printf (_("Opened %s"), act->range);
  else if (act->to == FOYER_DAYS_CLOSE)
    sentence = g_strdup_printf (_("Closed %s"), act->range);
  else
    sentence = g_strdup_printf (_("Changed %s"), act->range);

  if (self->desk != NULL && done)
    {
      foyer_desk_acted (self->desk, sentence, change.op);
      reset (self);
      g_signal_emit (self, signals[DONE], 0);
    }
  else if (self->desk != NULL)
    {
      foyer_desk_failed (self->desk, error);
      show_button (self);
    }

  g_object_unref (act->panel);
  g_free (act->range);
  g_free (act);
}

static void
apply_cb (FoyerRangePanel *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  FoyerRangeAct *act;
  FoyerDaysEdit edit;

  if (self->acting || space == NULL)
    return;

  adw_spin_row_update (self->seats_row);
  edit = get_edit (self);
  act = g_new0 (FoyerRangeAct, 1);
  act->panel = g_object_ref (self);
  act->to = edit.to;
  act->range = foyer_words_day_range (self->first, self->last);
  self->acting = TRUE;
  show_button (self);
  foyer_store_edit_days_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (space),
                               &edit, NULL, edited_cb, act);
}

static void
choice_changed_cb (FoyerRangePanel *self)
{
  if (!self->showing)
    show_choice (self);
}

static void
seats_changed_cb (FoyerRangePanel *self)
{
  if (self->showing)
    return;

  self->seats_touched = TRUE;
  show_button (self);
}

static void
note_changed_cb (FoyerRangePanel *self)
{
  if (self->showing)
    return;

  self->note_touched = TRUE;
  show_button (self);
}

static void
desk_changed_cb (FoyerRangePanel *self,
                 guint            change,
                 const char      *space_id)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  if (space == NULL || (space_id != NULL && strcmp (space_id, foyer_space_item_get_id (space)) != 0))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
foyer_range_panel_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  FoyerRangePanel *self = FOYER_RANGE_PANEL (object);

  switch ((FoyerRangePanelProp) prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_range_panel_dispose (GObject *object)
{
  FoyerRangePanel *self = FOYER_RANGE_PANEL (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_RANGE_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_range_panel_parent_class)->dispose (object);
}

static void
foyer_range_panel_finalize (GObject *object)
{
  FoyerRangePanel *self = FOYER_RANGE_PANEL (object);

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self->summary);

  G_OBJECT_CLASS (foyer_range_panel_parent_class)->finalize (object);
}

static void
foyer_range_panel_class_init (FoyerRangePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_range_panel_get_property;
  object_class->dispose = foyer_range_panel_dispose;
  object_class->finalize = foyer_range_panel_finalize;

  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "",
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                             | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-range-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, to_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, seats_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, note_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, concerns);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, concerns_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, guests);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, promise);
  gtk_widget_class_bind_template_child (widget_class, FoyerRangePanel, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, seats_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
foyer_range_panel_init (FoyerRangePanel *self)
{
  self->first = FOYER_DAY_NONE;
  self->last = FOYER_DAY_NONE;
  self->today = FOYER_DAY_NONE;
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  reset (self);
}

void
foyer_range_panel_set_desk (FoyerRangePanel *self,
                            FoyerDesk       *desk)
{
  g_return_if_fail (FOYER_IS_RANGE_PANEL (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
}

void
foyer_range_panel_set_range (FoyerRangePanel *self,
                             FoyerDay         first,
                             FoyerDay         last,
                             gboolean         close)
{
  g_return_if_fail (FOYER_IS_RANGE_PANEL (self));
  g_return_if_fail (first <= last);

  if (first == self->first && last == self->last && !close)
    return;

  /* A selection that grows or shrinks keeps what was chosen for it, another one does not. */
  if (first != self->first && last != self->last)
    reset (self);
  self->first = first;
  self->last = last;
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  if (close)
    {
      self->showing = TRUE;
      adw_toggle_group_set_active_name (self->to_group, "close");
      self->showing = FALSE;
    }
  show_all (self);
  load (self);
}
