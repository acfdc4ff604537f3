/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-problem.h"

G_BEGIN_DECLS

#define FOYER_TYPE_JSON "application/json"
#define FOYER_TYPE_PROBLEM "application/problem+json"

/* How long others may keep an answer. */
#define FOYER_CACHE_LISTING "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400"
#define FOYER_CACHE_SEARCH "public, max-age=30"
#define FOYER_CACHE_IMMUTABLE "public, max-age=31536000, immutable"
#define FOYER_CACHE_NONE "no-store"

struct MHD_Response;

/**
 * FoyerResponse:
 *
 * An answer to a request. Not changed any more once it was returned or shared, so that many
 * connections can be given the same one.
 */
typedef struct _FoyerResponse FoyerResponse;

FoyerResponse       *foyer_response_new         (int                   status,
                                                 const char           *type,
                                                 GBytes               *body);
FoyerResponse       *foyer_response_new_problem (FoyerProblemType      type,
                                                 const char           *detail);
FoyerResponse       *foyer_response_new_error   (const GError         *error);
FoyerResponse       *foyer_response_new_retry   (FoyerProblemType      type,
                                                 int                   seconds);
FoyerResponse       *foyer_response_ref         (FoyerResponse        *self);
void                 foyer_response_unref       (FoyerResponse        *self);
int                  foyer_response_get_status  (FoyerResponse        *self);
const char          *foyer_response_get_etag    (FoyerResponse        *self);
void                 foyer_response_set_etag    (FoyerResponse        *self,
                                                 const char           *etag);
void                 foyer_response_set_cache   (FoyerResponse        *self,
                                                 const char           *control);
void                 foyer_response_add_header  (FoyerResponse        *self,
                                                 const char           *name,
                                                 const char           *value);
FoyerResponse       *foyer_response_not_modified (FoyerResponse       *self);
struct MHD_Response *foyer_response_get_mhd     (FoyerResponse        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerResponse, foyer_response_unref)

G_END_DECLS
