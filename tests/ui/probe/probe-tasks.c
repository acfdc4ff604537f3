/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE
#include "probe.h"

#include <dlfcn.h>

/* A window that paints nothing may still wait for its database: what it asked is counted
 * from the call to the answer. Tasks of other threads are counted with them. */

static int n_under_way;

static void
task_gone_cb (gpointer  user_data,
              GObject  *where_the_object_was)
{
  g_atomic_int_add (&n_under_way, -1);
}

/* In front of GLib's own, for the calls of the program under test; those of GLib itself
 * never come here. */
GTask *
g_task_new (gpointer             source_object,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             callback_data)
{
  typeof (g_task_new) *make = dlsym (RTLD_NEXT, "g_task_new");
  GTask *task = make (source_object, cancellable, callback, callback_data);

  /* The toolkit has tasks that stay for as long as a window does. */
  if (source_object != NULL && g_str_has_prefix (G_OBJECT_TYPE_NAME (source_object), "Foyer"))
    {
      g_atomic_int_inc (&n_under_way);
      g_object_weak_ref (G_OBJECT (task), task_gone_cb, NULL);
    }

  return task;
}

gboolean
probe_tasks_are_done (void)
{
  return g_atomic_int_get (&n_under_way) == 0;
}
