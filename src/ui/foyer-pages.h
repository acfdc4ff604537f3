/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerPageInfo:
 * @name: names the page in actions and tests, never shown
 * @title: for the sidebar; translate with gettext()
 * @icon_name: a symbolic icon
 * @visits: whether it is for who looks for a seat, else for who offers one
 * @archive: whether it also has something to show of a host whose spaces are all archived
 * @make: constructs the page when it is first visited
 *
 * One entry of the sidebar.
 */
typedef struct {
  const char          *name;
  const char          *title;
  const char          *icon_name;
  gboolean             visits;
  gboolean             archive;
  AdwNavigationPage *(*make) (FoyerDesk *desk);
} FoyerPageInfo;

/* Every page of the sidebar, from its top. */
const FoyerPageInfo *foyer_pages_get (guint *n_pages);

G_END_DECLS
