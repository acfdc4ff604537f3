/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sim-profile.h"

G_BEGIN_DECLS

/* Lives one world: hosts, guests and a directory, through so many steps of bad luck, and then
 * lets them come to rest. A pure function of its arguments.
 * Returns: (nullable) (transfer full): what was wrong, and at which step */
char *sim_world_live (guint64 seed,
                      guint   n_steps,
                      SimBug  bug);

G_END_DECLS
