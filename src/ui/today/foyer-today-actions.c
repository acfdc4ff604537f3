/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-today-page-private.h"

#include "core/foyer-error.h"
#include "storage/foyer-store-codes.h"
#include "sync/foyer-sync.h"
#include "ui/kiosk/foyer-kiosk-open.h"
#include "ui/money/foyer-collect-dialog.h"
#include "ui/money/foyer-due-dialog.h"
#include "ui/today/foyer-day-acts.h"
#include "ui/today/foyer-guest-dialog.h"
#include "ui/today/foyer-scanner-dialog.h"
#include "ui/named-desks/foyer-desk-chooser.h"
#include "ui/roll-call/foyer-roll-call-dialog.h"

typedef struct {
  FoyerTodayPage *page;
  char           *typed;      /* what was typed for them */
} Arrival;

/* What stands in the entry is about this person, what is typed from now on about the next one. */
static Arrival *
arrival_new (FoyerTodayPage *self)
{
  Arrival *arrival = g_new (Arrival, 1);

  arrival->page = g_object_ref (self);
  arrival->typed = foyer_today_page_take_typed (self);

  return arrival;
}

static void
arrival_free (Arrival *arrival)
{
  g_object_unref (arrival->page);
  g_free (arrival->typed);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

/* What was typed has done its work, or comes back for another try. */
static void
arrived_cb (gboolean done,
            gpointer user_data)
{
  g_autoptr(Arrival) arrival = user_data;

  if (!done && arrival->page->desk != NULL)
    foyer_today_page_give_back_typed (arrival->page, arrival->typed);
}

static void
check_in_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);
  FoyerArrival arrival = {
    .booking_id = g_variant_get_string (parameter, NULL),
    .day = foyer_today_page_get_day (self),
  };

  foyer_day_acts_check_in (self->desk, &arrival, NULL, NULL);
}

static void
check_out_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  foyer_day_acts_check_out (self->desk, g_variant_get_string (parameter, NULL),
                            foyer_today_page_get_day (self), arrived_cb, arrival_new (self));
}

static void
set_state_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  foyer_day_acts_set_state (FOYER_TODAY_PAGE (widget)->desk, g_variant_get_string (parameter, NULL),
                            g_str_equal (name, "day.cancel") ? FOYER_STATE_CANCELLED
                                                             : FOYER_STATE_NO_SHOW,
                            NULL, NULL);
}

static void
desk_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  adw_dialog_present (foyer_desk_chooser_new (self->desk, g_variant_get_string (parameter, NULL),
                                              foyer_today_page_get_day (self)), widget);
}

static const FoyerBooking *
find_booking (const FoyerDaySheet *sheet,
              const char          *id)
{
  GPtrArray *lists[] = { sheet->here, sheet->expected };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_str_equal (((const FoyerBooking *) lists[i]->pdata[j])->id, id))
        return lists[i]->pdata[j];

  return NULL;
}

static void
bring_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);
  const FoyerBooking *bringer = self->sheet != NULL ? find_booking (self->sheet, g_variant_get_string (parameter, NULL))
                                                    : NULL;

  if (bringer != NULL)
    adw_dialog_present (foyer_guest_dialog_new (self->desk, bringer), widget);
}

static void
collect_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  foyer_collect_dialog_open (widget, self->desk, foyer_today_page_get_day (self), g_variant_get_string (parameter, NULL));
}

static void
collect_all_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  adw_dialog_present (foyer_due_dialog_new (self->desk, foyer_today_page_get_day (self)), widget);
}

/* Somebody stands at the door, or will on a day ahead. */
static void
welcome (FoyerTodayPage *self,
         const char     *person_id,
         const char     *guest_name)
{
  FoyerArrival arrival = {
    .person_id = person_id,
    .guest_name = guest_name,
    .day = foyer_today_page_get_day (self),
  };

  if (foyer_today_page_get_distance (self) == 0)
    foyer_day_acts_check_in (self->desk, &arrival, arrived_cb, arrival_new (self));
  else
    foyer_day_acts_book (self->desk, arrival.day, person_id, guest_name, arrived_cb,
                         arrival_new (self));
}

static void
welcome_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  welcome (FOYER_TODAY_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
welcome_guest_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  welcome (FOYER_TODAY_PAGE (widget), NULL, g_variant_get_string (parameter, NULL));
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;

  foyer_store_refuse_code_finish (FOYER_STORE (source), result, NULL);
}

static void
code_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Arrival) typed = user_data;
  FoyerTodayPage *self = typed->page;
  g_autoptr(GError) error = NULL;
  FoyerCodeKind kind;
  g_autofree char *id = foyer_sync_read_code_finish (FOYER_SYNC (source), result, &kind, &error);
  FoyerSpaceItem *space = self->desk != NULL ? foyer_desk_get_space (self->desk) : NULL;
  FoyerArrival arrival = { .code = kind };

  if (space == NULL)
    return;
  if (id == NULL)
    {
      foyer_desk_failed (self->desk, error);
      foyer_today_page_give_back_typed (self, typed->typed);
      if (error->domain == FOYER_ERROR)
        foyer_store_refuse_code_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (space), kind,
                                       error->code, NULL, noted_cb, g_object_ref (self->desk));
      return;
    }

  if (kind == FOYER_CODE_CARD_READ)
    arrival.person_id = id;
  else
    arrival.booking_id = id;
  arrival.day = foyer_today_page_get_day (self);
  foyer_day_acts_check_in (self->desk, &arrival, arrived_cb, g_steal_pointer (&typed));
}

/* A code opens no door by itself: it names who comes, and the host lets in. */
static void
read_code_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  if (space != NULL)
    foyer_sync_read_code_async (foyer_desk_get_sync (self->desk), foyer_space_item_get_id (space),
                                foyer_today_page_get_day (self), g_variant_get_string (parameter, NULL), NULL,
                                code_read_cb, arrival_new (self));
}

static void
go_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);
  FoyerDay day = foyer_today_page_get_day (self);

  if (g_str_equal (name, "day.today"))
    day = foyer_desk_get_today (self->desk);
  else if (g_str_equal (name, "day.next"))
    day++;
  else
    day--;
  foyer_today_page_set_day (self, day);
}

static void
open_day_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (widget);

  foyer_day_acts_open_day (self->desk, foyer_today_page_get_day (self));
}

static void
roll_call_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  adw_dialog_present (foyer_roll_call_dialog_new (FOYER_TODAY_PAGE (widget)->desk), widget);
}

static void
test_scanner_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  adw_dialog_present (foyer_scanner_dialog_new (), widget);
}

static void
kiosk_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (g_str_equal (name, "day.kiosk"))
    foyer_kiosk_open (widget, FOYER_TODAY_PAGE (widget)->desk);
  else
    foyer_kiosk_change_pin (widget, FOYER_TODAY_PAGE (widget)->desk);
}

static void
focus_entry_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (FOYER_TODAY_PAGE (widget)->entry));
}

void
foyer_today_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "day.check-in", "s", check_in_cb);
  gtk_widget_class_install_action (widget_class, "day.check-out", "s", check_out_cb);
  gtk_widget_class_install_action (widget_class, "day.cancel", "s", set_state_cb);
  gtk_widget_class_install_action (widget_class, "day.no-show", "s", set_state_cb);
  gtk_widget_class_install_action (widget_class, "day.desk", "s", desk_cb);
  gtk_widget_class_install_action (widget_class, "day.bring", "s", bring_cb);
  gtk_widget_class_install_action (widget_class, "day.collect", "s", collect_cb);
  gtk_widget_class_install_action (widget_class, "day.collect-all", NULL, collect_all_cb);
  gtk_widget_class_install_action (widget_class, "day.welcome", "s", welcome_cb);
  gtk_widget_class_install_action (widget_class, "day.welcome-guest", "s", welcome_guest_cb);
  gtk_widget_class_install_action (widget_class, "day.read-code", "s", read_code_cb);
  gtk_widget_class_install_action (widget_class, "day.previous", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "day.next", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "day.today", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "day.open", NULL, open_day_cb);
  gtk_widget_class_install_action (widget_class, "day.roll-call", NULL, roll_call_cb);
  gtk_widget_class_install_action (widget_class, "day.test-scanner", NULL, test_scanner_cb);
  gtk_widget_class_install_action (widget_class, "day.kiosk", NULL, kiosk_cb);
  gtk_widget_class_install_action (widget_class, "day.kiosk-pin", NULL, kiosk_cb);
  gtk_widget_class_install_action (widget_class, "day.focus-entry", NULL, focus_entry_cb);
}
