/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/**
 * FoyerSpaceItem:
 *
 * One space as lists and bindings want it: an object with the identity of the space,
 * around the record that the store gave. Never changes: after an edit the desk's list
 * holds another item with the same id.
 */
#define FOYER_TYPE_SPACE_ITEM (foyer_space_item_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpaceItem, foyer_space_item, FOYER, SPACE_ITEM, GObject)

/* @space: (transfer full) */
FoyerSpaceItem   *foyer_space_item_new       (FoyerSpace     *space);
/* Returns: (transfer none): lives as long as the item */
const FoyerSpace *foyer_space_item_get_space (FoyerSpaceItem *self);
const char       *foyer_space_item_get_id    (FoyerSpaceItem *self);
const char       *foyer_space_item_get_name  (FoyerSpaceItem *self);

G_END_DECLS
