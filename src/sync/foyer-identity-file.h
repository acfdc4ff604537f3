/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-identity.h"

G_BEGIN_DECLS

/* The file of a profile's folder that holds its seed. */
#define FOYER_IDENTITY_FILE "identity.key"

FoyerIdentity *foyer_identity_file_load (const char  *dir,
                                         gboolean     may_make,
                                         GError     **error);

G_END_DECLS
