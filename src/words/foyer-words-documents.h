/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-document.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/* What is written about money that came in. As foyer-words.h in everything else. */

/**
 * foyer_words_document_kind:
 * @kind: a kind of document
 *
 * The kind as a title: "Receipt", "Invoice", "Credit note".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_document_kind (FoyerDocumentKind kind);

/**
 * foyer_words_page:
 * @page: from 1
 * @n_pages: how many there are
 *
 * Returns: (transfer full): "Page 2 of 3"
 */
char *foyer_words_page (guint page,
                        guint n_pages);

/**
 * foyer_words_seller:
 * @seller: who sells
 *
 * Who sells, where and under which numbers, for the foot of a page.
 *
 * Returns: (transfer full): "La Tablée des Lilas · Marie Dupont EI · 12 rue des Lilas · 69003 Lyon"
 */
char *foyer_words_seller (const FoyerSeller *seller);

/**
 * foyer_words_document_paper:
 * @document: what was issued
 * @on_roll: whether it is for a till's roll of 80 mm, else for A4
 *
 * Fills what a guest is given: printed or made a PDF, which is the same each time. An invoice and a
 * credit note on A4 carry themselves as Factur-X too.
 *
 * Returns: (transfer full): the paper
 */
FoyerPaper *foyer_words_document_paper (const FoyerDocument *document,
                                        gboolean             on_roll);

G_END_DECLS
