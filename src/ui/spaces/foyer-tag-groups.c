/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-tag-groups.h"

#include "words/foyer-words-visit.h"

static const char * const access_tags[] = { "step-free", "lift", "accessible-toilet", NULL };

/**
 * foyer_tag_group_of:
 * @tag: any text
 *
 * Returns: the group in which @tag stands
 */
FoyerTagGroup
foyer_tag_group_of (const char *tag)
{
  g_return_val_if_fail (tag != NULL, FOYER_TAG_GROUP_WORD);

  if (g_strv_contains (access_tags, tag))
    return FOYER_TAG_GROUP_ACCESS;
  if (g_strv_contains (foyer_words_get_tags (), tag))
    return FOYER_TAG_GROUP_AMENITY;

  return FOYER_TAG_GROUP_WORD;
}

/**
 * foyer_tag_group_filter:
 * @tags: (array zero-terminated=1): tags
 * @group: a group
 *
 * Returns: (transfer full) (array zero-terminated=1): those of @tags that are of @group, in
 *   their order
 */
char **
foyer_tag_group_filter (const char * const *tags,
                        FoyerTagGroup       group)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (tags != NULL, NULL);

  for (gsize i = 0; tags[i] != NULL; i++)
    if (foyer_tag_group_of (tags[i]) == group)
      g_strv_builder_add (builder, tags[i]);

  return g_strv_builder_end (builder);
}

/**
 * foyer_tag_group_replace:
 * @tags: (array zero-terminated=1): tags of a space
 * @group: a group
 * @chosen: (array zero-terminated=1): what is to stand in @tags instead of those of @group
 *
 * The first tags are the ones that a card of a search shows, so that all others stay where
 * they are; @chosen take the places of those of @group one after the other, and the end.
 * What is chosen and stands among the others already is left out.
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags; as @tags when @chosen is what
 *   [func@tag_group_filter] gave
 */
char **
foyer_tag_group_replace (const char * const *tags,
                         FoyerTagGroup       group,
                         const char * const *chosen)
{
  g_autoptr(GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint next = 0;

  g_return_val_if_fail (tags != NULL, NULL);
  g_return_val_if_fail (chosen != NULL, NULL);

  for (gsize i = 0; chosen[i] != NULL; i++)
    if (foyer_tag_group_of (chosen[i]) == group || !g_strv_contains (tags, chosen[i]))
      g_ptr_array_add (fresh, (gpointer) chosen[i]);
  for (gsize i = 0; tags[i] != NULL; i++)
    if (foyer_tag_group_of (tags[i]) != group)
      g_strv_builder_add (builder, tags[i]);
    else if (next < fresh->len)
      g_strv_builder_add (builder, fresh->pdata[next++]);
  while (next < fresh->len)
    g_strv_builder_add (builder, fresh->pdata[next++]);

  return g_strv_builder_end (builder);
}
