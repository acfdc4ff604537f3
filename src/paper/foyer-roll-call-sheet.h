/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-paper.h"

G_BEGIN_DECLS

#define FOYER_TYPE_ROLL_CALL_SHEET (foyer_roll_call_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRollCallSheet, foyer_roll_call_sheet, FOYER, ROLL_CALL_SHEET, FoyerPaper)

FoyerRollCallSheet *foyer_roll_call_sheet_new (const char         *title,
                                               const char         *head,
                                               const char         *foot);
void                foyer_roll_call_sheet_add (FoyerRollCallSheet *self,
                                               const char         *name,
                                               const char         *detail);

G_END_DECLS
