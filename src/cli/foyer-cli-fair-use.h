/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-fair-use.h"

G_BEGIN_DECLS

/* What --limit-week and the others say; "off" and 0 are none. Errors: usage */
gboolean foyer_cli_read_fair_use    (FoyerCliArgs         *args,
                                     FoyerFairUse         *limits,
                                     GError              **error);
/* A member "limits" of a space that has some. */
void     foyer_cli_build_fair_use   (JsonBuilder          *builder,
                                     const FoyerFairUse   *limits);
/* The same in words, after they were changed. */
void     foyer_cli_say_fair_use     (FoyerCli             *cli,
                                     const FoyerFairUse   *limits);
/* A member "over_limit" where a limit is exceeded: {"limit","allowed","count","day"} */
void     foyer_cli_build_over_limit (JsonBuilder          *builder,
                                     const FoyerOverLimit *over);     /* (nullable) */

G_END_DECLS
