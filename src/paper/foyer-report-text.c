/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-report-text.h"

static void
column_free (gpointer data)
{
  FoyerReportColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

/**
 * foyer_report_text_new:
 *
 * Returns: (transfer full): the words of a report, none yet
 */
FoyerReportText *
foyer_report_text_new (void)
{
  FoyerReportText *self = g_new0 (FoyerReportText, 1);

  self->figures = foyer_text_rows_new ();
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->totals = foyer_text_rows_new ();
  self->signatures = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * foyer_report_text_free:
 * @self: (transfer full): the words of a report
 *
 * Frees them.
 */
void
foyer_report_text_free (FoyerReportText *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_free (self->language);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->totals);
  g_free (self->seal_heading);
  g_free (self->seal);
  g_ptr_array_unref (self->signatures);
  g_ptr_array_unref (self->notes);
  g_free (self->foot);
  g_free (self);
}

/**
 * foyer_report_text_add_column:
 * @self: the words of a report
 * @heading: what stands above it
 * @share: of the width, beside the shares of the others
 * @is_number: whether it ends at the right
 *
 * Adds a column, behind those that are there.
 */
void
foyer_report_text_add_column (FoyerReportText *self,
                              const char      *heading,
                              double           share,
                              gboolean         is_number)
{
  FoyerReportColumn *column;

  g_return_if_fail (self != NULL && heading != NULL && share > 0);

  column = g_new0 (FoyerReportColumn, 1);
  column->heading = g_strdup (heading);
  column->share = share;
  column->is_number = is_number;
  g_ptr_array_add (self->columns, column);
}
