/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-tags.h"

#include <stdlib.h>
#include <string.h>

#include "core/foyer-text.h"

/* What searches ask for, in every language by the same word. Programs translate them; words
 * of the host's own stand beside them as they are. Sorted. */
static const char * const known[] = {
  "accessible-toilet", "air-conditioning", "balcony", "bike-parking", "calls-welcome", "cat",
  "child-friendly", "coffee", "dog", "ergonomic-chair", "fiber", "garden", "kitchen", "library",
  "lift", "locker", "meeting-room", "monitor", "no-pets", "no-smoking", "parking", "pets-welcome",
  "phone-booth", "piano", "printer", "public-transport", "quiet", "scanner", "shower",
  "standing-desk", "step-free", "tea", "terrace", "vegetarian", "whiteboard", "wifi", "workshop",
};

static int
compare (const void *key,
         const void *entry)
{
  return strcmp (key, *(const char * const *) entry);
}

/**
 * foyer_tag_is_known:
 * @tag: any text
 *
 * Returns: whether @tag is one of the closed list
 */
gboolean
foyer_tag_is_known (const char *tag)
{
  g_return_val_if_fail (tag != NULL, FALSE);

  return bsearch (tag, known, G_N_ELEMENTS (known), sizeof known[0], compare) != NULL;
}

/**
 * foyer_tags_read:
 * @json: an object
 * @name: the member that holds the tags
 *
 * Reads tags: at most 24 of the closed list and 24 free words, none twice.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the tags in their order,
 *   %NULL on failure
 */
char **
foyer_tags_read (FoyerJson  *json,
                 const char *name)
{
  g_autoptr(GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n_known = 0;
  gsize n;

  if (!foyer_json_enter_array (json, name, 2 * FOYER_LISTING_TAGS_MAX, &n))
    return NULL;
  for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
    {
      g_autofree char *tag = foyer_json_name (json, NULL, FOYER_TAG_MAX);

      if (tag != NULL)
        {
          n_known += foyer_tag_is_known (tag) ? 1 : 0;
          if (!g_hash_table_add (seen, foyer_text_fold (tag)))
            foyer_json_fail (json, NULL, "is there twice");
          else if (n_known > FOYER_LISTING_TAGS_MAX || i + 1 - n_known > FOYER_LISTING_TAGS_MAX)
            foyer_json_fail (json, NULL, "is one of more than %d", FOYER_LISTING_TAGS_MAX);
          g_strv_builder_take (tags, g_steal_pointer (&tag));
        }
      foyer_json_leave (json);
    }
  foyer_json_leave (json);

  return foyer_json_failed (json) ? NULL : g_strv_builder_end (tags);
}
