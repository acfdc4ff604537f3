/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli-args.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/* Values of options. Each leaves its result as it was when the option was not given,
 * and refuses (FOYER_CLI_ERROR_USAGE) in a sentence that names the option and what it
 * wants. */

gboolean foyer_cli_read_int    (FoyerCliArgs   *args,
                                const char     *option,
                                int             least,
                                int             most,
                                int            *value,
                                GError        **error);
gboolean foyer_cli_read_seed   (FoyerCliArgs   *args,
                                const char     *option,
                                guint64        *value,
                                GError        **error);
gboolean foyer_cli_read_day    (FoyerCliArgs   *args,
                                const char     *option,
                                FoyerDay       *day,
                                GError        **error);
gboolean foyer_cli_read_minute (FoyerCliArgs   *args,
                                const char     *option,
                                int            *minute,
                                GError        **error);
gboolean foyer_cli_read_price  (FoyerCliArgs   *args,
                                const char     *option,
                                const char     *currency,
                                gint64         *minor,
                                GError        **error);
gboolean foyer_cli_read_part   (FoyerCliArgs   *args,
                                FoyerPart      *part,
                                GError        **error);
/* Degrees as millionths, @most on either side of 0. */
gboolean foyer_cli_read_degrees (FoyerCliArgs  *args,
                                const char     *option,
                                int             most,
                                int            *degrees_e6,
                                GError        **error);

/* Returns in @text the cleaned text of an option that may not be empty: the name of --guest,
 * the --key. @field is what an error is about. */
gboolean foyer_cli_read_name   (FoyerCliArgs   *args,
                                const char     *option,
                                const char     *field,
                                gsize           max_chars,
                                char          **text,
                                GError        **error);

/* Arguments by their place. */
gboolean foyer_cli_parse_day   (const char     *text,
                                FoyerDay       *day,
                                GError        **error);
gboolean foyer_cli_parse_range (const char     *text,
                                FoyerDay       *first,
                                FoyerDay       *last,
                                GError        **error);

/* Sets an error unless exactly one of the options (of which at least two) was given. */
gboolean foyer_cli_need_one_of (FoyerCliArgs   *args,
                                const char * const *options,
                                GError        **error);
/* Sets an error unless --of and --pays-self were given as belong together. */
gboolean foyer_cli_check_brought (FoyerCliArgs *args,
                                GError        **error);
gboolean foyer_cli_need        (FoyerCliArgs   *args,
                                const char     *option,
                                GError        **error);

G_END_DECLS
