/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Writes documents in the language of the environment into a folder, for test-documents.py. */
#include <locale.h>
#include <stdlib.h>

#include "words/foyer-words-documents.h"
#include "words/foyer-words-reports.h"
#include "words/foyer-words.h"

#define ISSUED_MS G_GINT64_CONSTANT (1795685472000)

static void
set_seller (FoyerSeller *seller)
{
  g_set_str (&seller->name, "Marie Dupont");
  g_set_str (&seller->trade_name, "La Tablée des Lilas");
  seller->is_ei = TRUE;
  g_set_str (&seller->street, "Bâtiment B\n12 rue des Lilas");
  g_set_str (&seller->postcode, "69003");
  g_set_str (&seller->city, "Lyon");
  g_set_str (&seller->country, "FR");
  g_set_str (&seller->siret, "73282932000074");
  g_set_str (&seller->account_name, "Marie Dupont");
  g_set_str (&seller->iban, "FR7630006000011234567890189");
}

static FoyerBuyer *
make_buyer (gboolean business)
{
  FoyerBuyer *buyer = foyer_buyer_new ();

  g_set_str (&buyer->name, "Zoé Marchelin");
  g_set_str (&buyer->street, "4 place Bellecour");
  g_set_str (&buyer->postcode, "69002");
  g_set_str (&buyer->city, "Lyon");
  if (business)
    {
      g_set_str (&buyer->company, "Atelier Marchelin SARL");
      g_set_str (&buyer->siren, "552100554");
    }

  return buyer;
}

static FoyerDocument *
make_document (FoyerDocumentKind  kind,
               const char        *number,
               guint              n_days,
               int                vat_bp)
{
  FoyerDocument *document = foyer_document_new (kind, "EUR");
  g_autoptr(GError) error = NULL;

  set_seller (document->seller);
  document->seller->vat_bp = vat_bp;
  if (vat_bp > 0)
    g_set_str (&document->seller->vat_number, "FR40732829320");
  g_set_str (&document->number, number);
  document->issued = foyer_day_new (2026, 11, 26);
  document->issued_ms = ISSUED_MS;
  for (guint i = 0; i < n_days; i++)
    {
      foyer_document_add_line (document, "Journée de coworking", foyer_day_new (2026, 11, (int) (24 + i)), 1, 400, &error);
      g_assert_no_error (error);
    }
  foyer_document_sum (document, &error);
  g_assert_no_error (error);

  return document;
}

static void
write_paper (const char *folder,
             const char *name,
             FoyerPaper *paper)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = foyer_paper_make_pdf (paper, 0, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_object_unref (paper);
}

static void
write_document (const char    *folder,
                const char    *name,
                FoyerDocument *document,
                gboolean       on_roll)
{
  write_paper (folder, name, foyer_words_document_paper (document, on_roll));
}

static void
write_day_close (const char        *folder,
                 const FoyerSeller *seller)
{
  static const FoyerTakings rows[] = { { "cash", 8, 3200, 400 }, { "transfer", 2, 4400, 0 }, { "card", 0, 0, 0 } };
  g_autoptr(GArray) takings = g_array_new (FALSE, FALSE, sizeof (FoyerTakings));
  const FoyerDayCloseFacts facts = { .seller = seller, .day = foyer_day_new (2026, 11, 26), .closed_ms = ISSUED_MS,
                                     .currency = "EUR", .expected_minor = 8000, .counted_minor = 7600, .takings = takings,
                                     .head = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" };

  g_array_append_vals (takings, rows, G_N_ELEMENTS (rows));
  write_paper (folder, "day-close.pdf", foyer_words_day_close_paper (&facts));
}

static void
write_months (const char    *folder,
              FoyerDocument *receipt,
              FoyerDocument *taxed,
              FoyerDocument *back)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();

  write_paper (folder, "empty-month.pdf", foyer_words_month_paper (receipt->seller, documents, receipt->issued));
  g_ptr_array_add (documents, receipt);
  g_ptr_array_add (documents, back);
  write_paper (folder, "month.pdf", foyer_words_month_paper (receipt->seller, documents, receipt->issued));
  g_ptr_array_add (documents, taxed);
  write_paper (folder, "taxed-month.pdf", foyer_words_month_paper (receipt->seller, documents, receipt->issued));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(FoyerDocument) receipt = make_document (FOYER_DOCUMENT_RECEIPT, "2026-0001", 1, 0);
  g_autoptr(FoyerDocument) due = make_document (FOYER_DOCUMENT_INVOICE, "F2026-0001", 3, 0);
  g_autoptr(FoyerDocument) taxed = make_document (FOYER_DOCUMENT_INVOICE, "F2026-0002", 2, 2000);
  g_autoptr(FoyerDocument) back = make_document (FOYER_DOCUMENT_CREDIT_NOTE, "A2026-0001", 1, 0);

  if (argc != 2)
    return EXIT_FAILURE;

  setlocale (LC_ALL, "");
  foyer_words_init ();

  receipt->paid_minor = receipt->total_minor;
  g_set_str (&receipt->method, "cash");
  write_document (argv[1], "receipt.pdf", receipt, FALSE);
  write_document (argv[1], "till.pdf", receipt, TRUE);

  due->buyer = make_buyer (TRUE);
  due->paid_minor = 400;
  g_set_str (&due->reference, "RF58F20260143");
  write_document (argv[1], "due.pdf", due, FALSE);

  taxed->buyer = make_buyer (FALSE);
  taxed->paid_minor = taxed->total_minor;
  g_set_str (&taxed->method, "card");
  write_document (argv[1], "taxed.pdf", taxed, FALSE);

  back->buyer = make_buyer (TRUE);
  back->paid_minor = back->total_minor;
  g_set_str (&back->method, "transfer");
  g_set_str (&back->credits, "F2026-0001");
  write_document (argv[1], "credit-note.pdf", back, FALSE);

  write_day_close (argv[1], receipt->seller);
  write_months (argv[1], receipt, taxed, back);

  return EXIT_SUCCESS;
}
