/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerResultList:
 *
 * What "Who is here?" finds, in place of the day: people, and the new guest who would
 * have the name that was typed. The keyboard stays in the entry; which row Enter takes
 * is moved from there. An answer that comes after the next question is dropped.
 */
#define FOYER_TYPE_RESULT_LIST (foyer_result_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerResultList, foyer_result_list, FOYER, RESULT_LIST, GtkBox)

/**
 * FoyerResultList:buttons: (type GtkSizeGroup)
 *
 * Gives the buttons of all rows one width.
 */

/**
 * FoyerResultList:compact:
 *
 * Whether there is little room for a row.
 */

/**
 * FoyerResultList::shown:
 *
 * The answer to the last question stands in the list.
 */

void     foyer_result_list_ask   (FoyerResultList *self,
                                  FoyerDesk       *desk,
                                  const char      *text,
                                  FoyerDay         day);
/* Forgets the question, and its answer when that is still on the way. */
void     foyer_result_list_clear (FoyerResultList *self);
void     foyer_result_list_move  (FoyerResultList *self,
                                  int              step);
/* Enter: the chosen person, or the new guest when nobody was found. Returns: whether the answer is
 * not there yet; they are taken as soon as it is, whatever is typed and asked meanwhile. */
gboolean foyer_result_list_take  (FoyerResultList *self);
/* Ctrl+Enter: the new guest; likewise */
gboolean foyer_result_list_take_guest (FoyerResultList *self);
/* Returns: (nullable): while somebody is taken whose answer came later, what was typed for them;
 * %NULL when that still stands in the entry */
const char *foyer_result_list_get_ahead (FoyerResultList *self);

G_END_DECLS
