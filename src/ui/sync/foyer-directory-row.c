/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/sync/foyer-directory-row.h"

#include <glib/gi18n.h>

#include "core/foyer-part.h"
#include "sync/foyer-discovery.h"

struct _FoyerDirectoryRow {
  AdwEntryRow  parent_instance;

  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (FoyerDirectoryRow, foyer_directory_row, ADW_TYPE_ENTRY_ROW)

enum { SIGNAL_PROBLEM, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
say (FoyerDirectoryRow *self,
     const char        *sentence)
{
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, sentence);
}

static void
show_setting (FoyerDirectoryRow *self)
{
  g_autofree char *origin = g_settings_get_string (self->settings, FOYER_DIRECTORY_KEY);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), origin))
    gtk_editable_set_text (GTK_EDITABLE (self), origin);
}

static void
changed_cb (FoyerDirectoryRow *self)
{
  say (self, NULL);
}

static void
apply_cb (FoyerDirectoryRow *self)
{
  foyer_directory_row_take (self);
}

static void
foyer_directory_row_dispose (GObject *object)
{
  g_clear_object (&FOYER_DIRECTORY_ROW (object)->settings);

  G_OBJECT_CLASS (foyer_directory_row_parent_class)->dispose (object);
}

static void
foyer_directory_row_class_init (FoyerDirectoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_directory_row_dispose;

  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", FOYER_TYPE_DIRECTORY_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_directory_row_init (FoyerDirectoryRow *self)
{
  self->settings = g_settings_new (FOYER_APP_ID);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Address of the Directory"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_URL);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  show_setting (self);
  g_signal_connect_object (self->settings, "changed::" FOYER_DIRECTORY_KEY, G_CALLBACK (show_setting),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
}

gboolean
foyer_directory_row_take (FoyerDirectoryRow *self)
{
  g_autofree char *origin = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (FOYER_IS_DIRECTORY_ROW (self), FALSE);

  origin = foyer_sync_read_origin (gtk_editable_get_text (GTK_EDITABLE (self)), &error);
  if (origin == NULL)
    {
      say (self, _("This is not the address of a directory. Write it like https://foyer.example.org."));
      return FALSE;
    }

  say (self, NULL);
  g_settings_set_string (self->settings, FOYER_DIRECTORY_KEY, origin);
  gtk_editable_set_text (GTK_EDITABLE (self), origin);
  return TRUE;
}
