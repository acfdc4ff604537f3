/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * FoyerDbThread:
 *
 * One thread with one connection and a queue: whoever waits at the desk goes before a page
 * that is filled, and both before background work, also in the midst of what is slower; and
 * else in the order in which they came. What is not for the desk breathes.
 */
typedef struct _FoyerDbThread FoyerDbThread;

typedef enum {
  FOYER_PRIORITY_DESK,
  FOYER_PRIORITY_PAGE,
  FOYER_PRIORITY_BACKGROUND,
  FOYER_PRIORITY_LEISURE,           /* nobody asked for it: when all has been quiet for a while, or at the end */
} FoyerPriority;

/* Runs on the thread; @db is %NULL where no job opened one. The result goes to the task;
 * %NULL goes with @error. */
typedef gpointer (*FoyerJobFunc) (FoyerDb        *db,
                                  gpointer        args,
                                  GCancellable   *cancellable,
                                  GError        **error);
/* Told after a job, before its answer: in the context of the listener if the answer goes
 * there too, so that one waking does for both, else on the thread. */
typedef void (*FoyerChangesFunc) (FoyerChange     changes,
                                  const char     *space_uid,     /* (nullable) */
                                  gpointer        user_data);

/* @context: (nullable): of whoever listens to @changes */
FoyerDbThread *foyer_db_thread_new     (GMainContext      *context,
                                        FoyerChangesFunc   changes,
                                        gpointer           user_data);
/* Lets what is queued finish, closes what is open, ends the thread. */
void           foyer_db_thread_free    (FoyerDbThread     *self);
/* @task gets the answer, and @free_result frees one that nobody fetches. */
void           foyer_db_thread_push    (FoyerDbThread     *self,
                                        FoyerPriority      priority,
                                        GTask             *task,
                                        FoyerJobFunc       func,
                                        gpointer           args,
                                        GDestroyNotify     free_args,
                                        GDestroyNotify     free_result);
/* A job whose result is the #FoyerDb of the thread from then on; the task gets TRUE. */
void           foyer_db_thread_push_open  (FoyerDbThread  *self,
                                           GTask          *task,
                                           FoyerJobFunc    func,
                                           gpointer        args,
                                           GDestroyNotify  free_args);
/* Closes the connection after what is queued; the task gets TRUE. */
void           foyer_db_thread_push_close (FoyerDbThread  *self,
                                           GTask          *task);

G_END_DECLS
