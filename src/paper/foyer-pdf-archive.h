/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerPdfFacts:
 * @title: what the document is called
 * @author: (nullable): who issued it
 * @language: (nullable): of its words, as in BCP 47
 * @made_ms: when it was made, UTC
 * @invoice: (nullable): the same document as CII of EN 16931, which goes into the file
 *
 * What is said about a PDF outside of its pages.
 */
typedef struct {
  const char *title;
  const char *author;
  const char *language;
  gint64      made_ms;
  GBytes     *invoice;
} FoyerPdfFacts;

GBytes *foyer_pdf_archive (GBytes               *pdf,
                           const FoyerPdfFacts  *facts,
                           GError              **error);

G_END_DECLS
