/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-person.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* What somebody may ask of a host about their own data (GDPR, articles 15, 17 and 20). */

/* Asks where to, and writes all that is kept about @person there. */
void foyer_member_data_export (GtkWidget         *parent,
                               FoyerDesk         *desk,
                               const FoyerPerson *person);
/* Asks whether it is meant, erases @person for good, and shows the receipt. */
void foyer_member_data_erase  (GtkWidget         *parent,
                               FoyerDesk         *desk,
                               const FoyerPerson *person);

G_END_DECLS
