/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-runner-private.h"

G_BEGIN_DECLS

/* A question to the sync itself: asked by whoever made it, worked on by the runner's thread,
 * answered as a GTask. The function that begins it ends it with one of the two below. */
typedef void (*FoyerQuestFunc) (FoyerRunner         *runner,
                                GTask               *task);

/* @data: (transfer full): the task's data */
void foyer_quest_begin         (FoyerSync           *sync,
                                gpointer             tag,
                                FoyerQuestFunc       func,
                                gpointer             data,
                                GDestroyNotify       free_data,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
void foyer_quest_end           (FoyerRunner         *runner,
                                GTask               *task,
                                gpointer             result,
                                GDestroyNotify       free_result);
/* @error: (transfer full) */
void foyer_quest_fail          (FoyerRunner         *runner,
                                GTask               *task,
                                GError              *error);
/* Lets go of a task on the thread that asked: with it may go the last reference to the sync. */
void foyer_quest_drop          (GTask               *task);

G_END_DECLS
