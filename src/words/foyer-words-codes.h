/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-code.h"
#include "core/foyer-person.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/**
 * foyer_words_refused_code:
 * @code: a code that let nobody in
 *
 * Returns: (transfer full): who or what it was, "Camille Roux" or "Unknown code"
 */
char       *foyer_words_refused_code        (const FoyerRefusedCode *code);

/**
 * foyer_words_refused_code_reason:
 * @code: a code that let nobody in
 *
 * Returns: (transfer none): why, in a few words: "Is here already"
 */
const char *foyer_words_refused_code_reason (const FoyerRefusedCode *code);

/**
 * foyer_words_card_sheet:
 * @people: (element-type FoyerPerson): members who have a card
 * @place: where their cards are good
 *
 * Fills a sheet of cards to cut out.
 *
 * Returns: (transfer full): the sheet
 */
FoyerPaper *foyer_words_card_sheet          (GPtrArray              *people,
                                             const char             *place);

G_END_DECLS
