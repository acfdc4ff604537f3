/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk.h"
#include "witness.h"

G_BEGIN_DECLS

/* Folders of test profiles, below a temporary folder of the program. */

#define PROFILE_DB "foyer.db"

/* A profile where a keeper has begun and worked for @n_acts, closed cleanly. Made by a
 * process of its own, so that no thread is left. */
char   *profile_make       (guint        n_acts);
/* A copy of @from, to be damaged. */
char   *profile_copy       (const char  *from);
void    profile_remove     (char        *dir);        /* (transfer full) */
char   *profile_get_db     (const char  *dir);
/* The witness's look at a profile that no process has open: what was acknowledged is
 * there (@ledger, nullable) and nothing is harmed. Fails the test otherwise. */
void    profile_inspect    (const char  *dir,
                            Ledger      *ledger);
char   *profile_digest     (const char  *dir);
/* A ledger that begins with what is there. */
Ledger *profile_get_ledger (const char  *dir);
void    profile_learn      (const char  *dir,
                            DeskKeeper  *keeper);

G_END_DECLS
