/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-space-item.h"

struct _FoyerSpaceItem {
  GObject     parent_instance;
  FoyerSpace *space;
};

G_DEFINE_FINAL_TYPE (FoyerSpaceItem, foyer_space_item, G_TYPE_OBJECT)

static void
foyer_space_item_finalize (GObject *object)
{
  FoyerSpaceItem *self = FOYER_SPACE_ITEM (object);

  g_clear_pointer (&self->space, foyer_space_free);

  G_OBJECT_CLASS (foyer_space_item_parent_class)->finalize (object);
}

static void
foyer_space_item_class_init (FoyerSpaceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_space_item_finalize;
}

static void
foyer_space_item_init (FoyerSpaceItem *self)
{
}

FoyerSpaceItem *
foyer_space_item_new (FoyerSpace *space)
{
  FoyerSpaceItem *self;

  g_return_val_if_fail (space != NULL, NULL);

  self = g_object_new (FOYER_TYPE_SPACE_ITEM, NULL);
  self->space = space;
  return self;
}

const FoyerSpace *
foyer_space_item_get_space (FoyerSpaceItem *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_ITEM (self), NULL);

  return self->space;
}

const char *
foyer_space_item_get_id (FoyerSpaceItem *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_ITEM (self), NULL);

  return self->space->id;
}

const char *
foyer_space_item_get_name (FoyerSpaceItem *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_ITEM (self), NULL);

  return self->space->name;
}
