/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "protocol/foyer-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What we take, json-glib must take. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerJson) json = foyer_json_parse ((const char *) data, size, &error);

  g_assert_true ((json == NULL) == (error != NULL));
  if (json != NULL)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();

      json_parser_set_strict (parser, TRUE);
      g_assert_true (json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL));
      foyer_json_text (json, "type");
      foyer_json_int (json, "rev", 0, 10);
      g_assert_cmpint (foyer_json_finish (json, NULL), ==, !foyer_json_failed (json));
    }

  return 0;
}
