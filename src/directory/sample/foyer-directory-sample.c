/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/sample/foyer-directory-sample.h"

#include "core/foyer-instant.h"
#include "core/foyer-places.h"
#include "directory/foyer-directory-error.h"
#include "directory/sample/foyer-sample-listing.h"
#include "protocol/foyer-identity.h"

/* So many writes wait at most, so that a million listings do not wait in memory. */
#define IN_FLIGHT_MAX 4096

typedef struct {
  FoyerDirectoryStore *store;
  FoyerRandom         *random;
  gint64               now_ms;
  FoyerDay             today;
  GPtrArray           *places;
  guint64             *people;       /* who live in this place and those before */

  GMutex               mutex;
  GCond                cond;
  guint                in_flight;    /* under the mutex */
  char                *refusal;      /* under the mutex; the first one */
} Sample;

static void
written (FoyerDirectoryWrite *write)
{
  Sample *self = write->user_data;

  g_mutex_lock (&self->mutex);
  if (write->problem != FOYER_PROBLEM_UNKNOWN && self->refusal == NULL)
    self->refusal = g_strdup_printf ("%s: %s", foyer_problem_type_get_name (write->problem),
                                     write->detail != NULL ? write->detail : "");
  self->in_flight--;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  foyer_directory_write_free (write);
}

/* Lets no more than @n writes wait; FALSE after one was refused. */
static gboolean
settle (Sample  *self,
        guint    n,
        GError **error)
{
  gboolean refused;

  g_mutex_lock (&self->mutex);
  while (self->in_flight > n)
    g_cond_wait (&self->cond, &self->mutex);
  refused = self->refusal != NULL;
  g_mutex_unlock (&self->mutex);
  if (refused)
    g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_FAILED,
                 "The sample could not be kept (%s); what was there before is untouched.", self->refusal);

  return !refused;
}

static gboolean
submit (Sample         *self,
        FoyerEnvelope  *envelope,
        GError        **error)
{
  FoyerDirectoryWrite *write = foyer_directory_write_new (envelope, error);

  if (write == NULL)
    return FALSE;
  write->precondition.must_be_new = foyer_envelope_get_type (envelope) == FOYER_DOCUMENT_LISTING;
  write->done = written;
  write->user_data = self;
  g_mutex_lock (&self->mutex);
  self->in_flight++;
  g_mutex_unlock (&self->mutex);
  foyer_directory_store_submit (self->store, write);

  return settle (self, IN_FLIGHT_MAX, error);
}

/* A place, as often as people live there. */
static const FoyerPlace *
pick_place (Sample *self)
{
  guint64 one = foyer_random_next (self->random) % self->people[self->places->len - 1];
  guint first = 0, end = self->places->len - 1;

  while (first < end)
    {
      guint middle = (first + end) / 2;

      if (self->people[middle] > one)
        end = middle;
      else
        first = middle + 1;
    }

  return self->places->pdata[first];
}

static FoyerKeyPair *
make_host (Sample  *self,
           GError **error)
{
  guint64 seed[FOYER_SEED_SIZE / sizeof (guint64)];
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(FoyerIdentity) identity = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (seed); i++)
    seed[i] = GUINT64_TO_LE (foyer_random_next (self->random));
  bytes = g_bytes_new (seed, sizeof seed);
  identity = foyer_identity_new_from_bytes (bytes, error);

  return identity != NULL ? foyer_identity_get_host_key (identity) : NULL;
}

static gboolean
add_listing (Sample  *self,
             GError **error)
{
  g_autoptr(FoyerListing) listing = foyer_sample_listing_new (pick_place (self), self->now_ms, self->random);
  g_autoptr(FoyerSeatDays) seats = foyer_sample_seats_new (listing, self->today, self->random);
  g_autoptr(FoyerKeyPair) host = make_host (self, error);
  g_autoptr(FoyerEnvelope) first = NULL;
  g_autoptr(FoyerEnvelope) second = NULL;

  return host != NULL
         && (first = foyer_listing_sign (listing, host, error)) != NULL
         && submit (self, first, error)
         && (second = foyer_seat_days_sign (seats, host, error)) != NULL
         && submit (self, second, error);
}

static void
count_people (Sample *self)
{
  guint64 sum = 0;

  self->people = g_new (guint64, self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    {
      sum += (guint64) MAX (((FoyerPlace *) self->places->pdata[i])->population, 1);
      self->people[i] = sum;
    }
}

/**
 * foyer_directory_sample:
 * @store: an open store
 * @clock: the wall clock
 * @seed: the same seed on the same day gives the same listings
 * @n_listings: how many, at most %FOYER_DIRECTORY_SAMPLE_MAX
 * @error: return location for an error
 *
 * Fills a directory with invented listings in real communes, each signed by a host of its own,
 * with their free seats. Blocks; any thread.
 *
 * Returns: whether all are kept, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_directory_sample (FoyerDirectoryStore  *store,
                        FoyerClock           *clock,
                        guint64               seed,
                        guint                 n_listings,
                        GError              **error)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new ("Europe/Paris", NULL);
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);
  g_autoptr(GPtrArray) places = foyer_places_list ();
  Sample sample = { .store = store, .random = random, .places = places };
  gboolean done = TRUE;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (n_listings <= FOYER_DIRECTORY_SAMPLE_MAX, FALSE);
  g_assert (zone != NULL);

  sample.now_ms = foyer_clock_now (clock);
  sample.today = foyer_instant_get_day (zone, sample.now_ms);
  g_mutex_init (&sample.mutex);
  g_cond_init (&sample.cond);
  count_people (&sample);

  for (guint i = 0; i < n_listings && done; i++)
    done = add_listing (&sample, error);
  /* Also after a failure: what is under way still points here. */
  done = settle (&sample, 0, done ? error : NULL) && done;

  g_mutex_clear (&sample.mutex);
  g_cond_clear (&sample.cond);
  g_free (sample.people);
  g_free (sample.refusal);

  return done;
}
