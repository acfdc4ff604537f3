/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "foyer-profile.h"

G_BEGIN_DECLS

/* Two records of one person, asked and waited for; and what is in the file about people. */

/* (transfer full); NULL with self->error */
FoyerPerson  *foyer_profile_merge      (FoyerProfile        *self,
                                        const char          *keep,
                                        const char          *other);
gboolean      foyer_profile_keep_apart (FoyerProfile        *self,
                                        const char          *one,
                                        const char          *other);
/* All that is somebody's, but for what only grows; (transfer full) */
char         *foyer_profile_dump_people (FoyerProfile       *self);
/* Behind the back of the store. */
/* Who came and went, a line "ID|EVENT" each, as it was noted */
char         *foyer_profile_dump_visits (FoyerProfile       *self);
void          foyer_profile_run_sql    (FoyerProfile        *self,
                                        const char          *sql);

G_END_DECLS
