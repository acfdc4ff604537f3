/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a screen that everybody sees shows of names. */

/* "Marie" of "Marie Dupont" */
char     *foyer_kiosk_names_first   (const char          *name);
/* Whether so much was typed that people may be shown: two letters or more. */
gboolean  foyer_kiosk_names_enough  (const char          *typed);
/* Whether each word of @typed begins a word of @name, in any order, accents and case folded. */
gboolean  foyer_kiosk_names_match   (const char          *name,
                                     const char          *typed);
/* Whether @typed is the whole of @name. */
gboolean  foyer_kiosk_names_is_same (const char          *name,
                                     const char          *typed);
/* The first names, with the first letter of the last one where two of them are the same:
 * "Marie D.", "Marie L.". Where that is the same, too, "" for each: nobody can tell them apart. */
char    **foyer_kiosk_names_label   (const char * const  *names);

G_END_DECLS
