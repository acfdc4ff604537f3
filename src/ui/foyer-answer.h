/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether whoever asked has cancelled the question since: the store answers all the same
 * when it was done by then, and such an answer must not cover a newer one. */
static inline gboolean
foyer_answer_is_stale (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

G_END_DECLS
