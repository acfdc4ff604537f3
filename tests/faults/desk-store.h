/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/* A desk over the facade, as the programs use it. Runs the thread's main context until
 * the answer is there. */
typedef struct {
  Desk        desk;
  FoyerStore *store;
} DeskStore;

DeskStore   *desk_store_open    (const char  *dir,
                                 GError     **error);
void         desk_store_free    (DeskStore   *self);      /* leaves it to the store how it ends */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStore, desk_store_free)

gboolean     desk_store_close   (DeskStore   *self,
                                 GError     **error);
gboolean     desk_store_backup  (DeskStore   *self,
                                 const char  *path,
                                 GError     **error);
/* Returns: (nullable): the first problem, none in a whole database */
gboolean     desk_store_check   (DeskStore   *self,
                                 char       **problem,
                                 GError     **error);
char        *desk_store_restore (const char  *dir,
                                 const char  *path,
                                 GError     **error);

/* The answer to an _async call with these as callback and user data. */
typedef struct {
  GAsyncResult *result;
} DeskWait;

void         desk_wait_cb       (GObject       *source,
                                 GAsyncResult  *result,
                                 gpointer       user_data);
GAsyncResult *desk_wait         (DeskWait      *wait);    /* (transfer full) */

G_END_DECLS
