/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-part.h"

#include "core/foyer-error.h"

static const char * const names[] = {
  [FOYER_PART_AM] = "am",
  [FOYER_PART_PM] = "pm",
  [FOYER_PART_FULL] = "full",
};

/**
 * foyer_part_get_name:
 * @part: a part
 *
 * Returns: (transfer none): the word of scripts and files; never translated
 */
const char *
foyer_part_get_name (FoyerPart part)
{
  g_return_val_if_fail (part >= FOYER_PART_AM && part <= FOYER_PART_FULL, "full");

  return names[part];
}

/**
 * foyer_part_parse:
 * @text: any text
 * @part: (out): the part
 * @error: return location for an error
 *
 * Reads the word of a part, exactly as [func@part_get_name] gives it.
 *
 * Returns: whether @text is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_part_parse (const char  *text,
                  FoyerPart   *part,
                  GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  for (FoyerPart p = FOYER_PART_AM; p <= FOYER_PART_FULL; p++)
    if (g_str_equal (text, names[p]))
      {
        *part = p;
        return TRUE;
      }

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                       "Not a part of a day: full, am or pm");
  return FALSE;
}
