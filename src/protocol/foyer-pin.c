/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-pin.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-key-private.h"

/**
 * foyer_pin_is_proper:
 * @pin: any text
 *
 * Whether @pin is %FOYER_PIN_MIN to %FOYER_PIN_MAX digits of ASCII, and nothing else. Any thread.
 *
 * Returns: whether it can be a PIN
 */
gboolean
foyer_pin_is_proper (const char *pin)
{
  gsize n;

  g_return_val_if_fail (pin != NULL, FALSE);

  n = strspn (pin, "0123456789");
  return pin[n] == '\0' && n >= FOYER_PIN_MIN && n <= FOYER_PIN_MAX;
}

/**
 * foyer_pin_hash:
 * @pin: a proper PIN
 *
 * Makes what may be kept of @pin: Argon2id (RFC 9106) with a salt of its own, as libsodium's
 * crypto_pwhash_str() writes it. So few digits can be tried out all the same by whoever has the
 * hash. Takes a tenth of a second and 64 MiB; any thread.
 *
 * Returns: (transfer full) (nullable): the hash; %NULL when there is no memory for it
 */
char *
foyer_pin_hash (const char *pin)
{
  char hash[crypto_pwhash_STRBYTES];

  g_return_val_if_fail (pin != NULL && foyer_pin_is_proper (pin), NULL);

  foyer_sodium_start ();
  if (crypto_pwhash_str (hash, pin, strlen (pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return NULL;

  return g_strdup (hash);
}

/**
 * foyer_pin_is_right:
 * @hash: any text, such as [func@pin_hash] makes
 * @pin: any text
 *
 * Whether @hash was made of @pin. A hash that asks for more work than ours is none. Takes as long
 * as making one; any thread.
 *
 * Returns: whether it is the PIN
 */
gboolean
foyer_pin_is_right (const char *hash,
                    const char *pin)
{
  char padded[crypto_pwhash_STRBYTES] = { 0 };

  g_return_val_if_fail (hash != NULL, FALSE);
  g_return_val_if_fail (pin != NULL, FALSE);

  if (!foyer_pin_is_proper (pin) || g_strlcpy (padded, hash, sizeof padded) >= sizeof padded)
    return FALSE;

  foyer_sodium_start ();
  return crypto_pwhash_str_needs_rehash (padded, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0
         && crypto_pwhash_str_verify (padded, pin, strlen (pin)) == 0;
}

/**
 * foyer_pin_get_delay:
 * @n_wrong: how often a wrong PIN was typed, one after the other
 *
 * How long whoever asks for a PIN waits before the next: two slips are free, then it doubles from
 * two seconds to a minute, so that four digits take a week.
 *
 * Returns: seconds
 */
guint
foyer_pin_get_delay (guint n_wrong)
{
  if (n_wrong < 3)
    return 0;

  return n_wrong > 7 ? 60 : 1u << (n_wrong - 2);
}
