/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Photos from a host over a real directory to a guest, and from servers that lie. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "core/foyer-error.h"
#include "directory-process.h"
#include "storage/foyer-store-photos.h"
#include "sync/foyer-photos.h"
#include "traveller.h"

/* A Thursday. */
#define NOW "2026-11-26T09:00:00+01:00"

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* As a person hands it in: a file. */
static GBytes *
make_photo (FoyerProfile *profile,
            guint32       colour)
{
  g_autoptr(GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 200);
  g_autofree char *path = g_build_filename (profile->dir, "a.png", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *photo;

  gdk_pixbuf_fill (pixels, colour);
  gdk_pixbuf_save (pixels, path, "png", &error, NULL);
  g_assert_no_error (error);
  foyer_photo_prepare_async (path, NULL, got_cb, &result);
  photo = foyer_photo_prepare_finish (await (&result), &error);
  g_assert_no_error (error);

  return photo;
}

static char *
add_published (Traveller  *host,
               const char *origin)
{
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;

  g_set_str (&draft->name, "The Kitchen Table");
  g_set_str (&draft->postcode, "69003");
  g_set_str (&draft->city, "Lyon");
  draft->seats = 2;
  draft->has_point = TRUE;
  draft->lat_e6 = 45760000;
  draft->lon_e6 = 4850000;
  space = foyer_profile_save_space (host->profile, draft);
  g_assert_no_error (host->profile->error);
  g_assert_true (traveller_publish (host, space->id, origin));

  return g_strdup (space->id);
}

static char *
get_listing (Traveller *host)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) publications = NULL;

  foyer_store_list_publications_async (host->profile->store, NULL, NULL, got_cb, &result);
  publications = foyer_store_list_publications_finish (host->profile->store, await (&result), &host->profile->error);

  return g_strdup (((FoyerPublication *) publications->pdata[0])->listing);
}

static char *
get_kept_path (Traveller  *guest,
               const char *sha256)
{
  return g_build_filename (foyer_store_get_dir (guest->profile->store), "photos", sha256, NULL);
}

static void
assert_same (GBytes *photo,
             GBytes *other)
{
  g_assert_nonnull (photo);
  g_assert_true (g_bytes_equal (photo, other));
}

static void
test_travels (void)
{
  TestDirectory *directory = test_directory_start (NOW);
  g_autoptr(Traveller) host = traveller_new (NOW);
  g_autoptr(Traveller) guest = traveller_new (NOW);
  g_autofree char *origin = g_strdup (directory->origin);
  g_autofree char *space = add_published (host, origin);
  g_autofree char *listing = get_listing (host);
  g_autoptr(GBytes) photo = make_photo (host->profile, 0xb05a2cff);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerPhoto) added = NULL;
  g_autoptr(FoyerSyncReport) report = NULL;
  g_autoptr(FoyerListingView) view = NULL;
  g_autoptr(GBytes) fetched = NULL;
  g_autoptr(GBytes) kept = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autofree char *path = NULL;

  foyer_store_add_photo_async (host->profile->store, space, photo, NULL, got_cb, &result);
  added = foyer_store_photo_finish (host->profile->store, await (&result), NULL, &host->profile->error);
  g_assert_no_error (host->profile->error);
  g_assert_null (traveller_photo (guest, origin, added->sha256));
  foyer_profile_assert_refused (guest->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  report = traveller_run (host);
  g_assert_no_error (report->error);
  g_assert_cmpuint (report->waiting, ==, 0);

  view = traveller_view (guest, origin, listing, NULL);
  g_assert_no_error (guest->profile->error);
  g_assert_cmpuint (g_strv_length (view->listing->photos), ==, 1);
  g_assert_cmpstr (view->listing->photos[0], ==, added->sha256);
  fetched = traveller_photo (guest, origin, view->listing->photos[0]);
  g_assert_no_error (guest->profile->error);
  assert_same (fetched, photo);

  /* What was fetched is there without a network, unless somebody put something else in its place. */
  path = get_kept_path (guest, added->sha256);
  g_assert_true (g_file_set_contents (path, "no photo", -1, NULL));
  again = traveller_photo (guest, origin, added->sha256);
  assert_same (again, photo);
  test_directory_free (directory);
  kept = traveller_photo (guest, origin, added->sha256);
  g_assert_no_error (guest->profile->error);
  assert_same (kept, photo);
  g_assert_true (g_file_set_contents (path, "no photo", -1, NULL));
  g_assert_null (traveller_photo (guest, origin, added->sha256));
  foyer_profile_assert_refused (guest->profile, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- servers that are no directory ---- */

typedef struct {
  GBytes *body;
  guint   status;
} Lie;

static void
lie_cb (SoupServer        *server,
        SoupServerMessage *message,
        const char        *path,
        GHashTable        *query,
        gpointer           user_data)
{
  const Lie *lie = user_data;
  gsize size;
  const char *data = g_bytes_get_data (lie->body, &size);

  soup_server_message_set_status (message, lie->status, NULL);
  soup_server_message_set_response (message, "image/jpeg", SOUP_MEMORY_COPY, data, size);
}

static void
test_lies (void)
{
  g_autoptr(Traveller) guest = traveller_new (NOW);
  g_autoptr(GBytes) photo = make_photo (guest->profile, 0x2c5ab0ff);
  g_autoptr(GBytes) other = make_photo (guest->profile, 0x5ab02cff);
  g_autoptr(GBytes) half = g_bytes_new_from_bytes (photo, 0, g_bytes_get_size (photo) - 1);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) page = g_bytes_new_static ("<!DOCTYPE html><title>Sign in</title>", 37);
  g_autoptr(GBytes) heavy = g_bytes_new_take (g_malloc0 (FOYER_PICTURE_SIZE_MAX + 1), FOYER_PICTURE_SIZE_MAX + 1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, photo);
  g_autofree char *heavy_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, heavy);
  g_autofree char *path = get_kept_path (guest, sha256);
  g_autoptr(SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *url = NULL;
  GSList *uris;
  Lie lie = { photo, 200 };
  struct { GBytes *body; guint status; const char *sha256; } lies[] = {
    { other, 200, sha256 }, { half, 200, sha256 }, { empty, 200, sha256 }, { page, 200, sha256 }, { photo, 206, sha256 },
    { photo, 302, sha256 }, { photo, 404, sha256 }, { heavy, 200, heavy_sha256 },
  };
  g_autoptr(GBytes) fetched = NULL;

  soup_server_add_handler (server, NULL, lie_cb, &lie, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  url[strlen (url) - 1] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      lie = (Lie) { lies[i].body, lies[i].status };
      g_assert_null (traveller_photo (guest, url, lies[i].sha256));
      foyer_profile_assert_refused (guest->profile, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  lie = (Lie) { photo, 200 };
  fetched = traveller_photo (guest, url, sha256);
  g_assert_no_error (guest->profile->error);
  assert_same (fetched, photo);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/photos/travels", test_travels);
  g_test_add_func ("/sync/photos/lies", test_lies);

  return g_test_run ();
}
