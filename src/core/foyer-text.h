/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that people type. One line or several: composed (NFC), without the blanks at
 * its ends, without control characters (several lines keep their line feeds), without
 * the characters that turn the direction of what follows (U+202A–202E, 2066–2069),
 * and not longer than @max_chars characters. Anything else: FOYER_ERROR_INVALID,
 * whose message names @field. An empty text is refused where @max_chars is of a name. */
char    *foyer_text_clean_name  (const char  *text,
                                 const char  *field,
                                 gsize        max_chars,
                                 GError     **error);
char    *foyer_text_clean_line  (const char  *text,      /* may be empty */
                                 const char  *field,
                                 gsize        max_chars,
                                 GError     **error);
char    *foyer_text_clean_block (const char  *text,      /* several lines, may be empty */
                                 const char  *field,
                                 gsize        max_chars,
                                 GError     **error);
/* Several short lines, such as tags: empty and repeated ones are left out. */
char   **foyer_text_clean_list  (const char * const  *texts,
                                 const char          *field,
                                 gsize                max_texts,
                                 gsize                max_chars,
                                 GError             **error);
/* For search and for "the same name": case and accents folded, blanks single. */
char    *foyer_text_fold        (const char  *text);

/* Where the folded words of @needle stand in @text, for the bold letters of a result. */
typedef struct { gsize start; gsize end; } FoyerTextSpan;   /* bytes of @text, end not included */
GArray  *foyer_text_find        (const char  *text,
                                 const char  *needle);

#define FOYER_NAME_MAX 80
#define FOYER_LINE_MAX 200
#define FOYER_ABOUT_MAX 2000
#define FOYER_RULES_MAX 1000
#define FOYER_TAG_MAX 40
#define FOYER_TAGS_MAX 24

G_END_DECLS
