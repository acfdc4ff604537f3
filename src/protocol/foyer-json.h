/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_JSON_SIZE_MAX (1024 * 1024)
#define FOYER_JSON_DEPTH_MAX 16

/**
 * FoyerJson:
 *
 * A JSON object that travelled, read strictly. It stands at one of its values: at the
 * object itself at first, elsewhere between an "enter" and its [method@Json.leave].
 *
 * The first thing that is not as it must be is kept, with its path ("days[3].am"), and
 * every later question is answered with nothing; [method@Json.finish] tells it. So a
 * reader asks for all its fields and looks once. Members that nobody asks for are ignored.
 */
typedef struct _FoyerJson FoyerJson;

FoyerJson  *foyer_json_parse        (const char    *text,
                                     gsize          length,
                                     GError       **error);
void        foyer_json_free         (FoyerJson     *self);

gboolean    foyer_json_has          (FoyerJson     *self,
                                     const char    *name);
gboolean    foyer_json_is_null      (FoyerJson     *self,
                                     const char    *name);
gboolean    foyer_json_enter_object (FoyerJson     *self,
                                     const char    *name);
gboolean    foyer_json_enter_array  (FoyerJson     *self,
                                     const char    *name,
                                     gsize          max_items,
                                     gsize         *n_items);
gboolean    foyer_json_enter_item   (FoyerJson     *self,
                                     gsize          index);
void        foyer_json_leave        (FoyerJson     *self);
gsize       foyer_json_count        (FoyerJson     *self);

gboolean    foyer_json_bool         (FoyerJson     *self,
                                     const char    *name);
gint64      foyer_json_int          (FoyerJson     *self,
                                     const char    *name,
                                     gint64         min,
                                     gint64         max);
int         foyer_json_degrees      (FoyerJson     *self,
                                     const char    *name,
                                     int            most);
const char *foyer_json_text         (FoyerJson     *self,
                                     const char    *name);
char       *foyer_json_name         (FoyerJson     *self,
                                     const char    *name,
                                     gsize          max_chars);
char       *foyer_json_line         (FoyerJson     *self,
                                     const char    *name,
                                     gsize          max_chars);
char       *foyer_json_block        (FoyerJson     *self,
                                     const char    *name,
                                     gsize          max_chars);
char       *foyer_json_id           (FoyerJson     *self,
                                     const char    *name);
FoyerDay    foyer_json_day          (FoyerJson     *self,
                                     const char    *name);
gint64      foyer_json_instant      (FoyerJson     *self,
                                     const char    *name);
gint64      foyer_json_rev          (FoyerJson     *self);

void        foyer_json_fail         (FoyerJson     *self,
                                     const char    *name,
                                     const char    *format,
                                     ...) G_GNUC_PRINTF (3, 4);
gboolean    foyer_json_failed       (FoyerJson     *self);
gboolean    foyer_json_finish       (FoyerJson     *self,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJson, foyer_json_free)

G_END_DECLS
