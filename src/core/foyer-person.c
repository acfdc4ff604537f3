/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-person.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"

/**
 * foyer_person_new:
 *
 * Makes a guest without a name who was never here.
 *
 * Returns: (transfer full): a new person
 */
FoyerPerson *
foyer_person_new (void)
{
  FoyerPerson *self = g_new0 (FoyerPerson, 1);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->email = g_strdup ("");
  self->phone = g_strdup ("");
  self->skills = g_new0 (char *, 1);
  self->last_day = FOYER_DAY_NONE;
  self->part = FOYER_PART_FULL;

  return self;
}

/**
 * foyer_person_free:
 * @self: (transfer full): a person
 *
 * Frees @self and its texts.
 */
void
foyer_person_free (FoyerPerson *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
  g_strfreev (self->skills);
  g_free (self->booking_id);
  g_free (self);
}

/* Only what any address has (RFC 5321): whether it works, an e-mail tells. */
static gboolean
looks_like_email (const char *text)
{
  const char *at = strrchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strpbrk (text, " <>,;") == NULL;
}

/**
 * foyer_person_check:
 * @self: a person
 * @error: return location for an error
 *
 * Cleans the texts of @self in place and checks them: a name, one e-mail address or none,
 * a phone number with a digit or none, skills.
 *
 * Returns: whether @self can be kept; else %FOYER_ERROR_INVALID, whose message begins with
 *   the field
 */
gboolean
foyer_person_check (FoyerPerson  *self,
                    GError      **error)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  g_auto(GStrv) skills = NULL;
  const char *fault = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if ((name = foyer_text_clean_name (self->name, "name", FOYER_NAME_MAX, error)) == NULL ||
      (email = foyer_text_clean_line (self->email, "email", FOYER_LINE_MAX, error)) == NULL ||
      (phone = foyer_text_clean_line (self->phone, "phone", FOYER_LINE_MAX, error)) == NULL ||
      (skills = foyer_text_clean_list ((const char * const *) self->skills, "skill",
                                       FOYER_TAGS_MAX, FOYER_TAG_MAX, error)) == NULL)
    return FALSE;

  if (*email != '\0' && !looks_like_email (email))
    fault = "email is no address";
  else if (*phone != '\0' && strpbrk (phone, G_CSET_DIGITS) == NULL)
    fault = "phone has no digit";
  if (fault != NULL)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, fault);
      return FALSE;
    }

  g_free (self->name);
  self->name = g_steal_pointer (&name);
  g_free (self->email);
  self->email = g_steal_pointer (&email);
  g_free (self->phone);
  self->phone = g_steal_pointer (&phone);
  g_strfreev (self->skills);
  self->skills = g_steal_pointer (&skills);

  return TRUE;
}
