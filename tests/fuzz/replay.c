/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/foyer-random.h"

/* Drives a fuzz target where libFuzzer is not: first each file of the folders in the arguments,
 * then mutants of them for FOYER_FUZZ_SECONDS (2 unless it says otherwise), always the same for
 * one FOYER_SEED. A target that finds a fault aborts, and the input is in the file that the last
 * line names. With clang, link the target with -fsanitize=fuzzer instead of this file. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

#define SIZE_MAX_MUTANT 65536

static const char * const words[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "\\udc00", "\\", "null", "true", "1e999",
  "-0", "9007199254740993", "0.0000001", "\"type\":", "\"rev\":", "\"sealed\":", "\xed\xa0\x80", "\xff",
  "\xef\xbb\xbf", "(", ")", ";created=", ";keyid=", ";alg=", "sig1=", ":", "=",
};

static GPtrArray *corpus;
static const char *crash_path;

static void
run (const guint8 *data,
     gsize         size)
{
  /* a copy of its own size, so that a read behind the end is seen */
  guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  g_free (copy);
}

static void
read_folder (const char *folder)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    g_error ("There is no folder %s", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      char *text;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;
      while (length > 0 && text[length - 1] == '\n')
        length--;
      g_ptr_array_add (corpus, g_bytes_new_take (text, length));
    }
}

static void
mutate (GByteArray  *bytes,
        FoyerRandom *random)
{
  guint at = bytes->len > 0 ? foyer_random_range (random, 0, bytes->len) : 0;
  guint left = bytes->len - at;

  switch (foyer_random_range (random, 0, 6))
    {
    case 0:                                  /* turn a bit */
      if (left > 0)
        bytes->data[at] ^= 1 << foyer_random_range (random, 0, 8);
      break;
    case 1:                                  /* any byte */
      if (left > 0)
        bytes->data[at] = (guint8) foyer_random_next (random);
      break;
    case 2:                                  /* leave out */
      if (left > 0)
        g_byte_array_remove_range (bytes, at, foyer_random_range (random, 1, MIN (left, 64) + 1));
      break;
    case 3:                                  /* cut */
      g_byte_array_set_size (bytes, at);
      break;
    case 4:                                  /* put a word over what is there */
      {
        const char *word = words[foyer_random_range (random, 0, G_N_ELEMENTS (words))];

        if (left > 0)
          memcpy (bytes->data + at, word, MIN (left, strlen (word)));
        break;
      }
    default:                                 /* a piece of another, behind */
      {
        GBytes *other = g_ptr_array_index (corpus, foyer_random_range (random, 0, corpus->len));
        gsize size = g_bytes_get_size (other);

        if (size > 0 && bytes->len + size < SIZE_MAX_MUTANT)
          {
            gsize from = foyer_random_range (random, 0, (guint32) size);
            gsize length = foyer_random_range (random, 1, (guint32) (size - from) + 1);
            const guint8 *piece = (const guint8 *) g_bytes_get_data (other, NULL) + from;
            g_autofree guint8 *tail = g_memdup2 (left > 0 ? bytes->data + at : NULL, left);

            g_byte_array_set_size (bytes, at);
            g_byte_array_append (bytes, piece, (guint) length);
            if (left > 0)
              g_byte_array_append (bytes, tail, left);
          }
        break;
      }
    }
}

static guint64
run_mutants (double       seconds,
             FoyerRandom *random)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  guint64 n = 0;

  while (g_get_monotonic_time () < end)
    {
      GBytes *seed = g_ptr_array_index (corpus, foyer_random_range (random, 0, corpus->len));
      g_autoptr(GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
      for (guint32 times = foyer_random_range (random, 1, 6); times > 0; times--)
        mutate (bytes, random);
      if (crash_path != NULL)
        g_file_set_contents (crash_path, (const char *) bytes->data, bytes->len, NULL);
      run (bytes->data, bytes->len);
      n++;
    }

  return n;
}

int
main (int    argc,
      char **argv)
{
  const char *seconds = g_getenv ("FOYER_FUZZ_SECONDS");
  const char *seed = g_getenv ("FOYER_SEED");
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed != NULL ? g_ascii_strtoull (seed, NULL, 10) : 1);
  guint64 n;

  /* slow: each mutant is written down before it runs, to be found after a crash */
  crash_path = g_getenv ("FOYER_FUZZ_KEEP");
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (corpus, g_bytes_new_static ("", 0));
  for (int i = 1; i < argc; i++)
    read_folder (argv[i]);
  g_assert_cmpint (corpus->len, >, 1);

  printf ("1..2\n");
  for (guint i = 0; i < corpus->len; i++)
    run (g_bytes_get_data (g_ptr_array_index (corpus, i), NULL), g_bytes_get_size (g_ptr_array_index (corpus, i)));
  printf ("ok 1 corpus of %u\n", corpus->len);
  fflush (stdout);
  n = run_mutants (seconds != NULL ? g_ascii_strtod (seconds, NULL) : 2, random);
  printf ("ok 2 %" G_GUINT64_FORMAT " mutants\n", n);
  g_ptr_array_unref (corpus);

  return 0;
}
