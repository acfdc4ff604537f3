/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/foyer-desk.h"
#include "ui/spaces/foyer-space-fields.h"

G_BEGIN_DECLS

/**
 * FoyerSpacePanel:
 *
 * A part of the editor of spaces that looks after itself: it reads and saves what it shows, of a
 * space that the store has, and says what it did. `foyer-editor-pages.c` names the page it
 * is on. What is one value of a space, saved with the space, is a field of the form instead.
 */
#define FOYER_TYPE_SPACE_PANEL (foyer_space_panel_get_type ())
G_DECLARE_INTERFACE (FoyerSpacePanel, foyer_space_panel, FOYER, SPACE_PANEL, GtkWidget)

/**
 * FoyerSpacePanelInterface:
 * @show: shows @space, which has an id; called when the editor opens and whenever the space was
 *   changed, by whomever. The panel copies what it wants to keep
 * @set_narrow: (nullable): there is little width, or enough again
 * @finish: (nullable): the editor closes; what was typed is saved
 */
struct _FoyerSpacePanelInterface
{
  GTypeInterface parent_iface;

  void (*show)       (FoyerSpacePanel  *self,
                      FoyerDesk        *desk,
                      const FoyerSpace *space);
  void (*set_narrow) (FoyerSpacePanel  *self,
                      gboolean          narrow);
  void (*finish)     (FoyerSpacePanel  *self);
};

/**
 * FoyerSpacePanel::acted:
 * @sentence: what was done; plain text
 * @op: the act for [method@Store.undo_async], 0 for none
 */

/**
 * FoyerSpacePanel::failed:
 * @error: (type GLib.Error): why something was not done; the editor says so
 */

/**
 * FoyerSpacePanel::field-activated:
 * @field: a #FoyerSpaceField
 *
 * The person wants to see a field of the space.
 */

void foyer_space_panel_show           (FoyerSpacePanel  *self,
                                       FoyerDesk        *desk,
                                       const FoyerSpace *space);
void foyer_space_panel_set_narrow     (FoyerSpacePanel  *self,
                                       gboolean          narrow);
void foyer_space_panel_finish         (FoyerSpacePanel  *self);

/* For those who write a panel: emit the signals. */
void foyer_space_panel_acted          (FoyerSpacePanel  *self,
                                       const char       *sentence,
                                       gint64            op);
void foyer_space_panel_failed         (FoyerSpacePanel  *self,
                                       const GError     *error);
void foyer_space_panel_activate_field (FoyerSpacePanel  *self,
                                       FoyerSpaceField   field);

G_END_DECLS
