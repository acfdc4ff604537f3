/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the law says, from the dated file data/rules-fr.json: no figure of it stands in code. */

/**
 * foyer_words_law_value:
 * @id: of a rule of the file
 *
 * Returns: its figure
 */
gint64 foyer_words_law_value (const char *id);

/**
 * foyer_words_law_text:
 * @id: of a rule of the file
 *
 * Returns: its wording, which no translation may change
 */
const char *foyer_words_law_text (const char *id);

G_END_DECLS
