/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-sheet.h"

FoyerSheet *
foyer_sheet_new (const char *name,
                 const char *columns)
{
  FoyerSheet *self = g_new (FoyerSheet, 1);

  self->name = g_strdup (name);
  self->columns = g_strsplit (columns, " ", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
foyer_sheet_free (FoyerSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
foyer_sheet_add (FoyerSheet  *self,
                 char       **row)
{
  g_return_if_fail (g_strv_length (row) == g_strv_length (self->columns));

  g_ptr_array_add (self->rows, row);
}
