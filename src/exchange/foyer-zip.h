/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerZip:
 *
 * A ZIP archive that is made in memory (PKWARE's APPNOTE 6.3.10): deflated files with names in UTF-8,
 * no folders, less than 4 GiB in all. It is what every system opens by itself; GIO has the deflating,
 * and what is left are three kinds of records.
 */
typedef struct _FoyerZip FoyerZip;

/* @at_ms: when its files are from, UTC */
FoyerZip *foyer_zip_new    (gint64       at_ms);
void      foyer_zip_free   (FoyerZip    *self);
/* @name: plain, without folders, each once */
gboolean  foyer_zip_add    (FoyerZip    *self,
                            const char  *name,
                            GBytes      *bytes,
                            GError     **error);
/* Ends the archive: @self takes nothing more. Returns: (transfer full): all of it */
GBytes   *foyer_zip_finish (FoyerZip    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerZip, foyer_zip_free)

G_END_DECLS
