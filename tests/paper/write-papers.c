/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Writes a paper of each kind into a folder, for test-papers.py, which looks at them. */
#include <stdlib.h>

#include "paper/foyer-document-sheet.h"
#include "paper/foyer-report-sheet.h"
#include "paper/foyer-till-receipt.h"

#define ISSUED_MS G_GINT64_CONSTANT (1795685472000)

static const char payload[] = "BCD\n002\n1\nSCT\n\nMarie Dupont\nFR7630006000011234567890189\nEUR52.00\n\nRF58F20260143";

static char *
say_page (guint page,
          guint n_pages)
{
  return g_strdup_printf ("Page %u sur %u", page, n_pages);
}

static FoyerDocumentText *
begin (const char *kind,
       const char *number)
{
  FoyerDocumentText *text = foyer_document_text_new ();

  text->kind = g_strdup (kind);
  text->number = g_strdup (number);
  text->language = g_strdup ("fr");
  text->issued_ms = ISSUED_MS;
  text->seller = g_strdup ("La Tablée des Lilas");
  text->seller_lines = g_strdup ("Marie Dupont EI\n12 rue des Lilas\n69003 Lyon\nSIRET 732 829 320 00074");
  text->foot = g_strdup ("La Tablée des Lilas · Marie Dupont EI · 12 rue des Lilas, 69003 Lyon · SIRET 732 829 320 00074");
  text->columns[0] = g_strdup ("Prestation");
  text->columns[1] = g_strdup ("Quantité");
  text->columns[2] = g_strdup ("Prix unitaire");
  text->columns[3] = g_strdup ("Total");
  text->page_words = say_page;
  foyer_text_rows_add (text->facts, "Date d’émission", "26 novembre 2026", TRUE);
  foyer_text_rows_add (text->facts, "Date de la prestation", "26 novembre 2026", FALSE);
  foyer_text_rows_add (text->facts, "Référence", "RF58 F202 6014 3", FALSE);

  return text;
}

static void
add_note (FoyerDocumentText *text,
          const char        *note)
{
  g_ptr_array_add (text->notes, g_strdup (note));
}

static FoyerDocumentText *
make_receipt (void)
{
  FoyerDocumentText *text = begin ("Reçu", "2026-0001");

  foyer_document_text_add_line (text, "Journée de coworking", "Jeudi 26 novembre 2026", "1", "4,00\u00a0€", "4,00\u00a0€");
  foyer_text_rows_add (text->totals, "Total", "4,00\u00a0€", TRUE);
  text->paid = g_strdup ("Payé en espèces le 26 novembre 2026");
  add_note (text, "TVA non applicable, art. 293 B du CGI");

  return text;
}

static void
set_buyer (FoyerDocumentText *text)
{
  text->buyer_heading = g_strdup ("Facturé à");
  text->buyer = g_strdup ("Atelier Marchelin SARL");
  text->buyer_lines = g_strdup ("Zoé Marchelin\n4 place Bellecour\n69002 Lyon\nSIREN 552 100 554");
}

static void
add_law (FoyerDocumentText *text)
{
  add_note (text, "TVA non applicable, art. 293 B du CGI");
  add_note (text, "Catégorie de l’opération : prestation de services. Pas d’escompte en cas de paiement anticipé.");
  add_note (text, "En cas de retard de paiement, pénalités au taux annuel de 12,15 % et indemnité forfaitaire pour frais "
                  "de recouvrement de 40 € (art. L441-10 et D441-5 du code de commerce).");
}

static FoyerDocumentText *
make_invoice (guint n_lines)
{
  FoyerDocumentText *text = begin ("Facture", "F2026-0143");

  set_buyer (text);
  foyer_text_rows_add (text->facts, "À payer avant le", "26 décembre 2026", TRUE);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *day = g_strdup_printf ("%u novembre 2026", i % 28 + 2);

      foyer_document_text_add_line (text, "Journée de coworking", day, "1", "4,00\u00a0€", "4,00\u00a0€");
    }
  foyer_text_rows_add (text->totals, "Total", "52,00\u00a0€", FALSE);
  foyer_text_rows_add (text->totals, "Déjà payé", "0,00\u00a0€", FALSE);
  foyer_text_rows_add (text->totals, "À payer", "52,00\u00a0€", TRUE);
  text->transfer = foyer_transfer_text_new (payload, "Payer par virement",
                                            "Scannez le code avec l’application de votre banque. Si elle ne le lit pas, copiez "
                                            "ces lignes : elles disent la même chose.");
  foyer_text_rows_add (text->transfer->rows, "Bénéficiaire", "Marie Dupont", FALSE);
  foyer_text_rows_add (text->transfer->rows, "IBAN", "FR76 3000 6000 0112 3456 7890 189", TRUE);
  foyer_text_rows_add (text->transfer->rows, "Montant", "52,00\u00a0€", FALSE);
  foyer_text_rows_add (text->transfer->rows, "Référence", "RF58 F202 6014 3", TRUE);
  add_law (text);

  return text;
}

static FoyerDocumentText *
make_credit_note (void)
{
  FoyerDocumentText *text = begin ("Avoir", "A2026-0007");

  set_buyer (text);
  foyer_text_rows_add (text->facts, "Corrige la facture", "F2026-0143", TRUE);
  foyer_document_text_add_line (text, "Journée de coworking", "12 novembre 2026", "−1", "4,00\u00a0€", "−4,00\u00a0€");
  foyer_text_rows_add (text->totals, "Total", "−4,00\u00a0€", TRUE);
  text->paid = g_strdup ("Remboursé par virement le 26 novembre 2026");
  add_law (text);

  return text;
}

static void
add_row (FoyerReportText *text,
         const char      *cells)
{
  g_ptr_array_add (text->rows, g_strsplit (cells, "|", 0));
}

static FoyerReportText *
begin_report (const char *title,
              const char *subtitle)
{
  FoyerReportText *text = foyer_report_text_new ();

  text->title = g_strdup (title);
  text->subtitle = g_strdup (subtitle);
  text->author = g_strdup ("La Tablée des Lilas");
  text->language = g_strdup ("fr");
  text->issued_ms = ISSUED_MS;
  text->foot = g_strdup ("La Tablée des Lilas · Marie Dupont EI · 12 rue des Lilas, 69003 Lyon · SIRET 732 829 320 00074");
  text->page_words = say_page;

  return text;
}

static FoyerReportText *
make_day_close (void)
{
  FoyerReportText *text = begin_report ("Clôture de caisse", "La Tablée des Lilas, jeudi 26 novembre 2026");

  foyer_text_rows_add (text->figures, "Compté", "76,00\u00a0€", FALSE);
  foyer_text_rows_add (text->figures, "Attendu", "80,00\u00a0€", FALSE);
  foyer_text_rows_add (text->figures, "Écart", "−4,00\u00a0€", TRUE);
  foyer_report_text_add_column (text, "Moyen de paiement", 3, FALSE);
  foyer_report_text_add_column (text, "Encaissements", 1.2, TRUE);
  foyer_report_text_add_column (text, "Reçu", 1.4, TRUE);
  foyer_report_text_add_column (text, "Remboursé", 1.4, TRUE);
  foyer_report_text_add_column (text, "Total", 1.4, TRUE);
  add_row (text, "Espèces|8|32,00\u00a0€|4,00\u00a0€|28,00\u00a0€");
  add_row (text, "Virement|2|44,00\u00a0€|0,00\u00a0€|44,00\u00a0€");
  add_row (text, "Carte|3|12,00\u00a0€|0,00\u00a0€|12,00\u00a0€");
  foyer_text_rows_add (text->totals, "Total du jour", "84,00\u00a0€", TRUE);
  text->seal_heading = g_strdup ("Empreinte de la dernière écriture : aucune ligne qui la précède ne peut changer sans qu’elle change");
  text->seal = g_strdup ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  g_ptr_array_add (text->signatures, g_strdup ("Compté par"));
  g_ptr_array_add (text->signatures, g_strdup ("Date et signature"));

  return text;
}

static FoyerReportText *
make_month (guint n_rows)
{
  FoyerReportText *text = begin_report ("Documents du mois", "La Tablée des Lilas, novembre 2026");

  foyer_report_text_add_column (text, "Date", 1.1, FALSE);
  foyer_report_text_add_column (text, "Numéro", 1.6, FALSE);
  foyer_report_text_add_column (text, "Nature", 1, FALSE);
  foyer_report_text_add_column (text, "Client", 2.6, FALSE);
  foyer_report_text_add_column (text, "Payé par", 1.2, FALSE);
  foyer_report_text_add_column (text, "Montant", 1.3, TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *cells = g_strdup_printf ("%02u/11/2026|%s2026-%04u|%s|%s|%s|4,00\u00a0€", i % 30 + 1,
                                                i % 9 == 8 ? "F" : "", i + 1, i % 9 == 8 ? "Facture" : "Reçu",
                                                i % 9 == 8 ? "Atelier Marchelin SARL" : "", i % 2 == 0 ? "Espèces" : "Virement");

      add_row (text, cells);
    }
  foyer_text_rows_add (text->totals, "Reçus (8)", "32,00\u00a0€", FALSE);
  foyer_text_rows_add (text->totals, "Factures (1)", "4,00\u00a0€", FALSE);
  foyer_text_rows_add (text->totals, "Avoirs (0)", "0,00\u00a0€", FALSE);
  foyer_text_rows_add (text->totals, "Encaissé", "32,00\u00a0€", TRUE);

  return text;
}

/* Everything that somebody can type. */
static FoyerDocumentText *
make_odd (void)
{
  FoyerDocumentText *text = begin ("Facture", "R1-S2-F2026-123456");
  g_autofree char *long_name = g_strnfill (200, 'W');

  g_set_str (&text->seller, "\x01\x1b\ufffe<b>سارة أحمد</b> & Co \U0001f469\u200d\U0001f373");
  text->buyer_heading = g_strdup ("Facturé à");
  text->buyer = g_strdup (long_name);
  text->buyer_lines = g_strdup ("שרה לוי\n\u202eesrever\u202c\nA\x01\x02\x1b[31mB\tC");
  foyer_document_text_add_line (text, "<span size='99999'>&amp; %s %n</span>", "=HYPERLINK(\"x\")", "1", "4,00\u00a0€",
                                "4,00\u00a0€");
  foyer_document_text_add_line (text, long_name, long_name, "999\u00a0999\u00a0999", "92\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,07\u00a0€",
                                "92\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,07\u00a0€");
  foyer_document_text_add_line (text, "", "", "", "", "");
  foyer_text_rows_add (text->totals, "Total", "92\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,07\u00a0€", TRUE);

  return text;
}

static void
write_paper (const char *folder,
             const char *name,
             FoyerPaper *paper)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = foyer_paper_make_pdf (paper, 0, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &length);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_object_unref (paper);
}

int
main (int    argc,
      char **argv)
{
  static const char invoice[] = "<?xml version=\"1.0\"?><CrossIndustryInvoice/>\n";
  g_autoptr(GBytes) xml = g_bytes_new_static (invoice, sizeof invoice - 1);
  FoyerPaper *paper;

  if (argc != 2)
    return EXIT_FAILURE;

  write_paper (argv[1], "receipt.pdf", FOYER_PAPER (foyer_document_sheet_new (make_receipt ())));
  write_paper (argv[1], "till-receipt.pdf", FOYER_PAPER (foyer_till_receipt_new (make_receipt ())));
  write_paper (argv[1], "till-credit-note.pdf", FOYER_PAPER (foyer_till_receipt_new (make_credit_note ())));
  paper = FOYER_PAPER (foyer_document_sheet_new (make_invoice (13)));
  foyer_paper_attach (paper, xml);
  write_paper (argv[1], "invoice.pdf", paper);
  write_paper (argv[1], "credit-note.pdf", FOYER_PAPER (foyer_document_sheet_new (make_credit_note ())));
  write_paper (argv[1], "long-invoice.pdf", FOYER_PAPER (foyer_document_sheet_new (make_invoice (1000))));
  write_paper (argv[1], "long-till-receipt.pdf", FOYER_PAPER (foyer_till_receipt_new (make_invoice (1000))));
  write_paper (argv[1], "day-close.pdf", FOYER_PAPER (foyer_report_sheet_new (make_day_close ())));
  write_paper (argv[1], "month.pdf", FOYER_PAPER (foyer_report_sheet_new (make_month (9))));
  write_paper (argv[1], "empty-month.pdf", FOYER_PAPER (foyer_report_sheet_new (make_month (0))));
  write_paper (argv[1], "long-month.pdf", FOYER_PAPER (foyer_report_sheet_new (make_month (1000))));
  write_paper (argv[1], "odd.pdf", FOYER_PAPER (foyer_document_sheet_new (make_odd ())));
  write_paper (argv[1], "odd-till.pdf", FOYER_PAPER (foyer_till_receipt_new (make_odd ())));

  return EXIT_SUCCESS;
}
