/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerCliError:
 *
 * What foyerctl itself can say about its arguments. Unlike in every other domain the
 * message is a translated sentence for people: only here is known which argument it is
 * about.
 */
typedef enum {
  FOYER_CLI_ERROR_USAGE,        /* an argument nobody can understand */
  FOYER_CLI_ERROR_NOT_FOUND,    /* a name or id that means nothing here */
  FOYER_CLI_ERROR_PROBLEMS,     /* check has found something */
  FOYER_CLI_ERROR_OUTPUT,       /* the answer cannot be written */
  FOYER_CLI_ERROR_REFUSED,      /* a directory says no, for a reason of its own */
} FoyerCliError;

#define FOYER_CLI_ERROR (foyer_cli_error_quark ())
GQuark      foyer_cli_error_quark         (void);

/* Sets a FOYER_CLI_ERROR_USAGE; returns %FALSE, for "return foyer_cli_refuse (…)". */
gboolean    foyer_cli_refuse              (GError       **error,
                                           const char    *format,
                                           ...) G_GNUC_PRINTF (2, 3);

/* What scripts see: the name in {"error":{"code"}} and the status of the process. */
const char *foyer_cli_error_get_name      (const GError  *error);
int         foyer_cli_error_get_status    (const GError  *error);
/* Returns: (transfer full): one sentence, safe for a terminal */
char       *foyer_cli_error_describe      (const GError  *error);

/* As <sysexits.h> and shells have them. */
enum {
  FOYER_CLI_STATUS_REFUSED = 1,
  FOYER_CLI_STATUS_USAGE = 2,
  FOYER_CLI_STATUS_DATA = 65,
  FOYER_CLI_STATUS_UNREACHABLE = 69,
  FOYER_CLI_STATUS_SOFTWARE = 70,
  FOYER_CLI_STATUS_IO = 74,
  FOYER_CLI_STATUS_BUSY = 75,
};

G_END_DECLS
