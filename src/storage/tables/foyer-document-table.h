/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-document.h"
#include "storage/foyer-store-documents.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

typedef struct {
  gint64         id;
  gint64         space_id;
  gint64         seller_id;
  gint64         person_id;      /* whose invoice it is, or 0 */
  gboolean       credited;       /* a credit note took it back */
  FoyerDocument *document;
} FoyerDocumentRow;

void              foyer_document_row_free    (FoyerDocumentRow          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDocumentRow, foyer_document_row_free)

/* The credit note of a document, with its lines and its buyer; not issued. */
FoyerDocument    *foyer_document_row_begin_credit (const FoyerDocumentRow *self,
                                              GError                   **error);

/* What a line is about: one of both is 0. */
typedef struct {
  gint64 booking_id;
  gint64 pass_id;
} FoyerLineSubject;

/**
 * FoyerDocumentIssue:
 * @space: which issues it
 * @document: kind, currency, lines, buyer, and what was paid, how and with which reference; gets all else
 * @subjects: of each line
 * @payment_id: of which it is the receipt or the credit note, or 0
 * @credits: what it takes back, or %NULL
 * @person_id: whose invoice it is, or 0
 * @id: (out): of the row
 */
typedef struct {
  FoyerSpaceRow          *space;
  FoyerDocument          *document;
  const FoyerLineSubject *subjects;
  gint64                  payment_id;
  const FoyerDocumentRow *credits;
  gint64                  person_id;
  gint64                  id;
} FoyerDocumentIssue;

/* Gives the next number of its series, writes it down and enters it into the accounts. */
gboolean          foyer_document_table_issue (FoyerDb                   *db,
                                              FoyerDocumentIssue        *issue,
                                              GError                   **error);
/* By the id of it or of its payment, or by its number; not-found when there is none. */
FoyerDocumentRow *foyer_document_table_find  (FoyerDb                   *db,
                                              const char                *id,
                                              GError                   **error);
/* Of a payment. */
FoyerDocumentRow *foyer_document_table_find_payment (FoyerDb            *db,
                                              gint64                     payment_id,
                                              GError                   **error);
/* Returns: (element-type FoyerDocument): as they were issued. @person_id: 0 for all */
GPtrArray        *foyer_document_table_list  (FoyerDb                   *db,
                                              const FoyerDocumentQuery  *query,
                                              gint64                     person_id,
                                              GError                   **error);
/* Returns: (element-type FoyerLineSubject): of the lines */
GArray           *foyer_document_table_list_subjects (FoyerDb           *db,
                                              gint64                     id,
                                              GError                   **error);
/* The number of the invoice on which something is and that nobody took back, or "". */
char             *foyer_document_table_find_invoice (FoyerDb            *db,
                                              const FoyerLineSubject    *subject,
                                              GError                   **error);

/* Codes by which transfers are known again. */
char             *foyer_pay_code_new         (FoyerDb                   *db);
/* @code: (out) (nullable): of a booking; NULL while nobody asked for one */
gboolean          foyer_pay_code_table_find  (FoyerDb                   *db,
                                              gint64                     booking_id,
                                              char                     **code,
                                              GError                   **error);
/* One of both ids is 0. */
gboolean          foyer_pay_code_table_insert (FoyerDb                  *db,
                                              const char                *code,
                                              gint64                     booking_id,
                                              gint64                     document_id,
                                              GError                   **error);

G_END_DECLS
