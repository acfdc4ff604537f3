/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-paper.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CARD_SHEET (foyer_card_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCardSheet, foyer_card_sheet, FOYER, CARD_SHEET, FoyerPaper)

FoyerCardSheet *foyer_card_sheet_new (const char     *title);
void            foyer_card_sheet_add (FoyerCardSheet *self,
                                      const char     *name,
                                      const char     *place,
                                      const char     *code);

G_END_DECLS
