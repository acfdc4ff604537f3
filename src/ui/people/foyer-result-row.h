/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-person.h"

G_BEGIN_DECLS

/**
 * FoyerResultRow:
 *
 * One person that the search found, with the letters that match in bold. Made once and
 * filled again with each keystroke. It acts through the `day.*` actions of the page
 * that it stands in.
 */
#define FOYER_TYPE_RESULT_ROW (foyer_result_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerResultRow, foyer_result_row, FOYER, RESULT_ROW, GtkListBoxRow)

FoyerResultRow *foyer_result_row_new        (GtkSizeGroup      *buttons);
/* @is_today: people arrive; else they are booked for a day ahead */
void            foyer_result_row_set_person (FoyerResultRow    *self,
                                             const FoyerPerson *person,
                                             const char        *needle,
                                             gboolean           is_today);
/* The one that Enter takes: tinted, with the suggested button and the key cap. */
void            foyer_result_row_set_chosen (FoyerResultRow    *self,
                                             gboolean           chosen);
void            foyer_result_row_set_compact (FoyerResultRow   *self,
                                              gboolean          compact);
/* Returns: (transfer full): for who hears and does not see which row it is */
char           *foyer_result_row_describe   (FoyerResultRow    *self);
/* What Enter does here: the person arrives or gets a seat, never leaves. */
void            foyer_result_row_take       (FoyerResultRow    *self);

G_END_DECLS
