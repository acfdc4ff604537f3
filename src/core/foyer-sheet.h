/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSheet:
 * @name: what its rows are, a word for machines such as "bookings"
 * @columns: (array zero-terminated=1): their names; one that ends in "#" has whole numbers
 * @rows: (element-type GStrv): as many texts each as there are columns
 *
 * Rows of texts on their way to a file of whatever format. A record, read only for who gets it.
 */
typedef struct {
  char       *name;
  char      **columns;
  GPtrArray  *rows;
} FoyerSheet;

/* @columns: parted by a blank */
FoyerSheet *foyer_sheet_new  (const char *name,
                              const char *columns);
void        foyer_sheet_free (FoyerSheet *self);
/* @row: (transfer full) */
void        foyer_sheet_add  (FoyerSheet *self,
                              char      **row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSheet, foyer_sheet_free)

G_END_DECLS
