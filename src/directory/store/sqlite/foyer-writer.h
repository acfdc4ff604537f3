/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/foyer-directory-store.h"

G_BEGIN_DECLS

/**
 * FoyerWriterFunc:
 *
 * Something else than a write, done between two transactions of the writing thread.
 */
typedef gboolean (*FoyerWriterFunc) (FoyerDirectoryStore  *store,
                                     gpointer              data,
                                     GError              **error);

void     foyer_writer_start (FoyerDirectoryStore  *store);
/* Waits until all that was queued is done. */
void     foyer_writer_stop  (FoyerDirectoryStore  *store);
/* Waits until @func was called on the writing thread. */
gboolean foyer_writer_call  (FoyerDirectoryStore  *store,
                             FoyerWriterFunc       func,
                             gpointer              data,
                             GError              **error);

G_END_DECLS
