/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-members.h"

G_BEGIN_DECLS

/* What a host wants to read about a member. Translated, in the locale's forms. */

/* Under a name in the list: "Here", "Left at 12:10", "Expected · Afternoon", "Asked for tomorrow",
 * "Not seen for 7 weeks", "Yesterday", "12 November", "3 June 2025". */
char *foyer_member_words_line     (const FoyerMemberLine *line,
                                   FoyerDay               today,
                                   GTimeZone             *zone);
/* Beside a large name: "Here since 08:52 · Regular · usually Tuesdays and Thursdays". */
char *foyer_member_words_headline (const FoyerMemberLine *line,
                                   FoyerDay               today,
                                   GTimeZone             *zone);
/* "55 this year", "12 in all" in a year without a visit */
char *foyer_member_words_days     (const FoyerBelonging  *belonging);
/* A day that is over: "Yesterday", "Monday", "12 November", "3 June 2025". */
char *foyer_member_words_past_day (FoyerDay               day,
                                   FoyerDay               today);
/* Words in a row, with a comma: as they are shown and typed. */
char *foyer_member_words_join     (char                 **words);
/* The other way: (transfer full). */
char **foyer_member_words_split   (const char            *text);

G_END_DECLS
