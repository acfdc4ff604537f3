/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "probe.h"

#include <time.h>
#include <unistd.h>

/* Emission hooks, since libgtk is linked with -Bsymbolic: its own calls of a function
 * that is preloaded never come here. */

#define FRAME_US (G_USEC_PER_SEC / 60)

typedef struct {
  gint64 at_us;           /* of the key; 0 while none came */
  gint64 cpu_us;          /* of the main thread, then */
  gint64 others_us;       /* of all other threads, then */
  gint64 first_frame_us;  /* frame time of the first paint since */
  gint64 frames_cpu_us;   /* of the main thread in style, layout and painting */
  gint64 probing_us;      /* and in what this library adds */
  guint  n_paints;
  guint  texts;           /* what stood on the page in the last paint */
  /* At the last paint that showed other words than the one before: what comes later
   * (a scrollbar that fades) is no answer. */
  gint64 seen_us;
  gint64 seen_cpu_us;
  gint64 seen_frames_cpu_us;
  gint64 seen_probing_us;
  gint64 seen_frame_us;
} Keystroke;

typedef struct {
  guint    quiet_ms;
  guint    source;
  GFunc    done;
  gpointer data;
} Settling;

static gint64 start_us;
static gint64 first_frame_us;
static gboolean rendered;
static gint64 frame_start_cpu_us;
static gint64 longest_frame_us;
static gboolean armed;
static Keystroke keystroke;
static Settling settling;

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What all threads but this one have worked: the database's, besides those of the bus
 * and of the toolkit, which are idle here. */
static gint64
get_others_cpu_us (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *thread;
  gint64 total_ns = 0;

  while ((thread = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/schedstat", thread);
      g_autofree char *text = NULL;

      if (g_ascii_strtoll (thread, NULL, 10) == getpid ())
        continue;
      if (g_file_get_contents (path, &text, NULL, NULL))
        total_ns += g_ascii_strtoll (text, NULL, 10);
    }

  return total_ns / 1000;
}

static gint64
get_peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, "VmHWM:");
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

static gboolean
quiet_cb (gpointer user_data)
{
  Settling done = settling;

  if (!probe_tasks_are_done ())
    return G_SOURCE_CONTINUE;

  settling = (Settling) { 0 };
  done.done (done.data, NULL);
  return G_SOURCE_REMOVE;
}

static void
restart_quiet (void)
{
  if (settling.done == NULL || first_frame_us == 0)
    return;
  g_clear_handle_id (&settling.source, g_source_remove);
  settling.source = g_timeout_add_full (G_PRIORITY_LOW, settling.quiet_ms, quiet_cb, NULL, NULL);
}

void
probe_frames_settle (guint    quiet_ms,
                     GFunc    done,
                     gpointer user_data)
{
  settling = (Settling) { .quiet_ms = quiet_ms, .done = done, .data = user_data };
  restart_quiet ();
}

static gboolean
render_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  rendered = TRUE;
  return TRUE;
}

static gboolean
before_paint_cb (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               user_data)
{
  frame_start_cpu_us = get_cpu_us ();
  return TRUE;
}

static void
note_paint (GdkFrameClock *clock)
{
  gint64 cpu_us = get_cpu_us ();
  gint64 frame_us = gdk_frame_clock_get_frame_time (clock);
  guint texts = probe_labels_hash (probe_get_window ());

  keystroke.frames_cpu_us += cpu_us - frame_start_cpu_us;
  if (keystroke.n_paints++ == 0)
    keystroke.first_frame_us = frame_us;
  if (keystroke.n_paints == 1 || texts != keystroke.texts)
    {
      keystroke.texts = texts;
      keystroke.seen_us = g_get_monotonic_time ();
      keystroke.seen_cpu_us = cpu_us;
      keystroke.seen_frames_cpu_us = keystroke.frames_cpu_us;
      keystroke.seen_probing_us = keystroke.probing_us;
      keystroke.seen_frame_us = frame_us;
    }
  keystroke.probing_us += get_cpu_us () - cpu_us;
}

static gboolean
after_paint_cb (GSignalInvocationHint *hint,
                guint                  n_values,
                const GValue          *values,
                gpointer               user_data)
{
  GdkFrameClock *clock = g_value_get_object (&values[0]);

  restart_quiet ();
  if (!rendered)
    return TRUE;
  rendered = FALSE;
  longest_frame_us = MAX (longest_frame_us, get_cpu_us () - frame_start_cpu_us);

  if (first_frame_us == 0)
    first_frame_us = g_get_monotonic_time ();

  if (keystroke.at_us != 0)
    note_paint (clock);

  return TRUE;
}

static gboolean
event_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  GdkEvent *event = g_value_get_pointer (&values[1]);

  if (armed && gdk_event_get_event_type (event) == GDK_KEY_PRESS)
    {
      armed = FALSE;
      keystroke = (Keystroke) {
        .others_us = get_others_cpu_us (),
        .at_us = g_get_monotonic_time (),
        .cpu_us = get_cpu_us (),
      };
    }

  return TRUE;
}

void
probe_key_arm (void)
{
  keystroke = (Keystroke) { 0 };
  armed = TRUE;
}

static void
add_int (JsonBuilder *answer,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (answer, name);
  json_builder_add_int_value (answer, value);
}

void
probe_key_report (JsonBuilder *answer)
{
  if (keystroke.n_paints == 0)
    return;
  /* Our own work and the toolkit's frames apart. */
  add_int (answer, "main_us", keystroke.seen_cpu_us - keystroke.cpu_us
                                - keystroke.seen_frames_cpu_us - keystroke.seen_probing_us);
  add_int (answer, "frames_us", keystroke.seen_frames_cpu_us);
  add_int (answer, "database_us", get_others_cpu_us () - keystroke.others_us);
  add_int (answer, "seen_us", keystroke.seen_us - keystroke.at_us);
  add_int (answer, "paints", keystroke.n_paints);
  /* 1 when the last change was in the first frame after the key. */
  add_int (answer, "frame",
           1 + (keystroke.seen_frame_us - keystroke.first_frame_us + FRAME_US / 2) / FRAME_US);
}

gint64
probe_frames_take_longest (void)
{
  const gint64 longest = longest_frame_us;

  longest_frame_us = 0;
  return longest;
}

void
probe_frames_report (JsonBuilder *answer)
{
  add_int (answer, "first_frame_us", first_frame_us - start_us);
  add_int (answer, "peak_kb", get_peak_kb ());
}

static void
add_hook (GType               type,
          const char         *signal,
          GSignalEmissionHook hook)
{
  g_autoptr(GTypeClass) class = g_type_class_ref (type);

  g_signal_add_emission_hook (g_signal_lookup (signal, type), 0, hook, NULL, NULL);
}

void
probe_frames_init (void)
{
  const char *start = g_getenv ("FOYER_PROBE_START_US");

  start_us = start != NULL ? g_ascii_strtoll (start, NULL, 10) : g_get_monotonic_time ();
  add_hook (GDK_TYPE_SURFACE, "render", render_cb);
  add_hook (GDK_TYPE_SURFACE, "event", event_cb);
  add_hook (GDK_TYPE_FRAME_CLOCK, "before-paint", before_paint_cb);
  add_hook (GDK_TYPE_FRAME_CLOCK, "after-paint", after_paint_cb);
}
