/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerEditorPage:
 * @name: never shown; also the page of the form, where it has one
 * @title: in English; translate it where it is shown
 * @icon: a symbolic icon
 * @form: whether the form has a page of this name
 * @get_panel: (nullable): the type of a #FoyerSpacePanel, which stands below the fields
 *
 * A page of the editor of spaces. A new space has no panels yet, and no pages but those
 * of the form.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  gboolean    form;
  GType     (*get_panel) (void);
} FoyerEditorPage;

/* Returns: (transfer none) (array length=n_pages): in the order of the sidebar */
const FoyerEditorPage *foyer_editor_pages_get      (gsize                 *n_pages);
/* Returns: (transfer floating): a row for the sidebar */
GtkWidget             *foyer_editor_pages_make_row (const FoyerEditorPage *page);

G_END_DECLS
