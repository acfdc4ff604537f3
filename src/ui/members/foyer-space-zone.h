/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* The time zone of the space that is looked at, in which its hours are said; UTC without one, or
 * when the machine does not know it. Returns: (transfer full) */
GTimeZone *foyer_space_zone_new (FoyerDesk *desk);

G_END_DECLS
