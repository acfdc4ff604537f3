/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/kiosk/foyer-kiosk-card.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerKioskVisit:
 * What one person does at the kiosk, from their name to "Welcome": what is asked of them, what the
 * book is told, and how it is taken back. Shows itself on a card. Main thread only.
 */
#define FOYER_TYPE_KIOSK_VISIT (foyer_kiosk_visit_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskVisit, foyer_kiosk_visit, FOYER, KIOSK_VISIT, GObject)

/**
 * FoyerKioskVisit::shown:
 * @settled: whether it is the last that is said, and nobody needs to answer
 */

/**
 * FoyerKioskVisit::ended:
 * @sentence: (nullable): what is still to be said
 */

FoyerKioskVisit *foyer_kiosk_visit_new    (FoyerDesk       *desk,
                                           const char      *space_id,
                                           FoyerKioskCard  *card);
void             foyer_kiosk_visit_greet  (FoyerKioskVisit *self,
                                           const char      *person_id,
                                           const char      *label);
/* Of a ticket or card. */
void             foyer_kiosk_visit_read   (FoyerKioskVisit *self,
                                           const char      *code);
/* A button of the card. */
void             foyer_kiosk_visit_answer (FoyerKioskVisit *self,
                                           gboolean         primary);
/* Nobody is there any more: what was asked of the book is still done. */
void             foyer_kiosk_visit_leave  (FoyerKioskVisit *self);

G_END_DECLS
