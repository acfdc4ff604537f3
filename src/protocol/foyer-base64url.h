/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Base64url without padding (RFC 4648, section 5). */
#define FOYER_BASE64URL_LENGTH(n_bytes) (((n_bytes) * 4 + 2) / 3)

char     *foyer_base64url_encode      (gconstpointer   bytes,
                                       gsize           size);
GBytes   *foyer_base64url_decode      (const char     *text,
                                       gsize           max_size,
                                       GError        **error);
gboolean  foyer_base64url_decode_into (const char     *text,
                                       gpointer        bytes,
                                       gsize           size,
                                       GError        **error);

G_END_DECLS
