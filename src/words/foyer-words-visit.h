/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is said about places where others open seats. As foyer-words.h in everything else. */

/**
 * foyer_words_tag:
 * @tag: of a listing: one of the closed list, or a word of the host's own
 *
 * An amenity: "Second screen"; a host's own word stays as it is.
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_tag      (const char         *tag);

/**
 * foyer_words_get_tags:
 *
 * The closed list of amenities.
 *
 * Returns: (transfer none) (array zero-terminated=1): their tags, as [func@words_tag] takes them
 */
const char * const *
      foyer_words_get_tags (void);

/**
 * foyer_words_distance:
 * @metres: 0 or more
 *
 * As people say it: "400 m", "1.1 km", "12 km".
 *
 * Returns: (transfer full): the distance in words
 */
char *foyer_words_distance (int                 metres);

/**
 * foyer_words_moment:
 * @zone: where the clock is
 * @now_ms: UTC milliseconds
 * @instant_ms: UTC milliseconds
 *
 * An instant within a sentence: "today at 18:00", "Wednesday 25 November at 18:00".
 *
 * Returns: (transfer full): the moment in words
 */
char *foyer_words_moment   (GTimeZone          *zone,
                            gint64              now_ms,
                            gint64              instant_ms);

/**
 * foyer_words_facts:
 * @facts: (array zero-terminated=1): short facts; empty ones are left out
 *
 * Facts in one line: "Home · Les Tanneurs · 400 m".
 *
 * Returns: (transfer full): the line
 */
char *foyer_words_facts    (const char * const *facts);

/**
 * foyer_words_seats:
 * @seats: how many
 *
 * "1 seat", "3 seats".
 *
 * Returns: (transfer full): the number with its noun
 */
char *foyer_words_seats    (int                 seats);

G_END_DECLS
