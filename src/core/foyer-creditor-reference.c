/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-creditor-reference.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-iban.h"

#define PREFIX_LENGTH 4

/**
 * foyer_creditor_reference_make:
 * @code: 1 to 21 digits and capital letters
 *
 * Makes the reference by which a transfer is known again: "RF", two check digits, and the code.
 *
 * Returns: (transfer full): a reference of ISO 11649
 */
char *
foyer_creditor_reference_make (const char *code)
{
  g_autofree char *unchecked = NULL;
  int remainder;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (*code != '\0' && strlen (code) <= FOYER_CREDITOR_REFERENCE_MAX - PREFIX_LENGTH, NULL);

  unchecked = g_strconcat ("RF00", code, NULL);
  remainder = foyer_iban_remainder (unchecked);
  g_return_val_if_fail (remainder >= 0, NULL);

  return g_strdup_printf ("RF%02d%s", 98 - remainder, code);
}

/**
 * foyer_creditor_reference_parse:
 * @text: what somebody typed, blanks and small letters allowed
 * @error: return location for an error
 *
 * Reads a reference, and believes it when its check digits are right. Fails with %FOYER_ERROR_INVALID.
 *
 * Returns: (transfer full): the reference without blanks
 */
char *
foyer_creditor_reference_parse (const char  *text,
                                GError     **error)
{
  char reference[FOYER_CREDITOR_REFERENCE_MAX + 1];
  gsize length = 0;
  gboolean fits = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0' && fits; p++)
    if (*p != ' ')
      {
        fits = length < FOYER_CREDITOR_REFERENCE_MAX;
        if (fits)
          reference[length++] = g_ascii_toupper (*p);
      }
  reference[length] = '\0';
  if (!fits || length <= PREFIX_LENGTH || strncmp (reference, "RF", 2) != 0 || !g_ascii_isdigit (reference[2])
      || !g_ascii_isdigit (reference[3]) || foyer_iban_remainder (reference) != 1)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "reference: not one of ISO 11649");
      return NULL;
    }

  return g_strdup (reference);
}
