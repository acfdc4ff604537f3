/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The verb of foyer-store.h on the thread of @db, in one transaction. */
gboolean foyer_undo_verbs_undo (FoyerDb   *db,
                                gint64     op,
                                char     **verb,
                                char     **id,
                                GError   **error);

G_END_DECLS
