/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-clock.h"
#include "directory/store/foyer-directory-store.h"

G_BEGIN_DECLS

#define FOYER_DIRECTORY_SAMPLE_MAX 2000000

gboolean foyer_directory_sample (FoyerDirectoryStore  *store,
                                 FoyerClock           *clock,
                                 guint64               seed,
                                 guint                 n_listings,
                                 GError              **error);

G_END_DECLS
