/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/**
 * FoyerTagField:
 *
 * The tags of one group: those of the closed list as buttons to press, words of the host's own
 * as a text with one on each line.
 */
#define FOYER_TYPE_TAG_FIELD (foyer_tag_field_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTagField, foyer_tag_field, FOYER, TAG_FIELD, AdwBin)

/**
 * FoyerTagField:group:
 *
 * "access", "amenity" or "word"; what is shown and read.
 */

/**
 * FoyerTagField:title:
 *
 * What the field is called, for who does not see it.
 */

/**
 * FoyerTagField::edited:
 *
 * The person pressed a button, or left the text.
 */

/* Shows what of the tags of @space is of the group. */
void foyer_tag_field_show (FoyerTagField    *self,
                           const FoyerSpace *space);
/* Puts what is shown into the tags of @space; those of other groups stay. */
void foyer_tag_field_read (FoyerTagField    *self,
                           FoyerSpace       *space);

G_END_DECLS
