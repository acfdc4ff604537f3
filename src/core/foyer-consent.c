/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-consent.h"

#include "core/foyer-error.h"

static const char * const names[FOYER_CONSENT_COUNT] = {
  [FOYER_CONSENT_SHOW_NAME] = "show-name",
  [FOYER_CONSENT_SHOW_SKILLS] = "show-skills",
  [FOYER_CONSENT_NEWSLETTER] = "newsletter",
  [FOYER_CONSENT_PHOTOS] = "photos",
};

/**
 * foyer_consent_get_name:
 * @consent: a purpose
 *
 * Returns: (transfer none): the word of scripts and the database; never translated
 */
const char *
foyer_consent_get_name (FoyerConsent consent)
{
  g_return_val_if_fail ((gsize) consent < G_N_ELEMENTS (names), names[0]);

  return names[consent];
}

/**
 * foyer_consent_parse:
 * @name: any text
 * @consent: (out): the purpose
 * @error: return location for an error
 *
 * Reads the word of a purpose, exactly as [func@consent_get_name] gives it.
 *
 * Returns: whether @name is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_consent_parse (const char    *name,
                     FoyerConsent  *consent,
                     GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *consent = (FoyerConsent) i;
        return TRUE;
      }

  g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "no purpose of a consent: %s", name);
  return FALSE;
}
