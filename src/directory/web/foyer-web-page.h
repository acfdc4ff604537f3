/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-exchange.h"
#include "directory/web/foyer-html.h"
#include "directory/web/foyer-web-language.h"
#include "protocol/foyer-directory-info.h"

G_BEGIN_DECLS

#define FOYER_WEB_HOME "https://foyerdesk.github.io/"

/**
 * FoyerWebPage:
 * @language: of its words
 * @info: what the directory says about itself
 * @title: of the window, without the directory's name
 * @about: one sentence for who finds it elsewhere
 * @path: where it is, with what makes it this page and no other
 * @section: (nullable): "search" or "about", which of the header's links leads here
 * @find: whether search engines may keep it
 * @json_ld: (nullable): what machines read
 *
 * What stands around the content of a page.
 */
typedef struct {
  const FoyerWebLanguage   *language;
  const FoyerDirectoryInfo *info;
  const char               *title;
  const char               *about;
  const char               *path;
  const char               *section;
  gboolean                  find;
  GBytes                   *json_ld;
} FoyerWebPage;

/* Opens a page up to its main part, and ends it. Between the two, the thread speaks the
 * page's language. */
FoyerHtml     *foyer_web_page_begin (FoyerWebPage  *self);
FoyerResponse *foyer_web_page_end   (FoyerWebPage  *self,
                                     FoyerHtml     *html,
                                     int            status,
                                     const char    *cache);

G_END_DECLS
