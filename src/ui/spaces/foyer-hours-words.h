/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerHoursWords:
 *
 * The week of a space as a sentence, which follows the week and can be written anew. While one
 * is written, the days that it opens are said below it; what means nothing or two things
 * is asked about and kept.
 */
#define FOYER_TYPE_HOURS_WORDS (foyer_hours_words_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursWords, foyer_hours_words, FOYER, HOURS_WORDS, AdwBin)

/**
 * FoyerHoursWords::acted:
 * @sentence: what was done; plain text
 * @op: the act for [method@Store.undo_async]
 */

/* @rules: (element-type FoyerOpeningRule): oldest first. What is being written stays. */
void foyer_hours_words_show (FoyerHoursWords  *self,
                             FoyerDesk        *desk,
                             const FoyerSpace *space,
                             GArray           *rules);

G_END_DECLS
