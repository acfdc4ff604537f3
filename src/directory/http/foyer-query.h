/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerQuery:
 *
 * The query of a request, read strictly: only names that are known, each once, all of it valid
 * UTF-8 without controls.
 */
typedef struct _FoyerQuery FoyerQuery;

FoyerQuery *foyer_query_parse (const char         *text,
                               const char * const *names,
                               GError            **error);
void        foyer_query_free  (FoyerQuery         *self);
const char *foyer_query_get   (FoyerQuery         *self,
                               const char         *name);
gboolean    foyer_query_get_int (FoyerQuery       *self,
                               const char         *name,
                               int                 otherwise,
                               int                 min,
                               int                 max,
                               int                *value,
                               GError            **error);
gboolean    foyer_query_get_point (FoyerQuery     *self,
                               const char         *name,
                               int                *lat_e6,
                               int                *lon_e6,
                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerQuery, foyer_query_free)

G_END_DECLS
