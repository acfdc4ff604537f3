/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-booking-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-waiting.h"
#include "ui/foyer-answer.h"
#include "words/foyer-words.h"

#define RESULTS_MAX 5

struct _FoyerBookingDialog
{
  AdwDialog          parent_instance;

  FoyerDesk         *desk;
  FoyerSpaceItem    *space;
  FoyerDay           day;
  FoyerAvailability  free;            /* zeroed until it is known */
  GPtrArray         *people;          /* (nullable) (element-type FoyerPerson): results */
  GPtrArray         *result_rows;     /* (element-type GtkWidget): theirs, then the new guest's */
  int                chosen;          /* of result_rows, -1 for none */
  char              *key;
  GCancellable      *search;
  GCancellable      *cancellable;
  gboolean           again;           /* the person saw that there is a booking already */
  gboolean           over_limit;      /* and that it is beyond a limit */
  gboolean           acting;

  AdwWindowTitle    *window_title;
  GtkButton         *book_button;
  GtkLabel          *problem;
  GtkListBox        *who_list;
  AdwEntryRow       *who_row;
  AdwToggleGroup    *part_group;
  AdwToggle         *full_toggle;
  AdwToggle         *am_toggle;
  AdwToggle         *pm_toggle;
  GtkLabel          *free_label;
  GtkWidget         *wait_button;
  AdwSpinRow        *seats_row;
  GtkAdjustment     *seats_adjustment;
  AdwComboRow       *desk_row;
  AdwSwitchRow      *pin_row;
  GtkLabel          *price_label;
};

G_DEFINE_FINAL_TYPE (FoyerBookingDialog, foyer_booking_dialog, ADW_TYPE_DIALOG)

static FoyerPart
get_part (FoyerBookingDialog *self)
{
  FoyerPart part = FOYER_PART_FULL;

  foyer_part_parse (adw_toggle_group_get_active_name (self->part_group), &part, NULL);

  return part;
}

static char *
get_typed_name (FoyerBookingDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who_row))));
}

static const FoyerPerson *
get_person (FoyerBookingDialog *self)
{
  if (self->people == NULL || self->chosen < 0 || self->chosen >= (int) self->people->len)
    return NULL;

  return g_ptr_array_index (self->people, self->chosen);
}

/* Showing */

static void
update_button (FoyerBookingDialog *self)
{
  gboolean some_free = foyer_availability_get_free (&self->free, get_part (self)) > 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->book_button),
                            self->chosen >= 0 && some_free && !self->acting);
  gtk_button_set_label (self->book_button, self->again || self->over_limit ? _("_Book Anyway") : _("_Book"));
  gtk_widget_set_visible (self->wait_button, self->free.open && !some_free);
  gtk_widget_set_sensitive (self->wait_button, self->chosen >= 0 && !self->acting);
}

static void
update_price (FoyerBookingDialog *self)
{
  const FoyerSpace *space = foyer_space_item_get_space (self->space);
  FoyerMoney price = { 0 };
  g_autofree char *text = NULL;

  memcpy (price.currency, space->currency, sizeof price.currency);
  price.minor = foyer_space_get_price (space, get_part (self));
  if (foyer_money_multiply (price, (gint64) adw_spin_row_get_value (self->seats_row), &price, NULL))
    text = foyer_words_money (price);
  gtk_label_set_label (self->price_label, text);
}

/* Seats of the part, free or not. */
static int
get_seats (FoyerBookingDialog *self,
           FoyerPart           part)
{
  int n_seats = G_MAXINT;

  if (part & FOYER_PART_AM)
    n_seats = MIN (n_seats, self->free.am_seats);
  if (part & FOYER_PART_PM)
    n_seats = MIN (n_seats, self->free.pm_seats);

  return self->free.open ? n_seats : 0;
}

static void
update_part (FoyerBookingDialog *self)
{
  int n_free = foyer_availability_get_free (&self->free, get_part (self));
  int n_seats = n_free > 0 ? n_free : get_seats (self, get_part (self));
  g_autofree char *text = g_strdup_printf (ngettext ("%d seat free", "%d seats free", n_free), n_free);

  gtk_label_set_label (self->free_label, text);
  gtk_adjustment_set_upper (self->seats_adjustment, MAX (n_seats, 1));
  update_price (self);
  update_button (self);
}

static void
show_problem (FoyerBookingDialog *self,
              const char         *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Something else is asked for: what was said of the last try does not hold for it. */
static void
forget_problem (FoyerBookingDialog *self)
{
  self->again = self->over_limit = FALSE;
  show_problem (self, NULL);
  update_button (self);
}

/* Who */

static void
choose (FoyerBookingDialog *self,
        int                 index)
{
  self->chosen = index;
  if (index >= 0)
    {
      GtkWidget *row = g_ptr_array_index (self->result_rows, index);

      gtk_check_button_set_active (
        GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
    }
  update_button (self);
}

static void
toggled_cb (FoyerBookingDialog *self,
            GtkCheckButton     *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
  guint index;

  if (!gtk_check_button_get_active (check) || !g_ptr_array_find (self->result_rows, row, &index))
    return;

  self->chosen = index;
  forget_problem (self);
}

static void
add_result (FoyerBookingDialog *self,
            const char         *title,
            const char         *subtitle)
{
  GtkWidget *check = gtk_check_button_new ();
  /* The button is the one stop: it says whether it is chosen, and arrows go to the next. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "focusable", FALSE, NULL);

  /* After the construction, which tells its labels of the title before the markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (self->result_rows->len > 0)
    {
      GtkWidget *first = g_ptr_array_index (self->result_rows, 0);

      gtk_check_button_set_group (
        GTK_CHECK_BUTTON (check),
        GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (first))));
    }
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "",
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->result_rows, row);
  gtk_list_box_append (self->who_list, row);
}

/* What tells two people of one name apart. */
static const char *
describe_person (const FoyerPerson *person)
{
  if (*person->email != '\0')
    return person->email;
  if (*person->phone != '\0')
    return person->phone;

  return person->is_member ? NULL : _("Guest");
}

static void
clear_results (FoyerBookingDialog *self)
{
  self->chosen = -1;
  for (guint i = 0; i < self->result_rows->len; i++)
    gtk_list_box_remove (self->who_list, g_ptr_array_index (self->result_rows, i));
  g_ptr_array_set_size (self->result_rows, 0);
  g_clear_pointer (&self->people, g_ptr_array_unref);
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerBookingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = foyer_store_find_people_finish (FOYER_STORE (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *new_guest = NULL;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (people == NULL)
    {
      foyer_desk_failed (self->desk, error);
      people = g_ptr_array_new ();
    }

  clear_results (self);
  self->people = g_steal_pointer (&people);
  for (guint i = 0; i < self->people->len; i++)
    {
      const FoyerPerson *person = g_ptr_array_index (self->people, i);

      add_result (self, person->name, describe_person (person));
    }

  name = get_typed_name (self);
  /* Translators: %s is the name that was typed, of somebody who was never here */
  new_guest = g_strdup_printf (_("New Guest “%s”"), name);
  add_result (self, new_guest, NULL);
  choose (self, 0);
}

static void
who_changed_cb (FoyerBookingDialog *self)
{
  g_autofree char *name = get_typed_name (self);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  forget_problem (self);
  if (*name == '\0')
    {
      clear_results (self);
      update_button (self);
      return;
    }

  self->search = g_cancellable_new ();
  foyer_store_find_people_async (foyer_desk_get_store (self->desk), name, FALSE,
                                 foyer_space_item_get_id (self->space), self->day, RESULTS_MAX,
                                 self->search, people_cb, g_object_ref (self));
}

/* What is free */

static void
part_changed_cb (FoyerBookingDialog *self)
{
  if (self->space == NULL)
    return;

  forget_problem (self);
  update_part (self);
}

static void
seats_changed_cb (FoyerBookingDialog *self)
{
  if (self->space == NULL)
    return;

  forget_problem (self);
  update_price (self);
}

/* Where they wish to sit: (nullable) */
static const char *
get_desk (FoyerBookingDialog *self)
{
  const GArray *desks = foyer_space_item_get_space (self->space)->desks;
  const guint chosen = adw_combo_row_get_selected (self->desk_row);

  return chosen == 0 || chosen > desks->len ? NULL : g_array_index (desks, FoyerNamedDesk, chosen - 1).name;
}

static void
desk_changed_cb (FoyerBookingDialog *self)
{
  if (self->space == NULL)
    return;

  forget_problem (self);
  gtk_widget_set_visible (GTK_WIDGET (self->pin_row), get_desk (self) != NULL);
}

static void
fill_desks (FoyerBookingDialog *self)
{
  const GArray *desks = foyer_space_item_get_space (self->space)->desks;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Any Desk"));
  for (guint i = 0; i < desks->len; i++)
    gtk_string_list_append (names, g_array_index (desks, FoyerNamedDesk, i).name);
  adw_combo_row_set_model (self->desk_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->desk_row), desks->len > 0);
}

static void
availability_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerBookingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) days = foyer_store_availability_finish (FOYER_STORE (source), result, &error);
  gboolean first = !self->free.open;
  gboolean am, pm, full;

  if (days == NULL || days->len == 0 || self->desk == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && self->desk != NULL)
        foyer_desk_failed (self->desk, error);
      return;
    }

  foyer_availability_clear (&self->free);
  self->free = g_array_index (days, FoyerAvailability, 0);
  self->free.note = NULL;
  self->free.events = NULL;
  foyer_availability_clear (&g_array_index (days, FoyerAvailability, 0));

  full = foyer_availability_get_free (&self->free, FOYER_PART_FULL) > 0;
  am = foyer_availability_get_free (&self->free, FOYER_PART_AM) > 0;
  pm = foyer_availability_get_free (&self->free, FOYER_PART_PM) > 0;
  /* A part that is full can be waited for. */
  adw_toggle_set_enabled (self->full_toggle, get_seats (self, FOYER_PART_FULL) > 0);
  adw_toggle_set_enabled (self->am_toggle, get_seats (self, FOYER_PART_AM) > 0);
  adw_toggle_set_enabled (self->pm_toggle, get_seats (self, FOYER_PART_PM) > 0);
  if (first)
    adw_toggle_group_set_active_name (self->part_group, full || (!am && !pm) ? "full" : am ? "am" : "pm");
  update_part (self);
}

static void
load (FoyerBookingDialog *self)
{
  foyer_store_availability_async (foyer_desk_get_store (self->desk),
                                  foyer_space_item_get_id (self->space), self->day, 1,
                                  self->cancellable, availability_cb, g_object_ref (self));
}

/* Booking */

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerBookingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;

  booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);
  self->acting = FALSE;
  if (self->desk == NULL)
    return;

  if (booking == NULL)
    {
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_ALREADY_BOOKED))
        self->again = TRUE;
      else if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT))
        self->over_limit = TRUE;
      else
        self->again = self->over_limit = FALSE;
      update_button (self);
      load (self);
      return;
    }

  date = foyer_words_day_long (booking->day);
  /* Translators: %1$s is a guest's name, %2$s a day */
  sentence = g_strdup_printf (_("Booked %1$s for %2$s"), booking->name, date);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
book_cb (FoyerBookingDialog *self)
{
  const FoyerPerson *person = get_person (self);
  g_autofree char *name = get_typed_name (self);
  FoyerBookingRequest request = {
    .space_id = foyer_space_item_get_id (self->space),
    .person_id = person != NULL ? person->id : NULL,
    .guest_name = person != NULL ? NULL : name,
    .day = self->day,
    .part = get_part (self),
    .key = self->key,
    .again = self->again,
    .over_limit = self->over_limit,
    .desk = get_desk (self),
  };

  if (self->acting || self->chosen < 0)
    return;

  adw_spin_row_update (self->seats_row);
  request.seats = (int) adw_spin_row_get_value (self->seats_row);
  request.pin_desk = request.desk != NULL && adw_switch_row_get_active (self->pin_row);
  self->acting = TRUE;
  update_button (self);
  foyer_store_book_async (foyer_desk_get_store (self->desk), &request, NULL, booked_cb,
                          g_object_ref (self));
}

/* Waiting */

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerBookingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;

  waiter = foyer_store_waiter_finish (FOYER_STORE (source), result, &op, &error);
  self->acting = FALSE;
  if (self->desk == NULL)
    return;

  if (waiter == NULL)
    {
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      update_button (self);
      return;
    }

  date = foyer_words_day_long (waiter->day);
  /* Translators: said after somebody was put on a waiting list; %1$s is a guest's name, %2$s a day */
  sentence = g_strdup_printf (_("%1$s waits for a seat on %2$s"), waiter->name, date);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
wait_cb (FoyerBookingDialog *self)
{
  const FoyerPerson *person = get_person (self);
  g_autofree char *name = get_typed_name (self);
  FoyerWaitingRequest request = {
    .space_id = foyer_space_item_get_id (self->space),
    .person_id = person != NULL ? person->id : NULL,
    .guest_name = person != NULL ? NULL : name,
    .day = self->day,
    .part = get_part (self),
  };

  if (self->acting || self->chosen < 0)
    return;

  adw_spin_row_update (self->seats_row);
  request.seats = (int) adw_spin_row_get_value (self->seats_row);
  self->acting = TRUE;
  update_button (self);
  foyer_store_wait_async (foyer_desk_get_store (self->desk), &request, NULL, waited_cb, g_object_ref (self));
}

static void
foyer_booking_dialog_dispose (GObject *object)
{
  FoyerBookingDialog *self = FOYER_BOOKING_DIALOG (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_BOOKING_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (foyer_booking_dialog_parent_class)->dispose (object);
}

static void
foyer_booking_dialog_finalize (GObject *object)
{
  FoyerBookingDialog *self = FOYER_BOOKING_DIALOG (object);

  foyer_availability_clear (&self->free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->result_rows, g_ptr_array_unref);
  g_free (self->key);

  G_OBJECT_CLASS (foyer_booking_dialog_parent_class)->finalize (object);
}

static void
foyer_booking_dialog_class_init (FoyerBookingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_booking_dialog_dispose;
  object_class->finalize = foyer_booking_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-booking-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, book_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, who_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, part_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, full_toggle);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, am_toggle);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, pm_toggle);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, free_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, wait_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, seats_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, desk_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, pin_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, seats_adjustment);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingDialog, price_label);
  gtk_widget_class_bind_template_callback (widget_class, book_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, wait_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, seats_changed_cb);
}

static void
foyer_booking_dialog_init (FoyerBookingDialog *self)
{
  self->chosen = -1;
  self->result_rows = g_ptr_array_new ();
  self->key = g_uuid_string_random ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->part_group, "full");
}

void
foyer_booking_dialog_present (FoyerDesk *desk,
                              FoyerDay   day,
                              GtkWidget *parent)
{
  FoyerBookingDialog *self;
  g_autofree char *date = NULL;

  g_return_if_fail (FOYER_IS_DESK (desk) && foyer_desk_get_space (desk) != NULL);
  g_return_if_fail (foyer_day_is_valid (day));

  self = g_object_new (FOYER_TYPE_BOOKING_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->space = g_object_ref (foyer_desk_get_space (desk));
  self->day = day;
  date = foyer_words_day_title (day);
  adw_window_title_set_subtitle (self->window_title, date);
  fill_desks (self);
  update_part (self);
  load (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
