/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-space.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/* What is printed, with its words. As foyer-words.h in everything else. */

/**
 * foyer_words_roll_call_head:
 * @space: where
 * @n_people: how many
 * @now_ms: when, UTC
 *
 * Returns: (transfer full): "3 people at La Tablée, Thursday 26 November, 09:31"
 */
char *foyer_words_roll_call_head (const FoyerSpace *space,
                                  int               n_people,
                                  gint64            now_ms);

/**
 * foyer_words_roll_call_name:
 * @booking: of somebody who is here
 *
 * Returns: (transfer full): the name, and how many came along: "Zoé Marchelin + 2"
 */
char *foyer_words_roll_call_name (const FoyerBooking *booking);

/**
 * foyer_words_roll_call_sheet:
 * @space: where
 * @here: (element-type FoyerBooking): who is here
 * @now_ms: when, UTC
 *
 * Fills the sheet to take along when the building must be left, with the numbers to call in that
 * country.
 *
 * Returns: (transfer full): the sheet
 */
FoyerPaper *foyer_words_roll_call_sheet (const FoyerSpace *space,
                                         GPtrArray        *here,
                                         gint64            now_ms);

/**
 * foyer_words_public_page:
 * @publications: (element-type FoyerPublication): where a space is published
 *
 * Returns: (transfer full) (nullable): the address of the first page that a directory shows, or %NULL
 *   while there is none
 */
char *foyer_words_public_page (GPtrArray *publications);

/**
 * foyer_words_door_poster:
 * @space: the space
 * @rules: (element-type FoyerOpeningRule): its week
 * @link: (nullable): its public page
 * @today: the business day
 *
 * Fills the poster for the door. Nothing of it is private: no street of a home, no code of a door.
 *
 * Returns: (transfer full): the poster
 */
FoyerPaper *foyer_words_door_poster (const FoyerSpace *space,
                                     const GArray     *rules,
                                     const char       *link,
                                     FoyerDay          today);

G_END_DECLS
