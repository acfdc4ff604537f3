/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-series.h"

G_BEGIN_DECLS

/* What is said of a series: before the profile is open, so with any day for today. Errors: usage */
gboolean         foyer_cli_check_series  (const char             *sentence,
                                          GError                **error);
/* The same on @today, with what the options --from, --until, --weeks and --part say. */
FoyerSeriesPlan *foyer_cli_read_series   (FoyerCliArgs           *args,
                                          const char             *sentence,
                                          const FoyerSpace       *space,
                                          FoyerDay                today,
                                          GError                **error);

/* Waits for the verb that books or changes a series and answers what became of it:
 * {"id","booked" or "freed":[{"id","day"}],"skipped":[{"day","reason","holiday","over_limit"}],"until"} */
gboolean         foyer_cli_answer_series (FoyerCli               *cli,
                                          gboolean                frees,
                                          GError                **error);

G_END_DECLS
