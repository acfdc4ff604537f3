/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-clock.h"

G_BEGIN_DECLS

/* The way back from a profile that is damaged. */

/**
 * foyer_rescue_async:
 * @dir: the folder of a profile that cannot be opened
 *
 * Puts the newest backup of the profile that is sound in the place of its database, and
 * keeps what was there beside it. Backups that are not sound are passed over.
 *
 * Errors: %G_IO_ERROR_NOT_FOUND when there is no backup; that of the newest one when none
 * is sound.
 */
void     foyer_rescue_async  (const char           *dir,
                              FoyerClock           *clock,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gboolean foyer_rescue_finish (GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
