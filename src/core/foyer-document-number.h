/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-document.h"

G_BEGIN_DECLS

/**
 * FOYER_DOCUMENT_NUMBER_MAX:
 *
 * The most documents of a series in a year.
 */
#define FOYER_DOCUMENT_NUMBER_MAX 99999999

/**
 * FoyerDocumentNumber:
 * @n_restores: how often the book was restored from a backup before; each makes new series
 * @space: which of the spaces it is, from 1
 * @year: of the issue
 * @n: from 1, without gaps within a series
 *
 * The number of a document: "2026-0001", of the second space "S2-2026-0001", after a restore
 * "R1-2026-0001". Invoices and credit notes count for themselves, "F2026-0001" and "A2026-0001".
 */
typedef struct {
  int               n_restores;
  int               space;
  FoyerDocumentKind kind;
  int               year;
  int               n;
} FoyerDocumentNumber;

char     *foyer_document_number_format (const FoyerDocumentNumber *self);
gboolean  foyer_document_number_parse  (const char                *text,
                                        FoyerDocumentNumber       *number,
                                        GError                   **error);

G_END_DECLS
