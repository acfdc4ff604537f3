/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-opening-sentence.h"

G_BEGIN_DECLS

/* What a sentence says on @today. Errors: usage, which ask back what a word or a sentence with
 * two meanings is to be; they do not depend on the day. */
FoyerOpeningPlan *foyer_cli_read_sentence (const char              *sentence,
                                           FoyerDay                 today,
                                           GError                 **error);

/* The business day of @space by the clock. */
FoyerDay          foyer_cli_get_today     (FoyerCli                *cli,
                                           const FoyerSpace        *space);

/* Answers what a plan would do: the sentence as Foyer understood it, and the days of a year
 * that it opens. */
void              foyer_cli_answer_plan   (FoyerCli                *cli,
                                           const FoyerSpace        *space,
                                           const FoyerOpeningPlan  *plan,
                                           FoyerDay                 today);

G_END_DECLS
