/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-document-text.h"

static void
row_free (gpointer data)
{
  FoyerTextRow *row = data;

  g_free (row->label);
  g_free (row->value);
  g_free (row);
}

static void
line_free (gpointer data)
{
  FoyerTextLine *line = data;

  g_free (line->label);
  g_free (line->detail);
  g_free (line->quantity);
  g_free (line->unit);
  g_free (line->total);
  g_free (line);
}

/**
 * foyer_text_rows_new:
 *
 * Returns: (transfer full) (element-type FoyerTextRow): no rows
 */
GPtrArray *
foyer_text_rows_new (void)
{
  return g_ptr_array_new_with_free_func (row_free);
}

/**
 * foyer_text_rows_add:
 * @rows: (element-type FoyerTextRow): rows
 * @label: what it is
 * @value: and how much, or which
 * @strong: whether it is what the eye is to find
 *
 * Adds a row, below those that are there.
 */
void
foyer_text_rows_add (GPtrArray  *rows,
                     const char *label,
                     const char *value,
                     gboolean    strong)
{
  FoyerTextRow *row;

  g_return_if_fail (rows != NULL && label != NULL && value != NULL);

  row = g_new0 (FoyerTextRow, 1);
  row->label = g_strdup (label);
  row->value = g_strdup (value);
  row->strong = strong;
  g_ptr_array_add (rows, row);
}

/**
 * foyer_transfer_text_new:
 * @payload: what an app of a bank reads from the code (EPC069-12)
 * @heading: what it is for
 * @note: what helps who cannot scan it
 *
 * Returns: (transfer full): the words of a transfer, without rows
 */
FoyerTransferText *
foyer_transfer_text_new (const char *payload,
                         const char *heading,
                         const char *note)
{
  FoyerTransferText *self;

  g_return_val_if_fail (payload != NULL && heading != NULL && note != NULL, NULL);

  self = g_new0 (FoyerTransferText, 1);
  self->payload = g_strdup (payload);
  self->heading = g_strdup (heading);
  self->note = g_strdup (note);
  self->rows = foyer_text_rows_new ();

  return self;
}

/**
 * foyer_transfer_text_free:
 * @self: (transfer full): the words of a transfer
 *
 * Frees them.
 */
void
foyer_transfer_text_free (FoyerTransferText *self)
{
  g_free (self->payload);
  g_free (self->heading);
  g_free (self->note);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * foyer_document_text_new:
 *
 * Returns: (transfer full): the words of a document, none yet
 */
FoyerDocumentText *
foyer_document_text_new (void)
{
  FoyerDocumentText *self = g_new0 (FoyerDocumentText, 1);

  self->facts = foyer_text_rows_new ();
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->totals = foyer_text_rows_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * foyer_document_text_free:
 * @self: (transfer full): the words of a document
 *
 * Frees them.
 */
void
foyer_document_text_free (FoyerDocumentText *self)
{
  g_free (self->kind);
  g_free (self->number);
  g_free (self->language);
  g_free (self->seller);
  g_free (self->seller_lines);
  g_free (self->buyer_heading);
  g_free (self->buyer);
  g_free (self->buyer_lines);
  g_ptr_array_unref (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (self->columns); i++)
    g_free (self->columns[i]);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->totals);
  g_free (self->paid);
  g_clear_pointer (&self->transfer, foyer_transfer_text_free);
  g_ptr_array_unref (self->notes);
  g_free (self->foot);
  g_free (self);
}

/**
 * foyer_document_text_title:
 * @self: the words of a document
 *
 * Returns: (transfer full): what a print queue and a reader of PDF call it: "Invoice F2026-0001"
 */
char *
foyer_document_text_title (const FoyerDocumentText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s %s", self->kind, self->number);
}

/**
 * foyer_document_text_add_line:
 * @self: the words of a document
 * @label: what was sold
 * @detail: "" or more of it, such as its day
 * @quantity: how many
 * @unit: what one costs
 * @total: what all cost
 *
 * Adds a line, below those that are there.
 */
void
foyer_document_text_add_line (FoyerDocumentText *self,
                              const char        *label,
                              const char        *detail,
                              const char        *quantity,
                              const char        *unit,
                              const char        *total)
{
  FoyerTextLine *line;

  g_return_if_fail (self != NULL && label != NULL && detail != NULL);
  g_return_if_fail (quantity != NULL && unit != NULL && total != NULL);

  line = g_new0 (FoyerTextLine, 1);
  line->label = g_strdup (label);
  line->detail = g_strdup (detail);
  line->quantity = g_strdup (quantity);
  line->unit = g_strdup (unit);
  line->total = g_strdup (total);
  g_ptr_array_add (self->lines, line);
}
