/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-sync-error.h"

#include "sync/foyer-sync-error-private.h"

typedef struct {
  char *reason;
} FoyerSyncErrorPrivate;

static void
foyer_sync_error_private_init (FoyerSyncErrorPrivate *priv)
{
  priv->reason = NULL;
}

static void
foyer_sync_error_private_copy (const FoyerSyncErrorPrivate *source,
                               FoyerSyncErrorPrivate       *target)
{
  target->reason = g_strdup (source->reason);
}

static void
foyer_sync_error_private_clear (FoyerSyncErrorPrivate *priv)
{
  g_free (priv->reason);
}

G_DEFINE_EXTENDED_ERROR (FoyerSyncError, foyer_sync_error)

/**
 * foyer_sync_error_get_reason:
 * @error: (nullable): any error
 *
 * Returns: (transfer none) (nullable): the code of a refusal as the contract names it, such as
 *   "not-found" or "beyond-horizon", as long as @error lives; %NULL for other errors
 */
const char *
foyer_sync_error_get_reason (const GError *error)
{
  if (error == NULL || error->domain != FOYER_SYNC_ERROR)
    return NULL;

  return foyer_sync_error_get_private (error)->reason;
}

GError *
foyer_sync_error_new_refused (const char *reason,
                              const char *detail)
{
  GError *error = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED, "refused: %s%s%s", reason,
                               detail != NULL ? ": " : "", detail != NULL ? detail : "");

  foyer_sync_error_get_private (error)->reason = g_strdup (reason);

  return error;
}
