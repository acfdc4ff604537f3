/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* Receipts, invoices and credit notes: what is written when money was received, and stays as it is.
 * Texts of these records are never %NULL. */

/**
 * FOYER_DOCUMENT_LINES_MAX:
 *
 * The most lines of one document: three years of days, and passes besides.
 */
#define FOYER_DOCUMENT_LINES_MAX 2000

/**
 * FOYER_VAT_MAX:
 *
 * The highest rate of value added tax that can be said, in basis points.
 */
#define FOYER_VAT_MAX 10000

/**
 * FoyerDocumentKind:
 * @FOYER_DOCUMENT_RECEIPT: for money that was received, "receipt"
 * @FOYER_DOCUMENT_INVOICE: for days and passes, with who buys them, "invoice"
 * @FOYER_DOCUMENT_CREDIT_NOTE: takes back what another document says, "credit-note"
 *
 * What a document is. Its names are kept, its numbers are not.
 */
typedef enum {
  FOYER_DOCUMENT_RECEIPT,
  FOYER_DOCUMENT_INVOICE,
  FOYER_DOCUMENT_CREDIT_NOTE,
} FoyerDocumentKind;

const char *foyer_document_kind_get_name (FoyerDocumentKind   kind);
gboolean    foyer_document_kind_parse    (const char         *name,
                                          FoyerDocumentKind  *kind);

/**
 * FoyerSeller:
 * @name: who sells, as the law knows them: "Marie Dupont"
 * @trade_name: how the place is called, or ""
 * @is_ei: an "entrepreneur individuel", which French papers say after the name
 * @street: may have several lines
 * @country: ISO 3166-1 code, or ""
 * @siren: nine digits, or ""
 * @siret: fourteen digits, or ""
 * @vat_number: or "" where no tax is charged
 * @vat_bp: the rate of the tax that prices include, in basis points; 0 where none is charged
 * @account_name: whose the account is, as the bank knows them, or ""
 * @iban: without blanks, or ""
 * @bic: or ""
 *
 * Who sells the seats of a space.
 */
typedef struct {
  char     *name;
  char     *trade_name;
  gboolean  is_ei;
  char     *street;
  char     *postcode;
  char     *city;
  char     *country;
  char     *siren;
  char     *siret;
  char     *vat_number;
  int       vat_bp;
  char     *account_name;
  char     *iban;
  char     *bic;
} FoyerSeller;

FoyerSeller *foyer_seller_new  (void);
FoyerSeller *foyer_seller_copy (const FoyerSeller *self);
void         foyer_seller_free (FoyerSeller       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeller, foyer_seller_free)

/**
 * FoyerBuyer:
 * @name: of the person, or ""
 * @company: or ""
 * @street: may have several lines
 * @country: ISO 3166-1 code, or ""
 * @siren: nine digits, or ""
 * @vat_number: or ""
 *
 * To whom an invoice is written.
 */
typedef struct {
  char *name;
  char *company;
  char *street;
  char *postcode;
  char *city;
  char *country;
  char *siren;
  char *vat_number;
} FoyerBuyer;

FoyerBuyer *foyer_buyer_new  (void);
FoyerBuyer *foyer_buyer_copy (const FoyerBuyer *self);
void        foyer_buyer_free (FoyerBuyer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBuyer, foyer_buyer_free)

/**
 * FoyerDocumentLine:
 * @label: what was sold
 * @day: on which day it was had, or %FOYER_DAY_NONE
 * @quantity: how many, 1 or more
 * @unit_minor: the price of one, tax included
 * @total_minor: of all, tax included
 *
 * One line of a document, in minor units of its currency.
 */
typedef struct {
  char     *label;
  FoyerDay  day;
  gint64    quantity;
  gint64    unit_minor;
  gint64    total_minor;
} FoyerDocumentLine;

/**
 * FoyerDocument:
 * @id: of the document, or "" before it is issued
 * @number: of its series, or "" before it is issued
 * @issued: the day of the space on which it was issued
 * @issued_ms: the instant
 * @currency: of all its sums
 * @seller: (not nullable): as it was then
 * @buyer: (nullable): as it was then; a receipt has none
 * @lines: (element-type FoyerDocumentLine): what was sold, never empty once issued
 * @net_minor: without tax
 * @vat_minor: the tax within @total_minor
 * @total_minor: what it is about, always above zero; a credit note gives as much back
 * @paid_minor: what of it was paid before it was issued
 * @method: "cash", "transfer", "card", or "" where several or none
 * @reference: ISO 11649 reference of a transfer, or ""
 * @credits: the number of the document that a credit note takes back, or ""
 *
 * A document. Sums are what [func@document_sum] says.
 */
typedef struct {
  char              *id;
  char              *number;
  FoyerDocumentKind  kind;
  FoyerDay           issued;
  gint64             issued_ms;
  char               currency[4];
  FoyerSeller       *seller;
  FoyerBuyer        *buyer;
  GPtrArray         *lines;
  gint64             net_minor;
  gint64             vat_minor;
  gint64             total_minor;
  gint64             paid_minor;
  char              *method;
  char              *reference;
  char              *credits;
} FoyerDocument;

FoyerDocument *foyer_document_new      (FoyerDocumentKind    kind,
                                        const char          *currency);
void           foyer_document_free     (FoyerDocument       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDocument, foyer_document_free)

gboolean       foyer_document_add_line (FoyerDocument       *self,
                                        const char          *label,
                                        FoyerDay             day,
                                        gint64               quantity,
                                        gint64               unit_minor,
                                        GError             **error);
gboolean       foyer_document_sum      (FoyerDocument       *self,
                                        GError             **error);

G_END_DECLS
