/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/**
 * FoyerShareField:
 *
 * Where parts of a price go: a line for each, with what it is for and how much it is.
 */
#define FOYER_TYPE_SHARE_FIELD (foyer_share_field_get_type ())
G_DECLARE_FINAL_TYPE (FoyerShareField, foyer_share_field, FOYER, SHARE_FIELD, AdwBin)

/**
 * FoyerShareField::edited:
 *
 * The person left a line, or took one away.
 */

/* Shows the shares of @space, unless it says the same. */
void     foyer_share_field_show (FoyerShareField   *self,
                                 const FoyerSpace  *space);
/* Writes what is shown into @space; a line with nothing in it is none. Errors:
 * %FOYER_ERROR_INVALID for a sum that cannot be read. */
gboolean foyer_share_field_read (FoyerShareField   *self,
                                 FoyerSpace        *space,
                                 GError           **error);

G_END_DECLS
