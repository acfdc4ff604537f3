/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRefusalList:
 *
 * The codes that let nobody in on a day, with the reason; nothing where there are none.
 */
#define FOYER_TYPE_REFUSAL_LIST (foyer_refusal_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRefusalList, foyer_refusal_list, FOYER, REFUSAL_LIST, GtkBox)

/* Asks anew each time: what stands there is about the day of now. */
void foyer_refusal_list_show (FoyerRefusalList *self,
                              FoyerDesk        *desk,
                              FoyerDay          day);

G_END_DECLS
