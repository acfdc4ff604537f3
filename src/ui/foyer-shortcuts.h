/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerShortcut:
 * @title: what it does; translate with gettext()
 * @accelerator: for gtk_accelerator_parse()
 * @action: (nullable): a detailed action; %NULL for a key that a widget handles itself
 *
 * One key of the program. The shortcuts dialog shows this table, and those who have
 * the actions take their keys from it, so that neither can miss one.
 */
typedef struct {
  const char *title;
  const char *accelerator;
  const char *action;
} FoyerShortcut;

typedef struct {
  const char          *title;
  const FoyerShortcut *shortcuts;
  guint                n_shortcuts;
} FoyerShortcutGroup;

const FoyerShortcutGroup *foyer_shortcuts_get     (guint          *n_groups);
/* The key of the page at @index of the sidebar: "<Control>1" … "<Control>9"; %NULL beyond. */
char                     *foyer_shortcuts_of_page (guint           index);
/* Those that work wherever the focus is: app.* and the pages. */
void                      foyer_shortcuts_install (GtkApplication *application);
/* Gives @widget the keys of the actions that begin with @prefix, which it has. An entry
 * inside it that uses a key itself takes it first. */
void                      foyer_shortcuts_attach  (GtkWidget      *widget,
                                                   const char     *prefix);
/* Gives @window the keys of all pages: they act on the one that is seen in @pages, also
 * while the focus is beside it. */
void                      foyer_shortcuts_forward (AdwApplicationWindow *window,
                                                   AdwNavigationView    *pages);

G_END_DECLS
