/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/* What the calendar says of a day. All results are (transfer full). */

/* "5 free", "Full", "Mornings only", or with @terse "Mornings"; %NULL when closed. */
char *foyer_day_words_in_cell (const FoyerAvailability *day,
                               gboolean                 terse);
/* "4 of 8 free", "Full", "Mornings only, 3 of 8 free", "Closed". */
char *foyer_day_words_free_of (const FoyerAvailability *day);
/* Why a day is closed: the host's note, else its holiday, else "". */
char *foyer_day_words_reason  (const FoyerAvailability *day);
/* All a sighted person sees in a cell: "Thursday 26 November, today, 5 of 8 seats free,
 * 1 request, Easter Monday". @availability is %NULL while it is not known. */
char *foyer_day_words_label   (FoyerDay                 day,
                               FoyerDay                 today,
                               const FoyerAvailability *availability);

/* The one quiet line of a cell: a holiday or what a calendar has, "" without either; "Dentist +2". */
char *foyer_day_words_quiet    (const FoyerAvailability *day);
/* That people have seats in hours that a calendar closes; "" where nobody has. */
char *foyer_day_words_conflict (const FoyerAvailability *day);

G_END_DECLS
