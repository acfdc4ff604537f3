/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-address.h"
#include "protocol/foyer-identity.h"

G_BEGIN_DECLS

/* How far the public point of a home lies from its door, in metres: at least, at most, and at
 * most where few people live. */
#define FOYER_HOME_POINT_MIN 50
#define FOYER_HOME_POINT_MAX 300
#define FOYER_HOME_POINT_MAX_RURAL 1500
#define FOYER_HOME_POINT_FEW_PEOPLE 2000

int  foyer_home_point_get_radius (gint64               population);
void foyer_home_point_displace   (FoyerIdentity       *identity,
                                  const FoyerAddress  *address,
                                  int                  radius_m,
                                  int                 *lat_e6,
                                  int                 *lon_e6);

G_END_DECLS
