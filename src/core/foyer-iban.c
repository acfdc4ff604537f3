/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-iban.h"

#include <string.h>

#include "core/foyer-error.h"

#define LEAST 15
#define GROUP 4

/* How long the numbers of a country are (SWIFT's registry), where transfers in euros go. */
static const struct {
  char  country[3];
  gsize length;
} lengths[] = {
  { "AD", 24 }, { "AL", 28 }, { "AT", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 }, { "CZ", 24 },
  { "DE", 22 }, { "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 }, { "FR", 27 }, { "GB", 22 }, { "GI", 23 },
  { "GR", 27 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IS", 26 }, { "IT", 27 }, { "LI", 21 }, { "LT", 20 },
  { "LU", 20 }, { "LV", 21 }, { "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MT", 31 }, { "NL", 18 },
  { "NO", 15 }, { "PL", 28 }, { "PT", 25 }, { "RO", 24 }, { "RS", 22 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 },
  { "SM", 27 }, { "VA", 22 },
};

static gboolean
has_length_of_country (const char *iban)
{
  gsize length = strlen (iban);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strncmp (lengths[i].country, iban, 2) == 0)
      return length == lengths[i].length;

  return length >= LEAST && length <= FOYER_IBAN_MAX;
}

/**
 * foyer_iban_remainder:
 * @text: digits and capital letters, the first four of which are a prefix and its check digits
 *
 * Divides by 97 as ISO 7064 does: the first four go behind the rest, A is 10 and Z 35. Digit by digit, so
 * that no number is too long.
 *
 * Returns: the remainder, 1 where the check digits are right, or -1 where @text has anything else in it
 */
int
foyer_iban_remainder (const char *text)
{
  gsize length;
  int remainder = 0;

  g_return_val_if_fail (text != NULL, -1);

  length = strlen (text);
  if (length < 5)
    return -1;
  for (gsize i = 0; i < length; i++)
    {
      char letter = text[(i + 4) % length];

      if (g_ascii_isdigit (letter))
        remainder = (remainder * 10 + letter - '0') % 97;
      else if (g_ascii_isupper (letter))
        remainder = (remainder * 100 + letter - 'A' + 10) % 97;
      else
        return -1;
    }

  return remainder;
}

/**
 * foyer_iban_parse:
 * @text: what somebody typed, blanks and small letters allowed
 * @error: return location for an error
 *
 * Reads the number of an account, and believes it when its check digits and the length that its country
 * gives it are right. Fails with %FOYER_ERROR_INVALID.
 *
 * Returns: (transfer full): the number without blanks
 */
char *
foyer_iban_parse (const char  *text,
                  GError     **error)
{
  char iban[FOYER_IBAN_MAX + 1];
  gsize length = 0;
  gboolean fits = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0' && fits; p++)
    if (*p != ' ')
      {
        fits = length < FOYER_IBAN_MAX;
        if (fits)
          iban[length++] = g_ascii_toupper (*p);
      }
  iban[length] = '\0';
  if (!fits || length < LEAST || !g_ascii_isupper (iban[0]) || !g_ascii_isupper (iban[1]) || !g_ascii_isdigit (iban[2])
      || !g_ascii_isdigit (iban[3]) || !has_length_of_country (iban) || foyer_iban_remainder (iban) != 1)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "iban: not the number of an account");
      return NULL;
    }

  return g_strdup (iban);
}

/**
 * foyer_iban_group:
 * @iban: a number of an account, or a reference of a transfer, without blanks
 *
 * Writes it in groups of four, as people read and compare it.
 *
 * Returns: (transfer full): "FR76 3000 6000 0112 3456 7890 189"
 */
char *
foyer_iban_group (const char *iban)
{
  GString *groups;

  g_return_val_if_fail (iban != NULL, NULL);

  groups = g_string_new (NULL);
  for (gsize i = 0; iban[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, iban[i]);
    }

  return g_string_free_and_steal (groups);
}
