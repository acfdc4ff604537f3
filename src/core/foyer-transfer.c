/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-transfer.h"

#include <string.h>

#include "core/foyer-creditor-reference.h"
#include "core/foyer-error.h"
#include "core/foyer-iban.h"

/* EPC069-12, 3.2: what fits into a code of version 13 with 15 % to spare. */
#define PAYLOAD_MAX 331

static char *
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, what);

  return NULL;
}

/* A line more in a name would be another account to a reader. */
static gboolean
is_name (const char *name)
{
  if (*name == '\0' || !g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > FOYER_TRANSFER_NAME_MAX)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_bic (const char *bic)
{
  gsize length = strlen (bic);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (bic[i]) && (i < 6 || !g_ascii_isdigit (bic[i])))
      return FALSE;

  return length == 0 || length == 8 || length == 11;
}

/**
 * foyer_transfer_make_payload:
 * @name: whose the account is, as the bank knows them
 * @iban: of the account
 * @bic: of its bank, or ""
 * @minor: what is to be paid, in cents of the euro, above zero
 * @reference: of ISO 11649, or ""
 * @error: return location for an error
 *
 * Writes what the apps of banks read from a code (EPC069-12, version 002). Fails with
 * %FOYER_ERROR_INVALID, its message beginning with the field, and with %FOYER_ERROR_TOO_MUCH.
 *
 * Returns: (transfer full): the lines
 */
char *
foyer_transfer_make_payload (const char  *name,
                             const char  *iban,
                             const char  *bic,
                             gint64       minor,
                             const char  *reference,
                             GError     **error)
{
  g_autofree char *composed = NULL;
  g_autofree char *account = NULL;
  g_autofree char *known = NULL;
  g_autofree char *payload = NULL;

  g_return_val_if_fail (name != NULL && iban != NULL && bic != NULL && reference != NULL, NULL);

  if (minor > FOYER_TRANSFER_MINOR_MAX)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "amount: more than one transfer can carry");
      return NULL;
    }
  if (minor <= 0)
    return refuse (error, "amount: not above zero");
  if (!is_name (name))
    return refuse (error, "account-name: empty, too long or with controls");
  if (!is_bic (bic))
    return refuse (error, "bic: not one");
  account = foyer_iban_parse (iban, error);
  if (account == NULL)
    return NULL;
  known = *reference != '\0' ? foyer_creditor_reference_parse (reference, error) : g_strdup ("");
  if (known == NULL)
    return NULL;

  composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  payload = g_strdup_printf ("BCD\n002\n1\nSCT\n%s\n%s\n%s\nEUR%" G_GINT64_FORMAT ".%02d%s%s", bic, composed, account,
                             minor / 100, (int) (minor % 100), *known != '\0' ? "\n\n" : "", known);
  if (strlen (payload) > PAYLOAD_MAX)
    return refuse (error, "account-name: too long for a code");

  return g_steal_pointer (&payload);
}
