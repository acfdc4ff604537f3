/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "core/foyer-document.h"
#include "storage/foyer-store-payments.h"

G_BEGIN_DECLS

/* What commands about money share. */

/* Errors: usage, unless it is cash, transfer or card, or, where it may be, pass */
gboolean  foyer_cli_check_method   (const char           *method,
                                    gboolean              pass_too,
                                    GError              **error);
/* What is due for a booking or a pass, paid or not. Errors: not-found */
FoyerDue *foyer_cli_find_due       (FoyerCli             *cli,
                                    const char           *id,
                                    GError              **error);
/* Returns: (transfer full): what a receipt calls it */
char     *foyer_cli_label_due      (const FoyerDue       *due);
/* Returns: (transfer full): an amount in words */
char     *foyer_cli_describe_minor (gint64                minor,
                                    const char           *currency);
/* Answers with a document: {"id","number","total_minor","currency"}, or a sentence; and makes it the
 * PDF of --pdf, if that was given. Errors: as of foyer_cli_answer_pdf() */
gboolean  foyer_cli_answer_document (FoyerCli            *cli,
                                    const FoyerDocument  *document,
                                    GError              **error);

G_END_DECLS
