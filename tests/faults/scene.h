/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/**
 * Scene:
 *
 * A small profile in which every verb has something to do.
 */
typedef struct {
  char   *space_id;
  char   *member_id;
  char   *expected_id;    /* confirmed, today */
  char   *inside_id;      /* checked in */
  gint64  op;             /* of the last booking */
} Scene;

gboolean scene_make  (Scene   *self,
                      Desk    *desk,
                      GError **error);
void     scene_clear (Scene   *self);

/* One act of a host on a scene. */
typedef gboolean (*SceneFunc) (const Scene  *self,
                               Desk         *desk,
                               GError      **error);
typedef struct {
  const char *name;
  SceneFunc   func;
} SceneAct;

/* Every verb of the desk, most of them in more than one way; ends with a %NULL name. */
extern const SceneAct scene_acts[];

G_END_DECLS
