/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest texts, in characters. */
#define FOYER_NAME_MAX 80
#define FOYER_LINE_MAX 200
#define FOYER_ABOUT_MAX 2000
#define FOYER_RULES_MAX 1000
#define FOYER_TAG_MAX 40

/* The most tags of a space, and skills of a person. */
#define FOYER_TAGS_MAX 24

char    *foyer_text_clean_name  (const char          *text,
                                 const char          *field,
                                 gsize                max_chars,
                                 GError             **error);
char    *foyer_text_clean_line  (const char          *text,
                                 const char          *field,
                                 gsize                max_chars,
                                 GError             **error);
char    *foyer_text_clean_block (const char          *text,
                                 const char          *field,
                                 gsize                max_chars,
                                 GError             **error);
char   **foyer_text_clean_list  (const char * const  *texts,
                                 const char          *field,
                                 gsize                max_texts,
                                 gsize                max_chars,
                                 GError             **error);

char    *foyer_text_fold        (const char          *text);

/**
 * FoyerTextSpan:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A piece of a text, such as what a search shows in bold letters.
 */
typedef struct {
  gsize start;
  gsize end;
} FoyerTextSpan;

GArray  *foyer_text_find        (const char          *text,
                                 const char          *needle);

G_END_DECLS
