/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-key.h"

G_BEGIN_DECLS

/* How far "created" may be from now, either way. */
#define FOYER_HTTP_SIGNATURE_SECONDS 300
#define FOYER_HTTP_SIGNATURE_INPUT_MAX 400
#define FOYER_TARGET_URI_MAX 8192

gboolean foyer_http_signature_make   (FoyerKeyPair    *pair,
                                      const char      *method,
                                      const char      *target_uri,
                                      gint64           now_ms,
                                      char           **input,
                                      char           **signature);
gboolean foyer_http_signature_verify (const char      *input,
                                      const char      *signature,
                                      const char      *method,
                                      const char      *target_uri,
                                      gint64           now_ms,
                                      FoyerKey        *key,
                                      GError         **error);

G_END_DECLS
