/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOYER_IBAN_MAX:
 *
 * The most characters of an account number (ISO 13616).
 */
#define FOYER_IBAN_MAX 34

char *foyer_iban_parse     (const char  *text,
                            GError     **error);
char *foyer_iban_group     (const char  *iban);
int   foyer_iban_remainder (const char  *text);

G_END_DECLS
