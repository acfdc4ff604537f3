/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-person.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMemberPasses:
 *
 * The passes of a member: those that are good first, as visits take them; then the last that are over.
 * One can be sold, and a good one ended.
 */
#define FOYER_TYPE_MEMBER_PASSES (foyer_member_passes_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberPasses, foyer_member_passes, FOYER, MEMBER_PASSES, AdwBin)

/* Asks anew each time. */
void foyer_member_passes_show (FoyerMemberPasses *self,
                               FoyerDesk         *desk,
                               const FoyerPerson *person);

G_END_DECLS
