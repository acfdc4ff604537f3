/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Text for terminals and one JSON document for scripts. All of it is UTF-8, whatever
 * the locale's encoding, and is written at the end, when the database is closed. */

/* Returns: (transfer full): @text where nothing commands a terminal or turns the
 * direction of what follows: such characters and broken UTF-8 become U+FFFD */
char     *foyer_cli_make_printable (const char   *text);
/* The same, short enough to be quoted in a sentence. */
char     *foyer_cli_quote          (const char   *text);

/* Appends @text in lines of at most @width columns, each after @indent blanks. Empty
 * lines of @text part paragraphs. */
void      foyer_cli_append_wrapped (GString      *out,
                                    const char   *text,
                                    int           indent,
                                    int           width);

/**
 * FoyerCliTable:
 *
 * Rows of cells in columns as wide as their widest cell on a terminal.
 */
typedef struct _FoyerCliTable FoyerCliTable;

FoyerCliTable *foyer_cli_table_new    (int            n_columns,
                                       int            indent);
void           foyer_cli_table_free   (FoyerCliTable *self);
/* @n_columns texts, any of which may be %NULL. */
void           foyer_cli_table_add    (FoyerCliTable *self,
                                       ...);
/* Numbers and amounts end at the same column. */
void           foyer_cli_table_align_end (FoyerCliTable *self,
                                       int            column);
void           foyer_cli_table_print  (FoyerCliTable *self,
                                       GString       *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCliTable, foyer_cli_table_free)

/* Returns: (transfer full): the document on one line */
char     *foyer_cli_json_to_text   (JsonBuilder  *builder);

/* Opens what is missing of descriptors 0 to 2, so that no file of the profile can
 * become "standard output". Before anything else. */
void      foyer_cli_guard_streams  (void);
/* Writes all of @text. FOYER_CLI_ERROR_OUTPUT when it cannot be written. */
gboolean  foyer_cli_write_answer   (const char   *text,
                                    GError      **error);
void      foyer_cli_write_complaint (const char  *sentence);

G_END_DECLS
