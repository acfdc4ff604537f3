/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/foyer-directory-store.h"

G_BEGIN_DECLS

/**
 * FoyerControl:
 *
 * The socket beside the file of a running directory, for its owner alone. A line asks, a line
 * answers. The main context's thread.
 */
typedef struct _FoyerControl FoyerControl;

FoyerControl *foyer_control_new  (FoyerDirectoryStore  *store,
                                  const char           *db,
                                  GError              **error);
void          foyer_control_free (FoyerControl         *self);

/* Backs a directory up, through its socket when it runs. */
gboolean      foyer_control_backup (const char  *db,
                                    const char  *path,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerControl, foyer_control_free)

G_END_DECLS
