/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-sync-error.h"

G_BEGIN_DECLS

/* A refusal with the directory's own code. @detail: (nullable): for logs */
GError *foyer_sync_error_new_refused (const char *reason,
                                      const char *detail);

G_END_DECLS
