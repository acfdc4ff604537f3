/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-law.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "foyer-words-resources.h"

/* Read once: whatever may be wrong with it is wrong since it was built. */
static JsonArray *
get_rules (void)
{
  static gsize read = 0;

  if (g_once_init_enter (&read))
    {
      g_autoptr(GBytes) bytes = g_resource_lookup_data (foyer_words_get_resource (),
                                                        "/io/github/foyerdesk/Foyer/rules-fr.json",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr(JsonParser) parser = json_parser_new_immutable ();
      gboolean parsed;

      g_assert (bytes != NULL);
      parsed = json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
      g_assert (parsed);
      g_once_init_leave (&read, (gsize) json_array_ref (
                           json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rules")));
    }

  return (JsonArray *) read;
}

static JsonObject *
get_rule (const char *id)
{
  JsonArray *rules = get_rules ();

  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);

      if (g_str_equal (json_object_get_string_member (rule, "id"), id))
        return rule;
    }

  g_assert_not_reached ();
}

gint64
foyer_words_law_value (const char *id)
{
  return json_object_get_int_member (get_rule (id), "value");
}

const char *
foyer_words_law_text (const char *id)
{
  return json_object_get_string_member (get_rule (id), "text");
}
