/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-data.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-erasure.h"
#include "sync/exports/foyer-person-export.h"
#include "words/foyer-words-erasure.h"
#include "words/foyer-words.h"

typedef struct {
  GtkWidget *parent;
  FoyerDesk *desk;
  char      *id;
  GFile     *file;      /* (nullable): where to */
} Asked;

static Asked *
asked_new (GtkWidget         *parent,
           FoyerDesk         *desk,
           const FoyerPerson *person)
{
  Asked *self = g_new0 (Asked, 1);

  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->id = g_strdup (person->id);

  return self;
}

static void
asked_free (Asked *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_clear_object (&self->file);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
tell (Asked      *self,
      const char *heading,
      const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, self->parent);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Asked) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  name = g_file_get_parse_name (G_FILE (source));
  /* Translators: %s is a file */
  body = g_strdup_printf (_("All that is kept about this person is in %s. It is for them and for nobody else."), name);
  tell (self, _("Data Exported"), body);
}

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Asked) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) archive = foyer_person_export_finish (FOYER_STORE (source), result, &error);
  g_autoptr(GFile) file = g_object_ref (self->file);

  if (archive == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  /* Into another file first, which takes the name when it is whole; only the host may read it. */
  g_file_replace_contents_bytes_async (file, archive, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, written_cb, g_steal_pointer (&self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Asked) self = user_data;

  /* Without a file somebody thought better of it. */
  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file == NULL)
    return;

  foyer_person_export_async (foyer_desk_get_store (self->desk), self->id, foyer_words_cell_separator (), NULL, packed_cb,
                             g_steal_pointer (&self));
}

void
foyer_member_data_export (GtkWidget         *parent,
                          FoyerDesk         *desk,
                          const FoyerPerson *person)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (person != NULL);

  gtk_file_dialog_set_title (dialog, _("Export Data"));
  /* Translators: the name of a file; what somebody is called is not in it */
  gtk_file_dialog_set_initial_name (dialog, _("personal-data.zip"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb,
                        asked_new (parent, desk, person));
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Asked) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerErasure) receipt = foyer_store_erase_person_finish (FOYER_STORE (source), result, &error);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *body = NULL;

  if (receipt == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  text = foyer_words_erasure (receipt);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  body = g_strjoinv ("\n\n", lines);
  tell (self, _("Erased"), body);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  Asked *self = user_data;

  if (g_str_equal (response, "erase"))
    foyer_store_erase_person_async (foyer_desk_get_store (self->desk), self->id, foyer_words_erased_member (), NULL,
                                    erased_cb, self);
  else
    asked_free (self);
}

void
foyer_member_data_erase (GtkWidget         *parent,
                         FoyerDesk         *desk,
                         const FoyerPerson *person)
{
  g_autofree char *heading = NULL;
  AdwAlertDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (person != NULL);

  /* Translators: %s is a member */
  heading = g_strdup_printf (_("Erase %s?"), person->name);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    heading,
    _("All that is known of this person is removed for good, also from the backups that Foyer keeps, and nothing can take "
      "it back. Bookings and passes stay without a name, so that the accounts go on adding up.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), asked_new (parent, desk, person));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
