/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-documents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/foyer-iban.h"
#include "core/foyer-transfer.h"
#include "paper/foyer-document-sheet.h"
#include "paper/foyer-till-receipt.h"
#include "words/foyer-words-law.h"
#include "words/foyer-words.h"

static char *
say_amount (const FoyerDocument *document,
            gint64               minor)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, document->currency, sizeof money.currency);

  return foyer_words_money (money);
}

char *
foyer_words_page (guint page,
                  guint n_pages)
{
  /* Translators: at the foot of an invoice */
  return g_strdup_printf (_("Page %1$u of %2$u"), page, n_pages);
}

char *
foyer_words_document_kind (FoyerDocumentKind kind)
{
  switch (kind)
    {
    case FOYER_DOCUMENT_RECEIPT:
      return g_strdup (C_("kind of document", "Receipt"));
    case FOYER_DOCUMENT_INVOICE:
      return g_strdup (C_("kind of document", "Invoice"));
    case FOYER_DOCUMENT_CREDIT_NOTE:
      return g_strdup (C_("kind of document", "Credit note"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static gboolean
is_french (const FoyerSeller *seller)
{
  return *seller->country != '\0' ? g_str_equal (seller->country, "FR") : *seller->siren != '\0' || *seller->siret != '\0';
}

/* Who sells has one, and who buys for a business has the rights of one. */
static gboolean
is_business (const FoyerBuyer *buyer)
{
  return buyer != NULL && (*buyer->company != '\0' || *buyer->siren != '\0' || *buyer->vat_number != '\0');
}

/* In threes, as the register writes them: "732 829 320 00074". */
static char *
group_siret (const char *number)
{
  if (strlen (number) < 9)
    return g_strdup (number);

  return g_strstrip (g_strdup_printf ("%.3s\u00a0%.3s\u00a0%.3s\u00a0%s", number, number + 3, number + 6, number + 9));
}

static void
add_text (GPtrArray *lines,
          const char *text)
{
  if (*text != '\0')
    g_ptr_array_add (lines, g_strdup (text));
}

static void
add_place (GPtrArray  *lines,
           const char *street,
           const char *postcode,
           const char *city)
{
  g_autofree char *town = g_strstrip (g_strdup_printf ("%s %s", postcode, city));

  add_text (lines, street);
  add_text (lines, town);
}

static void
add_numbers (GPtrArray  *lines,
             const char *siret,
             const char *siren,
             const char *vat_number)
{
  if (*siret != '\0' || *siren != '\0')
    {
      g_autofree char *number = group_siret (*siret != '\0' ? siret : siren);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s", *siret != '\0' ? "SIRET" : "SIREN", number));
    }
  if (*vat_number != '\0')
    /* Translators: %s is the number under which somebody pays value added tax */
    g_ptr_array_add (lines, g_strdup_printf (_("VAT no. %s"), vat_number));
}

static char *
join (GPtrArray  *lines,
      const char *separator)
{
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (separator, (char **) lines->pdata);
}

static char *
say_seller (const FoyerSeller *seller,
            const char        *separator)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (*seller->trade_name != '\0' || seller->is_ei)
    g_ptr_array_add (lines, g_strdup_printf ("%s%s", seller->name, seller->is_ei ? " EI" : ""));
  add_place (lines, seller->street, seller->postcode, seller->city);
  add_numbers (lines, seller->siret, seller->siren, seller->vat_number);
  joined = join (lines, separator);

  /* A street of several lines, on one. */
  return g_str_equal (separator, "\n") ? g_steal_pointer (&joined) : g_strdelimit (g_steal_pointer (&joined), "\n", ' ');
}

static const char *
get_name (const FoyerSeller *seller)
{
  return *seller->trade_name != '\0' ? seller->trade_name : seller->name;
}

char *
foyer_words_seller (const FoyerSeller *seller)
{
  g_autofree char *rest = NULL;

  g_return_val_if_fail (seller != NULL, NULL);

  rest = say_seller (seller, " · ");

  return g_strdup_printf ("%s%s%s", get_name (seller), *rest != '\0' ? " · " : "", rest);
}

static void
set_people (FoyerDocumentText   *text,
            const FoyerDocument *document)
{
  const FoyerSeller *seller = document->seller;
  const FoyerBuyer *buyer = document->buyer;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  text->seller = g_strdup (get_name (seller));
  text->seller_lines = say_seller (seller, "\n");
  text->foot = foyer_words_seller (seller);
  if (buyer == NULL)
    return;

  /* Translators: above the name and the address of who gets an invoice */
  text->buyer_heading = g_strdup (_("Billed to"));
  text->buyer = g_strdup (*buyer->company != '\0' ? buyer->company : buyer->name);
  if (*buyer->company != '\0')
    add_text (lines, buyer->name);
  add_place (lines, buyer->street, buyer->postcode, buyer->city);
  add_numbers (lines, "", buyer->siren, buyer->vat_number);
  text->buyer_lines = join (lines, "\n");
}

/* "26 November 2026", or the first and the last of several days; %NULL where there are none. */
static char *
say_days (const FoyerDocument *document)
{
  FoyerDay first = FOYER_DAY_NONE, last = FOYER_DAY_NONE;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  for (guint i = 0; i < document->lines->len; i++)
    {
      FoyerDay day = ((const FoyerDocumentLine *) document->lines->pdata[i])->day;

      if (day == FOYER_DAY_NONE)
        continue;
      first = first == FOYER_DAY_NONE ? day : MIN (first, day);
      last = last == FOYER_DAY_NONE ? day : MAX (last, day);
    }
  if (first == FOYER_DAY_NONE)
    return NULL;

  start = foyer_words_day_with_year (first);
  end = foyer_words_day_with_year (last);
  if (first == last)
    return g_steal_pointer (&start);

  /* Translators: a range of days; the first and the last one */
  return g_strdup_printf (C_("range of days", "%s – %s"), start, end);
}

static gint64
get_due (const FoyerDocument *document)
{
  return document->kind == FOYER_DOCUMENT_INVOICE ? document->total_minor - document->paid_minor : 0;
}

static void
add_facts (FoyerDocumentText   *text,
           const FoyerDocument *document)
{
  g_autofree char *issued = foyer_words_day_with_year (document->issued);
  g_autofree char *days = say_days (document);

  foyer_text_rows_add (text->facts, C_("on an invoice", "Issued on"), issued, TRUE);
  if (days != NULL)
    foyer_text_rows_add (text->facts, C_("on an invoice", "Date of service"), days, FALSE);
  if (*document->credits != '\0')
    foyer_text_rows_add (text->facts, C_("on a credit note", "Corrects"), document->credits, TRUE);
  if (*document->reference != '\0')
    {
      g_autofree char *reference = foyer_iban_group (document->reference);

      foyer_text_rows_add (text->facts, C_("on an invoice", "Reference"), reference, FALSE);
    }
  if (get_due (document) > 0)
    {
      FoyerDay due = document->issued + (FoyerDay) foyer_words_law_value ("payment-days");
      g_autofree char *day = foyer_words_day_with_year (due);

      foyer_text_rows_add (text->facts, C_("on an invoice", "To be paid by"), day, TRUE);
    }
}

/* The price of one without tax, rounded as the sums of a document are. */
static gint64
get_net (const FoyerDocument *document,
         gint64               minor)
{
  gint64 parts = 10000 + document->seller->vat_bp;
  gint64 whole = minor / parts * 10000;
  gint64 rest = minor % parts;

  return whole + (2 * rest * 10000 + parts) / (2 * parts);
}

static void
add_lines (FoyerDocumentText   *text,
           const FoyerDocument *document)
{
  gboolean taxed = document->seller->vat_bp > 0;

  text->columns[0] = g_strdup (C_("column of an invoice", "What"));
  text->columns[1] = g_strdup (C_("column of an invoice", "Quantity"));
  text->columns[2] = g_strdup (taxed ? C_("column of an invoice", "Price excl. VAT") : C_("column of an invoice", "Price"));
  text->columns[3] = g_strdup (taxed ? C_("column of an invoice", "Total incl. VAT") : C_("column of an invoice", "Total"));
  for (guint i = 0; i < document->lines->len; i++)
    {
      const FoyerDocumentLine *line = document->lines->pdata[i];
      g_autofree char *day = line->day != FOYER_DAY_NONE ? foyer_words_day_with_year (line->day) : g_strdup ("");
      g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, line->quantity);
      g_autofree char *unit = say_amount (document, taxed ? get_net (document, line->unit_minor) : line->unit_minor);
      g_autofree char *total = say_amount (document, line->total_minor);

      foyer_document_text_add_line (text, line->label, day, quantity, unit, total);
    }
}

static void
add_total (FoyerDocumentText   *text,
           const FoyerDocument *document,
           const char          *label,
           gint64               minor,
           gboolean             strong)
{
  g_autofree char *amount = say_amount (document, minor);

  foyer_text_rows_add (text->totals, label, amount, strong);
}

/* "20", "5.5", "5,5" where a comma is the decimal mark. */
static char *
say_rate (int basis_points)
{
  char *rate = g_strdup_printf ("%d.%02d", basis_points / 100, basis_points % 100);
  gsize length = strlen (rate);

  while (rate[length - 1] == '0')
    rate[--length] = '\0';
  if (rate[length - 1] == '.')
    rate[--length] = '\0';

  return foyer_words_cell_separator () == ';' ? g_strdelimit (rate, ".", ',') : rate;
}

static void
add_totals (FoyerDocumentText   *text,
            const FoyerDocument *document)
{
  int vat_bp = document->seller->vat_bp;
  gint64 due = get_due (document);
  const char *total = document->kind == FOYER_DOCUMENT_CREDIT_NOTE ? _("Total given back") : C_("sum of an invoice", "Total");

  if (vat_bp > 0)
    {
      g_autofree char *rate = say_rate (vat_bp);
      /* Translators: %s is the rate of a tax, "20" or "5.5" */
      g_autofree char *vat = g_strdup_printf (_("VAT %s %%"), rate);

      add_total (text, document, _("Total excl. VAT"), document->net_minor, FALSE);
      add_total (text, document, vat, document->vat_minor, FALSE);
      total = document->kind == FOYER_DOCUMENT_CREDIT_NOTE ? _("Total given back, VAT included") : _("Total incl. VAT");
    }
  add_total (text, document, total, document->total_minor, due <= 0);
  if (due > 0)
    {
      if (document->paid_minor > 0)
        add_total (text, document, _("Already paid"), document->paid_minor, FALSE);
      add_total (text, document, _("To pay"), due, TRUE);
    }
}

/* What is written when all is paid. The words of each method stand alone: many languages bend them. */
static char *
say_paid (const FoyerDocument *document)
{
  g_autofree char *day = foyer_words_day_with_year (document->issued);
  gboolean back = document->kind == FOYER_DOCUMENT_CREDIT_NOTE;

  if (document->paid_minor < document->total_minor)
    return NULL;
  if (g_str_equal (document->method, "cash"))
    /* Translators: %s is a day */
    return g_strdup_printf (back ? _("Given back in cash, %s") : _("Paid in cash, %s"), day);
  if (g_str_equal (document->method, "transfer"))
    /* Translators: %s is a day */
    return g_strdup_printf (back ? _("Given back by bank transfer, %s") : _("Paid by bank transfer, %s"), day);
  if (g_str_equal (document->method, "card"))
    /* Translators: %s is a day */
    return g_strdup_printf (back ? _("Given back to the card, %s") : _("Paid by card, %s"), day);

  return g_strdup (back ? _("Given back") : _("Paid"));
}

/* How an invoice is paid by transfer. What fits into no code is still said as text. */
static FoyerTransferText *
make_transfer (const FoyerDocument *document)
{
  const FoyerSeller *seller = document->seller;
  const char *holder = *seller->account_name != '\0' ? seller->account_name : seller->name;
  gint64 due = get_due (document);
  g_autofree char *payload = NULL;
  g_autofree char *account = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *amount = NULL;
  FoyerTransferText *text;

  if (due <= 0 || *seller->iban == '\0' || !g_str_equal (document->currency, "EUR"))
    return NULL;

  payload = foyer_transfer_make_payload (holder, seller->iban, seller->bic, due, document->reference, NULL);
  account = foyer_iban_group (seller->iban);
  reference = foyer_iban_group (document->reference);
  amount = say_amount (document, due);
  text = foyer_transfer_text_new (payload != NULL ? payload : "", _("To pay by bank transfer"),
                                  _("Scan the code with the app of your bank. If it cannot read it, copy these lines: they say "
                                    "the same."));
  foyer_text_rows_add (text->rows, C_("of a bank transfer", "Account holder"), holder, FALSE);
  foyer_text_rows_add (text->rows, "IBAN", account, TRUE);
  if (*seller->bic != '\0')
    foyer_text_rows_add (text->rows, "BIC", seller->bic, FALSE);
  foyer_text_rows_add (text->rows, C_("of a bank transfer", "Amount"), amount, FALSE);
  if (*document->reference != '\0')
    foyer_text_rows_add (text->rows, C_("of a bank transfer", "Reference"), reference, TRUE);

  return text;
}

static void
add_notes (FoyerDocumentText   *text,
           const FoyerDocument *document)
{
  if (!is_french (document->seller))
    return;

  if (document->seller->vat_bp == 0)
    add_text (text->notes, foyer_words_law_text ("vat-exemption"));
  if (document->kind == FOYER_DOCUMENT_RECEIPT)
    return;

  add_text (text->notes, _("Kind of operation: provision of services. No discount is given for early payment."));
  if (document->kind == FOYER_DOCUMENT_INVOICE && is_business (document->buyer))
    {
      FoyerMoney fee = { .minor = foyer_words_law_value ("recovery-fee-minor"), .currency = "EUR" };
      int points = (int) foyer_words_law_value ("late-payment-points");
      g_autofree char *amount = foyer_words_money (fee);
      /* Translators: what French law wants on an invoice to a business; %1$d is a number of points, %2$s an amount */
      g_autofree char *late = g_strdup_printf (_("If it is paid late, penalties are due at the rate of the European Central Bank "
                                                 "plus %1$d points, and %2$s for the costs of recovery (Code de commerce, "
                                                 "art. L441-10 and D441-5)."), points, amount);

      add_text (text->notes, late);
    }
}

FoyerPaper *
foyer_words_document_paper (const FoyerDocument *document,
                            gboolean             on_roll)
{
  FoyerDocumentText *text;

  g_return_val_if_fail (document != NULL, NULL);

  text = foyer_document_text_new ();
  text->kind = foyer_words_document_kind (document->kind);
  text->number = g_strdup (document->number);
  text->language = g_strdup (foyer_words_language () == FOYER_LANGUAGE_FRENCH ? "fr" : "en");
  text->issued_ms = document->issued_ms;
  text->page_words = foyer_words_page;
  set_people (text, document);
  add_facts (text, document);
  add_lines (text, document);
  add_totals (text, document);
  text->paid = say_paid (document);
  text->transfer = make_transfer (document);
  add_notes (text, document);

  return on_roll ? FOYER_PAPER (foyer_till_receipt_new (text)) : FOYER_PAPER (foyer_document_sheet_new (text));
}
