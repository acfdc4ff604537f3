/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli-args.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what the program can do; with @group ("space") only those
 * commands */
char *foyer_cli_help_for_program (const FoyerCliCommand * const *commands,
                                  const char                    *group);
/* Returns: (transfer full): how one command is used */
char *foyer_cli_help_for_command (const FoyerCliCommand         *command);

G_END_DECLS
