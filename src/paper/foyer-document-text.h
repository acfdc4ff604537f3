/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerTextRow:
 * @label: what it is
 * @value: and how much, or which
 * @strong: whether it is what the eye is to find
 *
 * A fact or a sum.
 */
typedef struct {
  char    *label;
  char    *value;
  gboolean strong;
} FoyerTextRow;

/**
 * FoyerTextLine:
 * @label: what was sold
 * @detail: "" or more of it, such as its day
 * @quantity: how many
 * @unit: what one costs
 * @total: what all cost
 *
 * A line of a receipt or an invoice.
 */
typedef struct {
  char *label;
  char *detail;
  char *quantity;
  char *unit;
  char *total;
} FoyerTextLine;

/**
 * FoyerTransferText:
 * @payload: what an app of a bank reads from the code (EPC069-12)
 * @heading: what it is for
 * @rows: (element-type FoyerTextRow): the same as text, to be copied
 * @note: what helps who cannot scan it
 *
 * How a transfer is made.
 */
typedef struct {
  char      *payload;
  char      *heading;
  GPtrArray *rows;
  char      *note;
} FoyerTransferText;

/* Returns: (transfer full): "Page 2 of 3". */
typedef char *(*FoyerPageWords) (guint page,
                                 guint n_pages);

/**
 * FoyerDocumentText:
 * @kind: "Invoice"
 * @number: of it
 * @language: of its words, as in BCP 47
 * @issued_ms: when it was issued, UTC
 * @seller: the name under which the host is known
 * @seller_lines: who that is, and where, in lines
 * @buyer_heading: what stands above a buyer
 * @buyer: (nullable): the name of who buys
 * @buyer_lines: (nullable): where they are, in lines
 * @facts: (element-type FoyerTextRow): days, references
 * @columns: what stands above a line: what, how many, at which price, how much
 * @lines: (element-type FoyerTextLine): what was sold
 * @totals: (element-type FoyerTextRow): what it comes to
 * @paid: (nullable): how and when it was paid
 * @transfer: (nullable): how it can be paid
 * @notes: (element-type utf8): what the law wants said, a paragraph each
 * @foot: at the bottom of each page
 * @page_words: numbers the pages
 *
 * What a receipt, an invoice or a credit note says, in finished words. A sheet of A4 and a till's roll
 * are filled from the same.
 */
typedef struct {
  char              *kind;
  char              *number;
  char              *language;
  gint64             issued_ms;
  char              *seller;
  char              *seller_lines;
  char              *buyer_heading;
  char              *buyer;
  char              *buyer_lines;
  GPtrArray         *facts;
  char              *columns[4];
  GPtrArray         *lines;
  GPtrArray         *totals;
  char              *paid;
  FoyerTransferText *transfer;
  GPtrArray         *notes;
  char              *foot;
  FoyerPageWords     page_words;
} FoyerDocumentText;

FoyerDocumentText *foyer_document_text_new      (void);
void               foyer_document_text_free     (FoyerDocumentText *self);
char              *foyer_document_text_title    (const FoyerDocumentText *self);
void               foyer_document_text_add_line (FoyerDocumentText *self,
                                                 const char        *label,
                                                 const char        *detail,
                                                 const char        *quantity,
                                                 const char        *unit,
                                                 const char        *total);

FoyerTransferText *foyer_transfer_text_new      (const char        *payload,
                                                 const char        *heading,
                                                 const char        *note);
void               foyer_transfer_text_free     (FoyerTransferText *self);

GPtrArray         *foyer_text_rows_new          (void);
void               foyer_text_rows_add          (GPtrArray         *rows,
                                                 const char        *label,
                                                 const char        *value,
                                                 gboolean           strong);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDocumentText, foyer_document_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTransferText, foyer_transfer_text_free)

G_END_DECLS
