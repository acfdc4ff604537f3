/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_ICS_COMPONENTS_MAX 5000
#define FOYER_ICS_DEPTH_MAX 8
#define FOYER_ICS_LINE_MAX (64 * 1024)

/**
 * foyer_ics_guard:
 * @data: bytes of a file, or of an answer
 * @length: how many
 *
 * Makes a text of what claims to be a calendar, and refuses before libical sees it what is none: a
 * page to log in, half a file, lines or components without an end, bytes that no text has. Old
 * encodings are read as Windows-1252.
 *
 * Returns: (transfer full) (nullable): UTF-8; %NULL with %FOYER_ERROR_BAD_FILE or, for what is too
 *   large, %FOYER_ERROR_TOO_MUCH
 */
char *foyer_ics_guard (const char  *data,
                       gsize        length,
                       GError     **error);

G_END_DECLS
