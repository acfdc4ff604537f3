/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Lives a history of @n_acts acts of chance on a profile of its own and holds each against the
 * model. @fault: (nullable): SQL that is run on the file first, for a control.
 * Returns: (nullable) (transfer full): the first thing that was wrong */
char *history_live (guint32     seed,
                    int         n_acts,
                    const char *fault);
