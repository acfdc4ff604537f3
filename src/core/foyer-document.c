/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-document.h"

#include "core/foyer-error.h"
#include "core/foyer-money.h"

static const char *kind_names[] = {
  [FOYER_DOCUMENT_RECEIPT] = "receipt",
  [FOYER_DOCUMENT_INVOICE] = "invoice",
  [FOYER_DOCUMENT_CREDIT_NOTE] = "credit-note",
};

/**
 * foyer_document_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, for files and machines
 */
const char *
foyer_document_kind_get_name (FoyerDocumentKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * foyer_document_kind_parse:
 * @name: (nullable): a name
 * @kind: (out): the kind, untouched where @name is none
 *
 * Reads the name of a kind, exactly as [func@document_kind_get_name] gives it.
 *
 * Returns: whether @name is one
 */
gboolean
foyer_document_kind_parse (const char        *name,
                           FoyerDocumentKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (FoyerDocumentKind) i;
        return TRUE;
      }

  return FALSE;
}

/* No text of a record is NULL. */
static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * foyer_seller_new:
 *
 * Returns: (transfer full): a seller of whom nothing is known
 */
FoyerSeller *
foyer_seller_new (void)
{
  const FoyerSeller nobody = { .vat_bp = 0 };

  return foyer_seller_copy (&nobody);
}

/**
 * foyer_seller_copy:
 * @self: a seller
 *
 * Returns: (transfer full): the same
 */
FoyerSeller *
foyer_seller_copy (const FoyerSeller *self)
{
  FoyerSeller *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (FoyerSeller, 1);
  copy->name = copy_text (self->name);
  copy->trade_name = copy_text (self->trade_name);
  copy->is_ei = self->is_ei;
  copy->street = copy_text (self->street);
  copy->postcode = copy_text (self->postcode);
  copy->city = copy_text (self->city);
  copy->country = copy_text (self->country);
  copy->siren = copy_text (self->siren);
  copy->siret = copy_text (self->siret);
  copy->vat_number = copy_text (self->vat_number);
  copy->vat_bp = self->vat_bp;
  copy->account_name = copy_text (self->account_name);
  copy->iban = copy_text (self->iban);
  copy->bic = copy_text (self->bic);

  return copy;
}

/**
 * foyer_seller_free:
 * @self: (nullable) (transfer full): a seller
 *
 * Frees @self.
 */
void
foyer_seller_free (FoyerSeller *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->trade_name);
  g_free (self->street);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self->country);
  g_free (self->siren);
  g_free (self->siret);
  g_free (self->vat_number);
  g_free (self->account_name);
  g_free (self->iban);
  g_free (self->bic);
  g_free (self);
}

/**
 * foyer_buyer_new:
 *
 * Returns: (transfer full): a buyer of whom nothing is known
 */
FoyerBuyer *
foyer_buyer_new (void)
{
  const FoyerBuyer nobody = { .name = NULL };

  return foyer_buyer_copy (&nobody);
}

/**
 * foyer_buyer_copy:
 * @self: a buyer
 *
 * Returns: (transfer full): the same
 */
FoyerBuyer *
foyer_buyer_copy (const FoyerBuyer *self)
{
  FoyerBuyer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (FoyerBuyer, 1);
  copy->name = copy_text (self->name);
  copy->company = copy_text (self->company);
  copy->street = copy_text (self->street);
  copy->postcode = copy_text (self->postcode);
  copy->city = copy_text (self->city);
  copy->country = copy_text (self->country);
  copy->siren = copy_text (self->siren);
  copy->vat_number = copy_text (self->vat_number);

  return copy;
}

/**
 * foyer_buyer_free:
 * @self: (nullable) (transfer full): a buyer
 *
 * Frees @self.
 */
void
foyer_buyer_free (FoyerBuyer *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->company);
  g_free (self->street);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self->country);
  g_free (self->siren);
  g_free (self->vat_number);
  g_free (self);
}

static void
free_line (gpointer data)
{
  FoyerDocumentLine *line = data;

  g_free (line->label);
  g_free (line);
}

/**
 * foyer_document_new:
 * @kind: what it is
 * @currency: ISO 4217 code
 *
 * Returns: (transfer full): a document about nothing, by a seller of whom nothing is known
 */
FoyerDocument *
foyer_document_new (FoyerDocumentKind  kind,
                    const char        *currency)
{
  FoyerDocument *self;

  g_return_val_if_fail (foyer_currency_is_valid (currency), NULL);

  self = g_new0 (FoyerDocument, 1);
  self->id = g_strdup ("");
  self->number = g_strdup ("");
  self->kind = kind;
  self->issued = FOYER_DAY_NONE;
  g_strlcpy (self->currency, currency, sizeof self->currency);
  self->seller = foyer_seller_new ();
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->method = g_strdup ("");
  self->reference = g_strdup ("");
  self->credits = g_strdup ("");

  return self;
}

/**
 * foyer_document_free:
 * @self: (nullable) (transfer full): a document
 *
 * Frees @self.
 */
void
foyer_document_free (FoyerDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->number);
  g_clear_pointer (&self->seller, foyer_seller_free);
  g_clear_pointer (&self->buyer, foyer_buyer_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->method);
  g_free (self->reference);
  g_free (self->credits);
  g_free (self);
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "The sum of a document is too large");

  return FALSE;
}

/**
 * foyer_document_add_line:
 * @self: a document that was not issued
 * @label: what was sold
 * @day: on which day it was had, or %FOYER_DAY_NONE
 * @quantity: how many
 * @unit_minor: the price of one, tax included
 * @error: return location for an error
 *
 * Adds a line. Fails with %FOYER_ERROR_TOO_MUCH where its sum is out of bounds, and with
 * %FOYER_ERROR_INVALID where there are too many lines; then nothing was added.
 *
 * Returns: whether it was added
 */
gboolean
foyer_document_add_line (FoyerDocument  *self,
                         const char     *label,
                         FoyerDay        day,
                         gint64          quantity,
                         gint64          unit_minor,
                         GError        **error)
{
  FoyerDocumentLine *line;
  gint64 total;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (label != NULL && *label != '\0', FALSE);

  if (self->lines->len >= FOYER_DOCUMENT_LINES_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "A document has at most %d lines", FOYER_DOCUMENT_LINES_MAX);
      return FALSE;
    }
  if (quantity < 1 || unit_minor < 0 || __builtin_mul_overflow (quantity, unit_minor, &total) || total > FOYER_MONEY_MAX)
    return fail_too_large (error);

  line = g_new0 (FoyerDocumentLine, 1);
  line->label = g_strdup (label);
  line->day = day;
  line->quantity = quantity;
  line->unit_minor = unit_minor;
  line->total_minor = total;
  g_ptr_array_add (self->lines, line);

  return TRUE;
}

/**
 * foyer_document_sum:
 * @self: a document that was not issued
 * @error: return location for an error
 *
 * Sums the lines. Prices include the tax, so that it is taken out of the sum of all lines once and
 * rounded to the nearest minor unit, half a unit up: tax and net always make the sum.
 *
 * Fails with %FOYER_ERROR_TOO_MUCH where the sum is too large, and with %FOYER_ERROR_INVALID where it
 * is nothing.
 *
 * Returns: whether the sums are said
 */
gboolean
foyer_document_sum (FoyerDocument  *self,
                    GError        **error)
{
  gint64 total = 0, parts;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->seller->vat_bp >= 0 && self->seller->vat_bp <= FOYER_VAT_MAX, FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const FoyerDocumentLine *line = self->lines->pdata[i];

      if (__builtin_add_overflow (total, line->total_minor, &total) || total > FOYER_MONEY_MAX)
        return fail_too_large (error);
    }
  if (total == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "A document about nothing is not issued");
      return FALSE;
    }

  parts = 10000 + self->seller->vat_bp;
  self->total_minor = total;
  self->vat_minor = (2 * total * self->seller->vat_bp + parts) / (2 * parts);
  self->net_minor = total - self->vat_minor;

  return TRUE;
}
