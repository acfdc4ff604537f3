/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-document-number.h"

#include "core/foyer-error.h"

#define YEAR_MIN 1900
#define YEAR_MAX 9999
#define SERIES_MAX 9999

/* Facture and avoir: the numbers are read in France first, and the same everywhere. */
static const char *kind_letters[] = {
  [FOYER_DOCUMENT_RECEIPT] = "",
  [FOYER_DOCUMENT_INVOICE] = "F",
  [FOYER_DOCUMENT_CREDIT_NOTE] = "A",
};

/**
 * foyer_document_number_format:
 * @self: a number
 *
 * Writes a number as people read it. The part before the last hyphen is its series.
 *
 * Returns: (transfer full): the text
 */
char *
foyer_document_number_format (const FoyerDocumentNumber *self)
{
  g_autofree char *restore = NULL;
  g_autofree char *space = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->n_restores >= 0 && self->n_restores <= SERIES_MAX, NULL);
  g_return_val_if_fail (self->space >= 1 && self->space <= SERIES_MAX, NULL);
  g_return_val_if_fail (self->year >= YEAR_MIN && self->year <= YEAR_MAX, NULL);
  g_return_val_if_fail (self->n >= 1 && self->n <= FOYER_DOCUMENT_NUMBER_MAX, NULL);

  restore = self->n_restores > 0 ? g_strdup_printf ("R%d-", self->n_restores) : g_strdup ("");
  space = self->space > 1 ? g_strdup_printf ("S%d-", self->space) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%d-%04d", restore, space, kind_letters[self->kind], self->year, self->n);
}

/* A number of at most @digits_max digits; *@text goes on behind it. */
static gboolean
read_digits (const char **text,
             int          digits_max,
             int         *value)
{
  int n_digits = 0;

  *value = 0;
  for (; g_ascii_isdigit (**text); (*text)++, n_digits++)
    {
      if (n_digits == digits_max)
        return FALSE;
      *value = *value * 10 + (**text - '0');
    }

  return n_digits > 0;
}

static gboolean
read_prefix (const char **text,
             char         letter,
             int         *value)
{
  if (**text != letter)
    return TRUE;

  (*text)++;
  return read_digits (text, 4, value) && *(*text)++ == '-';
}

static gboolean
read_number (const char          *text,
             FoyerDocumentNumber *number)
{
  if (!read_prefix (&text, 'R', &number->n_restores) || !read_prefix (&text, 'S', &number->space))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kind_letters); i++)
    if (*kind_letters[i] != '\0' && *text == *kind_letters[i])
      {
        number->kind = (FoyerDocumentKind) i;
        text++;
        break;
      }

  return read_digits (&text, 4, &number->year) && *text++ == '-'
         && read_digits (&text, 8, &number->n) && *text == '\0'
         && number->space >= 1 && number->year >= YEAR_MIN && number->n >= 1;
}

/**
 * foyer_document_number_parse:
 * @text: what was typed
 * @number: (out caller-allocates): the number
 * @error: return location for an error
 *
 * Reads a number exactly as [func@document_number_format] writes it. Fails with %FOYER_ERROR_INVALID.
 *
 * Returns: whether @text is one
 */
gboolean
foyer_document_number_parse (const char           *text,
                             FoyerDocumentNumber  *number,
                             GError              **error)
{
  FoyerDocumentNumber read = { .space = 1, .kind = FOYER_DOCUMENT_RECEIPT };
  g_autofree char *again = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  /* One number has one text: "S1-2026-0001" and "2026-1" are none. */
  if (read_number (text, &read))
    again = foyer_document_number_format (&read);
  if (g_strcmp0 (again, text) != 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "Not a number of a document");
      return FALSE;
    }

  *number = read;
  return TRUE;
}
