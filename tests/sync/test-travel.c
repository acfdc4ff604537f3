/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* One seat travels, through real stores, the real machine and transport, and a real directory. */
#include <glib/gstdio.h>

#include "core/foyer-error.h"
#include "directory-process.h"
#include "sync/foyer-identity-file.h"
#include "traveller.h"

/* A Thursday. */
#define NOW "2026-11-26T09:00:00+01:00"
#define DAY "2026-11-30"

typedef struct {
  TestDirectory *directory;
  Traveller     *host;
  Traveller     *guest;
  char          *space_id;
  char          *listing;
  FoyerKey       key;
} Scene;

static void
assert_report (FoyerProfile    *profile,
               FoyerSyncReport *report,
               guint            sent,
               guint            received,
               guint            waiting)
{
  g_assert_no_error (profile->error);
  g_assert_nonnull (report);
  g_assert_no_error (report->error);
  g_assert_cmpuint (report->sent, ==, sent);
  g_assert_cmpuint (report->received, ==, received);
  g_assert_cmpuint (report->waiting, ==, waiting);
}

static char *
add_home (FoyerProfile *profile)
{
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;

  g_set_str (&draft->name, "The Kitchen Table");
  g_set_str (&draft->street, "12 rue des Lilas");
  g_set_str (&draft->postcode, "69003");
  g_set_str (&draft->city, "Lyon");
  g_set_str (&draft->door, "4812B");
  g_set_str (&draft->wifi, "soleil42");
  draft->seats = 2;
  draft->has_point = TRUE;
  draft->lat_e6 = 45760000;
  draft->lon_e6 = 4850000;
  space = foyer_profile_save_space (profile, draft);
  g_assert_no_error (profile->error);
  g_assert_true (foyer_profile_set_week (profile, space->id, "Mon-Fri 09:00-18:00", NULL));

  return g_strdup (space->id);
}

static void
scene_begin (Scene *self)
{
  g_autoptr(FoyerSyncReport) report = NULL;

  self->directory = test_directory_start (NOW);
  self->host = traveller_new (NOW);
  self->guest = traveller_new (NOW);
  self->space_id = add_home (self->host->profile);
  g_assert_true (traveller_publish (self->host, self->space_id, self->directory->origin));
  report = traveller_run (self->host);
  assert_report (self->host->profile, report, 2, 0, 0);
}

static void
scene_end (Scene *self)
{
  traveller_free (self->host);
  traveller_free (self->guest);
  test_directory_free (self->directory);
  g_free (self->space_id);
  g_free (self->listing);
}

static FoyerSearchPage *
search (Scene  *self,
        gint64 *as_of_ms)
{
  FoyerSearchQuery query = {
    .lat_e6 = 45760000, .lon_e6 = 4850000, .radius_m = 5000, .day = foyer_day (DAY), .part = FOYER_PART_FULL,
    .seats = 1, .limit = 20,
  };

  return traveller_search (self->guest, self->directory->origin, &query, as_of_ms);
}

static void
scene_find (Scene *self)
{
  gint64 as_of_ms = 0;
  g_autoptr(FoyerSearchPage) page = search (self, &as_of_ms);
  const FoyerSearchResult *result;

  g_assert_no_error (self->guest->profile->error);
  g_assert_cmpuint (page->items->len, ==, 1);
  g_assert_cmpint (as_of_ms, ==, self->guest->profile->now);
  result = page->items->pdata[0];
  g_assert_cmpstr (result->name, ==, "The Kitchen Table");
  g_assert_cmpint (result->seats_left, ==, 2);
  g_set_str (&self->listing, result->id);
  self->key = result->key;
}

static char *
scene_ask (Scene *self)
{
  char host[FOYER_KEY_TEXT_SIZE];
  FoyerSeatWish wish = {
    .origin = self->directory->origin,
    .listing = self->listing,
    .host = foyer_key_format (&self->key, host),
    .day = foyer_day (DAY),
    .part = FOYER_PART_FULL,
    .seats = 1,
    .guest_name = "Zoë Lefèvre",
    .phone = "+33 6 12 34 56 78",
    .note = "I bring cake",
  };
  g_autoptr(FoyerMySeat) seat = traveller_ask (self->guest, &wish);
  g_autoptr(FoyerSyncReport) report = NULL;

  g_assert_no_error (self->guest->profile->error);
  report = traveller_run (self->guest);
  assert_report (self->guest->profile, report, 1, 0, 0);

  return g_strdup (seat->id);
}

static void
test_one_seat (void)
{
  Scene scene = { NULL };
  Scene *self = &scene;
  g_autofree char *id = NULL;
  g_autofree char *found = NULL;
  g_autoptr(FoyerSyncReport) report = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(FoyerListingView) view = NULL;
  g_autoptr(GPtrArray) seats = NULL;
  const FoyerMySeat *seat;
  FoyerKey other = { { 1 } };

  scene_begin (self);
  scene_find (self);
  view = traveller_view (self->guest, self->directory->origin, self->listing, &self->key);
  g_assert_no_error (self->guest->profile->error);
  g_assert_cmpstr (view->listing->area, ==, "Lyon 3e Arrondissement");
  g_assert_cmpstr (view->listing->country, ==, "FR");
  g_assert_null (view->listing->address);
  g_assert_cmpint (view->listing->displaced_m, ==, 300);
  g_assert_nonnull (view->days);
  g_assert_cmpuint (view->days->n_days, ==, 28);
  g_assert_null (traveller_view (self->guest, self->directory->origin, self->listing, &other));
  foyer_profile_assert_refused (self->guest->profile, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_CHANGED_KEY);

  id = scene_ask (self);
  report = traveller_run (self->host);
  assert_report (self->host->profile, report, 0, 1, 0);
  sheet = foyer_profile_sheet (self->host->profile, self->space_id, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->requests->len, ==, 1);
  g_assert_cmpstr (((FoyerBooking *) sheet->requests->pdata[0])->id, ==, id);
  g_assert_cmpstr (((FoyerBooking *) sheet->requests->pdata[0])->name, ==, "Zoë Lefèvre");
  g_assert_cmpstr (((FoyerBooking *) sheet->requests->pdata[0])->note, ==, "I bring cake");

  booking = traveller_answer (self->host, id, FOYER_STATE_CONFIRMED);
  g_assert_no_error (self->host->profile->error);
  g_clear_pointer (&report, foyer_sync_report_free);
  report = traveller_run (self->host);
  assert_report (self->host->profile, report, 2, 0, 0);

  g_clear_pointer (&report, foyer_sync_report_free);
  report = traveller_run (self->guest);
  assert_report (self->guest->profile, report, 0, 1, 0);
  seats = traveller_seats (self->guest);
  g_assert_cmpuint (seats->len, ==, 1);
  seat = seats->pdata[0];
  g_assert_cmpint (seat->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_true (seat->has_access);
  g_assert_cmpstr (seat->street, ==, "12 rue des Lilas");
  g_assert_cmpstr (seat->door, ==, "4812B");
  g_assert_cmpstr (seat->wifi, ==, "soleil42");

  found = traveller_read_ticket (self->host, self->space_id, foyer_day (DAY), seat->ticket);
  g_assert_no_error (self->host->profile->error);
  g_assert_cmpstr (found, ==, id);
  g_assert_null (traveller_read_ticket (self->host, self->space_id, foyer_day ("2026-12-01"), seat->ticket));
  foyer_profile_assert_refused (self->host->profile, FOYER_ERROR, FOYER_ERROR_WRONG_DAY);
  scene_end (self);
}

/* Without a directory what was read is read again, and the rest waits. */
static void
test_offline (void)
{
  Scene scene = { NULL };
  Scene *self = &scene;
  g_autoptr(FoyerSyncReport) report = NULL;
  g_autoptr(FoyerSearchPage) page = NULL;
  g_autoptr(FoyerListingView) view = NULL;
  g_autoptr(FoyerMySeat) seat = NULL;
  FoyerSeatWish wish = { .day = foyer_day (DAY), .part = FOYER_PART_FULL, .seats = 1, .guest_name = "Zoë" };
  gint64 then;
  gint64 as_of_ms;

  scene_begin (self);
  scene_find (self);
  view = traveller_view (self->guest, self->directory->origin, self->listing, NULL);
  g_assert_no_error (self->guest->profile->error);
  g_clear_pointer (&view, foyer_listing_view_free);
  then = self->guest->profile->now;
  test_directory_kill (self->directory);
  foyer_profile_set_now (self->guest->profile, "2026-11-26T10:00:00+01:00");

  page = search (self, &as_of_ms);
  g_assert_no_error (self->guest->profile->error);
  g_assert_cmpuint (page->items->len, ==, 1);
  g_assert_cmpint (as_of_ms, ==, then);
  view = traveller_view (self->guest, self->directory->origin, self->listing, &self->key);
  g_assert_no_error (self->guest->profile->error);
  g_assert_cmpint (view->as_of_ms, ==, then);
  g_assert_nonnull (view->days);
  g_assert_null (traveller_view (self->guest, self->directory->origin, "00000000-0000-4000-8000-000000000000", NULL));
  foyer_profile_assert_refused (self->guest->profile, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE);

  wish.origin = self->directory->origin;
  wish.listing = self->listing;
  seat = traveller_ask (self->guest, &wish);
  g_assert_no_error (self->guest->profile->error);
  report = traveller_run (self->guest);
  g_assert_error (report->error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE);
  g_assert_cmpuint (report->sent, ==, 0);
  g_assert_cmpuint (report->waiting, ==, 1);

  test_directory_restart (self->directory);
  foyer_profile_set_now (self->guest->profile, NOW);
  g_clear_pointer (&report, foyer_sync_report_free);
  report = traveller_run (self->guest);
  assert_report (self->guest->profile, report, 1, 0, 0);
  scene_end (self);
}

static gboolean
has_state (Traveller      *traveller,
           FoyerSyncState  state)
{
  return foyer_sync_get_status (traveller->sync)->state == state;
}

/* Both in touch by themselves: nobody asks for a pass. */
static void
test_listening (void)
{
  Scene scene = { NULL };
  Scene *self = &scene;
  g_autofree char *id = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  gboolean confirmed = FALSE;
  gint64 began;

  scene_begin (self);
  scene_find (self);
  g_assert_true (has_state (self->guest, FOYER_SYNC_OFF));
  foyer_sync_start (self->host->sync);
  foyer_sync_start (self->guest->sync);
  while (!has_state (self->host, FOYER_SYNC_UP_TO_DATE))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (foyer_sync_get_status (self->host->sync)->directories->len, ==, 1);

  {
    FoyerSeatWish wish = { .origin = self->directory->origin, .listing = self->listing, .day = foyer_day (DAY),
                           .part = FOYER_PART_AM, .seats = 1, .guest_name = "Zoë" };
    g_autoptr(FoyerMySeat) seat = traveller_ask (self->guest, &wish);

    g_assert_no_error (self->guest->profile->error);
    id = g_strdup (seat->id);
  }
  while (booking == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      booking = traveller_answer (self->host, id, FOYER_STATE_CONFIRMED);
      if (booking == NULL)
        g_clear_error (&self->host->profile->error);
    }
  while (!confirmed)
    {
      g_autoptr(GPtrArray) seats = NULL;

      g_main_context_iteration (NULL, TRUE);
      seats = traveller_seats (self->guest);
      confirmed = ((FoyerMySeat *) seats->pdata[0])->state == FOYER_STATE_CONFIRMED;
    }

  began = g_get_monotonic_time ();
  foyer_sync_stop (self->host->sync);
  foyer_sync_stop (self->guest->sync);
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);
  scene_end (self);
}

static void
test_preview (void)
{
  g_autoptr(Traveller) host = traveller_new (NOW);
  g_autofree char *space_id = add_home (host->profile);
  g_autoptr(FoyerPreview) preview = NULL;
  g_autoptr(FoyerPreview) again = NULL;

  preview = traveller_preview (host, space_id);
  g_assert_no_error (host->profile->error);
  g_assert_cmpstr (preview->listing->name, ==, "The Kitchen Table");
  g_assert_true (preview->listing->lat_e6 != 45760000 || preview->listing->lon_e6 != 4850000);
  g_assert_cmpuint (preview->days->n_days, ==, 28);
  g_assert_cmpuint (preview->leaks->len, ==, 0);
  again = traveller_preview (host, space_id);
  g_assert_cmpint (again->listing->lat_e6, ==, preview->listing->lat_e6);
  g_assert_cmpint (again->listing->lon_e6, ==, preview->listing->lon_e6);
  g_assert_null (traveller_preview (host, "00000000-0000-4000-8000-000000000000"));
  foyer_profile_assert_refused (host->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* Words of the host's own are public like the other texts. */
static void
test_leaking_tag (void)
{
  g_autoptr(Traveller) host = traveller_new (NOW);
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerPreview) preview = NULL;

  g_set_str (&draft->name, "The Kitchen Table");
  draft->has_point = TRUE;
  draft->lat_e6 = 45760000;
  draft->lon_e6 = 4850000;
  g_strfreev (draft->tags);
  draft->tags = g_strsplit ("quiet|door 90 cm wide|ring 06 12 34 56 78", "|", -1);
  space = foyer_profile_save_space (host->profile, draft);
  g_assert_no_error (host->profile->error);

  preview = traveller_preview (host, space->id);
  g_assert_no_error (host->profile->error);
  g_assert_cmpuint (preview->leaks->len, ==, 1);
  g_assert_cmpstr (((FoyerLeak *) preview->leaks->pdata[0])->field, ==, "tags");
  g_assert_cmpstr (((FoyerLeak *) preview->leaks->pdata[0])->excerpt, ==, "06 12 34 56 78");
}

static void
test_no_identity (void)
{
  Scene scene = { NULL };
  Scene *self = &scene;
  g_autofree char *path = NULL;
  g_autoptr(FoyerSyncReport) report = NULL;

  scene_begin (self);
  path = g_build_filename (self->host->profile->dir, FOYER_IDENTITY_FILE, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_remove (path), ==, 0);
  traveller_restart (self->host);
  report = traveller_run (self->host);
  /* it was somebody: nobody else takes its place */
  g_assert_null (report);
  foyer_profile_assert_refused (self->host->profile, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_IDENTITY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  scene_end (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/travel/one-seat", test_one_seat);
  g_test_add_func ("/travel/offline", test_offline);
  g_test_add_func ("/travel/listening", test_listening);
  g_test_add_func ("/travel/preview", test_preview);
  g_test_add_func ("/travel/leaking-tag", test_leaking_tag);
  g_test_add_func ("/travel/no-identity", test_no_identity);

  return g_test_run ();
}
