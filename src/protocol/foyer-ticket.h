/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-code.h"
#include "protocol/foyer-identity.h"

G_BEGIN_DECLS

#define FOYER_TICKET_LENGTH FOYER_CODE_LENGTH

char     *foyer_ticket_make    (FoyerIdentity *identity,
                                const char    *booking,
                                FoyerDay       day);
char     *foyer_ticket_read    (const char    *text,
                                GError       **error);
gboolean  foyer_ticket_is_code (const char    *text);
gboolean  foyer_ticket_check   (FoyerIdentity *identity,
                                const char    *booking,
                                FoyerDay       day,
                                const char    *code);

G_END_DECLS
