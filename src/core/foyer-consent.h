/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerConsent:
 * @FOYER_CONSENT_SHOW_NAME: others may see on which days they come, "show-name"
 * @FOYER_CONSENT_SHOW_SKILLS: others may see what they know and look for, "show-skills"
 * @FOYER_CONSENT_NEWSLETTER: they get news by e-mail, "newsletter"
 * @FOYER_CONSENT_PHOTOS: photos that show them may be published, "photos"
 *
 * What somebody may agree to, each for itself; nothing of it is needed to have a seat. Its numbers
 * are not kept anywhere; names are.
 */
typedef enum {
  FOYER_CONSENT_SHOW_NAME,
  FOYER_CONSENT_SHOW_SKILLS,
  FOYER_CONSENT_NEWSLETTER,
  FOYER_CONSENT_PHOTOS,
} FoyerConsent;

/**
 * FOYER_CONSENT_COUNT:
 *
 * How many purposes there are.
 */
#define FOYER_CONSENT_COUNT (FOYER_CONSENT_PHOTOS + 1)

const char *foyer_consent_get_name (FoyerConsent   consent);
gboolean    foyer_consent_parse    (const char    *name,
                                    FoyerConsent  *consent,
                                    GError       **error);

G_END_DECLS
