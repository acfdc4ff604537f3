/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-envelope.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What is taken verifies again, and keeps its bytes. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerEnvelope) envelope = foyer_envelope_verify (bytes, &error);

  g_assert_true ((envelope == NULL) == (error != NULL));
  if (envelope != NULL)
    g_assert_true (g_bytes_equal (foyer_envelope_get_bytes (envelope), bytes));

  return 0;
}
