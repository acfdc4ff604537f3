/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerJsonWriter:
 *
 * Writes JSON behind the end of a text, without building it first. A value in an object
 * has a name, one in an array has none. Whoever writes keeps begins and ends in pairs.
 */
typedef struct _FoyerJsonWriter FoyerJsonWriter;

FoyerJsonWriter *foyer_json_writer_new          (void);
void             foyer_json_writer_free         (FoyerJsonWriter *self);
GBytes          *foyer_json_writer_end          (FoyerJsonWriter *self);

void             foyer_json_writer_begin_object (FoyerJsonWriter *self,
                                                 const char      *name);
void             foyer_json_writer_end_object   (FoyerJsonWriter *self);
void             foyer_json_writer_begin_array  (FoyerJsonWriter *self,
                                                 const char      *name);
void             foyer_json_writer_end_array    (FoyerJsonWriter *self);
void             foyer_json_writer_add_text     (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 const char      *text);
void             foyer_json_writer_add_texts    (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 char           **texts);
void             foyer_json_writer_add_int      (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 gint64           value);
void             foyer_json_writer_add_degrees  (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 int              millionths);
void             foyer_json_writer_add_bool     (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 gboolean         value);
void             foyer_json_writer_add_null     (FoyerJsonWriter *self,
                                                 const char      *name);
void             foyer_json_writer_add_day      (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 FoyerDay         day);
void             foyer_json_writer_add_json     (FoyerJsonWriter *self,
                                                 const char      *name,
                                                 GBytes          *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJsonWriter, foyer_json_writer_free)

G_END_DECLS
