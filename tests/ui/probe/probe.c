/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE
#include "probe.h"

#include <dlfcn.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <stdlib.h>

/* Commands come as lines on the socket FOYER_PROBE_FD, and each is answered by one line
 * of JSON. They are served when the program has nothing better to do. */

static GDataInputStream *input;
static GOutputStream *output;

static void read_command (void);

GtkWindow *
probe_get_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (toplevels);

  /* The kiosk stands before the window that it was opened from. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_APPLICATION_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static void
send_answer (JsonBuilder *answer)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  json_builder_end_object (answer);
  root = json_builder_get_root (answer);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  line = g_strconcat (text, "\n", NULL);

  /* Whoever asked may be gone: then nobody misses the answer. */
  if (g_output_stream_write_all (output, line, strlen (line), NULL, NULL, NULL))
    read_command ();
}

static void
settled_cb (gpointer data,
            gpointer user_data)
{
  g_autoptr(JsonBuilder) answer = data;

  send_answer (answer);
}

static void
report_size (GtkWindow   *window,
             JsonBuilder *answer)
{
  int min_width, min_height;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1,
                      &min_width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1,
                      &min_height, NULL, NULL, NULL);
  json_builder_set_member_name (answer, "min_width");
  json_builder_add_int_value (answer, min_width);
  json_builder_set_member_name (answer, "min_height");
  json_builder_add_int_value (answer, min_height);
  json_builder_set_member_name (answer, "width");
  json_builder_add_int_value (answer, gtk_widget_get_width (GTK_WIDGET (window)));
  json_builder_set_member_name (answer, "height");
  json_builder_add_int_value (answer, gtk_widget_get_height (GTK_WIDGET (window)));
}

static void
add_error (JsonBuilder *answer,
           const char  *message)
{
  json_builder_set_member_name (answer, "error");
  json_builder_add_string_value (answer, message);
}

static void
look (GtkWindow   *window,
      char       **words,
      JsonBuilder *answer)
{
  g_autoptr(GError) error = NULL;
  const char *verb = words[0];

  if (g_str_equal (verb, "size?"))
    report_size (window, answer);
  else if (g_str_equal (verb, "labels"))
    probe_labels_report (window, answer);
  else if (g_str_equal (verb, "contrast"))
    probe_contrast_report (window, answer);
  else if (g_str_equal (verb, "frames"))
    probe_frames_report (answer);
  else if (g_str_equal (verb, "arm"))
    probe_key_arm ();
  else if (g_str_equal (verb, "key"))
    probe_key_report (answer);
  else if (g_str_equal (verb, "jump") && g_strv_length (words) == 2)
    {
      if (!probe_jump (window, g_ascii_strtod (words[1], NULL)))
        add_error (answer, "no table");
    }
  else if (g_str_equal (verb, "jumped"))
    probe_jump_report (answer);
  else if (g_str_equal (verb, "scroll") && g_strv_length (words) == 2)
    {
      if (!probe_scroll (window, atoi (words[1])))
        add_error (answer, "nothing scrolls");
    }
  else if (g_str_equal (verb, "scrolled"))
    probe_scroll_report (answer);
  else if (g_str_equal (verb, "shot") && g_strv_length (words) == 3)
    {
      if (!probe_picture_write (window, words[1], atoi (words[2]), answer, &error))
        add_error (answer, error->message);
    }
  else
    add_error (answer, "no such command");
}

/* So large for people: without a compositor GTK draws an edge of its own around that. */
static void
set_size (GtkWindow *window,
          int        width,
          int        height)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  gtk_window_unfullscreen (window);
  gtk_window_set_default_size (window,
                               width + gdk_surface_get_width (surface)
                                 - gtk_widget_get_width (GTK_WIDGET (window)),
                               height + gdk_surface_get_height (surface)
                                 - gtk_widget_get_height (GTK_WIDGET (window)));
}

/* The kiosk, of which nobody wants to wait for the seconds. */
static void
set_patience (guint seconds)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (toplevels, i);

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (window), "idle-seconds") != NULL)
        g_object_set (window, "idle-seconds", seconds, "settled-seconds", seconds, NULL);
    }
}

static gboolean
change (GtkWindow  *window,
        char      **words)
{
  const char *verb = words[0];
  guint n = g_strv_length (words);

  if (g_str_equal (verb, "size") && n == 3)
    set_size (window, atoi (words[1]), atoi (words[2]));
  else if (g_str_equal (verb, "scheme") && n == 2)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        g_str_equal (words[1], "dark")
                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (verb, "patience") && n == 2)
    set_patience (atoi (words[1]));
  else if (g_str_equal (verb, "dpi") && n == 2)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", atoi (words[1]) * 1024, NULL);
  else
    return FALSE;

  return TRUE;
}

static void
obey (const char *line)
{
  g_autoptr(JsonBuilder) answer = json_builder_new ();
  g_auto(GStrv) words = g_strsplit (line, "\t", -1);
  GtkWindow *window = probe_get_window ();

  json_builder_begin_object (answer);
  if (g_str_equal (words[0], "settle") && g_strv_length (words) == 2)
    {
      probe_frames_settle (atoi (words[1]), settled_cb, g_steal_pointer (&answer));
      return;
    }

  if (g_str_equal (words[0], "idle"))
    ;   /* being answered is all that was asked */
  else if (window == NULL)
    add_error (answer, "no window");
  else if (!change (window, words))
    look (window, words, answer);

  send_answer (answer);
}

static void
command_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree char *line = g_data_input_stream_read_line_finish_utf8 (input, result, NULL, NULL);

  if (line != NULL)
    obey (line);
}

static void
read_command (void)
{
  g_data_input_stream_read_line_async (input, G_PRIORITY_LOW, NULL, command_cb, NULL);
}

static void
listen_for_commands (void)
{
  const char *number = g_getenv ("FOYER_PROBE_FD");
  g_autoptr(GInputStream) base = NULL;
  int fd;

  if (number == NULL)
    return;

  fd = atoi (number);
  base = g_unix_input_stream_new (fd, FALSE);
  input = g_data_input_stream_new (base);
  output = g_unix_output_stream_new (fd, FALSE);
  read_command ();
}

/* After the toolkit has read the direction from the language. */
static void
startup_cb (GApplication *application,
            gpointer      user_data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

/* In front of the library's own: a toast stays until the program takes it away, so that
 * a test on a slow machine can still read it and press its button. */
AdwToast *
adw_toast_new (const char *title)
{
  typeof (adw_toast_new) *make = dlsym (RTLD_NEXT, "adw_toast_new");
  AdwToast *toast = make (title);

  adw_toast_set_timeout (toast, 0);

  return toast;
}

/* In front of the library's own: here GTK is loaded and nothing is on the screen yet. */
int
g_application_run (GApplication  *application,
                   int            argc,
                   char         **argv)
{
  typeof (g_application_run) *run = dlsym (RTLD_NEXT, "g_application_run");

  g_unsetenv ("LD_PRELOAD");
  if (g_getenv ("FOYER_PROBE_RTL") != NULL)
    g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  probe_frames_init ();
  listen_for_commands ();

  return run (application, argc, argv);
}
