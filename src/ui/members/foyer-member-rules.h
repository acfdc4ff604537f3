/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store-members.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMemberRules:
 *
 * Which house rules a member accepted: a row for each space, and one for the current space as long
 * as its rules are not accepted, with the button that writes it down.
 */
#define FOYER_TYPE_MEMBER_RULES (foyer_member_rules_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberRules, foyer_member_rules, FOYER, MEMBER_RULES, AdwBin)

/**
 * foyer_member_rules_show:
 * @self: the rows
 * @desk: the desk
 * @member: what is known of a member; nothing of it is kept
 *
 * Shows what @member accepted.
 */
void foyer_member_rules_show (FoyerMemberRules   *self,
                              FoyerDesk          *desk,
                              const FoyerMember  *member);

G_END_DECLS
