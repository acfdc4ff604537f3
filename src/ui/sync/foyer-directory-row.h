/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The setting that holds the address of the person's directory; "" before there is one. */
#define FOYER_DIRECTORY_KEY "directory"

/**
 * FoyerDirectoryRow:
 *
 * A line for the address of a directory, which is remembered for all pages. What people type
 * is completed ("foyer.example.org"); what cannot be an address is said at the line itself.
 */
#define FOYER_TYPE_DIRECTORY_ROW (foyer_directory_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDirectoryRow, foyer_directory_row, FOYER, DIRECTORY_ROW, AdwEntryRow)

/**
 * FoyerDirectoryRow::problem:
 * @sentence: (nullable): what is wrong with what was typed; %NULL for nothing any more
 */

/* Takes what is typed. Returns: whether it is an address, which is remembered then */
gboolean foyer_directory_row_take (FoyerDirectoryRow *self);

G_END_DECLS
