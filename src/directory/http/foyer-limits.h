/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerLimit:
 * @FOYER_LIMIT_READ: any read
 * @FOYER_LIMIT_SEARCH: a search
 * @FOYER_LIMIT_WRITE: a signed write
 * @FOYER_LIMIT_REQUEST: a request for seats
 * @FOYER_LIMIT_SIGNATURE: a signature that is wrong
 * @FOYER_LIMIT_CONNECTIONS: open connections, not a rate
 *
 * What is counted, for each network and, where it is signed, for each key.
 */
typedef enum {
  FOYER_LIMIT_READ,
  FOYER_LIMIT_SEARCH,
  FOYER_LIMIT_WRITE,
  FOYER_LIMIT_REQUEST,
  FOYER_LIMIT_SIGNATURE,
  FOYER_LIMIT_CONNECTIONS,
} FoyerLimit;

/**
 * FoyerLimits:
 *
 * Token buckets: a bucket holds so many, and fills up in so many seconds of the monotonic
 * clock. Any thread.
 */
typedef struct _FoyerLimits FoyerLimits;

FoyerLimits *foyer_limits_new             (void);
void         foyer_limits_free            (FoyerLimits  *self);
gboolean     foyer_limits_set             (FoyerLimits  *self,
                                           const char   *rule,
                                           GError      **error);
void         foyer_limits_lift            (FoyerLimits  *self);
int          foyer_limits_take            (FoyerLimits  *self,
                                           FoyerLimit    limit,
                                           const char   *who);
gboolean     foyer_limits_is_empty        (FoyerLimits  *self,
                                           FoyerLimit    limit,
                                           const char   *who);
gboolean     foyer_limits_may_connect     (FoyerLimits  *self,
                                           const char   *network,
                                           gboolean      is_loopback);
void         foyer_limits_count_connection (FoyerLimits *self,
                                           const char   *network,
                                           int           change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLimits, foyer_limits_free)

G_END_DECLS
