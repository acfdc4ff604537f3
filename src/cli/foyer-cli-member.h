/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "storage/foyer-store-members.h"

G_BEGIN_DECLS

/* All that is known of the person @id today; %NULL with an error that names who is missing. */
FoyerMember *foyer_cli_find_member  (FoyerCli           *cli,
                                     const char         *id,
                                     GError            **error);
void         foyer_cli_build_member (JsonBuilder        *builder,
                                     const FoyerMember  *member);
void         foyer_cli_build_accepted (JsonBuilder     *builder,
                                     const FoyerRulesAccepted *accepted);
void         foyer_cli_say_member   (FoyerCli           *cli,
                                     const FoyerMember  *member);

G_END_DECLS
