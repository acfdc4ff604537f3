/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "examples.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* Payloads, signed so that the records read them. What a record takes has no control characters
 * and a name for its errors otherwise. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static FoyerKeyPair *host;
  g_autoptr(GBytes) payload = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;

  if (host == NULL)
    host = examples_new_host ();
  envelope = foyer_envelope_sign (payload, host, &error);
  g_assert_true ((envelope == NULL) == (error != NULL));
  if (envelope != NULL)
    {
      gboolean taken = examples_parse (envelope, &error);

      g_assert_true (taken == (error == NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }

  return 0;
}
