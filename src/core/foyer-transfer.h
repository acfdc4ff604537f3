/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOYER_TRANSFER_NAME_MAX:
 *
 * The most characters of the name of an account in a code.
 */
#define FOYER_TRANSFER_NAME_MAX 70

/**
 * FOYER_TRANSFER_MINOR_MAX:
 *
 * The highest amount of a transfer, in cents.
 */
#define FOYER_TRANSFER_MINOR_MAX G_GINT64_CONSTANT (99999999999)

char *foyer_transfer_make_payload (const char  *name,
                                   const char  *iban,
                                   const char  *bic,
                                   gint64       minor,
                                   const char  *reference,
                                   GError     **error);

G_END_DECLS
