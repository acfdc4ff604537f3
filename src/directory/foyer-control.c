/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/foyer-control.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "directory/foyer-directory-error.h"

#define TIMEOUT_SECONDS 600

struct _FoyerControl {
  FoyerDirectoryStore *store;
  char                *path;
  GSocketService      *service;
};

static char *
get_path (const char *db)
{
  return g_strconcat (db, ".socket", NULL);
}

/* "backup PATH" is all that can be asked. The answer is "ok", or a code and a sentence. */
static char *
answer (FoyerControl *self,
        const char   *line)
{
  g_autoptr(GError) error = NULL;

  if (line == NULL || !g_str_has_prefix (line, "backup /"))
    return g_strdup_printf ("%d not understood\n", FOYER_DIRECTORY_ERROR_USAGE);
  if (foyer_directory_store_backup (self->store, line + strlen ("backup "), &error))
    return g_strdup ("ok\n");

  return g_strdup_printf ("%d %s\n", error->code, error->message);
}

/* Each connection has a thread of its own for as long as it lasts. */
static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  FoyerControl *self = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (input);
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_autofree char *text = answer (self, line);

  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);

  return TRUE;
}

/**
 * foyer_control_new:
 * @store: lives as long as the socket
 * @db: the directory's file
 * @error: return location for an error
 *
 * Listens beside @db. Whoever runs it has the lock, so a socket that is there is a dead one's.
 *
 * Returns: (transfer full): the socket, or %NULL with %FOYER_DIRECTORY_ERROR_IO
 */
FoyerControl *
foyer_control_new (FoyerDirectoryStore  *store,
                   const char           *db,
                   GError              **error)
{
  g_autoptr(FoyerControl) self = g_new0 (FoyerControl, 1);
  g_autoptr(GSocketAddress) address = NULL;
  g_autoptr(GError) local = NULL;

  self->store = store;
  self->path = get_path (db);
  self->service = g_threaded_socket_service_new (1);
  g_unlink (self->path);
  address = g_unix_socket_address_new (self->path);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &local) ||
      g_chmod (self->path, 0600) != 0)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_IO, "%s: %s", self->path,
                   local != NULL ? local->message : "not for its owner alone");
      return NULL;
    }
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);

  return g_steal_pointer (&self);
}

/**
 * foyer_control_free:
 * @self: (transfer full): the socket
 *
 * Listens no more.
 */
void
foyer_control_free (FoyerControl *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

static gboolean
read_answer (const char  *line,
             GError     **error)
{
  const char *blank = line != NULL ? strchr (line, ' ') : NULL;

  if (g_strcmp0 (line, "ok") == 0)
    return TRUE;
  g_set_error_literal (error, FOYER_DIRECTORY_ERROR,
                       blank != NULL ? CLAMP (atoi (line), 0, (int) FOYER_DIRECTORY_ERROR_FAILED)
                                     : (int) FOYER_DIRECTORY_ERROR_IO,
                       blank != NULL ? blank + 1 : "the running directory did not answer");

  return FALSE;
}

static gboolean
ask (const char  *db,
     const char  *path,
     GError     **error)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autofree char *socket_path = get_path (db);
  g_autoptr(GSocketAddress) address = g_unix_socket_address_new (socket_path);
  g_autoptr(GSocketConnection) connection = NULL;
  g_autoptr(GDataInputStream) lines = NULL;
  g_autofree char *question = g_strdup_printf ("backup %s\n", path);
  g_autofree char *line = NULL;

  g_socket_client_set_timeout (client, TIMEOUT_SECONDS);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  if (connection == NULL)
    return read_answer (NULL, error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), question,
                             strlen (question), NULL, NULL, NULL);
  lines = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  return read_answer (line, error);
}

/**
 * foyer_control_backup:
 * @db: the directory's file
 * @path: a file that is not there yet
 * @error: return location for an error
 *
 * Backs a directory up: itself when nobody serves it, else by whoever does.
 *
 * Returns: whether a whole copy is there, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_control_backup (const char  *db,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autoptr(FoyerClock) clock = foyer_clock_new_from_environment (error);
  g_autoptr(FoyerDirectoryStore) store = NULL;
  g_autoptr(GError) local = NULL;

  if (clock == NULL)
    return FALSE;
  if (strchr (whole, '\n') != NULL)
    {
      g_set_error_literal (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
                           "a file's name has no line feed");
      return FALSE;
    }
  if (!g_file_test (db, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_IO, "%s is not there", db);
      return FALSE;
    }
  store = foyer_directory_store_open (db, NULL, clock, &local);
  if (store != NULL)
    return foyer_directory_store_backup (store, whole, error);
  if (g_error_matches (local, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_BUSY))
    return ask (db, whole, error);
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
