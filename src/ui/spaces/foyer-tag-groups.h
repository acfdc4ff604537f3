/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerTagGroup:
 * @FOYER_TAG_GROUP_ACCESS: facts that decide whether somebody can come
 * @FOYER_TAG_GROUP_AMENITY: the other tags of the closed list
 * @FOYER_TAG_GROUP_WORD: words of the host's own
 *
 * Where the editor shows a tag of a space.
 */
typedef enum {
  FOYER_TAG_GROUP_ACCESS,
  FOYER_TAG_GROUP_AMENITY,
  FOYER_TAG_GROUP_WORD,
} FoyerTagGroup;

FoyerTagGroup   foyer_tag_group_of      (const char         *tag);
char          **foyer_tag_group_filter  (const char * const *tags,
                                         FoyerTagGroup       group);
char          **foyer_tag_group_replace (const char * const *tags,
                                         FoyerTagGroup       group,
                                         const char * const *chosen);

G_END_DECLS
