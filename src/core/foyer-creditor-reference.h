/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOYER_CREDITOR_REFERENCE_MAX:
 *
 * The most characters of a reference, "RF" and its check digits included (ISO 11649).
 */
#define FOYER_CREDITOR_REFERENCE_MAX 25

char *foyer_creditor_reference_make  (const char  *code);
char *foyer_creditor_reference_parse (const char  *text,
                                      GError     **error);

G_END_DECLS
