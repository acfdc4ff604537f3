/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>

#include "examples.h"

/* Writes tests/data/protocol anew: run it with that folder when the contract changes, and look at
 * the difference. Each document stands there twice: what is signed (.json), and signed
 * (.envelope.json). Every file ends with a line feed, which is not part of what travels. */

static void
write (const char *folder,
       const char *name,
       GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("%.*s\n", (int) g_bytes_get_size (bytes),
                                           (const char *) g_bytes_get_data (bytes, NULL));
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; GBytes *(*make) (void); } others[] = {
    { "page.json", examples_write_page },
    { "search.json", examples_write_search },
    { "well-known.json", examples_write_info },
    { "problem.json", examples_write_problem },
    { "keys.json", examples_write_keys },
  };

  if (argc != 2)
    {
      fprintf (stderr, "Usage: write-examples FOLDER\n");
      return 2;
    }

  examples_start ();
  for (int i = 0; i <= FOYER_DOCUMENT_LAST; i++)
    {
      const char *type = foyer_document_type_get_name ((FoyerDocumentType) i);
      g_autofree char *payload_name = g_strconcat (type, ".json", NULL);
      g_autofree char *envelope_name = g_strconcat (type, ".envelope.json", NULL);
      g_autoptr(FoyerEnvelope) envelope = NULL;

      examples_restart ();
      envelope = examples_sign ((FoyerDocumentType) i);
      write (argv[1], payload_name, foyer_envelope_get_payload (envelope));
      write (argv[1], envelope_name, foyer_envelope_get_bytes (envelope));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr(GBytes) bytes = others[i].make ();

      write (argv[1], others[i].name, bytes);
    }

  return 0;
}
