/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-ticket.h"

#include <sodium.h>
#include <string.h>

#include "core/foyer-random.h"
#include "protocol/foyer-identity-private.h"
#include "protocol/foyer-protocol-error.h"

#define TAG_SIZE 8

static const char letters[] = FOYER_CODE_LETTERS;
static const char prefix[] = FOYER_CODE_TICKET;

G_STATIC_ASSERT (sizeof prefix - 1 + 2 * TAG_SIZE == FOYER_TICKET_LENGTH);

static void
write_code (FoyerIdentity *identity,
            const char    *booking,
            FoyerDay       day,
            char           code[FOYER_TICKET_LENGTH + 1])
{
  guint8 key[FOYER_SEED_SIZE];
  guint8 tag[crypto_generichash_BYTES_MIN];
  char day_text[FOYER_DAY_TEXT_SIZE];
  crypto_generichash_state state;

  foyer_identity_derive (identity, "ticket", strlen ("ticket"), key);
  crypto_generichash_init (&state, key, sizeof key, sizeof tag);
  crypto_generichash_update (&state, (const guint8 *) booking, strlen (booking));
  crypto_generichash_update (&state, (const guint8 *) foyer_day_format (day, day_text),
                             FOYER_DAY_TEXT_SIZE - 1);
  crypto_generichash_final (&state, tag, sizeof tag);
  sodium_memzero (key, sizeof key);

  memcpy (code, prefix, sizeof prefix - 1);
  for (gsize i = 0; i < TAG_SIZE; i++)
    {
      code[2 + 2 * i] = letters[tag[i] >> 4];
      code[3 + 2 * i] = letters[tag[i] & 15];
    }
  code[FOYER_TICKET_LENGTH] = '\0';
}

/**
 * foyer_ticket_make:
 * @identity: the host
 * @booking: the booking's id
 * @day: its day
 *
 * Makes the code of a ticket: "FO" and 64 bits of a tag, which only the host can make and
 * check (BLAKE2b over id and day, keyed by KDF(seed, "ticket")). It says nothing about the
 * guest, and changes when the booking moves to another day.
 *
 * Returns: (transfer full): 18 capitals
 */
char *
foyer_ticket_make (FoyerIdentity *identity,
                   const char    *booking,
                   FoyerDay       day)
{
  char code[FOYER_TICKET_LENGTH + 1];

  g_return_val_if_fail (identity != NULL, NULL);
  g_return_val_if_fail (foyer_id_is_valid (booking), NULL);
  g_return_val_if_fail (foyer_day_is_valid (day), NULL);

  write_code (identity, booking, day, code);

  return g_strdup (code);
}

/**
 * foyer_ticket_is_code:
 * @text: any text
 *
 * Returns: whether @text has the form of a code as [func@ticket_make] writes it
 */
gboolean
foyer_ticket_is_code (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) == FOYER_TICKET_LENGTH &&
         g_str_has_prefix (text, prefix) &&
         strspn (text + 2, letters) == FOYER_TICKET_LENGTH - 2;
}

/**
 * foyer_ticket_read:
 * @text: what was scanned or typed
 * @error: return location for an error
 *
 * Reads a code whatever its case, with blanks and hyphens between the letters.
 *
 * Returns: (transfer full): the code as [func@ticket_make] writes it, or %NULL with
 *   %FOYER_PROTOCOL_ERROR_BAD_CODE
 */
char *
foyer_ticket_read (const char  *text,
                   GError     **error)
{
  char code[FOYER_TICKET_LENGTH + 1];
  gsize length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '-' || *p == '\r' || *p == '\n')
        continue;
      if (length == FOYER_TICKET_LENGTH)
        {
          length++;
          break;
        }
      code[length++] = g_ascii_toupper (*p);
    }
  if (length == FOYER_TICKET_LENGTH)
    {
      code[length] = '\0';
      if (foyer_ticket_is_code (code))
        return g_strdup (code);
    }

  g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_CODE,
                       "not the code of a ticket");
  return NULL;
}

/**
 * foyer_ticket_check:
 * @identity: the host
 * @booking: a booking's id
 * @day: its day
 * @code: what [func@ticket_read] gave
 *
 * Compares in constant time.
 *
 * Returns: whether @code is the ticket of that booking
 */
gboolean
foyer_ticket_check (FoyerIdentity *identity,
                    const char    *booking,
                    FoyerDay       day,
                    const char    *code)
{
  char right[FOYER_TICKET_LENGTH + 1];

  g_return_val_if_fail (identity != NULL, FALSE);
  g_return_val_if_fail (foyer_id_is_valid (booking), FALSE);
  g_return_val_if_fail (foyer_day_is_valid (day), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (strlen (code) != FOYER_TICKET_LENGTH)
    return FALSE;
  write_code (identity, booking, day, right);

  return sodium_memcmp (right, code, FOYER_TICKET_LENGTH) == 0;
}
