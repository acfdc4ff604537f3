/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-tags.h"
#include "ui/spaces/foyer-tag-groups.h"
#include "words/foyer-words-visit.h"

static char **
split (const char *text)
{
  return *text == '\0' ? g_new0 (char *, 1) : g_strsplit (text, "|", -1);
}

static void
test_replace (void)
{
  static const struct { const char *tags; FoyerTagGroup group; const char *chosen, *expected; } table[] = {
    { "", FOYER_TAG_GROUP_WORD, "", "" },
    { "", FOYER_TAG_GROUP_ACCESS, "lift", "lift" },
    { "quiet|door 90 cm|lift", FOYER_TAG_GROUP_WORD, "", "quiet|lift" },
    { "quiet|door 90 cm|lift", FOYER_TAG_GROUP_WORD, "door 80 cm|loop", "quiet|door 80 cm|lift|loop" },
    { "a|quiet|b", FOYER_TAG_GROUP_WORD, "b|a", "b|quiet|a" },
    { "a|quiet|b", FOYER_TAG_GROUP_WORD, "c", "c|quiet" },
    { "lift|quiet|step-free", FOYER_TAG_GROUP_ACCESS, "step-free", "step-free|quiet" },
    { "quiet|a", FOYER_TAG_GROUP_AMENITY, "quiet|wifi", "quiet|a|wifi" },
    { "quiet|a", FOYER_TAG_GROUP_WORD, "a|quiet", "quiet|a" },
    { "a", FOYER_TAG_GROUP_WORD, "a|wifi", "a|wifi" },
    { "a, b|lift", FOYER_TAG_GROUP_WORD, "a, b", "a, b|lift" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto(GStrv) tags = split (table[i].tags);
      g_auto(GStrv) chosen = split (table[i].chosen);
      g_auto(GStrv) result = foyer_tag_group_replace ((const char * const *) tags, table[i].group,
                                                      (const char * const *) chosen);
      g_autofree char *joined = g_strjoinv ("|", result);

      g_test_message ("%s", table[i].tags);
      g_assert_cmpstr (joined, ==, table[i].expected);
    }
}

/* What is shown and read again is what was there, whatever the order. */
static void
test_untouched (void)
{
  static const char * const all[] = { "lift", "quiet", "a", "step-free", "b", "wifi" };

  for (guint seed = 0; seed < 6 * 6 * 6; seed++)
    {
      const char *tags[4] = { all[seed % 6], all[seed / 6 % 6], all[seed / 36], NULL };

      for (FoyerTagGroup group = FOYER_TAG_GROUP_ACCESS; group <= FOYER_TAG_GROUP_WORD; group++)
        {
          g_auto(GStrv) shown = foyer_tag_group_filter (tags, group);
          g_auto(GStrv) result = foyer_tag_group_replace (tags, group, (const char * const *) shown);

          g_assert_cmpstrv (result, tags);
        }
    }
}

/* A button that searches do not know, or a tag without a button, would be a word of nobody's. */
static void
test_closed_list (void)
{
  const char * const *tags = foyer_words_get_tags ();
  guint n_access = 0;

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      g_assert_true (foyer_tag_is_known (tags[i]));
      g_assert_cmpint (foyer_tag_group_of (tags[i]), !=, FOYER_TAG_GROUP_WORD);
      n_access += foyer_tag_group_of (tags[i]) == FOYER_TAG_GROUP_ACCESS ? 1 : 0;
    }
  g_assert_cmpuint (n_access, ==, 3);
  g_assert_cmpint (foyer_tag_group_of ("Lift"), ==, FOYER_TAG_GROUP_WORD);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tag-groups/replace", test_replace);
  g_test_add_func ("/tag-groups/untouched", test_untouched);
  g_test_add_func ("/tag-groups/closed-list", test_closed_list);

  return g_test_run ();
}
