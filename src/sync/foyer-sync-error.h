/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSyncError:
 * @FOYER_SYNC_ERROR_UNREACHABLE: no connection, no answer in time, or a server in trouble:
 *   what was asked may or may not have happened
 * @FOYER_SYNC_ERROR_BAD_ANSWER: the directory answered what no directory says, or lied
 * @FOYER_SYNC_ERROR_REFUSED: the directory says no; [func@sync_error_get_reason] has its code
 * @FOYER_SYNC_ERROR_CHANGED_KEY: another host answers under a known listing
 * @FOYER_SYNC_ERROR_BAD_ORIGIN: no address that a directory can have
 * @FOYER_SYNC_ERROR_BAD_IDENTITY: the file of the profile's key cannot be used
 *
 * What can go wrong with a directory.
 */
typedef enum {
  FOYER_SYNC_ERROR_UNREACHABLE,
  FOYER_SYNC_ERROR_BAD_ANSWER,
  FOYER_SYNC_ERROR_REFUSED,
  FOYER_SYNC_ERROR_CHANGED_KEY,
  FOYER_SYNC_ERROR_BAD_ORIGIN,
  FOYER_SYNC_ERROR_BAD_IDENTITY,
} FoyerSyncError;

#define FOYER_SYNC_ERROR (foyer_sync_error_quark ())
GQuark      foyer_sync_error_quark      (void);

const char *foyer_sync_error_get_reason (const GError *error);

G_END_DECLS
