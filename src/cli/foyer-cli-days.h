/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* Waits for the verb that changes days (add_rule, edit_days) and answers {"days":n}. */
gboolean foyer_cli_answer_days (FoyerCli  *cli,
                                GError   **error);

/* Says, where it is so, that no public holidays are known where @space is. */
void     foyer_cli_say_unknown_holidays (FoyerCli         *cli,
                                         const FoyerSpace *space);

G_END_DECLS
