/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-open.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "protocol/foyer-pin.h"
#include "sync/foyer-pins.h"

/* From the menu to the PIN that is kept. */
typedef struct {
  GtkWidget *widget;
  FoyerDesk *desk;
  gboolean   open;            /* the kiosk is opened after it */
  AdwAlertDialog *dialog;     /* while it is shown */
  GtkEditable    *pin;
  GtkEditable    *again;
} Setting;

static Setting *
setting_new (GtkWidget *widget,
             FoyerDesk *desk,
             gboolean   open)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->widget = g_object_ref (widget);
  setting->desk = g_object_ref (desk);
  setting->open = open;
  return setting;
}

static void
setting_free (Setting *setting)
{
  g_object_unref (setting->widget);
  g_object_unref (setting->desk);
  g_free (setting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Setting, setting_free)

static void
open_window (Setting *setting)
{
  FoyerSpaceItem *space = foyer_desk_get_space (setting->desk);

  if (space != NULL)
    gtk_widget_activate_action (setting->widget, "app.kiosk", "s", foyer_space_item_get_id (space));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Setting) setting = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_sync_write_pin_finish (FOYER_SYNC (source), result, &error))
    foyer_desk_failed (setting->desk, error);
  else if (setting->open)
    open_window (setting);
  else
    foyer_desk_acted (setting->desk, _("The kiosk has a new PIN"), 0);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  const Setting *setting = user_data;

  if (g_str_equal (response, "set"))
    foyer_sync_write_pin_async (foyer_desk_get_sync (setting->desk), gtk_editable_get_text (setting->pin), written_cb,
                                setting_new (setting->widget, setting->desk, setting->open));
}

static void
changed_cb (Setting *setting)
{
  const char *pin = gtk_editable_get_text (setting->pin);
  const char *again = gtk_editable_get_text (setting->again);
  gboolean same = g_str_equal (pin, again);

  adw_alert_dialog_set_response_enabled (setting->dialog, "set", foyer_pin_is_proper (pin) && same);
}

static GtkEditable *
add_row (Setting    *setting,
         GtkWidget  *group,
         const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), FOYER_PIN_MAX);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PIN);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), setting);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static void
ask_new_pin (GtkWidget *widget,
             FoyerDesk *desk,
             gboolean   open)
{
  Setting *setting = setting_new (widget, desk, open);
  GtkWidget *group = adw_preferences_group_new ();

  setting->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _("A PIN for the Kiosk"),
    _("Whoever knows it can leave the kiosk. It has 4 to 8 digits. When it is forgotten, a new one is set here.")));
  setting->pin = add_row (setting, group, _("PIN"));
  setting->again = add_row (setting, group, _("PIN, Once More"));
  adw_alert_dialog_set_extra_child (setting->dialog, group);
  adw_alert_dialog_add_responses (setting->dialog,
                                  "cancel", _("_Cancel"),
                                  "set", setting->open ? _("_Set and Open") : _("_Set PIN"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (setting->dialog, "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (setting->dialog, "set");
  adw_alert_dialog_set_close_response (setting->dialog, "cancel");
  changed_cb (setting);
  adw_dialog_set_focus (ADW_DIALOG (setting->dialog), GTK_WIDGET (setting->pin));
  g_signal_connect (setting->dialog, "response", G_CALLBACK (response_cb), setting);
  g_object_set_data_full (G_OBJECT (setting->dialog), "setting", setting, (GDestroyNotify) setting_free);
  adw_dialog_present (ADW_DIALOG (setting->dialog), setting->widget);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Setting) setting = user_data;
  g_autoptr(GError) error = NULL;
  FoyerPinAnswer answer;

  if (!foyer_sync_try_pin_finish (FOYER_SYNC (source), result, &answer, &error))
    foyer_desk_failed (setting->desk, error);
  else if (answer == FOYER_PIN_NONE)
    ask_new_pin (setting->widget, setting->desk, setting->open);
  else
    open_window (setting);
}

void
foyer_kiosk_open (GtkWidget *widget,
                  FoyerDesk *desk)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FOYER_IS_DESK (desk));

  foyer_sync_try_pin_async (foyer_desk_get_sync (desk), NULL, asked_cb, setting_new (widget, desk, TRUE));
}

void
foyer_kiosk_change_pin (GtkWidget *widget,
                        FoyerDesk *desk)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FOYER_IS_DESK (desk));

  ask_new_pin (widget, desk, FALSE);
}
