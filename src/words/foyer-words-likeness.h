/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-likeness.h"

G_BEGIN_DECLS

/**
 * foyer_words_likeness:
 * @likeness: what two records say about each other
 * @n_namesakes: how many people bear the name that both have
 *
 * Why two may be one person, and what speaks against it: "The same e-mail address. The same name. The
 * phone numbers are different."
 *
 * Returns: (transfer full): one sentence or more
 */
char *foyer_words_likeness (FoyerLikeness likeness,
                            guint         n_namesakes);

G_END_DECLS
