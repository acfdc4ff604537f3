/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-document-text.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DOCUMENT_SHEET (foyer_document_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDocumentSheet, foyer_document_sheet, FOYER, DOCUMENT_SHEET, FoyerPaper)

FoyerDocumentSheet *foyer_document_sheet_new (FoyerDocumentText *text);

G_END_DECLS
