/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_ROTATION_DAYS 7
#define FOYER_ROTATION_WEEKS 4
#define FOYER_ROTATION_MONTHS 12

/**
 * foyer_rotation_pick:
 * @days: (element-type FoyerDay): when there are backups of, the latest first
 *
 * Which backups stay: the last seven, and the last of each of the last four weeks and
 * twelve months that have one.
 *
 * Returns: (transfer full) (element-type FoyerDay): those that may go
 */
GArray *foyer_rotation_pick (GArray *days);

G_END_DECLS
