/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/**
 * FoyerWebLanguage:
 * @tag: of HTML: "en", "fr"
 * @locale: what gettext and dates follow
 *
 * A language that pages are written in.
 */
typedef struct {
  const char *tag;
  locale_t    locale;
} FoyerWebLanguage;

void                    foyer_web_language_init   (void);
const FoyerWebLanguage *foyer_web_language_choose (const char *accept_language);

G_END_DECLS
