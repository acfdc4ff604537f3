/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include "protocol/foyer-access.h"
#include "protocol/foyer-guest-card.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* The input as the text of a box, and as the plaintext of a box that opens. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static FoyerKeyPair *host;
  static FoyerSealedAddress address;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GBytes) plain = g_bytes_new (data, size);
  g_autofree char *sealed = NULL;
  g_autoptr(FoyerGuestCard) card = NULL;
  g_autoptr(FoyerGuestCard) inner = NULL;
  g_autoptr(FoyerAccess) access = NULL;

  if (host == NULL)
    {
      host = examples_new_host ();
      examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
    }
  card = foyer_guest_card_open (text, host, &address, NULL);
  sealed = foyer_sealed_box_seal (plain, foyer_key_pair_get_key (host), NULL);
  if (sealed != NULL)
    {
      inner = foyer_guest_card_open (sealed, host, &address, NULL);
      access = foyer_access_open (sealed, host, &address, NULL);
    }

  return 0;
}
