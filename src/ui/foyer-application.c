/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "core/foyer-clock.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-travel.h"
#include "sync/foyer-sync.h"
#include "ui/foyer-calendar-keeper.h"
#include "ui/foyer-desk.h"
#include "ui/foyer-rescue.h"
#include "ui/foyer-shortcuts.h"
#include "ui/foyer-window.h"
#include "ui/kiosk/foyer-kiosk-window.h"
#include "words/foyer-words.h"

/* As foyerctl has it: arguments or surroundings that nobody can understand. */
#define EXIT_USAGE 2
/* For so long a program without a window goes on sending; the rest leaves with the next start. */
#define FAREWELL_MS 3000

/* Libadwaita looks for the name of its dialogs' close button in the program's catalogue
 * instead of its own: it must be there. */
G_GNUC_UNUSED static const char close_button[] = N_("Close");

struct _FoyerApplication {
  AdwApplication parent_instance;

  char          *data_dir;
  FoyerClock    *clock;
  FoyerStore    *store;
  FoyerSync     *sync;            /* of the store, while there is a window */
  FoyerCalendarKeeper *calendars; /* the same */
  GError        *trouble;         /* why there is no store */
  gboolean       opening;
  gboolean       closing;
  guint          farewell;        /* the source that ends it */
  gboolean       wanted_again;    /* activated while the store was being closed */
  gboolean       painted;         /* the window was seen once */
  GtkWindow     *kiosk;           /* (nullable): no window of the application, see there */
  guint          inhibition;      /* of a screen that sleeps, and of a session's end, while it is open */
};

G_DEFINE_FINAL_TYPE (FoyerApplication, foyer_application, ADW_TYPE_APPLICATION)

static void
show_store (FoyerApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* What is slow to make comes after the first frame: the window is there at once. */
  if (!FOYER_IS_WINDOW (window) || !self->painted)
    return;

  if (self->store != NULL)
    {
      g_autoptr(FoyerDesk) desk = foyer_desk_new (self->store, self->sync);

      foyer_window_set_desk (FOYER_WINDOW (window), desk);
    }
  else if (self->trouble != NULL)
    {
      foyer_window_show_trouble (FOYER_WINDOW (window), self->trouble);
    }
}

static void
store_closed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_store_close_finish (FOYER_STORE (source), result, &error))
    g_warning ("Closing the profile: %s", error->message);
  g_clear_object (&self->store);
  self->closing = FALSE;
  if (self->wanted_again)
    {
      self->wanted_again = FALSE;
      g_application_activate (G_APPLICATION (self));
    }
  g_application_release (G_APPLICATION (self));
}

static void
finish_close (FoyerApplication *self)
{
  g_clear_handle_id (&self->farewell, g_source_remove);
  if (self->calendars != NULL)
    foyer_calendar_keeper_stop (self->calendars);
  g_clear_object (&self->calendars);
  if (self->sync != NULL)
    foyer_sync_stop (self->sync);
  g_clear_object (&self->sync);
  foyer_store_close_async (self->store, store_closed_cb, g_object_ref (self));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSyncReport) report = foyer_sync_run_finish (FOYER_SYNC (source), result, &error);

  if (report == NULL)
    g_debug ("What waits is sent next time: %s", error->message);
  finish_close (self);
}

static gboolean
farewell_cb (gpointer user_data)
{
  FoyerApplication *self = user_data;

  /* which answers who waits for it */
  self->farewell = 0;
  foyer_sync_stop (self->sync);

  return G_SOURCE_REMOVE;
}

static void
waiting_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(FoyerApplication) self = user_data;
  g_autoptr(GPtrArray) waiting = foyer_store_list_waiting_finish (FOYER_STORE (source), result, NULL);
  FoyerSyncState state = foyer_sync_get_status (self->sync)->state;
  gboolean sendable = FALSE;

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    sendable = sendable || *((const FoyerWaiting *) waiting->pdata[i])->trouble == '\0';
  if (!sendable || state == FOYER_SYNC_OFFLINE || state == FOYER_SYNC_UNREACHABLE)
    {
      finish_close (self);
      return;
    }

  self->farewell = g_timeout_add (FAREWELL_MS, farewell_cb, self);
  foyer_sync_run_async (self->sync, NULL, NULL, sent_cb, g_object_ref (self));
}

/* The process stays until what was asked is on the disk, and a little longer for a word that
 * could still have been taken back: nobody is left to do that. */
static void
close_store (FoyerApplication *self)
{
  if (self->store == NULL || self->closing)
    return;

  self->closing = TRUE;
  if (self->sync == NULL)
    finish_close (self);
  else
    foyer_store_list_waiting_async (self->store, NULL, waiting_cb, g_object_ref (self));
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerApplication) self = user_data;

  self->opening = FALSE;
  self->store = foyer_store_open_finish (result, &self->trouble);
  if (self->store == NULL)
    {
      g_message ("The profile in %s cannot be opened: %s", self->data_dir, self->trouble->message);
      g_application_release (G_APPLICATION (self));
    }
  else if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    {
      close_store (self);
      return;
    }
  else
    {
      self->sync = foyer_sync_new (self->store);
      foyer_sync_start (self->sync);
      self->calendars = foyer_calendar_keeper_new (self->store, self->sync);
      foyer_store_learn_names (self->store);
    }
  show_store (self);
}

/* Held from here until the store is closed, or could not be opened. */
static void
open_store (FoyerApplication *self)
{
  if (self->opening || self->store != NULL)
    return;

  self->opening = TRUE;
  g_clear_error (&self->trouble);
  g_application_hold (G_APPLICATION (self));
  foyer_store_open_async (self->data_dir, self->clock, NULL, NULL, store_opened_cb,
                          g_object_ref (self));
}

static gboolean
has_windows (FoyerApplication *self)
{
  return self->kiosk != NULL || gtk_application_get_windows (GTK_APPLICATION (self)) != NULL;
}

static void
kiosk_destroyed_cb (FoyerApplication *self)
{
  if (self->inhibition != 0)
    gtk_application_uninhibit (GTK_APPLICATION (self), self->inhibition);
  self->inhibition = 0;
  g_clear_weak_pointer (&self->kiosk);
  if (!has_windows (self))
    close_store (self);
}

/* One kiosk: for another space it is opened anew. */
static void
kiosk_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  FoyerApplication *self = FOYER_APPLICATION (user_data);
  const char *space_id = g_variant_get_string (parameter, NULL);
  g_autoptr(FoyerDesk) desk = NULL;

  if (self->store == NULL || self->sync == NULL || self->closing)
    return;
  if (self->kiosk != NULL
      && g_str_equal (foyer_kiosk_window_get_space_id (FOYER_KIOSK_WINDOW (self->kiosk)), space_id))
    {
      gtk_window_present (self->kiosk);
      return;
    }
  if (self->kiosk != NULL)
    gtk_window_destroy (self->kiosk);

  desk = foyer_desk_new (self->store, self->sync);
  g_set_weak_pointer (&self->kiosk, foyer_kiosk_window_new (desk, space_id));
  g_signal_connect_object (self->kiosk, "destroy", G_CALLBACK (kiosk_destroyed_cb), self, G_CONNECT_SWAPPED);
  self->inhibition = gtk_application_inhibit (GTK_APPLICATION (self), NULL,
                                              GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_LOGOUT,
                                              _("People check themselves in"));
  foyer_kiosk_window_fill (FOYER_KIOSK_WINDOW (self->kiosk),
                           gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (self->kiosk);
}

static void
quit (FoyerApplication *self)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* Asked to close, a window with a dialog closes that instead and stays. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  if (self->kiosk != NULL)
    gtk_window_destroy (self->kiosk);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  quit (FOYER_APPLICATION (user_data));
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  open_store (FOYER_APPLICATION (user_data));
}

static void
rescued_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(FoyerApplication) self = user_data;

  g_clear_error (&self->trouble);
  if (foyer_rescue_finish (result, &self->trouble))
    open_store (self);
  else
    show_store (self);
  g_application_release (G_APPLICATION (self));
}

static void
rescue_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  FoyerApplication *self = FOYER_APPLICATION (user_data);

  g_application_hold (G_APPLICATION (self));
  foyer_rescue_async (self->data_dir, self->clock, NULL, rescued_cb, g_object_ref (self));
}

static gboolean
signal_cb (gpointer user_data)
{
  quit (FOYER_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

/* Two profiles are two applications: the default one has the plain name. */
static char *
make_application_id (const char *data_dir)
{
  g_autofree char *default_dir = g_build_filename (g_get_user_data_dir (), "foyer", NULL);
  g_autofree char *wanted = g_canonicalize_filename (data_dir, NULL);
  g_autofree char *standard = g_canonicalize_filename (default_dir, NULL);
  g_autofree char *hash = NULL;

  if (g_str_equal (wanted, standard))
    return g_strdup (FOYER_APP_ID);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, wanted, -1);
  return g_strdup_printf ("%s.p%.8s", FOYER_APP_ID, hash);
}

/* One sentence, as from foyerctl. */
static int
refuse (const char *sentence)
{
  g_printerr ("foyer: %s\n", sentence);
  return EXIT_USAGE;
}

static gboolean
foyer_application_local_command_line (GApplication   *application,
                                      char         ***arguments,
                                      int            *exit_status)
{
  FoyerApplication *self = FOYER_APPLICATION (application);
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *data_dir = NULL;
  g_autofree char *id = NULL;
  gboolean version = FALSE;
  gboolean service = FALSE;
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir,
      N_("Use the profile in this folder"), N_("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Show the version and exit"), NULL },
    /* How the bus starts it, for a desktop that activates programs. */
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &service, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  *exit_status = 0;

  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *exit_status = refuse (error->message);
      return TRUE;
    }
  if ((*arguments)[0] != NULL && (*arguments)[1] != NULL)
    {
      *exit_status = refuse (_("There is an argument too many; nothing was opened, see foyer --help."));
      return TRUE;
    }
  if (version)
    {
      g_print ("foyer %s\n", FOYER_VERSION);
      return TRUE;
    }

  self->clock = foyer_clock_new_from_environment (&error);
  if (self->clock == NULL)
    {
      *exit_status = refuse (_("FOYER_NOW is not an instant such as 2026-11-26T09:00:00+01:00; nothing was opened."));
      return TRUE;
    }

  self->data_dir = data_dir != NULL ? g_canonicalize_filename (data_dir, NULL)
                                    : foyer_store_get_default_dir ();
  id = make_application_id (self->data_dir);
  g_application_set_application_id (application, id);
  if (service)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_IS_SERVICE);

  return G_APPLICATION_CLASS (foyer_application_parent_class)->local_command_line (application,
                                                                                   arguments,
                                                                                   exit_status);
}

static void
foyer_application_startup (GApplication *application)
{
  FoyerApplication *self = FOYER_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "kiosk", .activate = kiosk_cb, .parameter_type = "s" },
    { .name = "reopen", .activate = reopen_cb },
    { .name = "rescue", .activate = rescue_cb },
  };

  /* The store opens on its own thread while the toolkit starts on this one. A service is
   * started first and shown later. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    open_store (self);
  G_APPLICATION_CLASS (foyer_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  foyer_shortcuts_install (GTK_APPLICATION (self));
  /* The window does not wait for its icon in every size: see painted_cb(). */
  gtk_window_set_default_icon_name (NULL);

  g_unix_signal_add (SIGTERM, signal_cb, self);
  g_unix_signal_add (SIGINT, signal_cb, self);
}

static void
painted_cb (GdkFrameClock    *frame_clock,
            FoyerApplication *self)
{
  g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, self);
  self->painted = TRUE;
  gtk_window_set_icon_name (gtk_application_get_active_window (GTK_APPLICATION (self)), FOYER_APP_ID);
  show_store (self);
}

static void
open_window (FoyerApplication *self)
{
  GtkWidget *window = GTK_WIDGET (foyer_window_new (ADW_APPLICATION (self)));

  self->painted = FALSE;
  gtk_widget_realize (window);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (painted_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (window));
}

static void
foyer_application_activate (GApplication *application)
{
  FoyerApplication *self = FOYER_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->closing)
    {
      self->wanted_again = TRUE;
      return;
    }

  open_store (self);
  if (window == NULL)
    open_window (self);
  else
    gtk_window_present (window);
}

static void
foyer_application_window_removed (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (foyer_application_parent_class)->window_removed (application, window);

  if (!has_windows (FOYER_APPLICATION (application)))
    close_store (FOYER_APPLICATION (application));
}

static void
foyer_application_finalize (GObject *object)
{
  FoyerApplication *self = FOYER_APPLICATION (object);

  g_clear_object (&self->sync);
  g_clear_object (&self->store);
  g_clear_error (&self->trouble);
  g_clear_pointer (&self->clock, foyer_clock_unref);
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (foyer_application_parent_class)->finalize (object);
}

static void
foyer_application_class_init (FoyerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_application_finalize;
  application_class->local_command_line = foyer_application_local_command_line;
  application_class->startup = foyer_application_startup;
  application_class->activate = foyer_application_activate;
  GTK_APPLICATION_CLASS (klass)->window_removed = foyer_application_window_removed;
}

static void
foyer_application_init (FoyerApplication *self)
{
}

FoyerApplication *
foyer_application_new (void)
{
  return g_object_new (FOYER_TYPE_APPLICATION,
                       "application-id", FOYER_APP_ID,
                       "resource-base-path", "/io/github/foyerdesk/Foyer",
                       NULL);
}
