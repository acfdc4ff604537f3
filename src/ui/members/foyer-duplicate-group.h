/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store-duplicates.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDuplicateGroup:
 *
 * Two records that may be those of one person; the first one stays. With why they were suggested, if
 * they were, and a button for each answer. What was done is said by the desk.
 */
#define FOYER_TYPE_DUPLICATE_GROUP (foyer_duplicate_group_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDuplicateGroup, foyer_duplicate_group, FOYER, DUPLICATE_GROUP, AdwPreferencesGroup)

GtkWidget *foyer_duplicate_group_new (FoyerDesk            *desk,
                                      const FoyerDuplicate *pair);

/* Somebody as a row: the face, the name, and what tells them from a namesake. */
GtkWidget *foyer_duplicate_row_new   (const FoyerPerson    *person);

G_END_DECLS
