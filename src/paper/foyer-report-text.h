/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-document-text.h"

G_BEGIN_DECLS

/**
 * FoyerReportColumn:
 * @heading: what stands above it
 * @share: of the width, beside the shares of the others
 * @is_number: whether it ends at the right
 *
 * A column of a report.
 */
typedef struct {
  char    *heading;
  double   share;
  gboolean is_number;
} FoyerReportColumn;

/**
 * FoyerReportText:
 * @title: "Day close"
 * @subtitle: of which day and where
 * @author: whose it is
 * @language: of its words, as in BCP 47
 * @issued_ms: when what it says was written down, UTC
 * @figures: (element-type FoyerTextRow): what is seen first, at most four
 * @columns: (element-type FoyerReportColumn): of the table
 * @rows: (element-type GStrv): of the table, a cell a column
 * @totals: (element-type FoyerTextRow): what it comes to
 * @seal_heading: (nullable): what the seal is for
 * @seal: (nullable): a hash in hexadecimal digits
 * @signatures: (element-type utf8): what is written by hand
 * @notes: (element-type utf8): a paragraph each
 * @foot: at the bottom of each page
 * @page_words: numbers the pages
 *
 * What a list for an accountant or the close of a day says, in finished words.
 */
typedef struct {
  char          *title;
  char          *subtitle;
  char          *author;
  char          *language;
  gint64         issued_ms;
  GPtrArray     *figures;
  GPtrArray     *columns;
  GPtrArray     *rows;
  GPtrArray     *totals;
  char          *seal_heading;
  char          *seal;
  GPtrArray     *signatures;
  GPtrArray     *notes;
  char          *foot;
  FoyerPageWords page_words;
} FoyerReportText;

FoyerReportText *foyer_report_text_new        (void);
void             foyer_report_text_free       (FoyerReportText *self);
void             foyer_report_text_add_column (FoyerReportText *self,
                                               const char      *heading,
                                               double           share,
                                               gboolean         is_number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerReportText, foyer_report_text_free)

G_END_DECLS
