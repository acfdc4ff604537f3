/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * foyer_obstacle_describe_async:
 * @space_id: the space that was to be changed
 * @error: why it was not
 *
 * Says why a change of a space was refused. Where bookings are in the way it looks up
 * their days, so that the host knows where to go; any other error is described as it is.
 */
void  foyer_obstacle_describe_async  (FoyerDesk           *desk,
                                      const char          *space_id,
                                      const GError        *error,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
/* Returns: (transfer full): a sentence; %NULL only when it was cancelled */
char *foyer_obstacle_describe_finish (GAsyncResult        *result);

G_END_DECLS
