/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-paper.h"
#include "paper/foyer-report-text.h"

G_BEGIN_DECLS

#define FOYER_TYPE_REPORT_SHEET (foyer_report_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FoyerReportSheet, foyer_report_sheet, FOYER, REPORT_SHEET, FoyerPaper)

FoyerReportSheet *foyer_report_sheet_new (FoyerReportText *text);

G_END_DECLS
