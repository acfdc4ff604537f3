/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a list of rows becomes another one while the rows that stay are left alone, so
 * that focus and scroll position stay with them. */

typedef enum {
  FOYER_ROW_REMOVE,            /* the row at @position */
  FOYER_ROW_INSERT,            /* a new row at @position, for @id */
} FoyerRowChangeKind;

typedef struct {
  FoyerRowChangeKind kind;
  guint              position;  /* in the list as the changes before this one left it */
  const char        *id;        /* (transfer none): of the new list, or of the old one removed */
} FoyerRowChange;

/* @old and @new: (array zero-terminated=1): ids, each at most once in its list.
 * Returns: (transfer full) (element-type FoyerRowChange): to be applied in order */
GArray *foyer_row_diff (const char * const *old,
                        const char * const *new);

G_END_DECLS
