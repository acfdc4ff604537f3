/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-json.h"

G_BEGIN_DECLS

/* Of each kind: so many of the closed list, and so many words of the host's own. */
#define FOYER_LISTING_TAGS_MAX 24

gboolean   foyer_tag_is_known (const char *tag);
char     **foyer_tags_read    (FoyerJson  *json,
                               const char *name);

G_END_DECLS
