/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-roster-row.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "ui/named-desks/foyer-desk-chooser.h"
#include "ui/people/foyer-face.h"
#include "words/foyer-words-cancellation.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words.h"

#define FACE_SIZE 32

struct _FoyerRosterRow
{
  AdwActionRow  parent_instance;

  FoyerDesk    *desk;
  GtkWidget    *face;
  GtkWidget    *menu_button;
  char         *id;
  FoyerDay      day;
};

G_DEFINE_FINAL_TYPE (FoyerRosterRow, foyer_roster_row, ADW_TYPE_ACTION_ROW)

static void
add_clause (GString    *text,
            const char *clause)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, clause);
}

/* What a host wants to know beside the name, and nothing that goes without saying. */
static char *
describe_booking (const FoyerBooking *booking,
                  FoyerDay            today)
{
  GString *text = g_string_new (NULL);
  g_autofree char *desks = foyer_words_desks (booking);

  if (booking->state == FOYER_STATE_CHECKED_IN)
    add_clause (text, C_("person", "Here"));
  else if (booking->state == FOYER_STATE_CHECKED_OUT)
    add_clause (text, C_("person", "Left"));
  if (booking->part != FOYER_PART_FULL)
    {
      g_autofree char *part = foyer_words_part (booking->part);

      add_clause (text, part);
    }
  if (booking->seats > 1)
    {
      g_autofree char *seats = g_strdup_printf (ngettext ("%d seat", "%d seats", booking->seats),
                                                booking->seats);

      add_clause (text, seats);
    }
  if (booking->due_minor > 0 && booking->day <= today)
    {
      FoyerMoney due = { booking->due_minor, { 0 } };
      g_autofree char *amount = NULL;
      g_autofree char *sentence = NULL;

      memcpy (due.currency, booking->currency, sizeof due.currency);
      amount = foyer_words_money (due);
      /* Translators: %s is an amount that a guest still has to pay */
      sentence = g_strdup_printf (_("%s due"), amount);
      add_clause (text, sentence);
    }
  if (desks != NULL)
    add_clause (text, desks);
  if (booking->first_visit)
    add_clause (text, _("First visit"));

  return g_string_free_and_steal (text);
}

static void
set_state_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;

  booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);
  if (booking == NULL)
    {
      foyer_desk_failed (desk, error);
      return;
    }

  if (booking->state == FOYER_STATE_CANCELLED)
    sentence = foyer_words_cancelled (booking);
  else
    /* Translators: %s is a guest's name */
    sentence = g_strdup_printf (_("%s did not come"), booking->name);
  foyer_desk_acted (desk, sentence, op);
}

static void
set_state (FoyerRosterRow    *self,
           FoyerBookingState  state)
{
  foyer_store_set_state_async (foyer_desk_get_store (self->desk), self->id, state,
                               NULL, set_state_cb, g_object_ref (self->desk));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  set_state (FOYER_ROSTER_ROW (widget), FOYER_STATE_CANCELLED);
}

static void
no_show_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  set_state (FOYER_ROSTER_ROW (widget), FOYER_STATE_NO_SHOW);
}

static void
desk_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  FoyerRosterRow *self = FOYER_ROSTER_ROW (widget);

  adw_dialog_present (foyer_desk_chooser_new (self->desk, self->id, self->day), widget);
}

static void
foyer_roster_row_dispose (GObject *object)
{
  g_clear_object (&FOYER_ROSTER_ROW (object)->desk);

  G_OBJECT_CLASS (foyer_roster_row_parent_class)->dispose (object);
}

static void
foyer_roster_row_finalize (GObject *object)
{
  FoyerRosterRow *self = FOYER_ROSTER_ROW (object);

  g_free (self->id);

  G_OBJECT_CLASS (foyer_roster_row_parent_class)->finalize (object);
}

static void
foyer_roster_row_class_init (FoyerRosterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_roster_row_dispose;
  object_class->finalize = foyer_roster_row_finalize;

  gtk_widget_class_install_action (widget_class, "booking.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "booking.no-show", NULL, no_show_cb);
  gtk_widget_class_install_action (widget_class, "booking.desk", NULL, desk_cb);
}

/* Made when it is asked for: a month is turned while a full day's people stand beside it. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr(GMenu) menu = NULL;
  g_autoptr(GMenuItem) desk = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = g_menu_new ();
  desk = g_menu_item_new (_("_Desk…"), "booking.desk");
  g_menu_append (menu, _("_Cancel Booking"), "booking.cancel");
  g_menu_append (menu, _("_No-Show"), "booking.no-show");
  g_menu_item_set_attribute (desk, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, desk);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
foyer_roster_row_init (FoyerRosterRow *self)
{
  self->face = foyer_face_new (FACE_SIZE);
  self->menu_button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                    "icon-name", "view-more-symbolic",
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), make_menu_cb, NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->face);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "roster-row");
}

GtkWidget *
foyer_roster_row_new (FoyerDesk *desk)
{
  FoyerRosterRow *self = g_object_new (FOYER_TYPE_ROSTER_ROW, NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

void
foyer_roster_row_show (FoyerRosterRow     *self,
                       const FoyerBooking *booking,
                       FoyerDay            today)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *tooltip = NULL;
  gboolean can_cancel, can_no_show, can_move;

  g_return_if_fail (FOYER_IS_ROSTER_ROW (self));
  g_return_if_fail (booking != NULL);

  g_set_str (&self->id, booking->id);
  self->day = booking->day;
  subtitle = describe_booking (booking, today);
  /* Translators: the menu of one booking; %s is the guest's name */
  tooltip = g_strdup_printf (_("Booking of %s"), booking->name);

  foyer_face_set_name (FOYER_FACE (self->face), booking->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), booking->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_tooltip_text (self->menu_button, tooltip);

  can_cancel = foyer_booking_state_can (booking->state, FOYER_STATE_CANCELLED);
  can_no_show = foyer_booking_state_can (booking->state, FOYER_STATE_NO_SHOW)
                && booking->day <= today;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.cancel", can_cancel);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.no-show", can_no_show);
  can_move = (booking->am_desks != NULL || booking->pm_desks != NULL) && booking->day >= today
             && (booking->state == FOYER_STATE_CONFIRMED || booking->state == FOYER_STATE_CHECKED_IN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.desk", can_move);
  gtk_widget_set_visible (self->menu_button, can_cancel || can_no_show || can_move);
}

const char *
foyer_roster_row_get_id (FoyerRosterRow *self)
{
  g_return_val_if_fail (FOYER_IS_ROSTER_ROW (self), NULL);

  return self->id;
}
