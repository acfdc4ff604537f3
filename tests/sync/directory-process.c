/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory-process.h"

#include <glib/gstdio.h>
#include <string.h>

static void
start_at (TestDirectory *self,
          const char    *listen)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GDataInputStream) lines = NULL;
  g_autofree char *path = g_build_filename (self->dir, "directory.db", NULL);
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  self->process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("FOYER_DIRECTORY"), "serve", "--listen",
                                               listen, "--db", path, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "listening "));
  g_free (self->origin);
  self->origin = g_strdup (line + strlen ("listening "));
  if (g_str_has_suffix (self->origin, "/"))
    self->origin[strlen (self->origin) - 1] = '\0';
}

TestDirectory *
test_directory_start (const char *now)
{
  TestDirectory *self = g_new0 (TestDirectory, 1);
  g_autoptr(GError) error = NULL;

  g_setenv ("FOYER_NOW", now, TRUE);
  self->dir = g_dir_make_tmp ("foyer-directory-XXXXXX", &error);
  g_assert_no_error (error);
  start_at (self, "127.0.0.1:0");

  return self;
}

void
test_directory_kill (TestDirectory *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

void
test_directory_restart (TestDirectory *self)
{
  g_autofree char *listen = g_strdup (self->origin + strlen ("http://"));

  start_at (self, listen);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
test_directory_free (TestDirectory *self)
{
  if (self->process != NULL)
    test_directory_kill (self);
  remove_folder (self->dir);
  g_free (self->dir);
  g_free (self->origin);
  g_free (self);
}
