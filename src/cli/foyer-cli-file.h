/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/* Writes @path, which only its owner may read, as a whole or not at all. A file that exists is never
 * replaced. Errors: not-empty, not-found for a folder that is not there, GFileError. */
gboolean foyer_cli_write_file (const char  *path,
                               GBytes      *bytes,
                               GError     **error);
/* Makes @path a PDF of @paper, and answers its name. A file that exists is never replaced.
 * Errors: not-empty, not-found for a folder that is not there, GFileError. */
gboolean foyer_cli_answer_pdf (FoyerCli    *cli,
                               FoyerPaper  *paper,
                               const char  *path,
                               GError     **error);

G_END_DECLS
