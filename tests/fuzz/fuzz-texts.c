/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-http-signature.h"
#include "protocol/foyer-origin.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-ticket.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* Short texts: keys, cursors, origins, codes, and the two headers of a signed read, which a line
 * feed parts. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GBytes) bytes = foyer_base64url_decode (text, 4096, NULL);
  g_autofree char *code = foyer_ticket_read (text, NULL);
  g_auto(GStrv) headers = g_strsplit (text, "\n", 2);
  FoyerKey key;

  if (bytes != NULL)
    {
      g_autofree char *again = foyer_base64url_encode (g_bytes_get_data (bytes, NULL),
                                                       g_bytes_get_size (bytes));

      g_assert_cmpstr (again, ==, text);
    }
  if (code != NULL)
    g_assert_true (foyer_ticket_is_code (code));
  foyer_origin_is_valid (text);
  foyer_cursor_is_valid (text);
  foyer_key_parse (text, &key, NULL);
  if (headers[0] != NULL)
    g_assert_false (foyer_http_signature_verify (headers[0], headers[1], "PUT", "https://foyer.example/", 0,
                                                 &key, NULL));

  return 0;
}
