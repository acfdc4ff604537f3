/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a spin row hold a limit: its value is 0 where there is none, which it says and reads in
 * words. */
void foyer_limit_row_set_up (AdwSpinRow *row,
                             int         most);

G_END_DECLS
