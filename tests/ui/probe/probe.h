/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A library that is preloaded into the real program, to look at it from inside: its
 * frames, its pictures, its labels. The program under test is the one that ships; it
 * has no code for this. Main thread only. */

/* The window that a person looks at. */
GtkWindow *probe_get_window       (void);

/* Frames: when they are painted, what a keystroke costs until it is seen. */
void       probe_frames_init      (void);
/* Calls @done once something was painted, then nothing for @quiet_ms, and the program
 * waits for no answer of its own. */
void       probe_frames_settle    (guint         quiet_ms,
                                   GFunc         done,
                                   gpointer      user_data);
void       probe_frames_report    (JsonBuilder  *answer);
/* Forgets the last keystroke and waits for the next. */
void       probe_key_arm          (void);
void       probe_key_report       (JsonBuilder  *answer);

/* Scrolls the table that is shown to @share of its height; FALSE without one. The report,
 * once the window rests, is what the main thread has worked since. */
gboolean   probe_jump             (GtkWindow    *window,
                                   double        share);
void       probe_jump_report      (JsonBuilder  *answer);

/* Moves the tallest page that is shown by @step pixels a frame, down to its end, or up; FALSE where nothing
 * scrolls. The report, once the window rests, is the longest that the main thread worked for a frame. */
gboolean   probe_scroll           (GtkWindow    *window,
                                   int           step);
void       probe_scroll_report    (JsonBuilder  *answer);
/* What the longest frame since the last question cost the main thread, in microseconds. */
gint64     probe_frames_take_longest (void);

/* Whether everything that the program asked of itself was answered. */
gboolean   probe_tasks_are_done   (void);

/* Writes the window as a PNG of @scale pixels to each of its own. */
gboolean   probe_picture_write    (GtkWindow    *window,
                                   const char   *path,
                                   int           scale,
                                   JsonBuilder  *answer,
                                   GError      **error);
/* The pixels of @window, with the area that they show. */
GdkTexture *probe_picture_take    (GtkWindow       *window,
                                   int              scale,
                                   graphene_rect_t *area);

/* Texts that stand on the page and those that are cut; how well each can be read. */
guint      probe_labels_hash      (GtkWindow    *window);
void       probe_labels_report    (GtkWindow    *window,
                                   JsonBuilder  *answer);
void       probe_contrast_report  (GtkWindow    *window,
                                   JsonBuilder  *answer);

G_END_DECLS
