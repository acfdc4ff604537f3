/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/sync/foyer-sync-page.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-travel.h"
#include "ui/foyer-answer.h"
#include "ui/sync/foyer-directory-row.h"
#include "ui/sync/foyer-sync-words.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

struct _FoyerSyncPage {
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  GCancellable      *cancellable;     /* of the question that has no answer yet */
  char              *details;         /* nullable: of the last failure */

  GtkImage          *icon;
  GtkLabel          *title_label;
  GtkLabel          *text_label;
  GtkWidget         *retry_button;
  GtkWidget         *waiting_group;
  GtkListBox        *waiting;
  GtkLabel          *problem_label;
  GtkListBox        *directories;
  GtkWidget         *last_group;
  AdwActionRow      *last_row;
};

G_DEFINE_FINAL_TYPE (FoyerSyncPage, foyer_sync_page, ADW_TYPE_NAVIGATION_PAGE)

static gint64
get_now (FoyerSyncPage *self)
{
  return foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon_name)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/* Withdrawing what has not left yet */

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerMySeat) seat = foyer_store_my_seat_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (seat == NULL)
    {
      foyer_desk_failed (desk, error);
      return;
    }
  day = foyer_words_day_long (seat->day);
  /* Translators: %s is a day */
  sentence = g_strdup_printf (_("Took back the request for %s"), day);
  foyer_desk_acted (desk, sentence, op);
}

static void
withdraw_cb (FoyerSyncPage *self,
             GtkWidget     *button)
{
  foyer_store_withdraw_async (foyer_desk_get_store (self->desk),
                              g_object_get_data (G_OBJECT (button), "subject"), NULL, withdrawn_cb,
                              g_object_ref (self->desk));
}

static void
add_waiting (FoyerSyncPage      *self,
             const FoyerWaiting *waiting)
{
  gboolean is_request = g_str_equal (waiting->kind, "request");
  gboolean is_seat = is_request || g_str_equal (waiting->kind, "withdrawal");
  g_autofree char *title = foyer_sync_describe_waiting (waiting);
  g_autofree char *subtitle = foyer_sync_describe_since (waiting, get_now (self));
  GtkWidget *row = make_row (title, subtitle, is_seat ? "foyer-ticket-symbolic" : "foyer-today-symbolic");

  if (is_request && *waiting->trouble == '\0')
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Withdraw"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "subject", g_strdup (waiting->subject), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->waiting, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerSyncPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) waiting = foyer_store_list_waiting_finish (FOYER_STORE (source), result, &error);

  if (foyer_answer_is_stale (result))
    return;
  g_clear_object (&self->cancellable);
  if (waiting == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  gtk_list_box_remove_all (self->waiting);
  for (guint i = 0; i < waiting->len; i++)
    add_waiting (self, g_ptr_array_index (waiting, i));
  gtk_widget_set_visible (self->waiting_group, waiting->len > 0);
}

static void
load (FoyerSyncPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_list_waiting_async (foyer_desk_get_store (self->desk), self->cancellable, listed_cb,
                                  g_object_ref (self));
}

/* How it stands */

static GtkWidget *
make_directory_row (const FoyerSyncDirectory *directory)
{
  GtkWidget *row = make_row (directory->origin, "", "network-server-symbolic");
  GtkWidget *state = gtk_label_new (NULL);

  gtk_widget_add_css_class (state, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  g_object_set_data (G_OBJECT (row), "state", state);

  return row;
}

/* A row stays for as long as its directory does: the keyboard or a screen reader may be on it. */
static void
show_directories (FoyerSyncPage         *self,
                  const FoyerSyncStatus *status)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < status->directories->len; i++)
    {
      const FoyerSyncDirectory *directory = g_ptr_array_index (status->directories, i);
      g_autofree char *subtitle = foyer_sync_describe_answer (directory, get_now (self));

      while ((row = gtk_list_box_get_row_at_index (self->directories, (int) i)) != NULL
             && !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), directory->origin))
        gtk_list_box_remove (self->directories, GTK_WIDGET (row));
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_directory_row (directory));
          gtk_list_box_append (self->directories, GTK_WIDGET (row));
        }
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_label_set_label (g_object_get_data (G_OBJECT (row), "state"),
                           directory->error != NULL ? _("No answer") : _("Up to date"));
    }
  while ((row = gtk_list_box_get_row_at_index (self->directories, (int) status->directories->len)) != NULL)
    gtk_list_box_remove (self->directories, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->directories), status->directories->len > 0);
}

static void
show_last (FoyerSyncPage         *self,
           const FoyerSyncStatus *status)
{
  const GError *error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *sentence = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *next = NULL;

  for (guint i = 0; i < status->directories->len && error == NULL; i++)
    error = ((const FoyerSyncDirectory *) g_ptr_array_index (status->directories, i))->error;
  gtk_widget_set_visible (self->last_group, error != NULL);
  g_clear_pointer (&self->details, g_free);
  if (error == NULL)
    return;

  self->details = g_strdup_printf ("%s %d: %s", g_quark_to_string (error->domain), error->code,
                                   error->message);
  sentence = foyer_words_describe_error (error);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row), sentence);
  if (status->next_ms != 0)
    {
      moment = foyer_words_moment (zone, get_now (self), status->next_ms);
      /* Translators: %s is a moment: "today at 09:45" */
      next = g_strdup_printf (_("Next attempt %s"), moment);
    }
  adw_action_row_set_subtitle (self->last_row, next != NULL ? next : "");
}

static void
show_status (FoyerSyncPage *self)
{
  const FoyerSyncStatus *status = foyer_sync_get_status (foyer_desk_get_sync (self->desk));
  g_autofree char *title = foyer_sync_describe_title (status);
  g_autofree char *text = foyer_sync_explain (status, get_now (self));
  gboolean failed = status->state == FOYER_SYNC_OFFLINE || status->state == FOYER_SYNC_UNREACHABLE;

  gtk_image_set_from_icon_name (self->icon, foyer_sync_get_icon (status));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (self->retry_button, status->state != FOYER_SYNC_OFF);
  gtk_button_set_label (GTK_BUTTON (self->retry_button), failed ? _("_Try Again") : _("_Sync Now"));
  if (failed)
    gtk_widget_add_css_class (self->retry_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->retry_button, "suggested-action");

  show_directories (self, status);
  show_last (self, status);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(FoyerSyncPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSyncReport) report = foyer_sync_run_finish (FOYER_SYNC (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->retry_button, TRUE);
  /* What a directory did wrong stands on the page. */
  if (report == NULL)
    foyer_desk_failed (self->desk, error);
}

static void
retry_cb (FoyerSyncPage *self)
{
  gtk_widget_set_sensitive (self->retry_button, FALSE);
  foyer_sync_run_async (foyer_desk_get_sync (self->desk), NULL, NULL, ran_cb, g_object_ref (self));
}

static void
copy_cb (FoyerSyncPage *self)
{
  if (self->details == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->details);
  foyer_desk_acted (self->desk, _("Copied the details"), 0);
}

static void
problem_cb (FoyerSyncPage *self,
            const char    *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

static void
changed_cb (FoyerSyncPage *self,
            guint          change,
            const char    *space_id)
{
  if ((change & FOYER_CHANGE_POST) != 0)
    load (self);
}

static void
foyer_sync_page_dispose (GObject *object)
{
  FoyerSyncPage *self = FOYER_SYNC_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SYNC_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_sync_page_parent_class)->dispose (object);
}

static void
foyer_sync_page_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_SYNC_PAGE (object)->details, g_free);

  G_OBJECT_CLASS (foyer_sync_page_parent_class)->finalize (object);
}

static void
foyer_sync_page_class_init (FoyerSyncPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_sync_page_dispose;
  object_class->finalize = foyer_sync_page_finalize;

  g_type_ensure (FOYER_TYPE_DIRECTORY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-sync-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, waiting_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, directories);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, last_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerSyncPage, last_row);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
foyer_sync_page_init (FoyerSyncPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
foyer_sync_page_new (FoyerDesk *desk)
{
  FoyerSyncPage *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_SYNC_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_sync (desk), "status-changed", G_CALLBACK (show_status),
                           self, G_CONNECT_SWAPPED);
  show_status (self);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}
