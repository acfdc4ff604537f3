/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerKioskHome:
 * Where somebody types who they are. Shows people of this day and members, by their first names.
 */
#define FOYER_TYPE_KIOSK_HOME (foyer_kiosk_home_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskHome, foyer_kiosk_home, FOYER, KIOSK_HOME, AdwBin)

/**
 * FoyerKioskHome::chosen:
 * @person_id: who
 * @label: what they were shown as
 */

/**
 * FoyerKioskHome::code:
 * @text: what was typed or scanned, and is nobody's name
 */

/* @space_id: of which space, whatever the desk shows. */
void foyer_kiosk_home_set_desk (FoyerKioskHome *self,
                                FoyerDesk      *desk,
                                const char     *space_id);
/* Empties the page, with @sentence on it: (nullable). */
void foyer_kiosk_home_clear    (FoyerKioskHome *self,
                                const char     *sentence);
void foyer_kiosk_home_focus    (FoyerKioskHome *self);

G_END_DECLS
