/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-pin-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("foyer-pin-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, FOYER_PIN_FILE, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (g_unlink (fixture->path) != 0)
    g_rmdir (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static FoyerPinAnswer
try_pin (Fixture    *fixture,
         const char *pin)
{
  g_autoptr(GError) error = NULL;
  FoyerPinAnswer answer = FOYER_PIN_NONE;

  g_assert_true (foyer_pin_file_try (fixture->dir, pin, &answer, &error));
  g_assert_no_error (error);

  return answer;
}

static void
write_pin (Fixture    *fixture,
           const char *pin)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (foyer_pin_file_write (fixture->dir, pin, &error));
  g_assert_no_error (error);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  GStatBuf about;

  g_assert_cmpint (try_pin (fixture, NULL), ==, FOYER_PIN_NONE);
  g_assert_cmpint (try_pin (fixture, "0420"), ==, FOYER_PIN_NONE);
  write_pin (fixture, "0420");
  g_assert_cmpint (try_pin (fixture, NULL), ==, FOYER_PIN_WRONG);
  g_assert_cmpint (try_pin (fixture, "0421"), ==, FOYER_PIN_WRONG);
  g_assert_cmpint (try_pin (fixture, "0420"), ==, FOYER_PIN_RIGHT);

  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0600);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_null (strstr (text, "0420"));

  write_pin (fixture, "98765432");
  g_assert_cmpint (try_pin (fixture, "0420"), ==, FOYER_PIN_WRONG);
  g_assert_cmpint (try_pin (fixture, "98765432"), ==, FOYER_PIN_RIGHT);
}

/* A damaged file lets nobody out, and a new PIN repairs it. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "0420", -1, NULL));
  g_assert_cmpint (try_pin (fixture, "0420"), ==, FOYER_PIN_WRONG);
  write_pin (fixture, "0420");
  g_assert_cmpint (try_pin (fixture, "0420"), ==, FOYER_PIN_RIGHT);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  FoyerPinAnswer answer;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (foyer_pin_file_try (fixture->dir, "0420", &answer, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_clear_error (&error);

  g_assert_false (foyer_pin_file_write (fixture->dir, "0420", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pin-file/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/pin-file/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/pin-file/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);

  return g_test_run ();
}
