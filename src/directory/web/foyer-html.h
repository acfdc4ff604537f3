/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerHtml:
 *
 * Writes a page of HTML. Names of elements and attributes are the program's own; texts and
 * values may be anybody's, and are escaped for where they stand. There is no way to write
 * text as it is, and what was opened is closed in order.
 */
typedef struct _FoyerHtml FoyerHtml;

FoyerHtml *foyer_html_new       (void);
GBytes    *foyer_html_end       (FoyerHtml   *self);
void       foyer_html_free      (FoyerHtml   *self);

void       foyer_html_open      (FoyerHtml   *self,
                                 const char  *element,
                                 ...) G_GNUC_NULL_TERMINATED;
void       foyer_html_close     (FoyerHtml   *self);
void       foyer_html_add       (FoyerHtml   *self,
                                 const char  *element,
                                 const char  *text,
                                 ...) G_GNUC_NULL_TERMINATED;
void       foyer_html_add_void  (FoyerHtml   *self,
                                 const char  *element,
                                 ...) G_GNUC_NULL_TERMINATED;
void       foyer_html_text      (FoyerHtml   *self,
                                 const char  *text);
void       foyer_html_json      (FoyerHtml   *self,
                                 GBytes      *json);
void       foyer_html_asset     (FoyerHtml   *self,
                                 const char  *name);

gboolean   foyer_html_is_link   (const char  *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHtml, foyer_html_free)

G_END_DECLS
