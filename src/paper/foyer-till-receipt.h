/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-document-text.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TILL_RECEIPT (foyer_till_receipt_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTillReceipt, foyer_till_receipt, FOYER, TILL_RECEIPT, FoyerPaper)

FoyerTillReceipt *foyer_till_receipt_new (FoyerDocumentText *text);

G_END_DECLS
