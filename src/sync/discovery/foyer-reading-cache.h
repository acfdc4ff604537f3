/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What directories answered, for reading it again without a network: files in the folder
 * "cache" of a profile, the oldest of which go when there are too many. Nothing in it is
 * believed more than an answer that comes now. Blocks for the disk. */
#define FOYER_READING_CACHE_MOST 200

void    foyer_reading_cache_save (const char  *dir,
                                  const char  *origin,
                                  const char  *target,
                                  gint64       now_ms,
                                  GBytes      *body);
/* (nullable) (transfer full): the answer and when it came */
GBytes *foyer_reading_cache_load (const char  *dir,
                                  const char  *origin,
                                  const char  *target,
                                  gint64      *as_of_ms);
void    foyer_reading_cache_drop (const char  *dir,
                                  const char  *origin,
                                  const char  *target);

G_END_DECLS
