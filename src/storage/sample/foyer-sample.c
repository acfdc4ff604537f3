/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/sample/foyer-sample.h"

#include "core/foyer-error.h"
#include "storage/sample/foyer-sample-private.h"
#include "storage/tables/foyer-act-table.h"

#define SEASON_DAYS_BACK 118
#define SEASON_DAYS_AHEAD 48
#define SEASON_DAYS_BACK_MAX 1825
/* Beyond a home's size there are many spaces, and each day has about so many bookings. */
#define BIG_MEMBERS 400
#define BIG_BOOKINGS 4000
#define BIG_PLACES 20
#define BIG_BOOKINGS_A_DAY 420

static void
foyer_sample_place_free (FoyerSamplePlace *place)
{
  g_clear_pointer (&place->row, foyer_space_row_free);
  g_array_unref (place->members);
  g_array_unref (place->newcomers);
  g_free (place);
}

gboolean
foyer_sample_chance (FoyerSample *self,
                     guint        percent)
{
  return foyer_random_range (self->random, 0, 100) < percent;
}

int
foyer_sample_between (FoyerSample *self,
                      int          least,
                      int          most)
{
  return least + (int) foyer_random_range (self->random, 0, (guint32) (most - least) + 1);
}

static gint64
foyer_sample_get_now (gpointer user_data)
{
  return ((FoyerSample *) user_data)->now;
}

static void
foyer_sample_choose_size (FoyerSample *self,
                          int          n_members,
                          int          n_bookings)
{
  FoyerDay today = (FoyerDay) (self->real_now / G_GINT64_CONSTANT (86400000));
  int back = SEASON_DAYS_BACK;

  self->n_members = n_members >= 0 ? n_members : FOYER_SAMPLE_HOME_MEMBERS;
  self->n_bookings = n_bookings >= 0 ? n_bookings : FOYER_SAMPLE_HOME_BOOKINGS;
  self->n_places = 1;
  if (self->n_members > BIG_MEMBERS || self->n_bookings > BIG_BOOKINGS)
    {
      self->n_places = BIG_PLACES;
      back = CLAMP ((int) (self->n_bookings / BIG_BOOKINGS_A_DAY), SEASON_DAYS_BACK, SEASON_DAYS_BACK_MAX);
    }
  self->first = today - back;
  self->last = today + SEASON_DAYS_AHEAD;
}

static gboolean
foyer_sample_check_empty (FoyerDb  *db,
                          GError  **error)
{
  g_autoptr(GPtrArray) spaces = foyer_space_table_list (db, error);

  if (spaces == NULL)
    return FALSE;
  if (spaces->len == 0)
    return TRUE;

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY, "the profile has spaces");
  return FALSE;
}

/* The rows are written as acts are, since the schema asks for one, and forgotten as such. */
static gboolean
foyer_sample_invent (FoyerSample  *self,
                     GError      **error)
{
  g_autofree char *subject = foyer_id_new_row (self->real_now, self->random);
  gint64 act;

  if (!foyer_act_open (self->db, "sample", subject, &act, error)
      || !foyer_sample_add_places (self, error)
      || !foyer_sample_add_members (self, error)
      || !foyer_sample_add_days (self, error))
    return FALSE;
  foyer_db_note_change (self->db, FOYER_CHANGE_ALL, NULL);

  return foyer_act_forget_all (self->db, error);
}

gboolean
foyer_sample_write (FoyerDb       *db,
                    guint64        seed,
                    int            n_members,
                    int            n_bookings,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);
  g_autoptr(FoyerRandom) own_random = foyer_random_ref (foyer_db_get_random (db));
  g_autoptr(FoyerClock) own_clock = foyer_clock_ref (foyer_db_get_clock (db));
  g_autoptr(FoyerClock) clock = NULL;
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_sample_place_free);
  FoyerSample self = { .db = db, .random = random, .cancellable = cancellable, .places = places };
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  gboolean done;

  if (transaction == NULL || !foyer_sample_check_empty (db, error))
    return FALSE;

  self.real_now = self.now = foyer_db_now (db);
  foyer_sample_choose_size (&self, n_members, n_bookings);
  clock = foyer_clock_new_with_func (foyer_sample_get_now, &self, NULL);
  foyer_db_set_clock (db, clock);
  foyer_db_set_random (db, random);
  done = foyer_sample_invent (&self, error);
  foyer_db_set_clock (db, own_clock);
  foyer_db_set_random (db, own_random);

  return done && foyer_transaction_commit (transaction, error);
}
