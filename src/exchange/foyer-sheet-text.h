/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-sheet.h"

G_BEGIN_DECLS

/**
 * foyer_sheet_to_csv:
 * @self: a sheet
 * @separator: ',' or, where that is the decimal mark, ';'
 *
 * Writes @self as RFC 4180 has it, UTF-8 with a byte order mark, all texts in quotes, names of the
 * columns first. What a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *foyer_sheet_to_csv  (const FoyerSheet *self,
                             char              separator);

/**
 * foyer_sheets_to_json:
 * @sheets: (element-type FoyerSheet): the sheets
 *
 * Writes @sheets as one object with an array of objects under the name of each (RFC 8259), with their
 * texts as they are.
 *
 * Returns: (transfer full): the bytes, with line feeds for people
 */
GBytes *foyer_sheets_to_json (GPtrArray       *sheets);

G_END_DECLS
