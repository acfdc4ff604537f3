/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-reports.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paper/foyer-report-sheet.h"
#include "words/foyer-words-documents.h"
#include "words/foyer-words.h"

/* What was issued in a month in one currency. */
typedef struct {
  const char *currency;
  guint       n[FOYER_DOCUMENT_CREDIT_NOTE + 1];
  gint64      sums[FOYER_DOCUMENT_CREDIT_NOTE + 1];
} Sums;

static char *
say_amount (const char *currency,
            gint64      minor)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);

  return foyer_words_money (money);
}

char *
foyer_words_method (const char *method)
{
  g_return_val_if_fail (method != NULL, NULL);

  if (g_str_equal (method, "cash"))
    return g_strdup (C_("way of paying", "Cash"));
  if (g_str_equal (method, "transfer"))
    return g_strdup (C_("way of paying", "Bank transfer"));
  if (g_str_equal (method, "card"))
    return g_strdup (C_("way of paying", "Card"));

  return g_strdup ("");
}

static FoyerReportText *
begin (const FoyerSeller *seller,
       const char        *title,
       const char        *when,
       gint64             issued_ms)
{
  const char *name = *seller->trade_name != '\0' ? seller->trade_name : seller->name;
  FoyerReportText *text = foyer_report_text_new ();

  text->title = g_strdup (title);
  text->subtitle = *name != '\0' ? g_strdup_printf ("%s · %s", name, when) : g_strdup (when);
  text->author = g_strdup (name);
  text->language = g_strdup (foyer_words_language () == FOYER_LANGUAGE_FRENCH ? "fr" : "en");
  text->issued_ms = issued_ms;
  text->foot = foyer_words_seller (seller);
  text->page_words = foyer_words_page;

  return text;
}

static void
add_sum (GPtrArray  *rows,
         const char *label,
         const char *currency,
         gint64      minor,
         gboolean    strong)
{
  g_autofree char *amount = say_amount (currency, minor);

  foyer_text_rows_add (rows, label, amount, strong);
}

static void
add_takings (FoyerReportText          *text,
             const FoyerDayCloseFacts *facts)
{
  gint64 sum = 0;

  foyer_report_text_add_column (text, C_("column of a day's close", "Paid by"), 3, FALSE);
  foyer_report_text_add_column (text, C_("column of a day's close", "Payments"), 1.2, TRUE);
  foyer_report_text_add_column (text, C_("column of a day's close", "Received"), 1.4, TRUE);
  foyer_report_text_add_column (text, C_("column of a day's close", "Given back"), 1.4, TRUE);
  foyer_report_text_add_column (text, C_("column of a day's close", "Total"), 1.4, TRUE);
  for (guint i = 0; i < facts->takings->len; i++)
    {
      const FoyerTakings *takings = &g_array_index (facts->takings, FoyerTakings, i);
      gint64 total = takings->received_minor - takings->returned_minor;
      char **cells = g_new0 (char *, 6);

      cells[0] = foyer_words_method (takings->method);
      cells[1] = g_strdup_printf ("%u", takings->n_payments);
      cells[2] = say_amount (facts->currency, takings->received_minor);
      cells[3] = say_amount (facts->currency, takings->returned_minor);
      cells[4] = say_amount (facts->currency, total);
      g_ptr_array_add (text->rows, cells);
      sum += total;
    }
  add_sum (text->totals, _("Total of the day"), facts->currency, sum, TRUE);
}

FoyerPaper *
foyer_words_day_close_paper (const FoyerDayCloseFacts *facts)
{
  g_autofree char *day = NULL;
  gint64 difference;
  FoyerReportText *text;

  g_return_val_if_fail (facts != NULL && facts->seller != NULL && facts->takings != NULL, NULL);

  day = foyer_words_day_with_year (facts->day);
  difference = facts->counted_minor - facts->expected_minor;
  text = begin (facts->seller, _("Day Close"), day, facts->closed_ms);
  add_sum (text->figures, C_("cash", "Counted"), facts->currency, facts->counted_minor, FALSE);
  add_sum (text->figures, C_("cash", "Expected"), facts->currency, facts->expected_minor, FALSE);
  add_sum (text->figures, C_("cash", "Difference"), facts->currency, difference, difference != 0);
  add_takings (text, facts);
  text->seal_heading = g_strdup (_("Seal of the accounts: none of the entries before it can change unless it does, too"));
  text->seal = g_strdup (facts->head);
  g_ptr_array_add (text->signatures, g_strdup (_("Counted by")));
  g_ptr_array_add (text->signatures, g_strdup (_("Date and signature")));

  return FOYER_PAPER (foyer_report_sheet_new (text));
}

static char **
make_row (const FoyerDocument *document,
          gboolean             taxed)
{
  int sign = document->kind == FOYER_DOCUMENT_CREDIT_NOTE ? -1 : 1;
  const FoyerBuyer *buyer = document->buyer;
  char **cells = g_new0 (char *, 9);
  gsize n = 0;

  cells[n++] = foyer_words_day_shorter (document->issued);
  cells[n++] = g_strdup (document->number);
  cells[n++] = foyer_words_document_kind (document->kind);
  cells[n++] = buyer != NULL ? g_strdup (*buyer->company != '\0' ? buyer->company : buyer->name) : g_strdup (document->credits);
  cells[n++] = foyer_words_method (document->method);
  if (taxed)
    {
      cells[n++] = say_amount (document->currency, sign * document->net_minor);
      cells[n++] = say_amount (document->currency, sign * document->vat_minor);
    }
  cells[n++] = say_amount (document->currency, sign * document->total_minor);

  return cells;
}

static void
count (GArray              *all,
       const FoyerDocument *document)
{
  Sums *sums = NULL;

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (g_array_index (all, Sums, i).currency, document->currency))
      sums = &g_array_index (all, Sums, i);
  if (sums == NULL)
    {
      Sums none = { .currency = document->currency };

      g_array_append_val (all, none);
      sums = &g_array_index (all, Sums, all->len - 1);
    }
  sums->n[document->kind]++;
  sums->sums[document->kind] += document->total_minor;
}

/* By kind, and nothing over all: an invoice may be about money for which there is a receipt. */
static void
add_sums (FoyerReportText *text,
          const Sums      *sums)
{
  const guint *n = sums->n;
  g_autofree char *receipts = g_strdup_printf (ngettext ("%u receipt", "%u receipts", n[FOYER_DOCUMENT_RECEIPT]),
                                               n[FOYER_DOCUMENT_RECEIPT]);
  g_autofree char *invoices = g_strdup_printf (ngettext ("%u invoice", "%u invoices", n[FOYER_DOCUMENT_INVOICE]),
                                               n[FOYER_DOCUMENT_INVOICE]);
  g_autofree char *credits = g_strdup_printf (ngettext ("%u credit note", "%u credit notes", n[FOYER_DOCUMENT_CREDIT_NOTE]),
                                              n[FOYER_DOCUMENT_CREDIT_NOTE]);

  add_sum (text->totals, receipts, sums->currency, sums->sums[FOYER_DOCUMENT_RECEIPT], FALSE);
  add_sum (text->totals, invoices, sums->currency, sums->sums[FOYER_DOCUMENT_INVOICE], FALSE);
  add_sum (text->totals, credits, sums->currency, -sums->sums[FOYER_DOCUMENT_CREDIT_NOTE], FALSE);
}

FoyerPaper *
foyer_words_month_paper (const FoyerSeller *seller,
                         GPtrArray         *documents,
                         FoyerDay           month)
{
  g_autofree char *when = NULL;
  g_autoptr(GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sums));
  gboolean taxed = FALSE;
  gint64 issued_ms = 1;
  FoyerReportText *text;

  g_return_val_if_fail (seller != NULL && documents != NULL, NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      const FoyerDocument *document = documents->pdata[i];

      taxed = taxed || document->vat_minor != 0;
      issued_ms = MAX (issued_ms, document->issued_ms);
    }
  when = foyer_words_month (month);
  text = begin (seller, _("Documents of the Month"), when, issued_ms);
  foyer_report_text_add_column (text, C_("column of a list of documents", "Issued"), 1, FALSE);
  foyer_report_text_add_column (text, C_("column of a list of documents", "Number"), 1.6, FALSE);
  foyer_report_text_add_column (text, C_("column of a list of documents", "Kind"), 1.2, FALSE);
  foyer_report_text_add_column (text, C_("column of a list of documents", "Customer, or what is corrected"), 2.6, FALSE);
  foyer_report_text_add_column (text, C_("column of a list of documents", "Paid by"), 1.5, FALSE);
  if (taxed)
    {
      foyer_report_text_add_column (text, C_("column of a list of documents", "Excl. VAT"), 1.2, TRUE);
      foyer_report_text_add_column (text, C_("column of a list of documents", "VAT"), 1.1, TRUE);
    }
  foyer_report_text_add_column (text, C_("column of a list of documents", "Total"), 1.3, TRUE);
  for (guint i = 0; i < documents->len; i++)
    {
      g_ptr_array_add (text->rows, make_row (documents->pdata[i], taxed));
      count (sums, documents->pdata[i]);
    }
  for (guint i = 0; i < sums->len; i++)
    add_sums (text, &g_array_index (sums, Sums, i));
  if (documents->len == 0)
    g_ptr_array_add (text->notes, g_strdup (_("Nothing was issued in this month.")));

  return FOYER_PAPER (foyer_report_sheet_new (text));
}
